"""Quoted words as pages show them: the sentence, its place, whose words they are, what they say of a claim."""

from __future__ import annotations

from msgspec.structs import replace

from builder.analysis.claimfindings import RecordKey, Reliance, Saying
from builder.analysis.origins import attributed_record
from builder.model.article import Publish, Relation
from builder.model.base import ArticleId
from builder.model.claim import Appearance, Claim, DisagreementKind, Reading, Stance
from builder.model.datewords import date_words
from builder.model.library import PlacedQuote
from builder.model.quotes import Checked, Quoted
from builder.model.seedtext import Paragraph
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import printed_words, published_of
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.names import foreign, record_name
from builder.pages.parts.words import DISAGREEMENT_WORDS, READING_WORDS, STANCE_WORDS
from builder.pages.shapes.small import Phrase, ReadingView, SourceView, StanceView, TranslationView
from builder.pages.shapes.texts import MarkedRun, QuoteView
from builder.text import Span
from builder.wording import marked, say, say_as, say_many


def appearance_quote(at: At, saying: Saying, *, noted: bool = True, sourced: bool = True) -> QuoteView:
    """Return the quotation of an appearance with its stance and, where wanted, its source."""
    appearance = saying.appearance
    quote = quote_view(
        at,
        placed_appearance(at.context, at.library.claims[saying.claim], saying.index),
        stance=stance_view(at.context, saying, noted=False, sourced=sourced),
        note=appearance.note if noted else None,
        quoted=appearance,
        sourced=False,
    )
    return replace(quote, source=saying_source(at, saying)) if sourced else quote


def placed_appearance(context: Context, claim: Claim, index: int) -> PlacedQuote:
    """Return the verified quote of an appearance."""
    placed = context.library.quote("claim", claim.id, "appearances", index)
    assert placed is not None, f"claim {claim.id} has no verified quote for appearance {index}"
    return placed


def quote_view(
    at: At,
    placed: PlacedQuote,
    *,
    stance: StanceView | None = None,
    note: str | None = None,
    quoted: Quoted | None = None,
    sourced: bool = True,
) -> QuoteView:
    """Return a verified quote in the whole sentence around it, with a link to its place in the article."""
    before, after = context_words(at.context, placed)
    return QuoteView(
        stance=stance,
        before=before,
        exact=(MarkedRun(placed.words),),
        after=after,
        lang=quoted.lang if quoted and quoted.lang else at.library.language_of(placed.article),
        source=source_view(at, placed.article) if sourced else None,
        href=quote_href(at, placed),
        locator=locator(at.context, placed),
        note=note,
        checked=_checked_words(quoted.checked) if quoted and quoted.checked else None,
        translation=translation_view(at.context, quoted) if quoted else None,
    )


def _checked_words(checked: Checked) -> str:
    return say("checked by hand, {name}, {date}", name=checked.by, date=date_words(checked.date))


def translation_view(context: Context, quoted: Quoted) -> TranslationView | None:
    """Return what the editors say a quote means in the language of the dossier, signed; None where they say nothing."""
    translation = quoted.translation
    if translation is None:
        return None
    return TranslationView(
        Phrase(translation.text, context.library.dossier.language),
        say("Translation by {name}", name=translation.by),
    )


def context_words(context: Context, placed: PlacedQuote) -> tuple[str, str]:
    """Return what may be printed of the sentence before and after a quote."""
    text = context.library.texts.get(placed.article)
    if text is None or placed.span is None or context.library.publish_of(placed.article) is Publish.LINK:
        return "", ""
    sentence = text.sentence_around(placed.span)
    published = published_of(context, placed.article)
    before = printed_words(text, published, Span(sentence.start, placed.span.start))
    return before, printed_words(text, published, Span(placed.span.end, sentence.end))


def quote_href(at: At, placed: PlacedQuote) -> str | None:
    """Return the link to a quote in its article; to the article where its text is not kept."""
    anchor = placed.anchor if placed.span is not None else ""
    return at.href("article", placed.article, anchor)


def locator(context: Context, placed: PlacedQuote) -> str:
    """Return where a quote stands in words: `paragraph 4`."""
    text = context.library.texts.get(placed.article)
    if text is None or placed.span is None:
        return say("text not kept")
    return paragraph_words(text.paragraph_at(placed.span.start))


def paragraph_words(paragraph: Paragraph | None) -> str:
    """Return a place in words: `paragraph 4`, or `text` where words stand in none."""
    return say("paragraph {number}", number=paragraph.number) if paragraph else say_as("place", "text")


def placed_saying(context: Context, saying: Saying) -> PlacedQuote:
    """Return the verified quote of an appearance."""
    return placed_appearance(context, context.library.claims[saying.claim], saying.index)


def saying_phrase(context: Context, saying: Saying) -> Phrase:
    """Return the exact words of an appearance in their language."""
    language = saying.appearance.lang or context.library.language_of(saying.article)
    return Phrase(placed_saying(context, saying).words, language)


def saying_place(at: At, saying: Saying) -> tuple[str, str]:
    """Return the link to an appearance's sentence and its place in words; every article has a page."""
    placed = placed_saying(at.context, saying)
    href = quote_href(at, placed)
    assert href is not None, f"no page for article {placed.article}"
    return href, locator(at.context, placed)


MOST_STEPS = 12
"""Steps that stand beside each quote of a text; what computed data say of the claim has them all."""
THROUGH_WORDS: dict[Relation, str] = {
    Relation.TRANSLATES: marked("translating {name}"),
    Relation.REPUBLISHES: marked("republishing {name}"),
    Relation.QUOTES: marked("quoting {name}"),
    Relation.REPORTS: marked("citing {name}"),
    Relation.BASED_ON: marked("based on {name}"),
}
"""What a text does with what it relies on; it reports an event and cites everybody else."""


def origin_name(context: Context, key: RecordKey) -> str:
    """Return what an origin is called: an article of the dossier by its siglum or outlet, else record or words."""
    kind, name = key
    if kind == "what":
        return name
    return siglum_of(context, ArticleId(name)) if kind == "article" else context.library.name_of(kind, name)


def through_words(context: Context, saying: Saying) -> str | None:
    """Return through whom an article has the words of an appearance, nearest first, or None where they are its own."""
    words = [_step(context, each) for each in saying.through[:MOST_STEPS]]
    more = len(saying.through) - len(words)
    words += [say_many("and {count} more", "and {count} more", more)] if more else []
    return say(", ").join(words) or None


def through_names(context: Context, saying: Saying) -> tuple[Phrase, ...]:
    """Return the names in these words that are of another language."""
    keys = (each.origin.key for each in saying.through[:MOST_STEPS])
    return foreign(*(record_name(context.library, *key) for key in keys if key[0] != "what"))


def _step(context: Context, reliance: Reliance) -> str:
    name = origin_name(context, reliance.origin.key)
    is_event = reliance.origin.key[0] == "event"
    return (
        say("reporting {name}", name=name) if is_event else say(THROUGH_WORDS[reliance.relation], name=name)
    )


def saying_source(at: At, saying: Saying) -> SourceView:
    """Return an article as the source of an appearance, with those through whom it has the words."""
    source = source_view(at, saying.article)
    return replace(source, through=through_words(at.context, saying), names=through_names(at.context, saying))


def stance_view(context: Context, saying: Saying, *, noted: bool = True, sourced: bool = False) -> StanceView:
    """Return the stance of an appearance with position, attribution, hedge and, where wanted, its note.

    `sourced` says that its source stands beside it, with those through whom the text has the words.
    """
    appearance = saying.appearance
    positions = context.library.claims[saying.claim].positions
    language = context.library.language_of(saying.article)
    return StanceView(
        stance=appearance.stance.value,
        word=say(STANCE_WORDS[appearance.stance]),
        position=positions.get(appearance.position or ""),
        attribution=on_whose_word(context, appearance),
        through=None if sourced else through_words(context, saying),
        hedge=Phrase(appearance.hedge, language) if appearance.hedge else None,
        note=appearance.note if noted else None,
        names=(*told_names(context, appearance), *(() if sourced else through_names(context, saying))),
    )


def on_whose_word(context: Context, appearance: Appearance) -> str | None:
    """Return on whose word an appearance speaks, as it stands behind its stance, or None where it speaks for itself.

    `to SITE`, `to Western reporters`, `without saying to whom`; where the text does more than attribute, `on the
    word of SITE`.
    """
    if appearance.attributed_to is None:
        return None
    return word_of(appearance.stance, whose_name(context, appearance))


def whose_name(context: Context, appearance: Appearance) -> str | None:
    """Return the name of those on whose word an appearance speaks, or None where no name is told."""
    attributed_to = appearance.attributed_to
    if attributed_to is None or attributed_to.unstated:
        return None
    record = attributed_record(context.library, attributed_to)
    return context.library.name_of(*record) if record else attributed_to.described


def word_of(stance: Stance, name: str | None) -> str:
    """Return on whose word a text speaks, to stand beside its stance; without a name it does not say."""
    if stance is Stance.ATTRIBUTES:
        if name is None:
            return say_as("beside “attributes”", "without saying to whom")
        return say_as("beside “attributes”", "to {name}", name=name)
    if name is None:
        return say_as("beside a stance", "without saying on whose word")
    return say_as("beside a stance", "on the word of {name}", name=name)


def told_names(context: Context, appearance: Appearance) -> tuple[Phrase, ...]:
    """Return the name in these words, where it is of another language."""
    attributed_to = appearance.attributed_to
    record = attributed_record(context.library, attributed_to) if attributed_to else None
    return foreign(record_name(context.library, *record)) if record else ()


def absent_view(state: str, note: str | None = None) -> StanceView:
    """Return how an article is absent from a claim: silent, not-applicable or not-read."""
    return StanceView(stance=state, word=say(STANCE_WORDS[state]), note=note)


def reading_view(reading: Reading, disagreement: tuple[DisagreementKind, ...] = ()) -> ReadingView:
    """Return a reading in words with its disagreement."""
    return ReadingView(reading.value, say(READING_WORDS[reading]), disagreement_words(disagreement) or None)


def disagreement_words(disagreement: tuple[DisagreementKind, ...]) -> str:
    """Return in what articles disagree: `chronology, numbers`."""
    return say(", ").join(say(DISAGREEMENT_WORDS[kind]) for kind in disagreement)
