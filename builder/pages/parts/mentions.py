"""What texts call an entity: every sentence that names it, every name that is used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from builder.analysis.excerpts import shows
from builder.analysis.findings import Mention, NamingRow, NamingTable
from builder.model.base import ArticleId, EntityId
from builder.model.entity import Alias, AliasCase, Entity
from builder.model.library import PlacedQuote
from builder.model.seedtext import SeedText
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import marked_words, published_of
from builder.pages.parts.links import record_link, siglum_of, source_view
from builder.pages.parts.names import form_name, short_name, sigled_name
from builder.pages.parts.naming import uses_cell
from builder.pages.parts.quotes import locator, quote_href
from builder.pages.shapes.lists import AliasView, MentionGroup, MentionView
from builder.pages.shapes.small import Link, NumberedLink, Phrase
from builder.pages.shapes.tables import TableCell, TableHead, TableRow, TableView
from builder.pages.shapes.texts import MarkedRun
from builder.text import Span
from builder.wording import in_row, listed, say, say_many

FIRST = 3
"""Sentences of one article that stand open; all others are one gesture away."""


MOST = 100
"""Sentences of one article; with more of them its own page, where every name is marked, is the better place."""


def mention_groups(at: At, entity: EntityId, articles: Iterable[ArticleId]) -> tuple[MentionGroup, ...]:
    """Return articles that name an entity, each with its sentences in text order."""
    return tuple(_group(at, article, entity) for article in articles)


def _group(at: At, article: ArticleId, entity: EntityId) -> MentionGroup:
    mentions = [each for each in at.findings.mentions.get(article, ()) if each.entity == entity]
    views = tuple(islice(_sentence_views(at, article, mentions), MOST + 1))
    rest, is_cut = views[FIRST:MOST], len(views) > MOST
    return MentionGroup(
        source=source_view(at, article),
        title=NumberedLink(None, record_link(at, "article", article)),
        count=say_many("named once", "named {count} times", len(mentions)),
        first=views[:FIRST],
        rest=rest,
        rest_words=_rest_words(len(rest), is_cut=is_cut),
    )


def _rest_words(count: int, *, is_cut: bool) -> str:
    if not is_cut:
        return say_many("{count} more sentence", "{count} more sentences", count)
    return say_many(
        "{count} more sentence of those that follow; the article has all",
        "{count} more sentences of those that follow; the article has all",
        count,
    )


def _sentence_views(at: At, article: ArticleId, mentions: Sequence[Mention]) -> Iterable[MentionView]:
    """One view for each sentence; names whose sentence may not be published are counted and not printed."""
    text = at.library.texts[article]
    published = published_of(at.context, article)
    for sentence, spans in _by_sentence(text, mentions).items():
        shown = [span for span in spans if shows(published, span)]
        if not shown:
            continue
        paragraph = text.paragraph_at(shown[0].start)
        number = paragraph.number if paragraph else 1
        yield MentionView(
            runs=marked_words(text, published, sentence, shown, ends=True),
            lang=at.library.language_of(article),
            locator=say("paragraph {number}", number=number),
            href=at.href("article", article, f"p-{number}"),
        )


def _by_sentence(text: SeedText, mentions: Iterable[Mention]) -> Mapping[Span, list[Span]]:
    found: dict[Span, list[Span]] = {}
    for mention in mentions:
        found.setdefault(text.sentence_around(mention.span), []).append(mention.span)
    return found


def false_friend_views(at: At, entity: Entity) -> tuple[MentionView, ...]:
    """Return the words that look like a name of the entity and are not, each in its sentence with the reason."""
    found: list[MentionView] = []
    for index, friend in enumerate(entity.not_):
        placed = at.library.quote("entity", entity.id, "not", index)
        if placed is not None:
            found.append(_false_friend(at, placed, friend.note))
    return tuple(found)


def _false_friend(at: At, placed: PlacedQuote, note: str | None) -> MentionView:
    article = placed.article
    text = at.library.texts.get(article)
    published = published_of(at.context, article)
    runs: tuple[MarkedRun, ...] = (MarkedRun(placed.words, marked=True),)
    may_link = False
    if text is not None and placed.span is not None and shows(published, placed.span):
        sentence = text.sentence_around(placed.span)
        runs = marked_words(text, published, sentence, (placed.span,), ends=True)
        may_link = True
    where = in_row((sigled_name(at.library, article).text, locator(at.context, placed)))
    href = quote_href(at, placed) if may_link else at.href("article", article)
    return MentionView(runs, at.library.language_of(placed.article), where, href, note)


MAX_COLUMNS = 8
"""With more articles than this the table has no column for each, and gives totals; below it stands every sentence."""


def alias_views(context: Context, entity: Entity) -> tuple[AliasView, ...]:
    """Return the other names as editors wrote them, each with where it means this entity."""
    return tuple(
        AliasView(Phrase(alias.text, alias.language), _alias_aside(context, alias))
        for alias in entity.aliases
    )


def _alias_aside(context: Context, alias: Alias) -> str | None:
    only = context.findings.in_article_order(alias.only)
    texts = listed([siglum_of(context, article) for article in only])
    where = say("only in {texts}", texts=texts) if only else None
    case = say("in these capitals") if alias.case is AliasCase.EXACT else None
    return in_row((case, where)) or None


def names_table(context: Context, entity: Entity) -> TableView | None:
    """Return which name stands how often in which article, or None where no text names the entity."""
    table = context.findings.naming.get(EntityId(entity.id))
    if table is None:
        return None
    rows = tuple(row for row in table.rows if any(row.uses_in(article) for article in table.articles))
    return TableView(
        caption=say("How often each text uses each name of {name}", name=entity.name),
        caption_hidden=True,
        heads=(TableHead(say("Name")), *_heads(context, table.articles)),
        rows=tuple(
            TableRow(None, _form_link(context, table, row), _cells(context, table, row)) for row in rows
        ),
    )


def text_head(context: Context, article: ArticleId) -> TableHead:
    """Return the head of a column with numbers of one text."""
    name = short_name(context.library, article)
    return TableHead(name.text, number=True, lang=name.lang)


def _form_link(context: Context, table: NamingTable, row: NamingRow) -> Link:
    name = form_name(context.library, table.entity, row.forms)
    return Link(None, name.text, name.lang)


def _cells(context: Context, table: NamingTable, row: NamingRow) -> tuple[TableCell, ...]:
    """One number for each head, in the same order."""
    uses = [(article, row.uses_in(article), row.folded.get(article, 0)) for article in table.articles]
    total, folded = sum(count for _, count, _ in uses), sum(folded_here for _, _, folded_here in uses)
    if len(table.articles) > MAX_COLUMNS:
        users = sum(count > 0 for _, count, _ in uses)
        return uses_cell(users, 0, say("Articles")), uses_cell(total, folded, say("Times"))
    cells = (
        uses_cell(count, folded_here, siglum_of(context, article)) for article, count, folded_here in uses
    )
    return (*cells, uses_cell(total, folded, say("All")))


def _heads(context: Context, articles: tuple[ArticleId, ...]) -> tuple[TableHead, ...]:
    if len(articles) > MAX_COLUMNS:
        return TableHead(say("Articles"), number=True), TableHead(say("Times"), number=True)
    return (*(text_head(context, article) for article in articles), TableHead(say("All"), number=True))
