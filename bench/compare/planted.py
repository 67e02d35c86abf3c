"""Plants a passage of one text in another, edited word by word, and says where it stands in both.

Of the edited words a third is left out, a third replaced and a third followed by another word; quotation marks and
apostrophes change shape in half of the plants. The same arguments make the same cases.
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass

Case = tuple[str, str, list[tuple[int, int, int, int]]]
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_SENTENCE = re.compile(r"[^.!?\n]+[.!?][\"\u201d\u2019']*\s*|[^.!?\n]+\n?")


@dataclass(frozen=True, slots=True)
class Plant:
    """How a passage is planted: the part of its words that is edited, how long it is, whether sentences swap."""

    edits: float
    least: int = 15
    most: int = 120
    swapped: bool = False


def planted(texts: Sequence[str], plant: Plant, cases: int, seed: int) -> list[Case]:
    """Return `cases` pairs (host with the plant, source, ranges in both)."""
    draw = random.Random(seed)
    vocabulary = [
        word for text in draw.sample(list(texts), min(60, len(texts))) for word in _WORD.findall(text)
    ]
    found: list[Case] = []
    while len(found) < cases:
        host, source = draw.sample(list(texts), 2)
        case = _case(host, source, plant, draw, vocabulary)
        if case is not None:
            found.append(case)
    return found


def _case(host: str, source: str, plant: Plant, draw: random.Random, vocabulary: list[str]) -> Case | None:
    sentences = [match.span() for match in _SENTENCE.finditer(source)]
    places = [match.end() for match in _SENTENCE.finditer(host)][:-1]
    if len(sentences) < 6 or not places:
        return None
    first = draw.randrange(len(sentences) - 2)
    wanted = draw.randint(plant.least, plant.most)
    last = first
    while last < len(sentences) - 1 and _count(source, sentences[first][0], sentences[last][1]) < wanted:
        last += 1
    start, end = _stripped(source, sentences[first][0], sentences[last][1])
    if _count(source, start, end) < plant.least:
        return None
    words = source[start:end]
    if plant.swapped:
        parts = [match[0].strip() for match in _SENTENCE.finditer(words)]
        draw.shuffle(parts)
        words = " ".join(parts)
    words = _edited(words, plant.edits, draw, vocabulary).strip()
    place = draw.choice(places)
    text = f"{host[:place]} {words} {host[place:]}"
    return text, source, [(place + 1, place + 1 + len(words), start, end)]


def _edited(words: str, edits: float, draw: random.Random, vocabulary: list[str]) -> str:
    def edit(match: re.Match[str]) -> str:
        if draw.random() >= edits:
            return match[0]
        return draw.choice(["", draw.choice(vocabulary), f"{match[0]} {draw.choice(vocabulary)}"])

    edited = _WORD.sub(edit, words)
    if draw.random() < 0.5:
        edited = edited.translate(str.maketrans("\u201c\u201d\u2018\u2019", "\"\"''"))
    return edited


def _count(text: str, start: int, end: int) -> int:
    return len(_WORD.findall(text[start:end]))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())
