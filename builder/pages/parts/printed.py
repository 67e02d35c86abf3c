"""Words of a text that no editor has quoted: what of them may be printed, and where they stand."""

from __future__ import annotations

from builder.analysis.excerpts import cut
from builder.model.base import ArticleId
from builder.model.library import Library, PlacedQuote
from builder.model.seedtext import SeedText
from builder.pages.kinds import At, Context
from builder.pages.parts.blocks import paragraph_anchor
from builder.pages.parts.cutter import OMITTED, printed_words, published_of
from builder.pages.parts.quotes import paragraph_words
from builder.pages.shapes.small import Phrase
from builder.text import Span
from builder.wording import marked

WITHHELD = marked("The words are not published here.")


def words_in(context: Context, article: ArticleId, span: Span) -> str:
    """Return the words of a raw range as the clean view has them, as far as they may be published."""
    return printed_words(context.library.texts[article], published_of(context, article), span)


def phrase_in(context: Context, article: ArticleId, span: Span) -> Phrase:
    """Return the words of a raw range in their language, as far as they may be published."""
    return Phrase(words_in(context, article, span).strip(), context.library.language_of(article))


def around(context: Context, article: ArticleId, span: Span) -> tuple[str, str]:
    """Return what stands before and after a raw range in its sentences, as far as it may be published."""
    sentence = context.library.texts[article].sentence_around(span)
    before = words_in(context, article, Span(sentence.start, span.start))
    after = words_in(context, article, Span(span.end, sentence.end))
    hidden_before = not before.strip() and sentence.start < span.start
    hidden_after = not after.strip() and span.end < sentence.end
    return (OMITTED.lstrip() if hidden_before else before), (OMITTED.rstrip() if hidden_after else after)


def place_of(at: At, article: ArticleId, span: Span) -> tuple[str, str]:
    """Return the link to the paragraph that a raw range begins in, and its place in words: `paragraph 4`.

    Where nothing of the paragraph is published the link leads to the article.
    """
    text = at.library.texts[article]
    paragraph = text.paragraph_at(span.start)
    href = at.href("article", article, _fragment(text, published_of(at.context, article), span))
    assert href is not None, f"no page for article {article}"
    return href, paragraph_words(paragraph)


def fragment_of(library: Library, published: tuple[Span, ...], placed: PlacedQuote) -> str:
    """Return the address, on its article's page, of the paragraph that words stand in; empty where it is not shown."""
    text = library.texts.get(placed.article)
    return _fragment(text, published, placed.span) if text is not None and placed.span is not None else ""


def _fragment(text: SeedText, published: tuple[Span, ...], span: Span) -> str:
    paragraph = text.paragraph_at(span.start)
    shown = paragraph is not None and bool(cut(published, paragraph.span))
    return paragraph_anchor(paragraph.number) if paragraph and shown else ""
