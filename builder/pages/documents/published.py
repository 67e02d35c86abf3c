"""Records as JSON values: every field that editors publish, quotations with their places in the stored texts.

Left out are `private` remarks, the record's `acknowledge` and `draft`, and every word of a text that may not be
published. Offsets are code points of the stored text, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from builder.analysis.excerpts import prints, shows
from builder.diagnostics import FieldPath
from builder.model.article import Article, Publish, SeedFile, Title, Version
from builder.model.assessment import Assessment
from builder.model.base import ArticleId, Model, Record
from builder.model.dates import DateStatement
from builder.model.edtf import Edtf
from builder.model.library import PlacedQuote
from builder.model.marks import Mark, MarkEffect
from builder.model.quotes import Passage, Quoted
from builder.model.seedtext import PlacedMark, SeedText
from builder.pages.documents.datevalues import bounds
from builder.pages.documents.kinds import Json, JsonObject
from builder.pages.kinds import Context
from builder.pages.parts.grades import grade_words
from builder.text import Span

UNPUBLISHED = frozenset({"id", "private", "acknowledge", "draft"})
"""Fields that never leave the editors' files; only records have all of them."""

WORDS_OF_MARKS = frozenset({"quote", "prefix", "suffix", "start", "end", "read"})
"""Fields of a mark that hold words of the text."""


def published_record(context: Context, kind: str, record_id: str) -> JsonObject:
    """Return a record with its id, the address of its page from the site's root, and its fields."""
    record = context.library.records(kind)[record_id]
    page = context.routes.path(kind, record_id)
    return {
        "id": record_id,
        **({"page": str(page)} if page else {}),
        **published_fields(context, kind, record_id, record),
        **(_title_facts(context, record) if isinstance(record, Article) else {}),
    }


def _title_facts(context: Context, article: Article) -> JsonObject:
    lang: JsonObject = {"title_lang": article.title.lang} if article.title.lang else {}
    return {
        **lang,
        **({"title_by_editors": True} if context.library.is_titled_by_editors(ArticleId(article.id)) else {}),
    }


def published_fields(context: Context, kind: str, record_id: str, record: Record) -> JsonObject:
    """Return the published fields of a record; absent and empty ones are left out."""
    return _Writer(context, kind, record_id).fields(record, ())


class _Writer:
    """Writes the values of one record; paths are those of `Library.quotes`."""

    def __init__(self, context: Context, kind: str, record_id: str) -> None:
        self._context = context
        self._kind = kind
        self._id = record_id

    def fields(self, value: Model, path: FieldPath, without: frozenset[str] = frozenset()) -> JsonObject:
        """Write the fields of a model."""
        written: JsonObject = {}
        for name, info in type(value).model_fields.items():
            inner: object = getattr(value, name)
            if name not in without | UNPUBLISHED and not _is_absent(
                inner, info.default, required=info.is_required()
            ):
                key = info.alias or name
                written[key] = self._value(inner, (*path, key))
        return written

    def _value(self, value: object, path: FieldPath) -> Json:
        if isinstance(value, Model):
            return self._model(value, path)
        if isinstance(value, tuple):
            return [self._value(each, (*path, index)) for index, each in enumerate(value)]
        if isinstance(value, Mapping):
            return {str(key): self._value(each, (*path, str(key))) for key, each in value.items()}
        if isinstance(value, Edtf):
            return value.text
        if isinstance(value, StrEnum):
            return value.value
        assert isinstance(value, str | int | bool), f"{self._kind} {self._id}: {path}"
        return value

    def _model(self, value: Model, path: FieldPath) -> Json:
        if isinstance(value, Mark):
            return self._mark(value, path)
        if isinstance(value, Quoted):
            return self._quoted(value, path)
        if isinstance(value, Passage):
            return self._passage(value, path)
        if isinstance(value, Title):
            return value.text
        if isinstance(value, SeedFile):
            return stored_text(self._context, ArticleId(self._id), value)
        if isinstance(value, Version):
            return self._version(value, path)
        written = self.fields(value, path)
        if isinstance(value, Assessment) and (words := grade_words(value)):
            written["words"] = words
        if isinstance(value, DateStatement):
            written.update(bounds(value.edtf))
            if value.edtf.is_unknown:
                written["unknown"] = True
        return written

    def _quoted(self, value: Quoted, path: FieldPath) -> JsonObject:
        """A quote with what else its model says; the words before and after only where the whole text is published."""
        placed = self._context.library.quote(self._kind, self._id, *path)
        article = placed.article if placed else None
        hidden = {"quote", "article"} | (set() if self._is_whole(article) else {"prefix", "suffix"})
        head: JsonObject = {"article": article} if article else {}
        unplaced: JsonObject = {"exact": value.quote}
        place = place_of_quote(self._context, placed) if placed else unplaced
        hidden |= set() if "exact" in place else {"stress"}
        return {**head, "quote": place, **self.fields(value, path, frozenset(hidden))}

    def _passage(self, value: Passage, path: FieldPath) -> JsonObject:
        placed = self._context.library.quote(self._kind, self._id, *path)
        assert placed is not None, f"{self._kind} {self._id}: {path} is not placed"
        words: JsonObject = self.fields(value, path) if self._is_whole(placed.article) else {}
        return {**words, "range": _range(placed.span)}

    def _mark(self, value: Mark, path: FieldPath) -> JsonObject:
        text = self._context.library.texts[ArticleId(self._id)]
        placed = [each for each in (*text.marks, *text.redactions) if each.index == path[-1]]
        is_shown = self._is_whole(ArticleId(self._id)) and value.effect is not MarkEffect.REDACT
        words = self.fields(value, path, frozenset() if is_shown else WORDS_OF_MARKS)
        written: JsonObject = {**words, "effect": value.effect.value}
        if value.effect is MarkEffect.REDACT:
            return {**written, "places": [_redaction(each) for each in placed]}
        return {**written, "range": _range(placed[0].span)}

    def _version(self, value: Version, path: FieldPath) -> JsonObject:
        """A state of a text: when it was stored and its digest, never its words."""
        library, article = self._context.library, ArticleId(self._id)
        texts = {state.index: state.text for state in library.earlier.get(article, ())}
        shown = library.texts.get(article)
        text = texts.get(int(path[-1]), shown)
        fields = self.fields(value, path, frozenset({"file", "sha256"}))
        return {**fields, "shown": text is shown, **(digest_of(text, value.file) if text else {})}

    def _is_whole(self, article: ArticleId | None) -> bool:
        """Whether the words of an article's text may all be published."""
        return article is None or self._context.library.publish_of(article) is Publish.FULL


def _is_absent(value: object, default: object, *, required: bool) -> bool:
    """What an editor need not write is left out where it says nothing."""
    if value is None or (isinstance(value, bool) and value == default):
        return True
    return not required and isinstance(value, str | tuple | Mapping) and not value


def _range(span: Span | None) -> Json:
    return [span.start, span.end] if span else None


def _redaction(placed: PlacedMark) -> JsonObject:
    """Where the sign stands that takes the place of redacted words, and how long those are as a class."""
    length: JsonObject = {"length": placed.length.value} if placed.length else {}
    return {"range": _range(placed.span), **length}


def place_of_quote(context: Context, placed: PlacedQuote) -> JsonObject:
    """Return a quote with its place: words where they may be published, range, paragraph, anchor and page."""
    text = context.library.texts.get(placed.article)
    if placed.span is None or text is None:
        return {"exact": placed.exact}
    published = context.findings.published.get(placed.article, ())
    may_print = prints(text, published, placed.span)
    page = context.routes.path("article", placed.article)
    place: JsonObject = {"exact": printed_words(published, placed)} if may_print else {}
    place["range"] = _range(placed.span)
    place["paragraph"] = _paragraph(text, placed.span)
    if may_print:
        place["anchor"] = placed.anchor
        place["page"] = f"{page}#{placed.anchor}"
    return place


def printed_words(published: tuple[Span, ...], placed: PlacedQuote) -> str:
    """Return a quote as stored; where a fold inside it may not be published, as pages print it."""
    return placed.exact if placed.span is None or shows(published, placed.span) else placed.words


def _paragraph(text: SeedText, span: Span) -> int:
    paragraph = text.paragraph_at(span.start)
    return paragraph.number if paragraph else 1


def stored_text(context: Context, article: ArticleId, file: SeedFile) -> JsonObject:
    """Return what is known of a stored text, and the ranges of it that are published with their words."""
    text = context.library.texts.get(article)
    if text is None:
        return {"file": file.file}
    return {
        **digest_of(text, file.file),
        "publish": context.library.publish_of(article).value,
        "published": [
            {"range": _range(span), "text": span.of(text.raw)}
            for span in context.findings.published.get(article, ())
        ],
    }


def digest_of(text: SeedText, file: str) -> JsonObject:
    """Return what a stored text can be checked with.

    Of a redacted text the file's name is left out, since it may hold the digest of its bytes.
    """
    file_name: JsonObject = {} if text.is_redacted else {"file": file}
    return {
        **file_name,
        "redacted": text.is_redacted,
        "sha256": text.sha256,
        "bytes": text.size_bytes,
        "characters": len(text.raw),
    }
