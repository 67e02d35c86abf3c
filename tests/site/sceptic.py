"""What a sceptical reader looks for on every page of a site: words of our own that no source and no signature carries.

The lists are data. A walk names every place where one of them is broken; it knows no dossier, so that any site can be
walked.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.pages.parts.facing import AUXILIARIES, MODALS, NEGATIONS
from tests.site.dossiers import pages_of

NEVER: tuple[tuple[str, str], ...] = (
    (r"cannot all be right", "a verdict by template"),
    (r"to nobody named", "a source that is no word for one"),
)
"""Words that stand on no page and in no data, whoever says them: pattern, and what it is."""

NEVER_OF_OURS: tuple[tuple[str, str], ...] = (
    (r"\b(?:be|are|is|were|was) (?:all |both )?(?:right|wrong|mistaken|correct|incorrect)\b", "who is right"),
    (r"\b(?:true|false|untrue|falsely)\b", "truth"),
    (r"\bverdicts?\b", "a verdict, if only to deny it"),
    (r"\b(?:debunk|refut|disprov|discredit)\w*", "a refutation"),
    (r"\b(?:proven?|proves|proof)\b", "a proof"),
    (r"\bconfirmed by \d", "several texts as a confirmation"),
    (r"\b(?:mislead|mislabel|manipulat|distort|fabricat|propagand|fake)\w*", "a name for a text"),
    (r"\b(?:lied|lying|liars?)\b", "a name for a text"),
    (r"\b(?:actually|obviously|clearly|in fact|of course)\b", "a certainty of ours"),
)
"""Words that stand nowhere in our own voice."""

THEIRS = (
    "script, style, nav, pre, q, blockquote, mark, cite, .prose, .standfirst, .finding, .quote-note, .stance-note, .row-words, "
    ".answer-label, .position, .voice-ours, .voice-theirs, .name, .row-name, .article-text, .cue, .cue-note, .step-note, "
    ".cite, .rating, .response, .correction, .known-today, .remark, .basis, .passage, .aligned, .told, .saying, "
    ".rendering, .moment-what, .dossier-title, .dossier-subtitle, caption, title, .key-table"
)
"""Parts of a page that hold words of texts, of editors or of others, or the table of what grades are called."""

GRADED = "Probably true|Possibly true|confirmed by other sources"
"""What a scale calls its grades; beside each stands who judged."""


def walk(site: Path) -> list[str]:
    """Return what a sceptic finds on the pages and in the data of a site: `page: what is wrong`."""
    found = [
        f"{path}: {fault}"
        for path, page in pages_of(site).items()
        for check in CHECKS
        for fault in check(page)
    ]
    return [*found, *data_faults(site)]


def words(node: LexborNode | None) -> str:
    """Return the words of an element with single spaces."""
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def never_words(page: LexborHTMLParser) -> Iterator[str]:
    """Words that no page has, hidden ones and attributes included."""
    for pattern, what in NEVER:
        for match in re.finditer(pattern, page.html or "", re.IGNORECASE):
            yield f"{what}: {match.group()!r}"


def own_words(page: LexborHTMLParser) -> Iterator[str]:
    """Words of a verdict in what is left of a page without the words of others."""
    ours = LexborHTMLParser(page.html or "")
    for part in ours.css(THEIRS):
        part.decompose()
    told = re.sub(GRADED, "", words(ours.body), flags=re.IGNORECASE)
    for pattern, what in NEVER_OF_OURS:
        for match in re.finditer(pattern, told, re.IGNORECASE):
            around = told[max(match.start() - 40, 0) : match.end() + 40]
            yield f"{what}: {around!r}"


def bare_letters(page: LexborHTMLParser) -> Iterator[str]:
    """A position that is one letter, in words, in a cell, or in what a pointer or a screen reader is told."""
    for element in page.css(".stance, .stance *, .position, .matrix td .aside, .answer-label, .letter"):
        if re.fullmatch(r"(?:position )?\w", words(element)):
            yield f"a bare letter: {element.html}"
    for element in page.css("[title], [aria-label], [data-label]"):
        for name in ("title", "aria-label", "data-label"):
            if re.search(r"\bposition \w\b|^[a-z]$", element.attributes.get(name) or ""):
                yield f"a bare letter in {name}: {element.attributes[name]!r}"


def claims_answer_first(page: LexborHTMLParser) -> Iterator[str]:
    """Whatever tells a claim says first what the texts answer to it, in numbers of texts."""
    # In a brief matrix the row itself says who says what; everywhere else a claim stands with its answer.
    rows = ".matrix:not(.matrix-brief) tbody tr:not(.matrix-group) > th"
    for place in (".card", ".faced", rows, ".register .names > li"):
        for element in page.css(place):
            answer = words(element.css_first(".answer"))
            if not re.match(r"[0-9,]+ texts? |no text was read for it", answer):
                yield f"a claim in {place} without its answer: {words(element)[:80]!r}"
    tab = page.css_first(".tab")
    if tab is not None and words(tab).startswith("Claim ") and page.css_first(".record-head .answer") is None:
        yield "the page of a claim without its answer"


def numbers_are_those_of_the_table(page: LexborHTMLParser) -> Iterator[str]:
    """The line of a claim's page counts what its table of texts shows."""
    line, rows = words(page.css_first(".record-head .answer")), page.css("#every-text tbody tr")
    for stance, pattern in (
        ("silent", r"(\d+)(?: texts?)? (?:does|do) not say"),
        ("not-applicable", r"(\d+)(?: texts?)? (?:is|are) older than the event"),
        ("not-read", r"(\d+)(?: texts?)? (?:was|were) not read for it"),
        ("contradicts", r"(\d+)(?: texts?)? says? what cannot hold together with"),
        ("disputes", r"(\d+)(?: texts?)? disputes?\b"),
        ("doubts", r"(\d+)(?: texts?)? doubts?\b"),
    ):
        shown = sum(bool(row.css(f".stance-{stance}")) for row in rows)
        match = re.search(pattern, line)
        told = int(match[1]) if match else 0
        if rows and shown != told:
            yield f"{told} told and {shown} shown as {stance}: {line!r}"


_WORDS_ALONE = ".key .stance, .key-table .stance, [data-words-of-readers] .stance"
"""Words for stances that are no statement about a text, but the key or what two readers called it."""


def attributions_say_to_whom(page: LexborHTMLParser) -> Iterator[str]:
    """Beside every attribution stands to whom, or that the text does not say; words that readers chose stand alone."""
    for chip in page.css(".stance.stance-attributes"):
        if not chip.css_matches(_WORDS_ALONE) and not _says_to_whom(chip.parent):
            yield f"an attribution to nobody: {words(chip.parent)[:120]!r}"
    for saying in page.css(".rung-attributes .saying"):
        if not _says_to_whom(saying):
            yield f"an attribution to nobody on a ladder: {words(saying)[:120]!r}"


def _says_to_whom(element: LexborNode | None) -> bool:
    return element is not None and any(
        re.match(r"to \S|without saying to whom", words(aside)) for aside in element.css(".aside")
    )


def one_text_names_one_chain(page: LexborHTMLParser) -> Iterator[str]:
    """Links of one chain are never so many origins; one text with several speakers is for an editor to look at."""
    for match in re.finditer(r"\b1 article\s*·?\s*([0-9]+) named origins", words(page.body)):
        yield f"several origins of one text: {match.group()!r}"


def grades_are_signed(page: LexborHTMLParser) -> Iterator[str]:
    """A letter or number of a scale stands beside its words, its scale and its judges."""
    for mark in page.css(".grade .grade-mark"):
        if words(mark) and not re.search(
            r"on a scale from .* judged by .* the editors’ assessment of", words(mark.parent)
        ):
            yield f"a grade without its judges: {words(mark.parent)!r}"


_TURNS = "|".join(sorted(NEGATIONS | MODALS))
_RUN_BEFORE = re.compile(
    rf"(?:\b(?:{_TURNS})|n[’'ʼ]t)\s+(?:\w+ly\s+|(?:{'|'.join(sorted(AUXILIARIES))})\s+)*$", re.IGNORECASE
)


def marks_hold_their_negation(page: LexborHTMLParser) -> Iterator[str]:
    """No emphasis begins right after a negation or a modal."""
    for mark in page.css(".facing mark"):
        told = ""
        for run in mark.iter(include_text=True):
            is_marked = run.tag != "-text" and "meets" in (run.attributes.get("class") or "")
            if is_marked and _RUN_BEFORE.search(told):
                yield f"an emphasis parted from its negation: {told[-40:]!r} + {run.text()!r}"
            told += run.text()


CHECKS: tuple[Callable[[LexborHTMLParser], Iterator[str]], ...] = (
    never_words,
    own_words,
    bare_letters,
    claims_answer_first,
    numbers_are_those_of_the_table,
    attributions_say_to_whom,
    one_text_names_one_chain,
    grades_are_signed,
    marks_hold_their_negation,
)
"""Everything that is looked for on a page."""


def data_faults(site: Path) -> Iterator[str]:
    """The same of the data: no verdict, every position with its words, every attribution with whom."""
    for path in sorted((site / "data").rglob("*")):
        if path.suffix in (".json", ".csv"):
            text = path.read_text("utf-8-sig")
            yield from (
                f"data/{path.name}: {what}"
                for pattern, what in NEVER
                if re.search(pattern, text, re.IGNORECASE)
            )
    for row in _rows(site, "appearances"):
        if row["position"] and not row["position_label"]:
            yield f"data/appearances.csv: a position without its words: {row['position']}"
        if row["stance"] == "attributes" and not row["on_whose_word"]:
            yield f"data/appearances.csv: an attribution to nobody: {row['claim']}"
    for row in _rows(site, "claims"):
        if not row["answer"]:
            yield f"data/claims.csv: a claim without its answer: {row['id']}"


def _rows(site: Path, name: str) -> list[dict[str, str]]:
    path = site / "data" / f"{name}.csv"
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig")))) if path.exists() else []
