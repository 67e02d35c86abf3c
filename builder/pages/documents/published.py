"""Records as JSON values: every field that editors publish, quotations with their places in the stored texts.

Left out are `private` remarks, the record's `acknowledge` and `draft`, and every word of a text that may not be
published. Offsets are code points of the stored text, half-open.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Annotated

from msgspec import Struct, field
from msgspec.structs import replace

from builder.diagnostics import FieldPath
from builder.model.article import Article, Publish, SeedFile, Title, Version
from builder.model.assessment import Assessment
from builder.model.base import ArticleId, Model, Record
from builder.model.dates import DateStatement
from builder.model.edtf import Edtf
from builder.model.library import PlacedQuote
from builder.model.marks import EFFECTS, LengthClass, Mark, MarkEffect
from builder.model.quotes import Passage, Quoted
from builder.model.seedtext import SeedText
from builder.model.walk import declared_fields
from builder.pages.documents.rows import Json, JsonObject, Row, like, one_of, row_of, told, told_object
from builder.pages.kinds import Context
from builder.pages.parts.cutter import printed_quote, published_of
from builder.pages.parts.grades import grade_words
from builder.text import Span

UNPUBLISHED = frozenset({"id", "private", "acknowledge", "draft"})
"""Fields that never leave the editors' files; only records have all of them."""

WORDS_OF_MARKS = frozenset({"quote", "prefix", "suffix", "start", "end", "read"})
"""Fields of a mark that hold words of the text."""


Day = Annotated[str | None, like("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
NO_TEXT = "First code point and the one after the last, in the stored text; null where no text is kept."
PlaceOrNone = Annotated[
    Span | None,
    {"type": ["array", "null"], "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
    NO_TEXT,
]


class DocumentHead(Row, frozen=True, kw_only=True):
    """What every document of the data begins with."""

    schema: Annotated[str, "Where the schema of this document is, beside it."] = field(name="$schema")
    dossier: Annotated[str, "The title of the dossier."]
    as_of: Annotated[str | None, "The day whose knowledge the dossier has, in EDTF."] = None
    licence: Annotated[str | None, "The terms of the editors' words and data, never of the texts."] = None


class RecordHead(Row, frozen=True, kw_only=True):
    """What every published record begins with."""

    id: Annotated[str, "The record's id: the name of its file in the content."]
    page: Annotated[str | None, "The address of its page, from the root of the site."] = None


class Quote(Row, frozen=True, kw_only=True):
    """Words of a text and where they stand."""

    exact: Annotated[str | None, "The words; absent where they may not be published."] = None
    range: PlaceOrNone = None
    paragraph: Annotated[int | None, {"type": "integer", "minimum": 1}, "Its paragraph, from 1."] = None
    anchor: Annotated[str | None, like("^q-[0-9a-f]{8}$"), "The name of its place on the page."] = None
    page: Annotated[str | None, "The address of its place, from the root of the site."] = None


class Digest(Row, frozen=True, kw_only=True):
    """What a stored text can be checked with; of a redacted text it is that of the text without those words."""

    file: Annotated[str | None, "Where the text is stored; absent where words were taken out."] = None
    redacted: Annotated[bool | None, "Whether words were taken out."] = None
    sha256: Annotated[str | None, like("^[0-9a-f]{64}$"), "The SHA-256 of its bytes."] = None
    bytes: Annotated[int | None, "How many bytes it has."] = None
    characters: Annotated[int | None, "How many code points it has."] = None


class PublishedWords(Row, frozen=True, kw_only=True):
    """A stretch of a stored text that is published."""

    range: Span
    text: Annotated[str, "Its words."]


class StoredText(Digest, frozen=True, kw_only=True):
    """A stored text, and the ranges of it that are published."""

    publish: Annotated[Publish | None, "How much of it may be published."] = None
    published: Annotated[tuple[PublishedWords, ...] | None, "What is published, in text order."] = None


class StateOfText(Digest, frozen=True, kw_only=True):
    """What is added to a state of a text that its publisher changed."""

    shown: Annotated[bool | None, "Whether the site shows this state."] = None


class Redaction(Row, frozen=True, kw_only=True):
    """Where a sign stands in the place of redacted words."""

    range: PlaceOrNone
    length: Annotated[LengthClass | None, "How long the words are, as a class."] = None


class MarkPlace(Row, frozen=True, kw_only=True):
    """What is added to a mark."""

    effect: Annotated[
        MarkEffect | None, one_of(EFFECTS.values()), "What the clean view does with the words."
    ] = None
    range: PlaceOrNone = None
    places: Annotated[tuple[Redaction, ...] | None, "Where the sign for redacted words stands."] = None


class QuotePlace(Row, frozen=True, kw_only=True):
    """What is added to a quote of an editor."""

    article: Annotated[str | None, "The id of the article whose words they are."] = None
    quote: Annotated[Quote | None, "The words and where they stand."] = None


class StretchPlace(Row, frozen=True, kw_only=True):
    """What is added to a stretch of a text."""

    range: PlaceOrNone = None


class GradeWords(Row, frozen=True, kw_only=True):
    """What is added to a grade."""

    words: Annotated[str | None, "Our grade in words: `improbable`."] = None


class Bounds(Row, frozen=True, kw_only=True):
    """What is added to a date: the days that it may mean; an open or unknown end is left out."""

    earliest: Annotated[Day, "The first day that it may mean."] = None
    latest: Annotated[Day, "The last day that it may mean."] = None


class TitleFacts(Row, frozen=True, kw_only=True):
    """What is added to an article."""

    title_lang: Annotated[str | None, "The language of the title, where it is written down."] = None
    title_by_editors: Annotated[bool | None, {"const": True}, "The title is no headline of the text."] = None


ADDED: Mapping[type[Model], type[Row]] = {
    Article: TitleFacts,
    Quoted: QuotePlace,
    Passage: StretchPlace,
    Mark: MarkPlace,
    Version: StateOfText,
    Assessment: GradeWords,
    DateStatement: Bounds,
}
"""What follows from an editorial value and is published beside what an editor wrote; it may take its place."""
HIDDEN: Mapping[type[Model], frozenset[str]] = {Version: frozenset({"file", "sha256"})}
"""Fields that are written in another form."""


def published_record(context: Context, kind: str, record_id: str) -> JsonObject:
    """Return a record with its id, the address of its page from the site's root, and its fields."""
    record = context.library.records(kind)[record_id]
    page = context.routes.path(kind, record_id)
    value = told_object(RecordHead(id=record_id, page=page)) | published_fields(
        context, kind, record_id, record
    )
    if isinstance(record, Article):
        by_editors = context.library.is_titled_by_editors(ArticleId(record_id)) or None
        value |= told_object(TitleFacts(title_lang=record.title.lang or None, title_by_editors=by_editors))
    return value


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
        for each in _fields_of(type(value)):
            inner: object = getattr(value, each.name)
            if each.name not in without and not _is_absent(inner, each):
                written[each.key] = self._value(inner, (*path, each.key))
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
            return told(stored_text(self._context, ArticleId(self._id), value))
        if isinstance(value, Version):
            return self._version(value, path)
        written = self.fields(value, path)
        if isinstance(value, Assessment) and (words := grade_words(value)):
            written["words"] = words
        if isinstance(value, DateStatement):
            written |= told_object(bounds(value.edtf))
            if value.edtf.is_unknown:
                written["unknown"] = True
        return written

    def _quoted(self, value: Quoted, path: FieldPath) -> JsonObject:
        """A quote with what else its model says; the words before and after only where the whole text is published."""
        placed = self._context.library.quote(self._kind, self._id, *path)
        article = placed.article if placed else None
        hidden = {"quote", "article"} | (set() if self._is_whole(article) else {"prefix", "suffix"})
        place = place_of_quote(self._context, placed) if placed else Quote(exact=value.quote)
        hidden |= {"stress"} if place.exact is None else set()
        written = told_object(QuotePlace(article=article, quote=place))
        return written | self.fields(value, path, frozenset(hidden))

    def _passage(self, value: Passage, path: FieldPath) -> JsonObject:
        placed = self._context.library.quote(self._kind, self._id, *path)
        assert placed is not None, f"{self._kind} {self._id}: {path} is not placed"
        words: JsonObject = self.fields(value, path) if self._is_whole(placed.article) else {}
        return {**words, "range": told(placed.span)}

    def _mark(self, value: Mark, path: FieldPath) -> JsonObject:
        text = self._context.library.texts[ArticleId(self._id)]
        placed = [each for each in (*text.marks, *text.redactions) if each.index == path[-1]]
        is_shown = self._is_whole(ArticleId(self._id)) and value.effect is not MarkEffect.REDACT
        words = self.fields(value, path, frozenset() if is_shown else WORDS_OF_MARKS)
        if value.effect is MarkEffect.REDACT:
            places = tuple(Redaction(range=each.span, length=each.length) for each in placed)
            return words | told_object(MarkPlace(effect=value.effect, places=places))
        return words | told_object(MarkPlace(effect=value.effect, range=placed[0].span))

    def _version(self, value: Version, path: FieldPath) -> JsonObject:
        """A state of a text: when it was stored and its digest, never its words."""
        library, article = self._context.library, ArticleId(self._id)
        texts = {state.index: state.text for state in library.earlier.get(article, ())}
        shown = library.texts.get(article)
        text = texts.get(int(path[-1]), shown)
        fields = self.fields(value, path, HIDDEN[Version])
        digest = told_object(digest_of(text, value.file)) if text else {}
        return {**fields, "shown": text is shown, **digest}

    def _is_whole(self, article: ArticleId | None) -> bool:
        """Whether the words of an article's text may all be published."""
        return article is None or self._context.library.publish_of(article) is Publish.FULL


class _Field(Struct, frozen=True):
    """A field of a model that is published: its name, what YAML calls it, and what it is where nothing is written."""

    name: str
    key: str
    default: object
    is_required: bool


@cache
def _fields_of(model: type[Model]) -> tuple[_Field, ...]:
    return tuple(
        _Field(each.name, each.key, each.info.default, each.info.is_required())
        for each in declared_fields(model)
        if each.name not in UNPUBLISHED
    )


def _is_absent(value: object, known: _Field) -> bool:
    """What an editor need not write is left out where it says nothing."""
    if value is None or (isinstance(value, bool) and value == known.default):
        return True
    return not known.is_required and isinstance(value, str | tuple | Mapping) and not value


def bounds(edtf: Edtf) -> Bounds:
    """Return the first and last day that a date may mean as stated."""
    first, last = edtf.start and edtf.start.first_day, edtf.end and edtf.end.last_day
    return Bounds(earliest=first.isoformat() if first else None, latest=last.isoformat() if last else None)


def place_of_quote(context: Context, placed: PlacedQuote) -> Quote:
    """Return a quote with its place: words where they may be published, range, paragraph, anchor and page."""
    text = context.library.texts.get(placed.article)
    if placed.span is None or text is None:
        return Quote(exact=placed.exact)
    paragraph = text.paragraph_at(placed.span.start)
    place = Quote(range=placed.span, paragraph=paragraph.number if paragraph else 1)
    exact = printed_quote(context, placed)
    if exact is None:
        return place
    page = f"{context.routes.path('article', placed.article)}#{placed.anchor}"
    return replace(place, exact=exact, anchor=placed.anchor, page=page)


def stored_text(context: Context, article: ArticleId, file: SeedFile) -> StoredText:
    """Return what is known of a stored text, and the ranges of it that are published with their words."""
    text = context.library.texts.get(article)
    if text is None:
        return StoredText(file=file.file)
    words = published_of(context, article)
    return row_of(
        StoredText,
        digest_of(text, file.file),
        publish=context.library.publish_of(article),
        published=tuple(PublishedWords(range=span, text=span.of(text.raw)) for span in words),
    )


def digest_of(text: SeedText, file: str) -> Digest:
    """Return what a stored text can be checked with.

    Of a redacted text the file's name is left out, since it may hold the digest of its bytes.
    """
    return Digest(
        file=None if text.is_redacted else file,
        redacted=text.is_redacted,
        sha256=text.sha256,
        bytes=text.size_bytes,
        characters=len(text.raw),
    )
