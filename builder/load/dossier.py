"""Reads and checks a whole dossier: files to records to one `Library`, with every problem on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from builder.diagnostics import Diagnostic, Places, Problems, Severity
from builder.load.alike import check_alike
from builder.load.answered import without_answered
from builder.load.circles import check_circles
from builder.load.clock import check_dates, today
from builder.load.closed import close_library
from builder.load.condition import tell_conditions
from builder.load.consistency import check_consistency
from builder.load.content import read_content, unread_kinds
from builder.load.custody import tell_custody
from builder.load.decode import Records, decode_records
from builder.load.elsewhere import check_elsewhere, tell_kept, words_to_find
from builder.load.evidence import place_marks, place_quotes
from builder.load.filenames import check_twins
from builder.load.files import InputFile, Instead, SourceTree
from builder.load.knowncodes import check_codes
from builder.load.linemarkup import check_markup
from builder.load.notplain import markup_format
from builder.load.places import RecordPlaces
from builder.load.posing import check_posing
from builder.load.prose import check_prose
from builder.load.quotations.check import check_quotations
from builder.load.quotations.unread import Unsettled
from builder.load.redaction import Redacted, redact
from builder.load.references import References, check_positions
from builder.load.remembered import LoadMemory
from builder.load.remnants import remnants_of, tell_remnants
from builder.load.samewords import SameWords
from builder.load.seeds import read_seeds
from builder.load.static import StaticFile, read_static
from builder.load.unusedseeds import tell_unused_seeds
from builder.load.wanted import refused_words, wanted_quotes
from builder.load.withheld import (
    Withheld,
    Written,
    unread_redactions,
    written_redactions,
    written_withdrawals,
)
from builder.model.claim import Claim
from builder.model.library import Library
from builder.model.seedtext import SeedText


class Loaded(Struct, frozen=True, dict=True):
    """A dossier as it was read, whether or not it may be built.

    `library` is None where `content/dossier.yaml` cannot be read. With errors among the problems it serves for
    further checks only: records that could not be read are absent, and with them whatever needs them.
    """

    library: Library | None
    problems: tuple[Diagnostic, ...]
    places: Places
    inputs: tuple[InputFile, ...]
    static: tuple[StaticFile, ...]
    """The publisher's own files, which are copied into the site as they are."""
    records: Records
    """All records without redacted and withheld words, also what is left of those with mistakes."""
    _record_places: RecordPlaces
    _sources: Mapping[str, SeedText]
    _withheld: Withheld

    @property
    def has_errors(self) -> bool:
        """Whether anything that was found stops a build."""
        return any(found.severity is Severity.ERROR for found in self.problems)

    def source(self, path: str) -> str | None:
        """Return the text of a file that was read, for showing its lines; lines with redacted words are a sign."""
        found = self._sources.get(path)
        return self._withheld.shown(path, self._record_places.text_of(path) if found is None else found.raw)

    def shown(self, path: str, text: str) -> str | None:
        """Return what a file may hold next as it may be shown; None where none of its lines may."""
        return self._withheld.shown(path, text)

    def without_withheld(self, words: str) -> str:
        """Return words as they may be shown: a sign in place of those that this dossier redacts or withholds."""
        return self._withheld.without(words)

    @property
    def is_blind(self) -> bool:
        """Whether something is redacted or withheld and nobody can tell what, since it cannot be read or placed."""
        return self._withheld.is_blind

    def settled(self, more: Iterable[Diagnostic] = ()) -> tuple[Diagnostic, ...]:
        """Return all problems, with `more` that others found, sorted and without the warnings editors answered.

        What others found in a record that has mistakes of its own is left out: it may only follow from them.
        """
        broken = {
            self._record_places.path(kind, record_id)
            for kind, by_id in self.records.partial.items()
            for record_id in by_id
        }
        sound = (self._withheld.masked(one) for one in more if one.span.path not in broken)
        return without_answered((*self.problems, *sound), self.records, self._record_places)


def load_dossier(
    root: Path,
    *,
    with_drafts: bool = False,
    day: date | None = None,
    memory: LoadMemory | None = None,
    instead: Instead | None = None,
) -> Loaded:
    """Read and check the dossier at `root`; drafts are checked, and kept only where they are asked for.

    `day` is the day of the check, the clock's where it is not given; it decides over warnings alone. A process
    that loads a dossier again gives a `memory` with what the last load found out. What stands in `instead` is read in
    place of the disk. Mistakes never raise: they are problems with a place and a way to mend them.
    """
    problems = Problems()
    places = RecordPlaces()
    tree = SourceTree(root, problems, memory.files if memory else None, instead)
    memory = memory or LoadMemory()
    records = decode_records(read_content(tree, problems, memory.is_known), places, problems, memory.records)
    records = replace(records, unread=unread_kinds(tree))
    _check_records(records, places, problems, with_drafts=with_drafts)
    check_dates(records, places, problems, day or today())
    counts = Counter(str(one.article) for one in wanted_quotes(records) if one.article is not None)
    written = written_redactions(places)
    unread = unread_redactions(written, records)
    seeds = read_seeds(tree, records, counts, places, problems, memory.texts, memory.sound)
    tell_custody(seeds, records, places, problems)
    check_twins(tree, {text.path.rpartition("/")[0] for text in seeds.texts.values()}, problems)
    tell_unused_seeds(tree, records, problems)
    redacted = redact(seeds, unread, records, places, problems)
    records, words = redacted.records, words_to_find(redacted)
    told = check_elsewhere(redacted, words, places, problems)
    tell_kept(redacted, places, problems)
    tell_remnants(words, redacted, places, problems)
    changed = (text for text in redacted.changed.values() if markup_format(text.raw) is None)
    tell_conditions((*redacted.every_text, *changed), seeds.named, problems, memory.sound)
    static = read_static(tree, records.dossier, places, problems)
    wanted = wanted_quotes(records)
    marked = place_marks(redacted.texts, redacted.earlier, records, places, problems)
    unseen = [one for one in wanted if not one.stands_in(told)]
    quotes = place_quotes(unseen, marked, redacted.unredacted, records, places, problems)
    unused = {name: text for name, text in seeds.texts.items() if name not in redacted.texts}
    earlier = [state.text.raw for states in redacted.earlier.values() for state in states]
    unsettled = Unsettled({**seeds.changed, **unused}, refused_words(unseen, quotes), told, earlier)
    quotations = check_quotations(records, marked, quotes, unsettled, places, problems)
    library = close_library(
        records,
        {article_id: one.text for article_id, one in marked.items()},
        redacted.earlier,
        quotes,
        wanted,
        quotations,
        with_drafts=with_drafts,
        has_errors=problems.has_errors,
    )
    withheld = _withheld(redacted, (*written, *written_withdrawals(places)), unused.values(), problems)
    sources = {text.path: text for text in redacted.every_text}
    found = tuple(withheld.masked(one) for one in problems)
    return Loaded(library, found, places, tree.inputs(), static, records, places, sources, withheld)


def _withheld(
    redacted: Redacted, written: Iterable[Written], unused: Iterable[SeedText], problems: Problems
) -> Withheld:
    """What messages may not show: redacted words, single names out of them, and the lines that write them."""
    words = ((each, one.record_id) for one in written for each in one.words)
    lines = {one.path: one.lines for one in written}
    return Withheld(
        SameWords((*redacted.held, *remnants_of(redacted), *words)),
        {**lines, **{text.path: None for text in unused}},
        problems,
    )


def _check_records(records: Records, places: RecordPlaces, problems: Problems, *, with_drafts: bool) -> None:
    references = References(records, places, problems, with_drafts)
    for kind, record_id, record in records.every():
        references.check(kind, record_id, record)
        check_prose(kind, record_id, record, references)
        check_markup(kind, record_id, record, places, problems)
        check_codes(kind, record_id, record, places, problems)
        # In a claim with mistakes a position that could not be read would seem unknown.
        if isinstance(record, Claim) and record_id in records.whole["claim"]:
            check_positions(record_id, record, places, problems, references.proposals)
    references.check_lost()
    references.tell_unknown()
    check_circles(records, places, problems)
    check_consistency(records, places, problems)
    check_alike(records, places, problems)
    check_posing(records, places, problems)
