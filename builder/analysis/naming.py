"""Where texts name entities, by which of their names, how often: counts, side by side, without a score.

Names are looked for in the clean view. Of one entity's names the longest wins; of two entities' names the
longer one carries the link and both count. Folded words count apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from builder.analysis.findings import ArticleNames, Known, Mention, NamingRow, NamingTable
from builder.analysis.lexicon import Form, Lexicon, NameMatch, Patience, forms_of
from builder.model.base import ArticleId, EntityId
from builder.model.library import Library
from builder.model.marks import MarkEffect
from builder.model.seedtext import SeedText
from builder.text import Span

FalseFriends = Mapping[ArticleId, tuple[tuple[EntityId, Span], ...]]


def find_names(library: Library, known: Known) -> tuple[Mapping[ArticleId, ArticleNames], Known]:
    """Return the names in each text that has any, and what the next analysis may take over from `known`."""
    if not library.entities:
        return {}, Known()
    lexicon = Lexicon(tuple(library.entities[entity] for entity in sorted(library.entities)))
    friends = false_friends(library)
    rules = lexicon.digest
    found: dict[ArticleId, ArticleNames] = {}
    taken_over: dict[str, ArticleNames] = {}
    for article in sorted(library.texts):
        here = friends.get(article, ())
        digest = _digest(rules, article, library.texts[article], here)
        names = known.names.get(digest) or names_in(lexicon, article, library.texts[article], here)
        taken_over[digest] = names
        if names.mentions or names.folded or names.is_cut:
            found[article] = names
    return found, Known(taken_over)


def _digest(
    rules: str, article: ArticleId, text: SeedText, friends: tuple[tuple[EntityId, Span], ...]
) -> str:
    marks = [(placed.span, placed.mark.effect, placed.mark.read) for placed in text.marks]
    told = repr((rules, article, text.sha256, text.way, marks, friends))
    return sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def false_friends(library: Library) -> FalseFriends:
    """Return per article the raw ranges that look like a name of an entity and are not."""
    found: dict[ArticleId, list[tuple[EntityId, Span]]] = {}
    for entity_id in sorted(library.entities):
        for index, friend in enumerate(library.entities[entity_id].not_):
            placed = library.quote("entity", entity_id, "not", index)
            if placed is not None and placed.span is not None:
                found.setdefault(friend.article, []).append((entity_id, placed.span))
    return {article: tuple(friends) for article, friends in found.items()}


def names_in(
    lexicon: Lexicon, article: ArticleId, text: SeedText, friends: tuple[tuple[EntityId, Span], ...] = ()
) -> ArticleNames:
    """Return the names in one text; `friends` are its false friends."""
    clean, patience = text.clean, Patience()
    matches = [
        NameMatch(clean.to_raw(match.span), match.form)
        for match in lexicon.matches(clean.text, article, patience)
    ]
    if patience.left <= 0:
        return ArticleNames((), (), is_cut=True)
    meant = [match for match in matches if not _is_false(match, friends)]
    folded = [
        (match.form.entity, match.form.text)
        for placed in text.marks
        if placed.mark.effect is MarkEffect.FOLD
        for match in _longest_per_entity(list(lexicon.matches(text.typed(placed.span), article)), "")
    ]
    return ArticleNames(_with_links(article, _longest_per_entity(meant, text.raw)), tuple(folded))


def _is_false(match: NameMatch, friends: tuple[tuple[EntityId, Span], ...]) -> bool:
    return any(
        entity == match.form.entity and (span.holds(match.span) or match.span.holds(span))
        for entity, span in friends
    )


def _longest_per_entity(matches: list[NameMatch], raw: str) -> list[NameMatch]:
    """Keep of each entity's overlapping names the leftmost, longest, best one; in text order."""
    reached: dict[EntityId, int] = {}
    kept: list[NameMatch] = []
    for match in sorted(matches, key=lambda match: _preference(match, raw)):
        entity = match.form.entity
        if match.span.start >= reached.get(entity, 0):
            reached[entity] = match.span.end
            kept.append(match)
    return kept


def _preference(match: NameMatch, raw: str) -> tuple[int, int, bool, bool, EntityId, int]:
    """The longest first; then a name that minds its capitals, then one spelled just so."""
    form = match.form
    spelled_so = bool(raw) and match.span.of(raw) == form.text
    return (match.span.start, -match.span.end, not form.exact, not spelled_so, form.entity, form.rank)


def _with_links(article: ArticleId, matches: list[NameMatch]) -> tuple[Mention, ...]:
    reached = 0
    found: list[Mention] = []
    for match in matches:
        nested = match.span.start < reached
        reached = max(reached, match.span.end)
        found.append(Mention(match.form.entity, article, match.span, match.form.text, nested))
    return tuple(found)


_Row = tuple[EntityId, str]
_Counts = dict[_Row, dict[ArticleId, int]]


def naming_tables(
    library: Library, names: Mapping[ArticleId, ArticleNames], article_order: Iterable[ArticleId]
) -> Mapping[EntityId, NamingTable]:
    """Return the table of each entity that some text names."""
    row_of, forms_by_row = _rows(library)
    shown: _Counts = {}
    folded: _Counts = {}
    articles: dict[EntityId, dict[ArticleId, None]] = {}
    for article in article_order:
        if article not in names:
            continue
        for mention in names[article].mentions:
            _count(shown, row_of[mention.entity, mention.form], article)
            articles.setdefault(mention.entity, {})[article] = None
        for entity, form in names[article].folded:
            _count(folded, row_of[entity, form], article)
    return {
        entity: NamingTable(
            entity,
            tuple(
                NamingRow(forms, shown.get(row, {}), folded.get(row, {}))
                for row, forms in forms_by_row[entity].items()
                if row in shown or row in folded
            ),
            tuple(articles[entity]),
        )
        for entity in sorted(articles)
    }


def _count(table: _Counts, row: _Row, article: ArticleId) -> None:
    counts = table.setdefault(row, {})
    counts[article] = counts.get(article, 0) + 1


def _rows(
    library: Library,
) -> tuple[Mapping[_Row, _Row], Mapping[EntityId, Mapping[_Row, tuple[str, ...]]]]:
    """Return the row of each (entity, name), and each entity's rows with their names, in the written order."""
    row_of: dict[_Row, _Row] = {}
    forms_by_row: dict[EntityId, dict[_Row, tuple[str, ...]]] = {}
    for entity_id in sorted(library.entities):
        rows = forms_by_row.setdefault(entity_id, {})
        for form in forms_of(library.entities[entity_id]):
            row = (entity_id, _row_key(form))
            row_of[entity_id, form.text] = row
            rows[row] = tuple(dict.fromkeys((*rows.get(row, ()), form.text)))
    return row_of, forms_by_row


def _row_key(form: Form) -> str:
    """Names that differ in capitals only stand in one row, unless their capitals matter."""
    return form.text if form.exact else form.text.casefold()
