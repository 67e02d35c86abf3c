"""Quotations in their sentences, as far as a text may be published."""

from __future__ import annotations

from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.model.article import Publish
from builder.model.claim import Claim
from builder.model.library import PlacedQuote
from builder.model.quotes import Checked, Quoted
from builder.model.seedtext import Paragraph
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import printed_words, published_of
from builder.pages.parts.dates import date_words
from builder.pages.parts.links import source_view
from builder.pages.parts.sourcing import saying_source
from builder.pages.parts.stances import stance_view
from builder.pages.shapes.small import Phrase, StanceView, TranslationView
from builder.pages.shapes.texts import MarkedRun, QuoteView
from builder.text import Span
from builder.wording import say, say_as


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
