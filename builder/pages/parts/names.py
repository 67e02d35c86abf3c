"""Names of outlets, authors and entities, each with the language that it is in where that is not the page's."""

from __future__ import annotations

from collections.abc import Sequence

from builder.languages import is_written_in
from builder.model.base import ArticleId, EntityId, OutletId
from builder.model.library import Library
from builder.pages.kinds import foreign_language, told_language
from builder.pages.shapes.small import Phrase


def _named(library: Library, words: str, language: str | None) -> Phrase:
    """Return a name: in a language where it is written as that language is, else as the editors write."""
    if language is not None and is_written_in(words, language):
        return Phrase(words, told_language(language))
    own = foreign_language(library)
    return Phrase(words, own if own is not None and is_written_in(words, own) else None)


def outlet_name(library: Library, outlet: OutletId) -> Phrase:
    """Return the name of an outlet, in the language that it writes in."""
    record = library.outlets[outlet]
    return _named(library, record.name, record.language)


def text_name(library: Library, article: ArticleId, name: str) -> Phrase:
    """Return a name as a text gives it, in the language of the text."""
    return _named(library, name, library.language_of(article))


def sigled_name(library: Library, article: ArticleId) -> Phrase:
    """Return the siglum of an article and the name of its outlet: `002 The Jerusalem Post`."""
    record = library.articles[article]
    name = outlet_name(library, record.outlet)
    return Phrase(" ".join(filter(None, (record.siglum, name.text))), name.lang)


def short_name(library: Library, article: ArticleId) -> Phrase:
    """Return the siglum of an article; the name of its outlet where it has none."""
    record = library.articles[article]
    return Phrase(record.siglum) if record.siglum else outlet_name(library, record.outlet)


def title_name(library: Library, article: ArticleId) -> Phrase:
    """Return the title of an article as pages call it."""
    title = library.title_of(article)
    return Phrase(title.text, told_language(title.lang))


def record_name(library: Library, kind: str, record_id: str) -> Phrase:
    """Return what pages call a record: an article by its siglum or outlet, any other by its name."""
    if kind == "article":
        return short_name(library, ArticleId(record_id))
    if kind == "outlet" and record_id in library.outlets:
        return outlet_name(library, OutletId(record_id))
    return Phrase(library.name_of(kind, record_id), foreign_language(library))


def foreign(*names: Phrase) -> tuple[Phrase, ...]:
    """Return the names that are of another language, each once."""
    return tuple(dict.fromkeys(name for name in names if name.lang is not None))


def form_name(library: Library, entity: EntityId, forms: Sequence[str]) -> Phrase:
    """Return one name of an entity, as texts write it, in the language that the editors say it is in."""
    aliases = {alias.text: alias.language for alias in library.entities[entity].aliases}
    return _named(library, " / ".join(forms), aliases.get(forms[0]))
