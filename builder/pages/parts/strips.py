"""A text drawn as a strip: which of its words stand in another text too, and which sentences stand in no other."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.comparisonfindings import PairComparison
from builder.model.base import ArticleId
from builder.pages.kinds import At, Context
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.rows import title_link
from builder.pages.parts.words import listed
from builder.pages.shapes.comparing import StripView
from builder.pages.shapes.pictures import PictureView, Rect, Shape
from builder.text import Span
from builder.wording import say, say_many

WIDTH, HEIGHT, LEAST = 1000, 24, 3
"""Of a strip, in px, and of the narrowest stretch that the eye can find."""
RULE = 4


def strip_view(at: At, pair: PairComparison, article: ArticleId) -> StripView:
    """Return one of two texts as a strip, with the numbers that it is drawn from."""
    return StripView(
        source=source_view(at, article),
        title=title_link(at, article),
        picture=_picture(at.context, pair, article),
        words=tuple(_words(at.context, pair, article)),
    )


def share_words(part: int, whole: int) -> str:
    """Return a part of a whole in per cent, never rounded to nothing: `under 1 %`."""
    if not whole or not part:
        return say("{number} %", number=0)
    percent = round(100 * part / whole)
    if percent == 0:
        return say("under 1 %")
    return say("over 99 %") if percent == 100 and part < whole else say("{number} %", number=percent)


def _words(context: Context, pair: PairComparison, article: ArticleId) -> Iterable[str]:
    side = pair.articles.index(article)
    other = siglum_of(context, pair.articles[1 - side])
    shared, words = pair.shared, pair.words[side]
    yield say_many(
        "{shared} of {count} word ({share}) stand in passages shared with {text};"
        " names and set phrases are not counted",
        "{shared} of {count} words ({share}) stand in passages shared with {text};"
        " names and set phrases are not counted",
        words,
        shared=f"{shared:,}",
        share=share_words(shared, words),
        text=other,
    )
    whole = context.findings.comparison.shares.get(article)
    if whole is not None:
        yield say_many(
            "{count} longer sentence with nothing shared with any text of this dossier",
            "{count} longer sentences with nothing shared with any text of this dossier",
            len(whole.unique),
        )


def _picture(context: Context, pair: PairComparison, article: ArticleId) -> PictureView:
    name = say("{text} from its first word to its last", text=siglum_of(context, article))
    return PictureView(
        id=f"strip-{article}",
        label=name,
        title=name,
        description=_description(context, pair, article),
        width=WIDTH,
        height=HEIGHT,
        shapes=_shapes(context, pair, article),
    )


def _description(context: Context, pair: PairComparison, article: ArticleId) -> str:
    text = context.library.texts[article]
    places = [
        say("passage {number} in paragraph {paragraph}", number=number, paragraph=paragraph.number)
        for number, passage in enumerate(pair.passages, start=1)
        if (paragraph := text.paragraph_at(passage.span_in(article).start)) is not None
    ]
    return say(
        "Filled: words shared, {places}. Ruled below: sentences that share nothing.", places=listed(places)
    )


def _shapes(context: Context, pair: PairComparison, article: ArticleId) -> tuple[Shape, ...]:
    clean = context.library.texts[article].clean
    whole = context.findings.comparison.shares.get(article)
    shapes: list[Shape] = [Rect(0, 0, WIDTH, HEIGHT, "strip")]

    def stretch(span: Span, kind: str, top: int, height: int) -> Rect:
        shown = clean.to_clean(span)
        width = max(LEAST, round(WIDTH * len(shown) / max(len(clean.text), 1), 1))
        x = min(round(WIDTH * shown.start / max(len(clean.text), 1), 1), WIDTH - width)
        return Rect(x, top, width, height, kind)

    own = whole.unique if whole else ()
    shapes.extend(stretch(span, "strip-own", HEIGHT - RULE, RULE) for span in own)
    shapes.extend(stretch(passage.span_in(article), "strip-shared", 0, HEIGHT) for passage in pair.passages)
    return tuple(shapes)
