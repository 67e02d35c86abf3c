"""What a new record may be called and say, proposed from its name or its text; an editor decides."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Mapping
from contextlib import suppress
from itertools import count
from typing import Final

from msgspec import Struct

from builder.analysis.figures.dates import dates_in
from builder.intake.dates import printed_dates
from builder.model.otherdates import read_otherwise
from builder.paths import MAX_ID_LENGTH, id_fault, propose_id
from builder.regexes import regex
from builder.text import paragraphs, words

_LONGEST_ID: Final = 60
_MOST_SIGLUM: Final = 6
_HEAD_LINES: Final = 14
"""So many lines from the head of a text its date is looked for in, and in its last three."""
_LONGEST_DATELINE: Final = 100
_DATELINE: Final = regex(r"[^—–]{4,80}(?= [—–-] )")
_LONGEST_TITLE: Final = 200
_SAID_BEFORE: Final = regex(
    r"^(?:first )?(?:published|posted|updated|last updated|date|veröffentlicht|publié|publicado|pubblicato)"
    r"(?: on| le| el| il| am)?\s*[:|·-]?\s*",
    re.IGNORECASE,
)
_LEAST_SMALL_WORDS: Final = 4
_SMALL_WORDS: Final[Mapping[str, str]] = {
    "en": "the of and to in that is was for with as by at from",
    "de": "der die das und ist nicht mit den von zu auf für dem ein",
    "fr": "le la les des et est dans que une pour du au par sur",
    "es": "el los las del y que en una por con para es se al",
    "it": "il di che la per una con del della non sono gli nel le",
    "pt": "o os que da do em uma para com não por dos as no",
    "nl": "de het een van en dat op te niet met voor zijn is aan",
    "pl": "w i na z się nie do że jest o od przez po za",
    "sr-Latn": "je i u na se da su za od koji nije iz kao će",
    "sr": "је и у на се да су за од који није из као ће",
    "ru": "и в не на что с по это как из у за от к",
    "sv": "och att det som en på är av för med den till inte om har",
    "da": "og at det som en på er af for med den til ikke om har",
    "uk": "і в на що не з та до у за як від це про",
}
"""Frequent small words of a language, for telling it from the others."""
_CYRILLIC: Final = dict(
    zip(
        "абвгдезийклмнопрстуфхцчшщъыьэюяёђјљњћџіїєґ",
        "a b v g d e z i i k l m n o p r s t u f h c ch sh shch  y  e yu ya e dj j lj nj c dz i yi ye g".split(
            " "
        ),
        strict=True,
    )
) | {"ж": "zh"}
_VOWELS: Final = regex("[AEIOU]")


class Dated(Struct, frozen=True):
    """A date that stands in a text: in EDTF, the time of day where it stands there, and the words it is read from."""

    edtf: str
    time: str
    cue: str


def id_for(name: str, kind: str, taken: Container[str]) -> str:
    """Return an id that no other record has, in letters of Latin script whatever the name is written in."""
    whole = propose_id("".join(map(_latin, name.casefold()))) or kind
    short = (
        whole if len(whole) <= _LONGEST_ID else whole[:_LONGEST_ID].rpartition("-")[0] or whole[:_LONGEST_ID]
    )
    for number in count(1):
        proposal = short if number == 1 else f"{short[: MAX_ID_LENGTH - 6]}-{number}"
        if proposal not in taken and id_fault(proposal) is None:
            return proposal
    raise AssertionError


def _latin(letter: str) -> str:
    """Return a letter in Latin script, by its sound or by its name in Unicode."""
    if letter.isascii() or not letter.isalpha():
        return letter
    if letter in _CYRILLIC:
        return _CYRILLIC[letter]
    name = unicodedata.name(letter, "").partition(" WITH ")[0].split()
    if not name or name[0] == "LATIN":
        return letter
    if name[0] == "CJK":
        return " "
    sound = name[-1]
    if name[0] in ("ARABIC", "HEBREW"):  # the names of letters begin with their sounds
        sound = _VOWELS.split(sound, maxsplit=1)[0] or sound[:1]
    elif name[0] == "GREEK":
        sound = {"ETA": "i", "THETA": "th", "PHI": "f", "CHI": "ch", "PSI": "ps", "RHO": "r"}.get(
            sound, sound[:1]
        )
    return sound.lower() if sound.isascii() and sound.isalpha() else ""


def siglum_for(outlet: str, taken: Container[str]) -> str:
    """Return a short name for an article, from its outlet's name, that no other has."""
    initials = "".join(word.of(outlet)[0] for word in words(outlet)[:3]).upper() or "A"
    for number in count(1):
        proposal = f"{initials}{number}"[-_MOST_SIGLUM:]
        if proposal not in taken:
            return proposal
    raise AssertionError


def title_in(text: str) -> str:
    """Return the first line of a text, which is its headline in most copies."""
    first = next(iter(paragraphs(text)), None)
    return " ".join(first.of(text)[:_LONGEST_TITLE].split()) if first else ""


def date_in(text: str) -> Dated | None:
    """Return the day on which a text says that it was published: on a line of its own at its head or its end."""
    lines = [line.of(text) for line in paragraphs(text)]
    language = language_of(text) or ""
    for line in (*lines[:_HEAD_LINES], *lines[_HEAD_LINES:][-3:]):
        head = _DATELINE.match(line) if len(line) > _LONGEST_DATELINE else None
        line = head[0] if head else line
        if len(line) <= _LONGEST_DATELINE and (found := _dated(line, language)) is not None:
            return found
    return None


def _dated(line: str, language: str) -> Dated | None:
    written = _SAID_BEFORE.sub("", line)
    other = None if re.fullmatch(r"\d{4}", written) else read_otherwise(written)
    if other is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", other.edtf) and not other.bound:
        return Dated(other.edtf, other.time or "", line)
    for found in dates_in(line):
        if found.year and found.month and found.day:
            day = f"{found.year}-{found.month:02}-{found.day:02}"
            return Dated(day, "", found.span.of(line))
    return _named_otherwise(line, language)


def _named_otherwise(line: str, language: str) -> Dated | None:
    """Return the date that is most of a line and whose month has its name in any language of news."""
    with suppress(
        ImportError
    ):  # the names of months come with the parts for `import`, and those may be missing
        for each in printed_dates(line, language):
            if each.other is None and 2 * (each.end - each.start) >= len(line):
                return Dated(each.day.isoformat(), each.time, line[each.start : each.end])
    return None


def language_of(text: str) -> str | None:
    """Return the language of a text by its small words; None where no language has clearly the most."""
    every = [word.of(text).casefold() for word in words(text[:20_000])]
    counted = sorted(
        (
            (sum(word in frozenset(small.split()) for word in every), tag)
            for tag, small in _SMALL_WORDS.items()
        ),
        reverse=True,
    )
    (most, tag), (second, _) = counted[:2]
    return tag if most >= _LEAST_SMALL_WORDS and most > 1.3 * second else None
