"""The content reference as one Markdown page, made from the models; `python -m tools.docs.reference` writes it.

About fields it says what the models say and nothing else: see `tools.docs.fields`. `docs/data.md`, `docs/errors.md`
and `docs/templates.md` are written with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path

from builder.model.assessment import Credibility, SourceGrade
from builder.model.base import Model, Record
from builder.model.claim import Reading, Stance
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.marks import EFFECTS, MarkEffect, MarkKind
from builder.pages.parts.words import (
    CREDIBILITY_WORDS,
    READING_MEANINGS,
    SOURCE_GRADE_WORDS,
    STANCE_MEANINGS,
)
from tools.docs import chapters
from tools.docs.data import data_document
from tools.docs.errors import errors_document
from tools.docs.examples import RECORDS
from tools.docs.fields import Field, common_fields, fields_of, inner_models, meanings_of
from tools.docs.templates import templates_document

RECORD_MODELS: Mapping[str, type[Record]] = {
    "dossier": Dossier,
    **{kind: one.model for kind, one in RECORD_KINDS.items()},
}
"""Every kind of record with its model, the dossier's own file first."""

READERS_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Stance: STANCE_MEANINGS,
    Reading: READING_MEANINGS,
    SourceGrade: SOURCE_GRADE_WORDS,
    Credibility: CREDIBILITY_WORDS,
}
"""Lists whose meanings are printed on pages: the reference says it in the same words."""

MARKS = "Marks and what they do"


def content_reference() -> str:
    """Return the text of `docs/content.md`."""
    models = tuple(RECORD_MODELS.values())
    inner = inner_models(models)
    return "\n".join(
        [
            chapters.OPENING,
            _contents(),
            chapters.WRITING,
            "## Every record may have\n",
            _table(common_fields()),
            *(_record_chapter(kind, model) for kind, model in RECORD_MODELS.items()),
            "## Parts of records\n",
            *(_part_section(model) for model in sorted(inner, key=_title)),
            "## Words to choose from\n",
            *(_choice_section(choices) for choices in _choices((*models, *inner))),
            _marks_chapter(),
            chapters.DATES,
            chapters.LINKS,
            chapters.SEEDS,
            chapters.RIGHTS,
        ]
    )


def documents() -> Mapping[str, str]:
    """Return every page of `docs/` that is made from the program, by its path."""
    return {
        "docs/content.md": content_reference(),
        "docs/data.md": data_document(),
        "docs/errors.md": errors_document(),
        "docs/templates.md": templates_document(),
    }


def _contents() -> str:
    records = " · ".join(f"[{kind}](#{kind})" for kind in RECORD_MODELS)
    return f"**Records:** {records}\n"


def _record_chapter(kind: str, model: type[Record]) -> str:
    place = chapters.PLACES.get(kind) or f"content/{RECORD_KINDS[kind].plural}/<id>.yaml"
    language = "markdown" if kind == "page" else "yaml"
    example = f"```{language}\n{RECORDS[kind]}```\n"
    head = f"## {kind.capitalize()}\n\n{_sentence(model)} Written in `{place}`.\n\n"
    return f"{head}{_table(fields_of(model))}\n{example}"


def _part_section(model: type[Model]) -> str:
    short = model.SHORT_FORM
    form = f" *Short form:* a bare text, which is its `{short}`." if short else ""
    return f"### {_title(model)}\n\n{_sentence(model)}{form}\n\n{_table(fields_of(model))}"


def _choice_section(choices: type[StrEnum]) -> str:
    meanings = READERS_WORDS.get(choices) or meanings_of(choices)
    head = f"### {_title(choices)}\n\n{_sentence(choices)}\n"
    if not any(meanings[choice] for choice in choices):
        return f"{head}\n{', '.join(f'`{choice}`' for choice in choices)}\n"
    rows = (f"| `{choice}` | {_cell(meanings[choice])} |" for choice in choices)
    return "\n".join([head, "| word | meaning |", "| --- | --- |", *rows, ""])


def _marks_chapter() -> str:
    """Return the table of marks by what they do; `meanings_of` has what each is."""
    effects, kinds = meanings_of(MarkEffect), meanings_of(MarkKind)
    parts = [
        f"## {MARKS}\n",
        "A mark covers exactly the words acted upon. Marks do not overlap. The kind decides what is done.\n",
    ]
    for effect in MarkEffect:
        rows = [f"| `{kind}` | {_cell(kinds[kind])} |" for kind in MarkKind if EFFECTS[kind] is effect]
        parts += [
            f"**{effect.capitalize()}.** {effects[effect]}\n",
            "| kind | what the words are |",
            "| --- | --- |",
        ]
        parts += [*rows, ""]
    return "\n".join(parts)


def _table(fields: Iterable[Field]) -> str:
    rows = (
        f"| `{field.key}` | {_value(field)} | {'**yes**' if field.is_required else 'no'} | {_meaning(field)} |"
        for field in fields
    )
    return "\n".join(["| key | value | needed | meaning |", "| --- | --- | --- | --- |", *rows, ""])


def _value(field: Field) -> str:
    words = _cell(field.value)
    for linked in (field.inner, field.choices):
        if linked is not None:
            ending = "parts" if linked is field.inner else "one word"
            words = words.replace(ending, f"[{_title(linked)}](#{_anchor(_title(linked))})")
    return words


def _meaning(field: Field) -> str:
    default = f" Where absent: `{field.default}`." if field.default else ""
    return _cell(field.meaning) + default


def _choices(models: Iterable[type[Model]]) -> list[type[StrEnum]]:
    """Return every list of words but the marks', which have a chapter of their own, by title."""
    found = {field.choices for model in models for field in fields_of(model) if field.choices} - {MarkKind}
    return sorted(found, key=_title)


def _title(named: type[Model | StrEnum]) -> str:
    """Return what a class is called here: `DateStatement` is “date statement”, `Stance` “words for stance”."""
    if named is MarkKind:
        return MARKS
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in named.__name__).strip()
    return f"words for {words}" if issubclass(named, StrEnum) else words


def _anchor(title: str) -> str:
    return "".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter == "-")


def _sentence(named: type[Model | StrEnum]) -> str:
    return " ".join((named.__doc__ or "").split())


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> None:
    """Write the pages under the folder where the command is run."""
    for path, text in documents().items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
