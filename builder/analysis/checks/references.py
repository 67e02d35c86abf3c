"""Whether one name means one thing, addresses last, and comparisons compare."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress

from builder.analysis.checks.told import error, listed, warning
from builder.analysis.comparison import NOT_COMPARED
from builder.analysis.figures.extent import MOST_FIGURES, figures_end
from builder.analysis.findings import Findings
from builder.analysis.lexicon import MOST_STEPS, forms_of
from builder.analysis.quotations.renderings import MOST_COMPARED, MOST_WORDS, crowded_sets
from builder.diagnostics import Diagnostic, FieldPath, Places
from builder.model.base import ArticleId, Record
from builder.model.library import Library
from builder.text import Span

_MOST_NAMED = 3
_FEWEST_CHARS = 3
"""No quotation is shorter, its marks included."""


def shared_names(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """One name means one entity in one article."""
    holders: dict[str, dict[str, Record]] = {}
    for entity in library.entities.values():
        for form in forms_of(entity):
            if not form.only:
                key = form.text if form.exact else form.text.casefold()
                holders.setdefault(key, {})[entity.id] = entity
    for name in sorted(holders):
        if len(holders[name]) > 1:
            first, *others = sorted(holders[name])
            yield warning(
                places,
                holders[name][first],
                (),
                "shared-name",
                f"the name “{name}” also belongs to {listed([f'`{other}`' for other in others])}",
                "say with `only` in which articles it means which, or merge the entities",
            )


def unarchived_articles(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """An article's address has a lasting copy beside it: told once, since it often holds for most of them."""
    addressed = [article for article in library.articles.values() if article.url is not None]
    without = [article.id for article in addressed if not article.archives]
    if without:
        named = [f"`{article}`" for article in without[:_MOST_NAMED]]
        more = [f"{len(without) - _MOST_NAMED:,} more"] if len(without) > _MOST_NAMED else []
        yield warning(
            places,
            library.dossier,
            (),
            "no-archived-link",
            f"{len(without):,} of {len(addressed):,} articles with an address have no lasting copy:"
            f" {listed(named + more)}",
            "add copies under their `archives`, or answer this once under `acknowledge` here",
        )


def small_comparisons(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A comparison has two or more articles."""
    for comparison in library.comparisons.values():
        if len(frozenset(comparison.articles)) < 2:
            yield error(
                places,
                comparison,
                ("articles",),
                "small-comparison",
                "a comparison needs two or more articles",
                "add an article",
            )


def too_many_names(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Names of entities that mean too many places of a text are found nowhere in it."""
    for article in findings.without_names:
        yield warning(
            places,
            library.articles[article],
            ("text",),
            "too-many-names",
            f"names of entities mean too many places of {library.texts[article].path} (looking for them takes more"
            f" than {MOST_STEPS:,} steps), so none of them is told in this text",
            "give entities names and aliases of more than a letter or a common word",
        )


def unread_figures(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Of a text with very many numbers the first are read: a table may have them."""
    compared = findings.comparison if findings.comparison is not NOT_COMPARED else None
    for article, text in library.texts.items():
        if text.characters <= MOST_FIGURES or (compared and article not in compared.unread_figures):
            continue
        clean = text.clean
        end = figures_end(clean.text)
        if end is not None:
            line = text.raw.count("\n", 0, clean.to_raw(Span(end, end)).start) + 1
            yield warning(
                places,
                library.articles[article],
                ("text",),
                "many-figures",
                f"{text.path} holds more than {MOST_FIGURES:,} numbers and days; those from its line {line:,} on are"
                " held against no other text and stand in no list of figures",
                "give each of its parts a text of its own, or acknowledge it",
            )


def uncompared_texts(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Where very many long texts share very much, those published far apart are not held against each other."""
    if findings.comparison.is_cut:
        yield warning(
            places,
            library.dossier,
            (),
            "many-copies",
            "so many long texts share so many words that those furthest apart in time are not compared with each other",
            "keep one of texts that are nearly the same, or acknowledge it",
        )


def uncompared_quotations(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Of a text with very many quotations the first are held against those of other texts."""
    for article, text in library.texts.items() if len(library.texts) > 1 else ():
        if text.characters >= _FEWEST_CHARS * MOST_COMPARED and text.openings > MOST_COMPARED:
            yield warning(
                places,
                library.articles[article],
                ("text",),
                "many-quotations",
                f"{text.path} holds about {text.openings:,} quotations, and the first {MOST_COMPARED} alone are held"
                " against those of other texts",
                "give each of its parts a text of its own, or acknowledge it",
            )


def crowded_quotations(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """Of quotations that are compared together those with least in common are left out where they are too many."""
    comparison = findings.comparison
    sets: list[tuple[Record, FieldPath, tuple[ArticleId, ...]]] = [
        *((one, ("articles",), tuple(one.articles)) for one in library.comparisons.values()),
        *((library.events[event], (), articles) for event, articles in findings.articles_compared.items()),
    ]
    for (record, path, _), is_crowded in zip(
        sets, crowded_sets(comparison.quotations, (articles for *_, articles in sets)), strict=True
    ):
        if is_crowded:
            yield _crowded(places, record, path, "the quotations of its texts")
    crowded = list(compress(comparison.pairs, crowded_sets(comparison.quotations, comparison.pairs)))
    if crowded:
        first, second = crowded[0]
        more = f" (and in {len(crowded) - 1:,} more pairs of texts)" if len(crowded) > 1 else ""
        yield _crowded(
            places, library.articles[first], ("text",), f"the quotations of this text and of `{second}`{more}"
        )


def _crowded(places: Places, record: Record, path: FieldPath, quotations: str) -> Diagnostic:
    return warning(
        places,
        record,
        path,
        "many-quotations",
        f"{quotations} have so many words in common that those with fewest are not compared"
        f" (at most {MOST_WORDS:,} words of pairs, fewer where texts are few)",
        "compare fewer texts, give the parts of a text texts of their own, or acknowledge it",
    )
