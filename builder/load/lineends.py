"""Line ends that a checkout has changed: the recorded bytes of a text are found again, and the change is told once.

Git changes line ends where nothing tells it not to. Every quote rests on the bytes on record, so those are used.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from builder.diagnostics import Problems, Related, SourceSpan

_MOST_SHOWN = 10


class LineEnds(StrEnum):
    """What a file has in place of the line ends on record."""

    CRLF_FOR_LF = "CRLF for LF"
    LF_FOR_CRLF = "LF for CRLF"


class ChangedEnds(Struct, frozen=True):
    """A text that was read with the line ends on record: its path, what the file has, and what names it."""

    path: str
    change: LineEnds
    where: SourceSpan


def recorded_bytes(content: bytes, digest: str) -> tuple[bytes, LineEnds] | None:
    """Return the bytes on record, by their SHA-256, where the file differs from them in its line ends alone.

    Files with both kinds of line ends count only where changing all to one kind gives the digest exactly.
    """
    if b"\n" not in content:
        return None
    with_lf = content.replace(b"\r\n", b"\n")
    for change, recorded in (
        (LineEnds.CRLF_FOR_LF, with_lf),
        (LineEnds.LF_FOR_CRLF, with_lf.replace(b"\n", b"\r\n")),
    ):
        if recorded != content and sha256(recorded).hexdigest() == digest:
            return recorded, change
    return None


def tell_changed_ends(found: Sequence[ChangedEnds], problems: Problems) -> None:
    """Warn once of all texts whose line ends a checkout has changed: one mending helps them all."""
    for change in LineEnds:
        files = [each for each in found if each.change is change]
        if files:
            _tell(files, change, problems)


def _tell(files: list[ChangedEnds], change: LineEnds, problems: Problems) -> None:
    rest = len(files) - 1
    more = f", and {rest:,} more {'text' if rest == 1 else 'texts'}" if rest else ""
    problems.warning(
        "seed-line-ends",
        f"only the line ends of `{files[0].path}`{more} differ from the text on record ({change}), as git changes them"
        " in a checkout; the text on record is used",
        files[0].where,
        _MENDING[change],
        tuple(Related(each.where, f"`{each.path}` too") for each in files[1:_MOST_SHOWN]),
    )


_MENDING = {
    LineEnds.CRLF_FOR_LF: "keep the SHA-256; write the line `seeds/** -text` into the file `.gitattributes` of the"
    " dossier, delete the folder `seeds` and bring it back with `git checkout -- seeds`",
    LineEnds.LF_FOR_CRLF: "keep the SHA-256; write the line `seeds/** -text` into the file `.gitattributes` of the"
    " dossier, then store the text with its own line ends again",
}
