"""Verifies that every quote stands in its text, and finds where; marks first, since quotes are read through them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from builder.diagnostics import Edit, Problems, Related, SourceSpan
from builder.load.decode import Records
from builder.load.negation import negations_of, within
from builder.load.nodes import position_at
from builder.load.places import RecordPlaces
from builder.load.placing import MOST_TOLD, Misplaced, place_words
from builder.load.sifting import occurrences
from builder.load.stress import check_stress
from builder.load.wanted import WantedQuote, wording_of
from builder.matching import FoldedText, respaced
from builder.model.article import Article
from builder.model.base import ArticleId
from builder.model.cleanview import PlacedMark
from builder.model.dossier import Dossier
from builder.model.library import PlacedQuote, QuoteKey
from builder.model.marks import Mark, MarkEffect, MarkKind, without_cut
from builder.model.outlet import Outlet
from builder.model.seedtext import EarlierText, SeedText
from builder.text import Span

_LEAST_TELLING_CHARS = 12


class MarkedText(Struct, frozen=True):
    """A stored text with the marks that could be placed; `is_complete` says that all of them were.

    `earlier` are the states in which it was before, the oldest first.
    """

    text: SeedText
    is_complete: bool
    earlier: tuple[EarlierText, ...] = ()


def place_marks(
    texts: Mapping[str, SeedText],
    earlier: Mapping[str, tuple[EarlierText, ...]],
    records: Records,
    places: RecordPlaces,
    problems: Problems,
) -> dict[str, MarkedText]:
    """Return each text with its marks in place, by article id."""
    marked: dict[str, MarkedText] = {}
    for article_id, record in records.whole["article"].items():
        if isinstance(record, Article) and record.marks and record.text is None:
            problems.error(
                "mark-without-text",
                "the text of this article is not stored, so there is nothing to mark",
                places.span("article", article_id, ("marks",), key=True),
                "store the text, or remove `marks`",
            )
    for article_id, text in texts.items():
        article = records.find("article", article_id)
        if isinstance(article, Article):
            placed, complete = _marks_of(article_id, article, text, places, problems)
            is_whole = article_id in records.whole["article"]
            marked[article_id] = MarkedText(
                text.with_marks(placed) if placed else text,
                complete and is_whole,
                earlier.get(article_id, ()),
            )
    return marked


def _marks_of(
    article_id: str, article: Article, text: SeedText, places: RecordPlaces, problems: Problems
) -> tuple[tuple[PlacedMark, ...], bool]:
    found: list[PlacedMark] = []
    complete = True
    for index, mark in enumerate(article.marks):
        if mark.effect is MarkEffect.REDACT:
            continue  # applied before anything else was read
        key = "start" if mark.start is not None else "quote"
        placed = place_words(text, wording_of(mark), whole_words=False)
        if isinstance(placed, Misplaced):
            _tell(placed, text, places.span("article", article_id, ("marks", index, key)), problems)
            complete = False
        elif _cuts_redaction(text, placed):
            complete = False
            problems.error(
                "marks-overlap",
                "this mark covers a part of what is redacted",
                places.span("article", article_id, ("marks", index)),
                "cover all of the redacted lines, or none",
            )
        else:
            found.append(PlacedMark(index, _in_signs_of(placed.of(text.raw), mark), placed))
    return _without_overlaps(article_id, found, places, problems, complete=complete)


def _in_signs_of(raw: str, mark: Mark) -> Mark:
    """Return a repair as it reads in the signs that stand in the text, where it was written in another form."""
    if mark.read is None or mark.quote == raw:
        return mark
    words = without_cut(raw, mark.read) if mark.kind is MarkKind.JOINED else raw
    return mark.model_copy(update={"quote": raw, "read": respaced(words, mark.read)})


def _cuts_redaction(text: SeedText, span: Span) -> bool:
    return any(placed.span.meets(span) and not span.holds(placed.span) for placed in text.redactions)


def _without_overlaps(
    article_id: str, found: list[PlacedMark], places: RecordPlaces, problems: Problems, *, complete: bool
) -> tuple[tuple[PlacedMark, ...], bool]:
    kept: list[PlacedMark] = []
    for placed in sorted(found, key=lambda placed: (placed.span, placed.index)):
        last = kept[-1] if kept else None
        if last is None or not last.span.meets(placed.span):
            kept.append(placed)
            continue
        complete = False
        first, second = sorted((last, placed), key=lambda one: one.index)
        problems.error(
            "marks-overlap",
            f"this {second.mark.kind.value} covers words that a mark of kind `{first.mark.kind.value}` covers",
            places.span("article", article_id, ("marks", second.index)),
            "shorten one of the two, or split it in two marks",
            (Related(places.span("article", article_id, ("marks", first.index)), "the other mark"),),
        )
    return tuple(kept), complete


def place_quotes(
    wanted: list[WantedQuote],
    texts: Mapping[str, MarkedText],
    unredacted: Mapping[str, SeedText],
    records: Records,
    places: RecordPlaces,
    problems: Problems,
) -> dict[QuoteKey, PlacedQuote]:
    """Return the place of every quote that stands in its text; each other one is a problem.

    `unredacted` are the texts with what is redacted in them, to tell a quote of redacted words from a wrong one.
    """
    quotes: dict[QuoteKey, PlacedQuote] = {}
    for one in wanted:
        if one.article is None:
            if one.key.record_id in records.whole[one.key.kind]:  # else the key may be there, misspelt
                _tell_without_article(one, places, problems)
        elif one.article in texts:
            if not _is_redacted(one, texts[one.article].text, unredacted.get(one.article), places, problems):
                _place_one(one, one.article, texts, records, places, problems, quotes)
        elif _has_no_text(one.article, records):
            _take_on_trust(one, one.article, places, problems, quotes)
    return quotes


def _is_redacted(
    one: WantedQuote, text: SeedText, whole: SeedText | None, places: RecordPlaces, problems: Problems
) -> bool:
    """Whether a quote takes in words that are redacted; a stretch that an origin covers may hold them."""
    if whole is None or one.key.path[-1] == "covers":
        return False
    placed = place_words(text, one.wording, whole_words=False)
    meets = (
        any(sign.span.meets(placed) for sign in text.redactions)
        if isinstance(placed, Span)
        else isinstance(place_words(whole, one.wording, whole_words=False), Span)
    )
    if meets:
        problems.error(
            "quote-in-redaction",
            f"some of these words are redacted in `{one.article}`, and what is withheld is no evidence",
            _span_of(one, places),
            "quote words that readers can see",
        )
    return meets


def _has_no_text(article_id: str, records: Records) -> bool:
    """Whether an article has no stored text on purpose, rather than one that could not be read."""
    article = records.whole["article"].get(article_id)
    return isinstance(article, Article) and article.text is None


def _tell_without_article(one: WantedQuote, places: RecordPlaces, problems: Problems) -> None:
    problems.error(
        "cue-needs-article",
        "these words must stand in an article, and none is named here",
        _span_of(one, places),
        "cue: {article: …, quote: …}",
    )


def _take_on_trust(
    one: WantedQuote,
    article: ArticleId,
    places: RecordPlaces,
    problems: Problems,
    quotes: dict[QuoteKey, PlacedQuote],
) -> None:
    """Words of an article whose text is not kept: somebody has to sign that they were compared by hand."""
    if one.can_be_checked and not one.is_checked:
        problems.error(
            "quote-not-checked",
            f"the text of `{article}` is not stored, so nothing can verify these words",
            _span_of(one, places),
            "add checked: {by: …, date: …} once you have compared them with the text",
        )
        return
    exact = one.wording.quote or f"{one.wording.start} … {one.wording.end}"
    quotes[one.key] = PlacedQuote(article, exact, None)
    check_stress(one.key, one.stress, exact, places, problems)


def _place_one(
    one: WantedQuote,
    article: ArticleId,
    texts: Mapping[str, MarkedText],
    records: Records,
    places: RecordPlaces,
    problems: Problems,
    quotes: dict[QuoteKey, PlacedQuote],
) -> None:
    marked = texts[article]
    text = marked.text
    placed = place_words(text, one.wording, whole_words=marked.is_complete)
    if isinstance(placed, Misplaced):
        placed = _found_elsewhere(one, placed, texts)
        _tell(placed, text, _span_of(one, places), problems)
        return
    quotes[one.key] = _placed_quote(article, text, placed)
    if not one.is_evidence or not marked.is_complete:
        return
    if _is_folded(one, placed, text, places, problems):
        return
    check_stress(one.key, one.stress, text.quoted(placed), places, problems)
    if one.hedge is not None:
        _place_hedge(one, article, one.hedge, placed, text, places, problems, quotes)
    if one.key.path[0] == "appearances" and _is_english(article, records):
        _warn_of_negation(one, placed, text, places, problems)


def _placed_quote(article: ArticleId, text: SeedText, span: Span) -> PlacedQuote:
    exact, shown = span.of(text.raw), text.quoted(span)
    return PlacedQuote(article, exact, span, None if shown == exact else shown)


def _found_elsewhere(one: WantedQuote, missing: Misplaced, texts: Mapping[str, MarkedText]) -> Misplaced:
    """Say where words stand that the article does not hold: an earlier state of it, or by a common slip another one."""
    if one.article is not None and texts[one.article].text.misplaced > MOST_TOLD:
        return missing
    if missing.code != "quote-not-found" or len(one.wording.quote) < _LEAST_TELLING_CHARS:
        return missing
    for state in texts[one.article].earlier if one.article else ():
        if _holds(state.text, one.wording.quote):
            return replace(
                missing, hint=f"they stand in an earlier state, {state.text.path}: quote the newest"
            )
    for article_id, other in texts.items():
        if _holds(other.text, one.wording.quote):
            return replace(
                missing, hint=f"they stand in `{article_id}`: name that article, or quote this one"
            )
    return missing


def _holds(text: SeedText, words_wanted: str) -> bool:
    return words_wanted in text.raw or any(text.folded.find(words_wanted))


def _is_folded(
    one: WantedQuote, span: Span, text: SeedText, places: RecordPlaces, problems: Problems
) -> bool:
    """Whether a quote begins, ends or stands in a fold; one that goes on behind a folded page number is whole."""
    fold = text.fold_cut_by(span)
    if fold is None:
        return False
    line, column = position_at(text.raw, fold.span.start)
    problems.error(
        "quote-in-fold",
        f"these words meet what is folded away as `{fold.mark.kind.value}` ({text.path}:{line}:{column})",
        _span_of(one, places),
        "quote words of the article itself, or correct the mark",
        (Related(_seed_span(text, fold.span), "the folded stretch"),),
    )
    return True


def _place_hedge(
    one: WantedQuote,
    article: ArticleId,
    hedge: str,
    quote: Span,
    text: SeedText,
    places: RecordPlaces,
    problems: Problems,
    quotes: dict[QuoteKey, PlacedQuote],
) -> None:
    """Find the softening words: in the quote first, else in the sentences around it."""
    for span in (quote, text.sentence_around(quote)):
        found = _first_inside(text, hedge, span)
        if found is not None:
            key = QuoteKey(one.key.kind, one.key.record_id, (*one.key.path, "hedge"))
            quotes[key] = PlacedQuote(article, found.of(text.raw), found)
            return
    problems.error(
        "hedge-not-found",
        "these softening words stand neither in the quote nor in its sentence",
        places.span(one.key.kind, one.key.record_id, (*one.key.path, "hedge")),
        "copy them from the sentence, letter for letter",
        (Related(_seed_span(text, quote), "the quote"),),
    )


def _first_inside(text: SeedText, phrase: str, span: Span) -> Span | None:
    """Return where whole words stand first inside a range, sign for sign or else in another form."""
    inside = FoldedText(span.of(text.raw), (Span(0, len(span)),))
    for places in (occurrences(span.of(text.raw), phrase), inside.find(phrase)):
        for place in places:
            found = Span(place.start + span.start, place.end + span.start)
            if text.is_at_word_boundaries(found):
                return found
    return None


_SPEAKS = (Article, Outlet, Dossier)


def _is_english(article_id: str, records: Records) -> bool:
    """Whether a text is in English, by its own language, its outlet's or the dossier's."""
    article = records.find("article", article_id)
    outlet = records.find("outlet", article.outlet) if isinstance(article, Article) else None
    every = (article, outlet, records.dossier)
    language = next((one.language for one in every if isinstance(one, _SPEAKS) and one.language), "en")
    return language.split("-")[0] == "en"


def _warn_of_negation(
    one: WantedQuote, quote: Span, text: SeedText, places: RecordPlaces, problems: Problems
) -> None:
    """A negation in the quoted sentence, outside the quote, may turn its meaning round."""
    first, last = text.paragraph_at(quote.start), text.paragraph_at(quote.end - 1)
    if first is None or last is None:
        return
    negations = negations_of(text.raw, Span(first.span.start, last.span.end))
    if not negations:
        return  # the sentences of a text are worth splitting only where it matters
    sentence = text.sentence_around(quote)
    before, after = Span(sentence.start, quote.start), Span(quote.end, sentence.end)
    for found in chain(within(negations, before), within(negations, after)):
        if not _is_hidden(text, found):
            problems.warning(
                "quote-cuts-negation",
                f"the quoted sentence says `{found.of(text.raw)}` outside the quote, which may turn its meaning round",
                _span_of(one, places),
                "quote it too, or acknowledge the warning with a reason",
                (Related(_seed_span(text, found), "the negation"),),
            )
            return


def _is_hidden(text: SeedText, span: Span) -> bool:
    return any(
        placed.mark.effect in (MarkEffect.FOLD, MarkEffect.LIFT) for placed in text.marks_meeting(span)
    )


def _tell(misplaced: Misplaced, text: SeedText, span: SourceSpan, problems: Problems) -> None:
    related = tuple(Related(_seed_span(text, seen), "in the stored text") for seen in misplaced.seen_at)
    is_safe = misplaced.mended and span.line == span.end_line
    edits = (Edit(span, misplaced.mended),) if is_safe else ()
    problems.error(misplaced.code, misplaced.message, span, misplaced.hint, related, edits=edits)


def _span_of(one: WantedQuote, places: RecordPlaces) -> SourceSpan:
    return places.span(one.key.kind, one.key.record_id, one.words_path)


def _seed_span(text: SeedText, span: Span) -> SourceSpan:
    start, end = position_at(text.raw, span.start), position_at(text.raw, span.end)
    return SourceSpan(text.path, *start, *end)
