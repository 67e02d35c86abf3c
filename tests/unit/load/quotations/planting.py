"""Plants quotations that nobody said into copies of dossiers, and counts those that are there."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from builder.diagnostics import Diagnostic, FieldPath
from builder.load import load_dossier
from builder.load.quotations.pairs import pairs_of
from builder.load.quotations.printed import printed_blocks
from builder.load.quotations.standing import readings_of
from builder.model.base import IsPrinted, Record
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.walk import marked_fields

PROJECT = Path(__file__).parents[4]
PASSAGE = re.compile(r"nearest passage is “[^”]+” at seeds/[\w.-]+:\d+:\d+")
INVENTED = [
    f"{who} {what} {where}"
    for who in (
        "We never wanted",
        "They openly admit",
        "Nobody regrets",
        "I alone ordered",
        "Everyone feared",
    )
    for what in (
        "the silent attack",
        "a second convoy",
        "this burning harbour",
        "our broken promise",
        "his return",
    )
    for where in ("on Moscow", "before the winter came", "behind the old chapel")
]
MARKS = ("“”", "„“", "«»", "‘’", "»«", "「」", "‹›", "””", "『』", "《》")
Place = tuple[str, str, FieldPath]


def copied(root: Path, into: Path) -> Path:
    """Copy content and seeds of a dossier."""
    for folder in ("content", "seeds"):
        shutil.copytree(root / folder, into / folder)
    return into


def read(root: Path) -> Library:
    """Read a dossier that may be built."""
    loaded = load_dossier(root)
    assert loaded.library is not None
    return loaded.library


def refused(root: Path) -> list[Diagnostic]:
    return [one for one in load_dossier(root).problems if one.code == "unverified-quotation"]


def records(library: Library) -> Iterator[tuple[str, str, Record]]:
    yield "dossier", "", library.dossier
    for kind in RECORD_KINDS:
        yield from ((kind, record_id, record) for record_id, record in library.records(kind).items())


def quotations(library: Library) -> list[str]:
    """The words of every quotation in the printed texts of a dossier."""
    return [
        words
        for kind, record_id, record in records(library)
        for blocks in printed_blocks(kind, record_id, record)
        for block in blocks
        for one in pairs_of(block.words).quotations
        for words in [one.words(one.ends[0]).of(block.words)]
        if readings_of(words)
    ]


def printed_places(library: Library, count: int) -> list[Place]:
    """So many printed texts, from as many fields and records as there are; a thesis has no room for more words."""
    fields: dict[str, list[Place]] = {}
    for kind, record_id, record in records(library):
        for path, _, _ in marked_fields(record, IsPrinted):
            steps = [step for step in path if isinstance(step, str)]
            if steps == ["thesis"]:
                continue
            name = steps[:1] if steps[0] == "positions" else steps
            fields.setdefault(".".join([kind, *name]), []).append((kind, record_id, path))
    turns = range(max(map(len, fields.values())))
    rounds = (each[turn] for turn in turns for each in fields.values() if turn < len(each))
    return [place for place, _ in zip(rounds, range(count), strict=False)]


def plant(root: Path, places: list[Place]) -> set[tuple[str, int, int]]:
    """Write an invented quotation at the end of each text; return file, line and column of each opening mark."""
    at = load_dossier(root).places
    spans = sorted(((at.span(*place), number) for number, place in enumerate(places)), reverse=True)
    for span, number in spans:
        path = root / span.path
        text = path.read_text("utf-8")
        lines = text.split("\n")
        end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
        written = text[:end].rstrip()
        first = lines[span.line - 1][span.column - 1]
        closing = first if first in "\"'" and written.endswith(first) and span.path.endswith("yaml") else ""
        marks = MARKS[number % len(MARKS)]
        told = f" ⌖{marks[0]}{INVENTED[number]}{marks[1]}{closing}"
        path.write_text(written.removesuffix(closing) + told + text[len(written) :], "utf-8")
    return {place for path in sorted(root.rglob("content/**/*.*")) for place in _take_carets(path, root)}


def _take_carets(path: Path, root: Path) -> list[tuple[str, int, int]]:
    found, lines = [], []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        while (column := line.find("⌖")) >= 0:
            found.append((path.relative_to(root).as_posix(), number, column + 1))
            line = line[:column] + line[column + 1 :]
        lines.append(line)
    path.write_text("\n".join(lines), "utf-8")
    return found
