"""Reads and checks a whole dossier: files to records to one `Library`, with every problem on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from builder.diagnostics import Diagnostic, Places, Problems, Severity
from builder.load.answered import without_answered
from builder.load.circles import check_circles
from builder.load.clock import check_dates
from builder.load.closed import close_library
from builder.load.consistency import check_consistency
from builder.load.content import read_content
from builder.load.decode import Records, decode_records
from builder.load.evidence import place_marks, place_quotes
from builder.load.files import InputFile, SourceTree
from builder.load.places import RecordPlaces
from builder.load.prose import check_prose
from builder.load.references import References, check_positions
from builder.load.seeds import read_seeds
from builder.load.wanted import wanted_quotes
from builder.model.claim import Claim
from builder.model.library import Library


@dataclass(frozen=True)
class Loaded:
    """A dossier as it was read, whether or not it may be built.

    `library` is None where `content/dossier.yaml` cannot be read. With errors among the problems it serves for
    further checks only: records that could not be read are absent, and with them whatever needs them.
    """

    library: Library | None
    problems: tuple[Diagnostic, ...]
    places: Places
    inputs: tuple[InputFile, ...]
    _records: Records
    _record_places: RecordPlaces
    _sources: Mapping[str, str]

    @property
    def has_errors(self) -> bool:
        """Whether anything that was found stops a build."""
        return any(found.severity is Severity.ERROR for found in self.problems)

    def source(self, path: str) -> str | None:
        """Return the text of a file that was read, for showing its lines."""
        found = self._sources.get(path)
        return self._record_places.text_of(path) if found is None else found

    def settled(self, more: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """Return all problems, with `more` that others found, sorted and without the warnings editors answered.

        What others found in a record that has mistakes of its own is left out: it may only follow from them.
        """
        broken = {
            self._record_places.path(kind, record_id)
            for kind, by_id in self._records.partial.items()
            for record_id in by_id
        }
        sound = (one for one in more if one.span.path not in broken)
        return without_answered((*self.problems, *sound), self._records, self._record_places)


def load_dossier(root: Path, *, with_drafts: bool = False, today: date | None = None) -> Loaded:
    """Read and check the dossier at `root`; drafts are checked, and kept only where they are asked for.

    `today` is the day of the clock where it is not given; it decides over warnings alone. Mistakes never raise: they
    are problems with a place and a way to mend them.
    """
    problems = Problems()
    places = RecordPlaces()
    tree = SourceTree(root, problems)
    records = decode_records(read_content(tree, problems), places, problems)
    _check_records(records, places, problems, with_drafts=with_drafts)
    check_dates(records, places, problems, today or datetime.now(UTC).date())
    wanted = wanted_quotes(records)
    counts = Counter(str(one.article) for one in wanted if one.article is not None)
    texts = read_seeds(tree, records, counts, places, problems)
    marked = place_marks(texts, records, places, problems)
    quotes = place_quotes(wanted, marked, records, places, problems)
    library = close_library(
        records,
        {article_id: one.text for article_id, one in marked.items()},
        quotes,
        wanted,
        with_drafts=with_drafts,
        has_errors=problems.has_errors,
    )
    sources = {text.path: text.raw for text in texts.values()}
    return Loaded(library, tuple(problems), places, tree.inputs(), records, places, sources)


def _check_records(records: Records, places: RecordPlaces, problems: Problems, *, with_drafts: bool) -> None:
    references = References(records, places, problems, with_drafts)
    for kind, record_id, record in records.every():
        references.check(kind, record_id, record)
        check_prose(kind, record_id, record, references)
        # In a claim with mistakes a position that could not be read would seem unknown.
        if isinstance(record, Claim) and record_id in records.whole["claim"]:
            check_positions(record_id, record, places, problems)
    check_circles(records, places, problems)
    check_consistency(records, places, problems)
