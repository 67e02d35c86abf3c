"""What is wrong with a value, in an editor's words: pydantic's errors translated, one table row each."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from msgspec import Struct
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from builder.diagnostics import FieldPath, did_you_mean
from builder.load.differences import hidden_difference
from builder.load.fields import choices_of, fields_of, is_reference, model_at, needs
from builder.load.keywords import key_meant
from builder.load.words import (
    choice_meant,
    country_meant,
    language_meant,
    number_meant,
    siglum_meant,
    time_meant,
)
from builder.model.base import IsProse, RefersTo
from builder.model.kinds import RECORD_KINDS
from builder.model.otherdates import TIME_OF_DAY
from builder.model.walk import marked_keys
from builder.regexes import regex
from builder.yamltext import scalar

_PATTERN_WORDS: dict[str, tuple[str, str]] = {
    r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$": (
        "a language tag",
        "write it like `en`, `sr-Cyrl` or `pt-BR`",
    ),
    r"^[a-z]{0,3}[0-9]{1,5}$": ("a number to cite by", "write it like `c06`"),
    TIME_OF_DAY.pattern: (
        "a time of day",
        'write hours and minutes like "16:17", with the offset where it is known like "16:17+02:00"',
    ),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "a short name",
        "use lower-case letters a-z, digits and single hyphens between them",
    ),
    r"^[0-9a-f]{64}$": (
        "a SHA-256",
        "remove the line, and `check` says what to write: 64 digits 0-9 and a-f",
    ),
    r"^\S+$": ("a siglum", "write it without spaces"),
    r"^[a-z]+:[a-z0-9]+(-[a-z0-9]+)*$": (
        "the address of a record",
        "write kind and id like `claim:first-personal-threat`",
    ),
    r"^[A-Z]{2}$": ("a country", "write the two capital letters of ISO 3166, like `IL`"),
}
_ID = regex("[a-z0-9]+(?:-[a-z0-9]+)*")
_HINTS = {
    "bad-date": "write it like 2015-11-12, 2015-11, 2015, 2015-11-13?, 201X or 2014-08-31/2014-09-02",
    "bad-url": "write the whole address, such as `https://example.org/page`",
    "empty-text": "write a text or remove the key",
    "bad-boolean": "write `true` or `false`",
    "bad-number": "write it like `3`",
    "bad-origin": "write {outlet: …}, {outlet: …, what: …}, or {what: …} for what is no record here",
    "bad-attribution": "write it like `vladimir-putin`, `{described: Western reporters}` or `unstated`",
    "bad-stop": "write it like `first-personal-threat`, `{claim: …, article: …}` or `{built: timeline}`",
    "bad-source": "write a letter, or {publisher: …, url: …, date: …}",
    "bad-redaction": "write {kind: redact, quote: …, reason: …, by: …, date: …}; other kinds say why in `note`",
    "bad-withdrawal": "write kind: withdrawal and remove the record's file, or take the key out",
    "bad-versions": "leave `text` out, or write the file of the newest version",
    "bad-repair": "a word cut at a line end is marked `joined`, and words that need other letters `sic`",
    "bad-passage": "write quote: …, or for a long stretch start: … and end: …",
    "bad-scale": "keep our letter or number and an outside `rating` in two entries of the list",
    "bad-basis": "add it, or change `basis`",
    "bad-quoted-from": "write from: {article: …}, or from: {publisher: …, date: …} for words from outside",
    "bad-stance": "add it, or choose another stance",
}
_OF_VERSIONS = frozenset({"updated", "modified", "revised", "changed", "edited", "version"})
"""What editors write who know that a text was changed."""
_KEYS_TO_POINT_AT = {
    "bad-stance": ("stance",),
    "bad-repair": ("read", "kind"),
    "bad-basis": ("basis", "relation"),
    "bad-redaction": ("note", "kind"),
    "bad-versions": ("text", "versions"),
    "bad-withdrawal": ("title", "withhold"),
    "bad-passage": ("prefix", "suffix", "end", "start", "quote"),
    "bad-scale": ("rating", "credibility", "source", "scale"),
}


_CODES_MEANT: dict[str, Callable[[str], str | None]] = {
    "a language tag": language_meant,
    "a country": country_meant,
    "a time of day": time_meant,
    "a siglum": siglum_meant,
    "a number to cite by": number_meant,
}


def _nothing_meant(_typed: str) -> None:
    return None


class Mended(Struct, frozen=True):
    """What is to stand in place of a value (or of its key), as YAML, where there is one safe answer."""

    text: str
    beside: str = ""
    """A key with its value that is to stand beside it too."""
    with_key: bool = False
    """Whether it stands in place of key and value together."""

    def in_words(self, key: str) -> str:
        """Return what to do about the value of a key."""
        if self.with_key:
            return f"instead of `{key}` write {self.text}"
        return f"write {self.text}" + (f", and beside it {self.beside}" if self.beside else "")


def _mended(facts: Mapping[str, str]) -> Mended | None:
    """Return what a complaint of the model says is meant."""
    if "mended" in facts:
        return Mended(facts["mended"], facts.get("beside", ""))
    return Mended(facts["instead"], with_key=True) if "instead" in facts else None


class ShortReference(Struct, frozen=True):
    """An id that stands alone where its kind is wanted too: what it may be the id of, and how it is written then."""

    record_id: str
    kinds: tuple[str, ...]
    form: str

    def written(self, kind: str) -> str:
        """Return the reference with its kind."""
        return self.form.format(kind=kind, id=self.record_id)


class Fault(Struct, frozen=True):
    """One mistake in a record's values: where (as the editor wrote it), its code, and the words for it."""

    path: FieldPath
    code: str
    message: str
    hint: str = ""
    at_key: bool = False
    mended: Mended | None = None
    short: ShortReference | None = None


def fault_of(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    """Return what one of pydantic's errors means to an editor of a record of type `model`."""
    words = _WORDS.get(error["type"])
    if words is not None:
        return words(error, model)
    code = error["type"].replace("_", "-")
    message = error["msg"]
    if "ctx" in error or code in _HINTS or code.startswith("bad-"):
        path, facts = _pointed_at(code, error), error.get("ctx", {})
        mended = _mended(facts)
        hint = facts.get("fix") or (mended.in_words(_last_key(error)) if mended else _HINTS.get(code, ""))
        return Fault(path, code, message, hint, mended=mended)
    return Fault(error["loc"], "bad-value", f"this value does not fit: {message[:1].lower()}{message[1:]}")


def _pointed_at(code: str, error: ErrorDetails) -> FieldPath:
    """A mistake of several values together is shown at the value that most likely is the wrong one."""
    written = error["input"]
    for key in _KEYS_TO_POINT_AT.get(code, ()):
        if isinstance(written, dict) and key in written:
            return (*error["loc"], key)
    return error["loc"]


def _unknown_field(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    name = str(error["loc"][-1])
    owner = model_at(model, error["loc"][:-1])
    keys = fields_of(owner) if owner else []
    if name == "note" and owner is not None:
        return _note_of_none(error["loc"], owner)
    near = key_meant(name, keys)
    message = f"unknown field `{shortened(name)}`"
    if near:
        message = f"unknown field; did you mean `{near}`?{hidden_difference(name, near)}"
    hint = f"rename to `{near}`" if near else f"the fields here are {', '.join(keys)}"
    if name.casefold() in _OF_VERSIONS and "versions" in keys:
        message = f"unknown field `{name}`; a text that was changed is recorded with its `versions`"
        hint = "write versions: [{captured: …, file: …, sha256: …}], a state each; the newest is shown"
    mended = Mended(near) if near else None
    return Fault(error["loc"], "unknown-field", message, hint, at_key=True, mended=mended)


def _note_of_none(path: FieldPath, owner: type[BaseModel]) -> Fault:
    """A note where none is printed: nobody can tell a remark of the editors from words for readers."""
    prose = [key for key in fields_of(owner) if key in marked_keys(owner, IsProse)]
    printed = min(prose, key=lambda key: not needs(owner, key), default=None)
    elsewhere = f"; words for readers stand under `{printed}`" if printed else ""
    return Fault(
        path,
        "unknown-field",
        "a note has no place here: write `private`, or the field that prints",
        f"rename to `private` what is a remark for editors{elsewhere}",
        at_key=True,
    )


def _missing(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    name = str(error["loc"][-1])
    owner = model_at(model, error["loc"][:-1])
    words = choices_of(owner, name) if owner else []
    hint = f"add `{name}: …`"
    if words:
        hint = f"add `{name}: {words[0]}`, or another of {', '.join(words[1:])}"
    return Fault(error["loc"][:-1], "missing-field", f"the field `{name}` is missing", hint, at_key=True)


def _not_a_list(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    value = error["input"]
    entries = _entries(value, error["loc"], model) if isinstance(value, str) else []
    listed = f"[{', '.join(map(scalar, entries))}]"
    hint = f"write a list: {listed}" if entries else "begin each entry with `- `"
    is_clear = isinstance(value, str) and value.strip()[-1:] not in (")", "]", "}")
    mended = Mended(listed) if entries and is_clear else None
    return Fault(error["loc"], "not-a-list", f"`{_last_key(error)}` is a list of values", hint, mended=mended)


def _entries(text: str, path: FieldPath, model: type[BaseModel]) -> list[str]:
    """Return the entries of a list that was written as one text; none where they need keys or are not clear."""
    of = model_at(model, path)
    if of is not None and getattr(of, "SHORT_FORM", None) is None:
        return []
    parts = [part.strip() for part in re.split("[,;，、；]| and ", text)]
    if all(map(_ID.fullmatch, parts)):
        return parts
    within = [part.strip() for part in re.split("[,;]", text.strip("()[]{} "))]
    if text.strip()[-1:] in ")]}" and all(map(_ID.fullmatch, within)):
        return within
    return [] if is_reference(model, path) or len(parts) > 1 else [text]


def _not_a_text(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    value = error["input"]
    written = "a list" if isinstance(value, list | tuple) else "keys and values"
    texts = value if isinstance(value, list) and all(isinstance(each, str) for each in value) else []
    if texts and error["loc"] and isinstance(error["loc"][-1], int):
        return _list_in_list(error["loc"], texts)
    inner = list(value.values()) if isinstance(value, dict) else texts
    only = inner[0] if len(inner) == 1 and isinstance(inner[0], str) else None
    hint = (
        f"write {scalar(only)}"
        if only
        else f"write one of them: {', or '.join(map(scalar, texts))}"
        if texts
        else "write one text; quote it if it holds brackets, braces or a colon"
    )
    mended = Mended(scalar(only)) if only else None
    return Fault(
        error["loc"], "not-a-text", f"`{_last_key(error)}` is one text, not {written}", hint, mended=mended
    )


def _list_in_list(path: FieldPath, texts: list[str]) -> Fault:
    written = ", ".join(map(scalar, texts))
    message = "a list stands inside a list here"
    return Fault(
        path, "not-a-text", message, f"write {written} without the inner brackets", mended=Mended(written)
    )


def _not_a_mapping(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    owner = model_at(model, error["loc"])
    if isinstance(error["input"], list) and owner is not None and getattr(owner, "SHORT_FORM", None):
        return _not_a_text(error, model)
    keys = fields_of(owner) if owner else []
    needed = [name for name in keys if owner and needs(owner, name)] or keys[:2]
    example = "{" + ", ".join(f"{name}: …" for name in needed) + "}" if needed else "{key: value}"
    return Fault(
        error["loc"],
        "needs-keys",
        f"{'each entry of ' if isinstance(error['loc'][-1:], tuple) and isinstance(error['loc'][-1], int) else ''}"
        f"`{_last_key(error)}` is written with keys and values",
        f"write {example}",
        short=_short(error["input"], owner) if owner else None,
    )


def _short(value: object, owner: type[BaseModel]) -> ShortReference | None:
    """Return the id that was written for a value with a key for each kind of record."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        return None
    keys = marked_keys(owner, RefersTo)
    kinds = tuple(name for name in fields_of(owner) if name in keys and name in RECORD_KINDS)
    return ShortReference(value, kinds, "{{{kind}: {id}}}")


def _no_choice(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    value = error["input"]
    if not isinstance(value, str):
        return Fault(
            error["loc"], "unknown-choice", "one word of a list is expected", f"choose {_either(choices)}"
        )
    meant = choice_meant(value, choices)
    near = meant or did_you_mean(value, choices)
    asked = f"; did you mean `{near}`?{hidden_difference(value, near)}" if near else ""
    message = f"`{shortened(value)}` is none of the choices{asked}"
    hint = f"write `{meant}`" if meant else f"choose {_either(choices)}"
    if near and not meant:
        hint = f"write `{near}`, or another of {', '.join(choices)}"
    return Fault(error["loc"], "unknown-choice", message, hint, mended=Mended(meant) if meant else None)


def _either(choices: list[str]) -> str:
    return f"{', '.join(choices[:-1])} or {choices[-1]}" if len(choices) > 1 else "".join(choices)


def _wrong_form(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    wanted, hint = _PATTERN_WORDS.get(
        str(error.get("ctx", {}).get("pattern")),
        ("in the form that is wanted here", "see the content reference"),
    )
    is_key = error["loc"][-1:] == ("[key]",)
    path = error["loc"][:-1] if is_key else error["loc"]
    meant = _CODES_MEANT.get(wanted, _nothing_meant)(str(error["input"]))
    message = f"`{shortened(str(error['input']))}` is not {wanted}"
    if meant is None or is_key:
        is_short = wanted == "the address of a record" and _ID.fullmatch(str(error["input"]))
        short = ShortReference(error["input"], tuple(RECORD_KINDS), "{kind}:{id}") if is_short else None
        return Fault(path, "wrong-form", message, hint, at_key=is_key, short=short)
    return Fault(path, "wrong-form", message, f"write `{meant}`", mended=Mended(scalar(meant)))


def _too_long(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    most, value = error.get("ctx", {}).get("max_length"), error["input"]
    is_key = error["loc"][-1:] == ("[key]",)
    path = error["loc"][:-1] if is_key else error["loc"]
    length = f"{len(value):,}" if isinstance(value, str) else "too many"
    return Fault(
        path,
        "too-long",
        f"this text has {length} characters, at most {most:,} are allowed",
        "shorten or split it",
        is_key,
    )


def _empty(error: ErrorDetails, model: type[BaseModel]) -> Fault:
    return Fault(error["loc"], "empty-text", "the text is empty", _HINTS["empty-text"])


def _last_key(error: ErrorDetails) -> str:
    names = [step for step in error["loc"] if isinstance(step, str)]
    return names[-1] if names else "record"


def shortened(value: object, width: int = 60) -> str:
    """Return a value as one line of at most `width` characters, for use inside a message."""
    line = " ".join(str(value).split())
    return line if len(line) <= width else line[: width - 1] + "…"


_WORDS: dict[str, Callable[[ErrorDetails, type[BaseModel]], Fault]] = {
    "extra_forbidden": _unknown_field,
    "missing": _missing,
    "tuple_type": _not_a_list,
    "string_type": _not_a_text,
    "model_type": _not_a_mapping,
    "model_attributes_type": _not_a_mapping,
    "dict_type": _not_a_mapping,
    "mapping_type": _not_a_mapping,
    "enum": _no_choice,
    "string_pattern_mismatch": _wrong_form,
    "string_too_long": _too_long,
    "string_too_short": _empty,
}
