"""The one gate to terminals and logs: nothing passes that moves a cursor, or that a runner takes for its command.

A runner of GitHub obeys lines that begin with `::` behind any white space, and `##[` anywhere in a line.
"""

from __future__ import annotations

import re
from typing import Final, TextIO

from builder.regexes import regex
from builder.signs import UNSEEN

_UNSAFE: Final = regex(f"[\\n\\r{UNSEEN}\U000e0000-\U000e0fff]")
_UNSAFE_IN_LINES: Final = regex(f"(?P<colour>\x1b\\[[0-9;]*m)|[\\r{UNSEEN}\U000e0000-\U000e0fff]")
_COMMAND: Final = regex(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_OLD_COMMAND: Final = "##["
_OUR_ANNOTATION: Final = regex(r"::(?:error|warning) file=")
_TAB: Final = "    "
_SHORT: Final = {0x0A: "\\n", 0x0D: "\\r", 0x1B: "\\e"}


def safe(text: str) -> str:
    """Return a text as one line without anything that acts on a terminal."""
    return _UNSAFE.sub(_written_out, text).replace("\t", " ")


def safe_line(text: str) -> str:
    """Return a line of a source for showing: tabs as spaces, control characters written out."""
    return _UNSAFE.sub(_written_out, text).replace("\t", _TAB)


def safe_lines(words: str, *, colour: bool = False, annotations: bool = False) -> str:
    """Return lines of ours as they may be printed, whatever the words in them are.

    Colours stay where `colour` is set, and lines that are annotations of ours, made by `report`, where `annotations`
    is: there every line is one.
    """
    plain = _UNSAFE_IN_LINES.sub(
        lambda found: found[0] if colour and found["colour"] else _written_out(found), words
    )
    plain = plain.replace("\t", _TAB)
    if annotations:
        return "".join(
            line if _OUR_ANNOTATION.match(line) else _disarmed(line)
            for line in plain.splitlines(keepends=True)
        )
    return _disarmed(plain)


def write(stream: TextIO, words: str, *, colour: bool = False, annotations: bool = False) -> None:
    """Write lines of ours to a terminal or a log."""
    stream.write(safe_lines(words, colour=colour, annotations=annotations))
    stream.flush()


def _disarmed(lines: str) -> str:
    return _COMMAND.sub(r"\1\\x3a", lines).replace(_OLD_COMMAND, "#\\x23[")


def _written_out(match: re.Match[str]) -> str:
    """The sign as an escape; behind it what else a colour of somebody else's has, which then acts no more."""
    point = ord(match[0][0])
    letter, width = ("x", 2) if point < 0x100 else ("u", 4) if point < 0x10000 else ("U", 8)
    return _SHORT.get(point, f"\\{letter}{point:0{width}x}") + match[0][1:]
