"""A text as a strip from its first word to its last, and how much of it another text has, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from builder.analysis.comparisonfindings import PairComparison
from builder.model.base import ArticleId
from builder.model.seedtext import SeedText
from builder.pages.kinds import At, Context
from builder.pages.parts.links import siglum_of, source_view
from builder.pages.parts.names import foreign, short_name
from builder.pages.parts.rows import title_link
from builder.pages.shapes.comparing import StripView
from builder.pages.shapes.pictures import Path, PictureView, Rect, Shape
from builder.text import Span
from builder.wording import listed, numbered, say, say_many

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
        names=foreign(short_name(at.library, pair.articles[1 - pair.articles.index(article)])),
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
        shared=numbered(shared),
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
    text = context.library.texts[article]
    whole = context.findings.comparison.shares.get(article)
    shared = [passage.span_in(article) for passage in pair.passages]
    return (
        Rect(0, 0, WIDTH, HEIGHT, "strip"),
        *_stretches(text, whole.unique if whole else (), "strip-own", HEIGHT - RULE / 2),
        *_stretches(text, shared, "strip-shared", HEIGHT / 2),
    )


def _stretches(text: SeedText, spans: Iterable[Span], kind: str, middle: float) -> Iterator[Path]:
    """All of a kind as one path, since of dozens each its own element would be most of the page."""
    lines = "".join(_line(text, span, middle) for span in spans)
    if lines:
        yield Path(lines, kind)


def _line(text: SeedText, span: Span, middle: float) -> str:
    """Path data of a level line, which its stylesheet draws as thick as the strip or its rule."""
    shown, letters = text.clean.to_clean(span), max(len(text.clean.text), 1)
    width = max(LEAST, round(WIDTH * len(shown) / letters, 1))
    x = min(round(WIDTH * shown.start / letters, 1), round(WIDTH - width, 1))
    return f"M{x:g} {middle:g}h{width:g}"
