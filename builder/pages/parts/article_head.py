"""The facts at the head of an article: who wrote it, in which language, how much of the stored text is article."""

from __future__ import annotations

from builder.model.article import Article
from builder.model.base import ArticleId
from builder.model.marks import MarkKind
from builder.model.seedtext import SeedText
from builder.pages.kinds import Context, told_language
from builder.pages.parts.coded import language_name
from builder.pages.parts.manuscript import HIDDEN, LIFT_WORDS, withheld_words
from builder.pages.parts.names import text_name
from builder.pages.shapes.texts import HeadFact, LiftView
from builder.wording import marked, say

NO_HEADLINE = marked("none in what was stored; the title in brackets is the editors’")
AUTHOR = LIFT_WORDS[MarkKind.BYLINE]


def head_facts(context: Context, article: Article, lifts: tuple[LiftView, ...]) -> tuple[HeadFact, ...]:
    """Return what is known about the text, each fact with the words of the text that say it."""
    article_id = ArticleId(article.id)
    title_lang = told_language(context.library.title_of(article_id).lang)
    labels = [say(label) for label in LIFT_WORDS.values() if label != AUTHOR]
    facts = [
        _named(context, article, say(AUTHOR), article.byline, _labelled(lifts, say(AUTHOR))),
        _named(context, article, say("Translator"), article.translator),
        HeadFact(say("Language"), language_name(context.library.language_of(article_id))),
        HeadFact(say("Title in this dossier"), _own_title(context, article), lang=title_lang),
        HeadFact(
            say("Headline"), say(NO_HEADLINE) if context.library.headline_of(article_id) is None else None
        ),
        *(HeadFact(label, None, _labelled(lifts, label)) for label in labels),
        HeadFact(say("Withheld"), withheld_words(context.library.texts.get(ArticleId(article.id)))),
        HeadFact(say("Text"), None if article.id in context.library.texts else say("not kept here")),
    ]
    return tuple(fact for fact in facts if fact.words or fact.lifts)


def _named(
    context: Context, article: Article, label: str, name: str | None, lifts: tuple[LiftView, ...] = ()
) -> HeadFact:
    told = text_name(context.library, ArticleId(article.id), name) if name else None
    return HeadFact(label, name, lifts, told.lang if told else None)


def _labelled(lifts: tuple[LiftView, ...], label: str) -> tuple[LiftView, ...]:
    return tuple(lift for lift in lifts if lift.label == label)


def _own_title(context: Context, article: Article) -> str | None:
    """The editors' title, where the text has a headline and it is another."""
    library, article_id = context.library, ArticleId(article.id)
    if library.headline_of(article_id) is None or not library.is_titled_by_editors(article_id):
        return None
    return library.title_of(article_id).text


def share_words(text: SeedText) -> str | None:
    """Return how much of the stored text is the article, white space aside; None where nothing is left out."""
    hidden = [placed.span for placed in text.marks if placed.mark.effect in HIDDEN]
    if not hidden:
        return None
    stored = _letters(text.raw)
    shown = stored - sum(_letters(span.of(text.raw)) for span in hidden)
    if stored == shown or not stored:
        return None
    percent = round(100 * shown / stored)
    if percent in (0, 100):
        percent = 1 if percent == 0 else 99
    return say(
        "{percent} % is the article; the rest stood around it on the page, or is moved to its head",
        percent=percent,
    )


def _letters(view: str) -> int:
    return sum(map(len, view.split()))
