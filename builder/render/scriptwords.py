"""Readers' words in scripts: those of a catalogue are put behind the script that says them, so that none is fetched.

Scripts have English in them, as `say("…")` and `sayMany("…", "…", count)`, and say it where there is nothing else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from gettext import NullTranslations, c2py
from typing import Final

SPEAKER: Final = "catalogue.js"
"""The script that others ask for words."""
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_SAID = re.compile(rf"\bsay\(\s*({_STRING})")
_SAID_MANY = re.compile(rf"\bsayMany\(\s*({_STRING}),\s*({_STRING})")
_PLURAL = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=([^;]+)")
_COUNTS: Final = 1000
"""No language asks for more than the last three digits of a count to choose its form."""


def translated(scripts: Iterable[tuple[str, bytes]], words: NullTranslations) -> Iterator[tuple[str, bytes]]:
    """Yield the scripts of a site, by name, with their words in the language of a catalogue."""
    every = tuple(scripts)
    told = _told([content.decode() for _, content in every], words)
    for name, content in every:
        yield name, content + told if name == SPEAKER else content


def _told(scripts: Iterable[str], words: NullTranslations) -> bytes:
    texts = "\n".join(scripts)
    count, form = _forms(words)
    form_of = c2py(form)
    examples = {form_of(number): number for number in reversed(range(_COUNTS))}
    told: dict[str, str | list[str]] = {}
    for (english,) in _literals(_SAID, texts):
        told[english] = words.gettext(english)
    for one, many in _literals(_SAID_MANY, texts):
        told[one] = [words.ngettext(one, many, examples.get(each, 0)) for each in range(count)]
    said = dict(sorted(told.items()))
    return f"dossier.speak({json.dumps(said)}, function (n) {{ return Number({form}); }});\n".encode()


def _literals(pattern: re.Pattern[str], texts: str) -> Iterator[tuple[str, ...]]:
    return (tuple(map(json.loads, found.groups())) for found in pattern.finditer(texts))


def _forms(words: NullTranslations) -> tuple[int, str]:
    """Return how many forms a count may ask for, and which, as C and scripts write it; gettext has read it before."""
    found = _PLURAL.search(words.info().get("plural-forms", ""))
    return (int(found[1]), found[2].strip()) if found else (2, "n != 1")
