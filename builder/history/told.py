"""Differences in words for editors, a line each, and as values for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from builder.analysis.revisions import differing
from builder.history.compare import Compared, How, NotCompared, RecordChange, TextChange
from builder.history.differences import UNTOLD, Difference, Where
from builder.text import words

_MOST_CHARS: Final = 160
"""Of a value that is printed; a longer one is cut around what differs."""
_BESIDE: Final = 6
"""Words that stand around what differs in a cut value."""


def compared_words(compared: Compared) -> str:
    """Return all that differs, record by record, and how much in all."""
    parts = ["\n".join(_change_lines(change)) for change in compared.changes]
    parts += [_not_compared_words(one) for one in compared.not_compared]
    return "\n".join([*parts, _count_words(compared)])


def _change_lines(change: RecordChange) -> Iterator[str]:
    yield f"{record_words(change)}{how_words(change)}"
    yield from (f"  {line}" for line in detail_lines(change))


def detail_lines(change: RecordChange) -> Iterator[str]:
    """Yield what differs in one record, a line each."""
    yield from (difference_words(each) for each in change.differences)
    if change.text is not None:
        yield text_words(change.text)


def record_words(change: RecordChange) -> str:
    """Return what a record is called, with its kind and id."""
    if change.kind == "dossier":
        return "Dossier"
    kind = change.kind.capitalize()
    return f"{kind} “{_one_line(change.name)}” ({change.record_id})"


def how_words(change: RecordChange) -> str:
    """Return what became of a record, behind a colon; nothing where what differs says it."""
    if change.how is How.RENAMED:
        return f": renamed from {change.former_id}"
    if change.how is How.CHANGED:
        return "" if change.differences or change.text else ": changed; what it said is not shown"
    return f": {_HOW[change.how]}"


_HOW: Final = {
    How.ADDED: "added",
    How.DELETED: "deleted",
    How.WITHDRAWN: "withdrawn; what it said is not shown",
    How.RETURNED: "back; what was withdrawn is not shown",
}


def difference_words(one: Difference) -> str:
    """Return one difference as a line: `stance of “First report” (appearances): from asserts to disputes`."""
    where = _where_words(one.where)
    if one.was == one.now:
        return f"{where}: {'changed' if one.was == UNTOLD else one.was}"
    if one.was is None:
        return f"{where}: added {_quoted(one.now)}".replace(f" {UNTOLD}", "")
    if one.now is None:
        return f"{where}: taken out {_quoted(one.was)}".replace(f" {UNTOLD}", "")
    was, now = shortened(one.was, one.now)
    return f"{where}: from {_quoted(was)} to {_quoted(now)}"


def text_words(text: TextChange) -> str:
    """Return how a stored text differs, by numbers of words."""
    if not text.gone and not text.new:
        return "text: the same words; spaces, line ends or signs between them differ"
    return f"text: {_counted(text.gone, 'word')} gone and {text.new:,} new, of {text.all:,} now"


def shortened(was: str, now: str) -> tuple[str, str]:
    """Return both words of a value on one line, long ones cut around what differs."""
    was, now = _one_line(was), _one_line(now)
    if max(len(was), len(now)) <= _MOST_CHARS:
        return was, now
    old, young = ([span.of(text) for span in words(text)] for text in (was, now))
    spans = list(differing(old, young))
    if not spans:
        return _cut_to_length(was), _cut_to_length(now)
    first, last = spans[0], spans[-1]
    return (
        _cut_around(was, first[0].start, last[0].end),
        _cut_around(now, first[1].start, last[1].end),
    )


def _cut_around(text: str, first: int, end: int) -> str:
    """Cut a text to some of its words, by their numbers, and a few beside them."""
    spans = words(text)
    start = max(first - _BESIDE, 0)
    stop = min(end + _BESIDE, len(spans))
    begin = spans[start].start if 0 < start < len(spans) else 0
    finish = spans[stop - 1].end if stop < len(spans) else len(text)
    cut = f"{'… ' if begin else ''}{text[begin:finish]}{' …' if finish < len(text) else ''}"
    return _cut_to_length(cut)


def _cut_to_length(text: str) -> str:
    return text if len(text) <= 2 * _MOST_CHARS else f"{text[:_MOST_CHARS]} … {text[-_MOST_CHARS:]}"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _quoted(value: str | None) -> str:
    """Set words apart; a single word of a list of choices, a number or an id stands as it is."""
    text = _cut_to_length(_one_line(value or ""))
    return f"“{text}”" if " " in text and " · " not in text else text


def _where_words(where: Where) -> str:
    """Return the way to a value, the last key first where an entry has a label."""
    labels = [place for place, step in enumerate(where) if step.startswith("«")]
    if not labels:
        return " › ".join(map(_key_words, where))
    place = labels[-1]
    inside = " › ".join(map(_key_words, where[place + 1 :])) or "entry"
    above = " › ".join(_key_words(step) for step in where[:place])
    return f"{inside} of “{where[place][1:-1]}” ({above})"


def _key_words(key: str) -> str:
    return f"“{key[1:-1]}”" if key.startswith("«") else key.replace("_", " ")


def _not_compared_words(one: NotCompared) -> str:
    place = f"{one.path}:{one.line}:{one.column}"
    return f"{place}: not compared, since it cannot be read in {one.side}: {one.message}"


def _count_words(compared: Compared) -> str:
    counts = Counter(change.how for change in compared.changes)
    told = [f"{counts[how]:,} {how.value}" for how in How if counts[how]]
    lacking = (
        [f"{_counted(len(compared.not_compared), 'file')} not compared"] if compared.not_compared else []
    )
    return f"{', '.join([*told, *lacking]) or 'No differences'}."


def _counted(number: int, one: str) -> str:
    return f"{number:,} {one}{'' if number == 1 else 's'}"


def change_values(change: RecordChange) -> dict[str, object]:
    """Return a change of a record as values for JSON; words are whole."""
    return {
        "kind": change.kind,
        "id": change.record_id,
        "name": change.name,
        "how": change.how.value,
        "former_id": change.former_id,
        "differences": [
            {"where": [step.strip("«»") for step in each.where], "was": each.was, "now": each.now}
            for each in change.differences
        ],
        "text": {"gone": change.text.gone, "new": change.text.new, "all": change.text.all}
        if change.text
        else None,
    }


def not_compared_values(one: NotCompared) -> dict[str, object]:
    """Return a file that could not be compared as values for JSON."""
    return {
        "how": "not compared",
        "side": one.side,
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "message": one.message,
    }
