"""The worked example: its own quotations pass; invented ones and near misses in every prose field are all refused."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.diagnostics import Diagnostic
from builder.load import load_dossier
from builder.load.quotations.pairs import pairs_of
from builder.load.quotations.printed import printed_blocks
from builder.load.quotations.standing import readings_of
from builder.model.base import IsPrinted, marked_fields
from builder.model.library import RECORD_KINDS, Library

ROOT = Path(__file__).parents[4]
PASSAGE = re.compile(r"nearest passage is “[^”]+” at seeds/[\w.]+:\d+:\d+")
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
    for where in ("on Moscow", "before the winter came")
]
FROM_NO_TEXT = ("we will come to Russia", "The editors")
MARKS = ("“”", "„“", "«»", "‘’", "»«", "「」", "‹›", "””", "『』", "《》")


@pytest.fixture(scope="module")
def library() -> Library:
    loaded = load_dossier(ROOT)
    assert loaded.library is not None
    return loaded.library


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def records(library: Library) -> Iterator[tuple[str, str, object]]:
    yield "dossier", "", library.dossier
    for kind in RECORD_KINDS:
        yield from ((kind, record_id, record) for record_id, record in library.records(kind).items())


def refused(root: Path) -> list[Diagnostic]:
    return [one for one in load_dossier(root).problems if one.code == "unverified-quotation"]


def printed_fields(library: Library) -> dict[str, list[tuple[str, str, tuple[str | int, ...]]]]:
    """Every printed text of the example by the name of its field: `claim.appearances.note`."""
    found: dict[str, list[tuple[str, str, tuple[str | int, ...]]]] = {}
    for kind, record_id, record in records(library):
        for path, _, _ in marked_fields(record, IsPrinted):
            steps = [kind, *(step for step in path if isinstance(step, str))]
            name = ".".join(["claim.positions"] if steps[:2] == ["claim", "positions"] else steps)
            found.setdefault(name, []).append((kind, record_id, path))
    return found


def fifty_places(library: Library) -> list[tuple[str, str, tuple[str | int, ...]]]:
    """Fifty places in as many fields and records as there are."""
    fields = printed_fields(library)
    rounds = (each[turn] for turn in range(50) for each in fields.values() if turn < len(each))
    return [place for place, _ in zip(rounds, range(50), strict=False)]


def planted(root: Path, places: list[tuple[str, str, tuple[str | int, ...]]]) -> set[tuple[str, int, int]]:
    """Write an invented quotation at the end of each text; return file, line and column of each opening mark."""
    at = load_dossier(root).places
    spans = [(at.span(*place), number) for number, place in enumerate(places)]
    for span, number in sorted(spans, key=lambda each: each[0], reverse=True):
        path = root / span.path
        lines = path.read_text("utf-8").split("\n")
        end = sum(len(line) + 1 for line in lines[: span.end_line - 1]) + span.end_column - 1
        text = path.read_text("utf-8")
        kept = text[:end].rstrip()
        closing = kept[-1] if kept[-1] in "\"'" and text[:end].count(kept[-1]) % 2 == 0 else ""
        kept = kept.removesuffix(closing)
        marks = MARKS[number % len(MARKS)]
        told = f" {number}⌖{marks[0]}{INVENTED[number]}{marks[1]}{closing}"
        path.write_text(kept + told + text[:end][len(text[:end].rstrip()) :] + text[end:], "utf-8")
    return {place for path in sorted(root.rglob("content/**/*.*")) for place in carets(path, root)}


def carets(path: Path, root: Path) -> list[tuple[str, int, int]]:
    """Take the carets out of a file; return where they stood."""
    found, lines = [], []
    for number, line in enumerate(path.read_text("utf-8").split("\n"), start=1):
        while (caret := re.search(r"\d+⌖", line)) is not None:
            found.append((path.relative_to(root).as_posix(), number, caret.start() + 1))
            line = line[: caret.start()] + line[caret.end() :]
        lines.append(line)
    path.write_text("\n".join(lines), "utf-8")
    return found


def test_fifty_invented_quotations_in_every_prose_field_are_refused_at_their_place_with_the_nearest_passage(
    library: Library, copy: Path
):
    places = fifty_places(library)
    assert len({(kind, path[0]) for kind, _, path in places}) >= 20
    expected = planted(copy, places)
    told = refused(copy)
    assert len(expected) == 50
    assert {(one.span.path, one.span.line, one.span.column) for one in told} == expected
    assert [one.message for one in told if not PASSAGE.search(one.message)] == []


def quotations(library: Library) -> list[tuple[str, str]]:
    """Every quotation in the printed words of the example that holds words: its record's file and the words."""
    return [
        (f"content/{RECORD_KINDS[kind][1]}/{record_id}", words)
        for kind, record_id, record in records(library)
        if kind != "dossier"
        for blocks in printed_blocks(kind, record_id, record)
        for block in blocks
        for one in pairs_of(block.words).quotations
        for words in [one.words(one.ends[0]).of(block.words)]
        if readings_of(words)
    ]


def test_the_quotations_of_the_example_all_pass(library: Library):
    assert len(quotations(library)) >= 110
    assert [
        one for one in load_dossier(ROOT).settled() if "quotation" in one.code or one.code == "quoted-unused"
    ] == []


def test_a_near_miss_of_every_longer_quotation_is_refused_with_the_passage_and_what_differs(
    library: Library, copy: Path
):
    longer = dict.fromkeys(
        words
        for _, words in quotations(library)
        if len(words.split()) >= 4 and not words.startswith(FROM_NO_TEXT)
    )
    assert len(longer) >= 25
    changed = 0
    for path in sorted(copy.rglob("content/**/*.*")):
        text = path.read_text("utf-8")
        for words in longer:
            word = max(words.split(), key=len).strip(".,;")
            spaced = r"\s+".join(map(re.escape, words.split()))
            text, count = re.subn(
                f"(?<=[“‘]){spaced}(?=[”’])",
                lambda found, word=word: found[0].replace(word, f"{word[:-1]}x"),
                text,
            )
            changed += count
        path.write_text(text, "utf-8")
    told = refused(copy)
    assert len(told) == changed >= 30
    assert [one.message for one in told if "differs:" not in one.message] == []
