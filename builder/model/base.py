"""What every editorial value has in common: frozen, no unknown fields, short forms made long before validation."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, ClassVar, LiteralString, NewType, Self

from msgspec import Struct
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from builder.model.edtf import EdtfDate
from builder.recorded import digest
from builder.signs import is_blank
from builder.unseen import named_all, stray_signs, without
from builder.urls import mended_url, site_url_fault, web_url_fault
from builder.yamltext import scalar

MAX_PROSE_CHARS = 20_000
MAX_LINE_CHARS = 2_000
MAX_BRIEF_CHARS = 240
MAX_QUOTE_CHARS = 20_000

OutletId = NewType("OutletId", str)
ArticleId = NewType("ArticleId", str)
EntityId = NewType("EntityId", str)
EventId = NewType("EventId", str)
TopicId = NewType("TopicId", str)
ClaimId = NewType("ClaimId", str)
ComparisonId = NewType("ComparisonId", str)
CodingId = NewType("CodingId", str)


class RefersTo(Struct, frozen=True):
    """Marks a field whose value is the id of a record of one of `kinds`."""

    kinds: tuple[str, ...]


class IsProse(Struct, frozen=True):
    """Marks a field whose value is Markdown and may hold links to records."""


class IsPrinted(Struct, frozen=True):
    """Marks a field whose words are the editors' own and stand on pages: quotations in them are checked."""

    is_markdown: bool = False


class IsAddress(Struct, frozen=True):
    """Marks a field that holds an address on the web."""


class IsName(Struct, frozen=True):
    """Marks a field that holds what somebody or something is called, quotation marks included."""


class IsOutside(Struct, frozen=True):
    """Marks a field that holds what others said or wrote; the editors may quote it in the same record."""


def _checked_line(text: str) -> str:
    if is_blank(text):
        raise PydanticCustomError("empty_text", "the text is empty")
    return text


def _seen_line(text: str) -> str:
    found = list(stray_signs(text))
    if found:
        raise PydanticCustomError(
            "unseen_sign",
            "nobody sees that it holds: {signs}",
            {"signs": named_all(found), "mended": scalar(without(text, found))},
        )
    return text


def _checked_url(text: str) -> str:
    fault = web_url_fault(text)
    if fault:
        raise _bad_url("not an address that a page may link to: {fault}", fault, mended_url(text))
    return text


def _checked_site_url(text: str) -> str:
    fault = site_url_fault(text)
    if fault:
        mended = mended_url(text)
        fits = mended is not None and site_url_fault(mended) is None
        raise _bad_url("no site can be published there: {fault}", fault, mended if fits else None)
    return text


def _bad_url(message: LiteralString, fault: str, mended: str | None) -> PydanticCustomError:
    facts = {"fault": fault, "mended": mended} if mended else {"fault": fault}
    return PydanticCustomError("bad_url", message, facts)


_TRUE = frozenset("true yes on y 1 t ja oui si sí да da ✓ x".split())
_FALSE = frozenset("false no off n 0 f nein non нет не ne nej".split())


def _boolean(value: object) -> object:
    if value in ("true", "false", True, False):
        return value in ("true", True)
    word = str(value).strip(" .,;").casefold()
    meant = "true" if word in _TRUE else "false" if word in _FALSE else None
    message: LiteralString = "only `true` and `false` can stand here"
    raise PydanticCustomError("bad_boolean", message, {"mended": meant} if meant else None)


def _whole_number(value: object) -> object:
    if isinstance(value, int) or (isinstance(value, str) and value.isascii() and value.isdigit()):
        return int(value)
    raise PydanticCustomError("bad_number", "only a whole number in digits can stand here")


def _several(value: object) -> object:
    if value in ([], ()):
        raise PydanticCustomError("empty_text", "nobody is named")
    return (value,) if isinstance(value, str) else value


_A_LINE = (StringConstraints(max_length=MAX_LINE_CHARS), AfterValidator(_checked_line))
_A_TEXT = (StringConstraints(max_length=MAX_PROSE_CHARS), AfterValidator(_checked_line), IsProse())
_A_SEEN_LINE = (*_A_LINE, AfterValidator(_seen_line))
Line = Annotated[str, *_A_SEEN_LINE, IsPrinted()]
"""A single text of the editors that is printed as it is, never as markup."""
BriefLine = Annotated[str, StringConstraints(max_length=MAX_BRIEF_CHARS), *_A_SEEN_LINE[1:], IsPrinted()]
"""A line that is read at a glance: three lines where a page is wide."""
Prose = Annotated[str, *_A_TEXT, IsPrinted(is_markdown=True)]
"""Editors' Markdown."""
Verbatim = Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUOTE_CHARS)]
"""Words of a text, letter for letter."""
Name = Annotated[str, *_A_SEEN_LINE, IsName()]
"""What somebody or something is called, as it is: a name, a signature."""
Names = Annotated[tuple[Name, ...], BeforeValidator(_several, json_schema_input_type=str | tuple[str, ...])]
"""Who signs together, one or more; a single name needs no list."""
Remark = Annotated[str, *_A_LINE]
"""A single text that no page prints."""
OutsideLine = Annotated[str, *_A_LINE, IsOutside()]
"""A single text of somebody else, printed as theirs."""
OutsideProse = Annotated[str, *_A_TEXT, IsOutside()]
"""Markdown that holds the words of somebody else, printed as theirs."""
WebUrl = Annotated[str, AfterValidator(_checked_url), IsAddress()]
"""An http or https address without user name."""
SiteUrl = Annotated[str, AfterValidator(_checked_site_url)]
"""An http or https address of a folder, under which a site is published."""
Boolean = Annotated[bool, BeforeValidator(_boolean, json_schema_input_type=bool)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number, json_schema_input_type=int)]
LanguageTag = Annotated[
    str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$")
]
"""A BCP 47 tag of language, optional script and optional region: `en`, `sr-Cyrl`, `pt-BR`."""
RecordNumber = Annotated[str, StringConstraints(pattern=r"^[a-z]{0,3}[0-9]{1,5}$")]
"""The number that a print edition would cite: `c06`, `e17`."""

OutletRef = Annotated[OutletId, RefersTo(("outlet",))]
ArticleRef = Annotated[ArticleId, RefersTo(("article",))]
EntityRef = Annotated[EntityId, RefersTo(("entity",))]
EventRef = Annotated[EventId, RefersTo(("event",))]
TopicRef = Annotated[TopicId, RefersTo(("topic",))]
ClaimRef = Annotated[ClaimId, RefersTo(("claim",))]
CodingRef = Annotated[CodingId, RefersTo(("coding",))]


class Model(BaseModel):
    """An editorial value. Where `SHORT_FORM` names a field, a bare text stands for a mapping with that field."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    SHORT_FORM: ClassVar[str | None] = None
    private: Remark | None = None
    """A remark for editors; it reaches no file of the site. Every value that is written with keys may have one."""

    @model_validator(mode="before")
    @classmethod
    def _make_long(cls, value: object) -> object:
        if isinstance(value, str) and cls.SHORT_FORM:
            return cls._from_text(value)
        return value

    @classmethod
    def _from_text(cls, text: str) -> dict[str, object]:
        return {str(cls.SHORT_FORM): text}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow the short form in the JSON Schema, where an editor's program needs to know of it."""
        schema = handler.resolve_ref_schema(handler(core_schema))
        if cls.SHORT_FORM is None:
            return schema
        long_form = dict(schema)
        schema.clear()
        schema.update(
            {"title": long_form.pop("title", cls.__name__), "anyOf": [{"type": "string"}, long_form]}
        )
        return schema


class Acknowledgement(Model):
    """An editor's answer to a warning."""

    code: Remark
    """The code of the warning, as `check` prints it."""
    reason: Remark
    """Why what it warns of may stand."""


class QuotedFrom(Model):
    """Where quoted words are from: an article of the dossier, or a publication that is none."""

    article: ArticleRef | None = None
    """The article whose text holds them; that is checked."""
    outlet: OutletRef | None = None
    """An outlet of the dossier that published them elsewhere; `date` goes with it."""
    publisher: Name | None = None
    """Who else published them, by the name that readers know; `date` goes with it."""
    what: OutsideLine | None = None
    """What they stand in: `Evening news`, or its title."""
    url: WebUrl | None = None
    """Where they can be read."""
    date: EdtfDate | None = None
    """When they were published."""

    @model_validator(mode="after")
    def _names_one_place(self) -> QuotedFrom:
        if sum(place is not None for place in (self.article, self.outlet, self.publisher)) != 1:
            raise PydanticCustomError(
                "bad_quoted_from", "words are from one `article`, one `outlet` or one `publisher`"
            )
        if self.article is None and self.date is None:
            raise PydanticCustomError(
                "bad_quoted_from", "words from outside the dossier need the `date` of their publication"
            )
        return self


class QuotedWords(Model):
    """Words that the record's own texts quote, and where they are from."""

    exact: Verbatim
    """The words, letter for letter."""
    from_: QuotedFrom = Field(alias="from")
    """Where they stand."""


class Record(Model):
    """What every record may have. Its `id` is the name of its file and is never written inside it."""

    KIND: ClassVar[str]
    id: Annotated[str, Field(exclude=True)] = ""
    """The file's name without `.yaml`."""
    former_ids: tuple[Remark, ...] = ()
    """Ids that this record had before; their addresses go on working and lead here."""
    draft: Boolean = False
    """`true` while it is not ready: it is checked and shown in the preview, and is not published."""
    acknowledge: tuple[Acknowledgement, ...] = ()
    """Warnings that an editor has looked at and answered."""
    quoted: tuple[QuotedWords, ...] = ()
    """Words in quotation marks in this record that stand in no text of the dossier, and where they are from."""

    @cached_property
    def own_digest(self) -> str:
        """A digest of all that pages may read in it."""
        return digest(self._read_by_pages())

    def told_for_digest(self) -> tuple[object, ...]:
        """Return what all of it follows from."""
        return (self.own_digest,)

    def _read_by_pages(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in type(self).model_fields)

    def model_copy(self, *, update: Mapping[str, object] | None = None, deep: bool = False) -> Self:
        """Return a copy with other values, which has a digest of its own."""
        copy = super().model_copy(update=update, deep=deep)
        copy.__dict__.pop("own_digest", None)
        return copy
