"""Problems as values: where an editor's mistake stands, what it is and how to mend it.

This module knows neither YAML nor the terminal: `load` and `analysis` make diagnostics, `report` prints them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from difflib import get_close_matches
from enum import StrEnum
from typing import Protocol

from msgspec import Struct


class Severity(StrEnum):
    """Whether a problem stops the build (`ERROR`) or is only told (`WARNING`, an error under `--strict`)."""

    ERROR = "error"
    WARNING = "warning"


_LEAST_LIKENESS = 0.7
"""Below it proposals are worse than none: of all keys `note` is the most like `outlet`."""


class SourceSpan(Struct, frozen=True, order=True):
    """A range in a source file, named as an editor's program counts it.

    `path` is relative to the dossier's root with `/`. Lines and columns begin at 1, columns count code points and
    `end_column` is exclusive. A span of no width marks a place between characters.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


class Edit(Struct, frozen=True, order=True):
    """A change of a source file that is safe to make: the range, and what is to stand there instead."""

    span: SourceSpan
    text: str


class Related(Struct, frozen=True):
    """A second place that helps to understand a problem, such as the first of two equal keys."""

    span: SourceSpan
    message: str


class Diagnostic(Struct, frozen=True):
    """One mistake, told once: `message` says what is wrong, `hint` what to do about it."""

    code: str
    severity: Severity
    message: str
    span: SourceSpan
    hint: str = ""
    related: tuple[Related, ...] = ()
    count: int = 1
    """How many mistakes of one kind it stands for; more than one where they are folded."""
    edits: tuple[Edit, ...] = ()
    """What mends it, where there is one safe answer: `hint` says the same in words, `check --fix` does it."""
    moved_to: str = ""
    """Where its file belongs, from the root, where moving it there mends it."""

    @property
    def sort_key(self) -> tuple[str | int, ...]:
        """A total order: by place, then code, then words."""
        span = self.span
        return (span.path, span.line, span.column, span.end_line, span.end_column, self.code, self.message)


MOST_IN_A_FILE = 20
"""Mistakes of one kind that are told one by one in a file; no editor reads the 21st before mending the first."""


def fold(
    found: Sequence[Diagnostic],
    most: int,
    kind: Callable[[Diagnostic], Hashable],
    words: Callable[[Diagnostic, int], Diagnostic],
) -> list[Diagnostic]:
    """Return problems with `most` of each kind at most, in their order; the rest of a kind is one more, in `words`.

    `words` are given the first of the rest and how many mistakes the rest are.
    """
    seen: Counter[Hashable] = Counter()
    for one in found:
        seen[kind(one)] += one.count
    told: list[Diagnostic] = []
    left = dict.fromkeys(seen, most)
    for one in found:
        each = kind(one)
        rest = seen[each]
        if left[each] > 0 or (left[each] == 0 and rest == one.count):  # a fold of one tells less than it
            told.append(one)
            seen[each] -= one.count
        elif left[each] == 0:
            told.append(words(one, rest))
        left[each] -= 1
    return told


def more_in_file(first: Diagnostic, count: int) -> Diagnostic:
    """Return the problem that stands for `count` of one code in a file, the first of which is given."""
    return Diagnostic(
        first.code,
        first.severity,
        f"{count:,} more of this kind in this file, the first of them here",
        first.span,
        "mend those above first; the next check tells the next ones",
        count=count,
    )


FieldPath = tuple[str | int, ...]
"""The way to a value inside a record: keys and list positions, such as `("appearances", 2, "quote")`."""


class Places(Protocol):
    """Knows where in the sources each value of each record was written."""

    def span(self, kind: str, record_id: str, path: FieldPath = (), *, key: bool = False) -> SourceSpan:
        """Return where the value at `path` stands (or its key); the nearest parent where the value is absent."""

    def spans_of_words(self, kind: str, record_id: str, path: FieldPath, words: str) -> Iterator[SourceSpan]:
        """Yield where `words` stand inside the value at `path`, in order; then the value's place, for ever."""


class Problems:
    """Collects the diagnostics of one run; a step adds to it and goes on, so that one run names every mistake."""

    def __init__(self) -> None:
        self._found: dict[Diagnostic, None] = {}

    def error(
        self,
        code: str,
        message: str,
        span: SourceSpan,
        hint: str = "",
        related: tuple[Related, ...] = (),
        *,
        edits: tuple[Edit, ...] = (),
        moved_to: str = "",
    ) -> None:
        """Add a problem that stops the build."""
        error = Severity.ERROR
        self.add(Diagnostic(code, error, message, span, hint, related, edits=edits, moved_to=moved_to))

    def warning(
        self,
        code: str,
        message: str,
        span: SourceSpan,
        hint: str = "",
        related: tuple[Related, ...] = (),
        *,
        edits: tuple[Edit, ...] = (),
    ) -> None:
        """Add a problem that is told and does not stop the build."""
        self.add(Diagnostic(code, Severity.WARNING, message, span, hint, related, edits=edits))

    def add(self, diagnostic: Diagnostic) -> None:
        """Add a diagnostic; the same one twice counts once."""
        self._found[diagnostic] = None

    def discard(self, diagnostic: Diagnostic) -> None:
        """Take a diagnostic back that another one explains."""
        self._found.pop(diagnostic, None)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Add several diagnostics."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._found, key=lambda found: found.sort_key))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the build."""
        return any(found.severity is Severity.ERROR for found in self._found)


def did_you_mean(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate nearest to `word`, or None when none is near enough to be worth proposing."""
    ordered = sorted(candidates)
    folded = {candidate.casefold().replace("-", "_"): candidate for candidate in reversed(ordered)}
    exact = folded.get(word.casefold().replace("-", "_"))
    if exact is not None and exact != word:
        return exact
    near = get_close_matches(word, ordered, n=1, cutoff=_LEAST_LIKENESS)
    if near:
        return near[0]
    longer = [candidate for candidate in ordered if f"-{word}-" in f"-{candidate}-"]
    return longer[0] if len(longer) == 1 else None


MOST_COMPARED = 100_000
"""Words that one run compares with misspelt ones: five slips among 20,000 ids, 500 among 200, in about a second."""


class Proposals:
    """Proposes what misspelt words may mean, each word once, until a run has compared enough; then nothing."""

    def __init__(self) -> None:
        self._left = MOST_COMPARED
        self._found: dict[tuple[str, Hashable], str | None] = {}

    def near(self, word: str, candidates: Collection[str], among: Hashable) -> str | None:
        """Return what `did_you_mean` does; `among` names the candidates, which are the same each time."""
        asked = word, among
        if asked not in self._found:
            self._left -= len(candidates)
            self._found[asked] = did_you_mean(word, candidates) if self._left >= 0 else None
        return self._found[asked]
