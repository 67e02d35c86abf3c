"""Takes redacted words out of the texts and the records before anything else sees them.

A mark of kind `redact` is the first to be applied: the text is then read as if its file held a sign in place of the
words, and the record as if the mark had that sign for its words. Whatever comes later cannot print what it never had.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.decode import Records
from builder.load.nodes import position_at
from builder.load.places import RecordPlaces
from builder.load.placing import Misplaced, every_place, too_many_places
from builder.load.samewords import SameWords
from builder.load.seeds import ReadSeeds
from builder.load.sifting import MOST_STEPS, whole_places
from builder.load.wanted import wording_of
from builder.model.article import Article
from builder.model.base import Record
from builder.model.correction import Correction
from builder.model.marks import REDACTION_SIGN, LengthClass, Mark, MarkKind
from builder.model.seedtext import EarlierText, PlacedMark, SeedText
from builder.regexes import regex
from builder.text import Span, joined

_SHORT_CHARS = 30
_MEDIUM_CHARS = 200
_LINE = regex(r"[^\s](?:[^\n\r\x0b\x0c\x85\u2028\u2029]*[^\s])?")


class Redacted(Struct, frozen=True, dict=True):
    """What is left to read. `held` are the redacted words with the article that redacts them.

    An article of whose redactions one cannot be placed has no text, since nobody knows which words to leave out.
    """

    texts: Mapping[str, SeedText]
    earlier: Mapping[str, tuple[EarlierText, ...]]
    records: Records
    held: tuple[tuple[str, str], ...]
    changed: Mapping[str, SeedText]
    """Texts that are not those on record, of articles that redact nothing."""
    unredacted: Mapping[str, SeedText]
    """The texts as they were, for finding why a quote is not in what is left; never to be shown."""

    @property
    def every_text(self) -> tuple[SeedText, ...]:
        """All texts that are left, earlier states among them."""
        return (*self.texts.values(), *(state.text for states in self.earlier.values() for state in states))


def redact(
    stored: ReadSeeds, unread: AbstractSet[str], records: Records, places: RecordPlaces, problems: Problems
) -> Redacted:
    """Return texts and records without redacted words; a redaction that finds no words is a problem.

    Articles in `unread` have a redaction that could not be read, and so no text.
    """
    left: dict[str, SeedText] = {}
    earlier: dict[str, tuple[EarlierText, ...]] = {}
    unredacted: dict[str, SeedText] = {}
    held: list[tuple[str, str]] = []
    for article_id, text in stored.texts.items():
        marks = _redactions(records.find("article", article_id))
        found = _places_of(article_id, marks, text, places, problems)
        if article_id in unread or found is None:
            continue
        states = stored.earlier.get(article_id, ())
        if marks:
            words = tuple(each.span.of(text.raw) for each in found)
            unredacted[article_id] = text
            held += [(each, article_id) for each in words]
            states = _states_without_words(article_id, states, words, found[0], text.steps, places, problems)
            text = _without_words(text, found)
        left[article_id] = text
        if states:
            earlier[article_id] = states
    digests = {name: text.sha256 for name, text in left.items() if text.is_redacted}
    changed = {
        name: text
        for name, text in stored.changed.items()
        if name not in unread and not _redactions(records.find("article", name))
    }
    return Redacted(left, earlier, records_without_words(records, digests), tuple(held), changed, unredacted)


def _states_without_words(
    article_id: str,
    states: tuple[EarlierText, ...],
    words: tuple[str, ...],
    first: PlacedMark,
    steps: int,
    places: RecordPlaces,
    problems: Problems,
) -> tuple[EarlierText, ...]:
    """Return earlier states without what is redacted in the one shown, wherever the same words stand in them.

    A state is not used if the places that are looked at, `steps` of them in the text shown, run out in it.
    """
    left: list[EarlierText] = []
    told = dict.fromkeys(each for each in words if not is_sign(each))
    same_words = SameWords((each, "") for each in told)
    for state in states:
        state.text.steps = steps
        spans = list(same_words.places(state.text.raw))
        for each in told:
            spans += whole_places(state.text, each, len(state.text.raw))
        steps = state.text.steps
        if steps > MOST_STEPS:
            bound = too_many_places(state.text)
            where = places.span("article", article_id, ("versions", state.index))
            problems.error(bound.code, bound.message, where, bound.hint)
            break
        marks = [replace(first, span=span) for span in joined(spans)]
        left.append(replace(state, text=_without_words(state.text, marks)) if marks else state)
    return tuple(left)


def is_sign(words: str) -> bool:
    """Whether words are nothing but the sign: the file itself no longer holds what was redacted."""
    return not words.replace(REDACTION_SIGN, "").strip()


def _redactions(record: Record | None) -> list[tuple[int, Mark]]:
    if not isinstance(record, Article):
        return []
    return [(index, mark) for index, mark in enumerate(record.marks) if mark.kind is MarkKind.REDACT]


def _places_of(
    article_id: str,
    marks: list[tuple[int, Mark]],
    text: SeedText,
    places: RecordPlaces,
    problems: Problems,
) -> list[PlacedMark] | None:
    """Return every place of every redaction, in text order and apart; None where one has no place."""
    found: list[PlacedMark] = []
    complete = True
    for index, mark in marks:
        spans = every_place(text, wording_of(mark))
        if isinstance(spans, Misplaced) and text.steps > MOST_STEPS:
            problems.error(spans.code, spans.message, _where(article_id, index, mark, places), spans.hint)
            return None
        if isinstance(spans, Misplaced):
            complete = False
            _tell_misplaced(article_id, index, mark, spans, text, places, problems)
        else:
            found += [PlacedMark(index, mark, span) for span in spans]
    kept: list[PlacedMark] = []
    for placed in sorted(found, key=lambda placed: (placed.span.start, -placed.span.end, placed.index)):
        last = kept[-1] if kept else None
        if last is None or not last.span.meets(placed.span):
            kept.append(placed)
        elif not last.span.holds(placed.span) and last.index != placed.index:
            complete = False
            _tell_overlap(article_id, last, placed, places, problems)
    return kept if complete else None


def _tell_misplaced(
    article_id: str,
    index: int,
    mark: Mark,
    misplaced: Misplaced,
    text: SeedText,
    places: RecordPlaces,
    problems: Problems,
) -> None:
    """Say that words have no place without saying any of them."""
    near = "".join(
        " (look at {}:{})".format(*position_at(text.raw, span.start)) for span in misplaced.seen_at[:1]
    )
    problems.error(
        misplaced.code,
        f"the words to be redacted have no place in {text.path}{near}; until they have, nothing of it is used",
        _where(article_id, index, mark, places),
        "copy whole words from the text, letter for letter",
    )


def _where(article_id: str, index: int, mark: Mark, places: RecordPlaces) -> SourceSpan:
    return places.span(
        "article", article_id, ("marks", index, "quote" if mark.quote is not None else "start")
    )


def _tell_overlap(
    article_id: str, last: PlacedMark, placed: PlacedMark, places: RecordPlaces, problems: Problems
) -> None:
    first, second = sorted((last.index, placed.index))
    problems.error(
        "marks-overlap",
        "this redaction covers some of the words that another one covers, and more",
        places.span("article", article_id, ("marks", second)),
        "let one of them cover all the words",
        (Related(places.span("article", article_id, ("marks", first)), "the other mark"),),
    )


def _without_words(text: SeedText, found: list[PlacedMark]) -> SeedText:
    """Return the text with one sign for each line of each redaction, so that paragraphs keep their numbers."""
    parts: list[str] = []
    signs: list[PlacedMark] = []
    reached = length = 0
    for placed in found:
        words = placed.span.of(text.raw)
        sign = _LINE.sub(REDACTION_SIGN, words)
        parts += [text.raw[reached : placed.span.start], sign]
        start = length + placed.span.start - reached
        length, reached = start + len(sign), placed.span.end
        begin = start + len(sign) - len(sign.lstrip())
        span = Span(begin, start + len(sign.rstrip()))
        signs.append(replace(placed, span=span, mark=without_words(placed.mark), length=_length_of(words)))
    raw = "".join([*parts, text.raw[reached:]])
    if raw == text.raw:
        return SeedText(text.path, raw, text.sha256, text.size_bytes, (), tuple(signs), text.lines)
    content = raw.encode("utf-8", "surrogatepass")
    return SeedText(
        text.path,
        raw,
        sha256(content).hexdigest(),
        len(content),
        redactions=tuple(signs),
        lines=text.lines.over(raw),
        is_redacted=True,
    )


def _length_of(words: str) -> LengthClass | None:
    if is_sign(words):
        return None
    if len(words) <= _SHORT_CHARS:
        return LengthClass.SHORT
    return LengthClass.MEDIUM if len(words) <= _MEDIUM_CHARS else LengthClass.LONG


def without_words(mark: Mark) -> Mark:
    """Return a redaction that knows nothing of its words any more."""
    return mark.model_copy(
        update={"quote": REDACTION_SIGN, "prefix": None, "suffix": None, "start": None, "end": None}
    )


def records_without_words(records: Records, digests: Mapping[str, str]) -> Records:
    """Return records without the words that they redact or withhold; `digests` are those of texts without theirs."""

    def cleared(by_kind: Mapping[str, Mapping[str, Record]]) -> dict[str, Mapping[str, Record]]:
        articles = {name: _cleared(record, digests.get(name)) for name, record in by_kind["article"].items()}
        corrections = {name: _unsaid(record) for name, record in by_kind["correction"].items()}
        return {**by_kind, "article": articles, "correction": corrections}

    return replace(records, whole=cleared(records.whole), partial=cleared(records.partial))


def _cleared(record: Record, digest: str | None) -> Record:
    if not isinstance(record, Article) or not _redactions(record):
        return record
    marks = tuple(without_words(mark) if mark.kind is MarkKind.REDACT else mark for mark in record.marks)
    file = record.text
    if file is not None and file.sha256 is not None:
        file = file.model_copy(update={"sha256": digest})
    # with the digest of the text as received somebody could try out guesses
    custody = tuple(step.model_copy(update={"sha256": None}) for step in record.custody)
    return record.model_copy(update={"marks": marks, "text": file, "custody": custody})


def _unsaid(record: Record) -> Record:
    """Return a correction without the words that it withholds."""
    if not isinstance(record, Correction) or not record.withhold:
        return record
    return record.model_copy(update={"title": None, "was": None})
