"""Begins a record: gathers what it needs from what was typed, from an article's text and, where need be, by asking.

What comes out has been read as if it were there already, so that whatever is written passes a check.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from builder.diagnostics import did_you_mean
from builder.editing.newarticle import date_value, marks_value, text_value
from builder.editing.newrecord import help_of, listed, needed_keys, record_text, tried
from builder.editing.proposals import date_in, id_for, language_of, siglum_for, title_in
from builder.editing.written import with_edits
from builder.load.content import record_path
from builder.load.fields import fields_of
from builder.model.base import ArticleId, Record
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.report import format_diagnostics
from builder.yamltext import scalar

KINDS: Final = tuple(name for name, kind in RECORD_KINDS.items() if kind.suffix == ".yaml")
_NAMED_BY: Final = ("title", "name", "statement", "reason")
"""The key whose words name a record, and its file."""
_TAKEN_WITHOUT_ASKING: Final = {
    "claim.kind": "detail",
    "event.date": "unknown",
    "entity.kind": "organisation",
}
"""What is written where nobody is there to answer; it is told, and the record is a draft."""


Ask = Callable[[str, str], str]
"""Puts a question to an editor, with what is taken where the answer is empty, and returns the answer."""


class CannotBegin(Exception):
    """The record cannot be begun; `is_usage` says that an option mends it."""

    def __init__(self, words: str, *, is_usage: bool = False) -> None:
        super().__init__(words)
        self.is_usage = is_usage


class Beginning:
    """One new record with what it needs; `files` are to be written, `notes` to be told.

    Without `ask` nobody is there to answer.
    """

    def __init__(
        self, root: Path, library: Library, kind: str, typed: dict[str, str], ask: Ask | None
    ) -> None:
        self._root = root
        self._library = library
        self._kind = kind
        self._model: type[Record] = RECORD_KINDS[kind].model
        self._ask_editor = ask
        self._values = {key: _written(value) for key, value in typed.items()}
        self.files: dict[str, bytes] = {}
        self.notes: list[str] = []

    def begin(
        self,
        *,
        name: str,
        record_id: str | None,
        text: bytes | None,
        outlet: str,
        published: str,
        topics: Sequence[str],
    ) -> None:
        """Gather everything into `files`. Raises `CannotBegin`; nothing has been written then."""
        known = fields_of(self._model)
        for unknown in (each for each in self._values if each not in known):
            near = did_you_mean(unknown, known)
            hint = f"did you mean `{near}`?" if near else f"the fields are {', '.join(known)}"
            raise CannotBegin(f"a record of this kind has no field `{unknown}`; {hint}", is_usage=True)
        words = self._words(text) if text is not None else ""
        key = next(each for each in _NAMED_BY if each in needed_keys(self._model))
        if key not in self._values:
            self._values[key] = scalar(name or self._answer(key, title_in(words)))
        made = record_id or self._asked_id(name or self._values[key])
        path = record_path(self._kind, made)
        if topics:
            self._values["topics"] = listed(self._other("topic", each) for each in topics)
        if self._kind == "article":
            self._article(made, words, text, outlet, published)
        for needed in needed_keys(self._model):
            if needed not in self._values:
                self._values[needed] = scalar(self._answer(needed, ""))
        self.files[path] = record_text(self._model, self._values).encode()
        if self._kind == "article" and text is not None and "marks" not in self._values:
            self._mark(made, path)
        self._refuse()

    def _words(self, text: bytes) -> str:
        try:
            return text.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise CannotBegin(
                "the text is not UTF-8; save it as UTF-8, or take it in with `dossier import`"
            ) from None

    def _asked_id(self, name: str) -> str:
        taken = set(_ids(self._root, self._kind))
        return self._ask("id", id_for(name.strip("\"'"), self._kind, taken))

    def _article(self, made: str, words: str, text: bytes | None, outlet: str, published: str) -> None:
        values = self._values
        if "outlet" not in values:
            only = list(self._library.outlets) if len(self._library.outlets) == 1 else []
            values["outlet"] = self._other(
                "outlet", outlet or self._answer("outlet", only[0] if only else "")
            )
        if "published" not in values:
            found = date_in(words)
            if published:
                values["published"] = scalar(published)
            elif found is not None and self._ask("published", found.edtf) == found.edtf:
                values["published"] = date_value(found)
                self.notes.append(f"the date is read from the words “{found.cue}”: look at them")
            else:
                values["published"] = scalar(self._ask("published", "unknown"))
        if text is not None:
            seed = f"seeds/{made}.txt"
            self.files[seed] = text
            values["text"] = text_value(seed, text)
        spoken = language_of(words)
        if spoken and "language" not in values and spoken != self._expected_language():
            values["language"] = spoken
            self.notes.append(f"the text seems to be in the language `{spoken}`")
        if "siglum" not in values and any(one.siglum for one in self._library.articles.values()):
            taken = {one.siglum or "" for one in self._library.articles.values()}
            values["siglum"] = scalar(siglum_for(self._name_of_outlet(), taken))

    def _expected_language(self) -> str:
        outlet = next(
            (one for key, one in self._library.outlets.items() if key == self._values["outlet"]), None
        )
        return (outlet.language if outlet else None) or self._library.dossier.language

    def _name_of_outlet(self) -> str:
        wanted = self._values["outlet"]
        return next((one.name for key, one in self._library.outlets.items() if key == wanted), wanted)

    def _mark(self, made: str, path: str) -> None:
        library = tried(self._root, self.files).loaded.library
        if library is None or ArticleId(made) not in library.texts:
            return
        marks = marks_value(library, ArticleId(made))
        if marks:
            unmarked = self.files[path]
            self.files[path] = record_text(self._model, {**self._values, "marks": marks}).encode()
            if tried(self._root, self.files).are_refused:
                self.files[path] = unmarked
            else:
                count = marks.count("- kind")
                said = (
                    "1 mark is proposed: look at it"
                    if count == 1
                    else f"{count} marks are proposed: look at each"
                )
                self.notes.append(said)

    def _other(self, kind: str, typed: str) -> str:
        """Return the id of another record that is named by id or name; where there is none it is made too."""
        known = {**self._library.outlets} if kind == "outlet" else {**self._library.topics}
        names = {str(key): record.name for key, record in known.items()}
        for key, name in names.items():
            if typed.casefold() in (key, name.casefold()):
                return key
        near = did_you_mean(typed, [*names, *names.values()])
        if near is not None:
            hint = f"there is no {kind} `{typed}`; did you mean `{near}`?"
            raise CannotBegin(f"{hint} Make a new one with `dossier new {kind}` where not", is_usage=True)
        made = id_for(typed, kind, set(_ids(self._root, kind)))
        if self._ask(f"There is no {kind} “{typed}”. Its id, to make it", made) != made:
            raise CannotBegin(f"make the {kind} with `dossier new {kind}` first", is_usage=True)
        model = RECORD_KINDS[kind].model
        self.files[record_path(kind, made)] = record_text(model, {"name": scalar(typed)}).encode()
        return made

    def _answer(self, key: str, default: str) -> str:
        """Return the answer to a question that a record cannot do without."""
        proposed = default or _TAKEN_WITHOUT_ASKING.get(f"{self._kind}.{key}", "")
        given = self._ask(f"{key} ({help_of(self._model, key)})", proposed)
        if not given:
            option = {"outlet": "--outlet NAME"}.get(key, f"--set {key}=…")
            option = "NAME behind the kind" if key in _NAMED_BY else option
            raise CannotBegin(
                f"`{key}` is missing: {help_of(self._model, key)}\n  = fix: give {option}", is_usage=True
            )
        if self._ask_editor is None and not default:
            self._values["draft"] = "true"
            self.notes.append(f"`{key}: {given}` was taken, and the record is a draft: set both right")
        return given

    def _ask(self, question: str, default: str) -> str:
        return self._ask_editor(question, default) if self._ask_editor is not None else default

    def _refuse(self) -> None:
        """Raise where a check would refuse what is new, and not for want of one safe answer."""
        there = next((path for path in self.files if (self._root / path).exists()), None)
        if there is not None:
            raise CannotBegin(
                f"{there} is there already and stays as it is\n  = fix: give --id", is_usage=True
            )
        found = tried(self._root, self.files)
        for one in found.problems:
            path = one.span.path
            self.files[path] = with_edits(self.files[path].decode(), one.edits).encode()
        if any(one.edits for one in found.problems):
            found = tried(self._root, self.files)
        if found.are_refused:
            raise CannotBegin(
                format_diagnostics(found.problems, found.loaded.source) + "Nothing was written."
            )


def _written(value: str) -> str:
    """Return a typed value as YAML: lists and mappings as they are, any other as a text."""
    return value if value[:1] in ("[", "{") else scalar(value)


def _ids(root: Path, kind: str) -> list[str]:
    folder = RECORD_KINDS[kind].plural
    return [path.stem for path in (root / "content" / folder).glob("*")]
