"""The generated pages are those of the program as it is, complete, and right in every example."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import Path

import pytest

from builder.build import check_dossier
from builder.links import RECORD_LINK
from builder.model.base import Line, Model
from builder.model.dossier import Page
from builder.model.edtf import parse_edtf
from builder.model.helplines import help_lines
from builder.model.kinds import RECORD_KINDS
from builder.model.marks import MarkKind
from builder.urls import link_fault
from tests.readme.documents import Block, blocks_of, write_files
from tools.docs.examples import RECORDS
from tools.docs.fields import Field, common_fields, fields_of, inner_models, meanings_of
from tools.docs.reference import RECORD_MODELS, content_reference, documents, main

PROJECT = Path(__file__).resolve().parents[3]
TUTORIAL = blocks_of((PROJECT / "docs" / "editing.md").read_text(encoding="utf-8"))
REFERENCE = content_reference()
MODELS = (*RECORD_MODELS.values(), *inner_models(tuple(RECORD_MODELS.values())))


@pytest.mark.parametrize("path", documents())
def test_a_generated_page_is_what_the_program_says_now(path: str) -> None:
    assert (PROJECT / path).read_text(encoding="utf-8") == documents()[path], "it has changed; run: make docs"


def test_the_command_makes_missing_pages_and_mends_changed_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_files(tmp_path, [Block("", "docs/content.md", "old")])
    main()
    assert {path: (tmp_path / path).read_text(encoding="utf-8") for path in documents()} == documents()


def _chapter(title: str) -> str:
    found = re.search(rf"^(##+) {re.escape(title)}\n(.*?)(?=^##|\Z)", REFERENCE, re.DOTALL | re.MULTILINE)
    assert found is not None, title
    return found[2]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_every_model_is_explained_in_its_chapter(model: type[Model]) -> None:
    kinds = {record: kind for kind, record in RECORD_MODELS.items()}
    spaced = re.sub(r"(?<!^)([A-Z])", r" \1", model.__name__).lower()
    chapter = _chapter(kinds[model].capitalize() if model in kinds else spaced)
    shared = {field.key for field in common_fields()} if model in kinds else {"private"}
    for name, info in model.model_fields.items():
        key = info.alias or name
        if key != "id" and key not in shared:
            assert re.search(rf"^\| `{key}` \| .+ \| (no|\*\*yes\*\*) \| \S.+\|$", chapter, re.MULTILINE), key
            assert help_lines(model)[name], f"{model.__name__}.{name} has no docstring"


def test_what_every_record_may_have_is_explained_once() -> None:
    chapter = _chapter("Every record may have")
    assert [field.key for field in common_fields()] == re.findall(r"^\| `(\w+)`", chapter, re.MULTILINE)


def test_every_allowed_word_is_listed() -> None:
    lists = {field.choices for model in MODELS for field in fields_of(model) if field.choices}
    for choices in lists:
        for choice in choices:
            assert f"`{choice}`" in REFERENCE, choice


def test_every_mark_has_a_meaning_and_stands_under_what_it_does() -> None:
    chapter = _chapter("Marks and what they do")
    assert sorted(re.findall(r"^\| `([a-z-]+)`", chapter, re.MULTILINE)) == sorted(MarkKind)
    assert all(meanings_of(MarkKind).values())


def test_every_link_inside_the_page_leads_to_a_heading() -> None:
    headings = {
        re.sub(r"[^a-z0-9-]", "", heading.lower().replace(" ", "-"))
        for heading in re.findall(r"^#+ (.+)$", REFERENCE, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", REFERENCE)) <= headings


def test_every_example_is_a_file_of_one_dossier_that_has_no_mistake(tmp_path: Path) -> None:
    shown = [block for block in blocks_of(REFERENCE) if block.path]
    assert len(shown) == len(RECORDS) == len(RECORD_MODELS)
    write_files(tmp_path, [block for block in TUTORIAL if not block.path.startswith("content/claims/nobody")])
    write_files(tmp_path, shown)
    checked = check_dossier(tmp_path)
    assert [(one.code, one.span.path, one.message) for one in checked.problems] == []
    for kind, folder in ((kind, one.plural) for kind, one in RECORD_KINDS.items()):
        assert any(block.path.startswith(f"content/{folder}/") for block in shown), kind


def test_every_block_of_the_page_is_such_an_example() -> None:
    assert [block for block in blocks_of(REFERENCE) if not block.path] == []


def test_every_date_in_the_table_of_dates_can_be_read() -> None:
    dates = re.findall(r"^\| `([^`]+)` \|", _chapter("Dates"), re.MULTILINE)
    assert len(dates) == 10
    for date in dates:
        assert parse_edtf(date).text == date


def test_every_link_in_the_table_of_links_can_be_written() -> None:
    for written in re.findall(r"^\| `(.+)` \|", _chapter("Links in Markdown"), re.MULTILINE):
        text = written.replace("\\|", "|")
        target = re.search(r"\]\(([^)]+)\)$", text)
        assert RECORD_LINK.fullmatch(text) or (
            target and (target[1].startswith("claim:") or not link_fault(target[1]))
        )


def test_a_list_whose_words_have_no_docstrings_has_empty_meanings() -> None:
    class Bare(StrEnum):
        """Two words."""

        ONE = "one"
        TWO = "two"
        """The second."""

    assert meanings_of(Bare) == {"one": "", "two": "The second."}


def test_a_type_that_nobody_put_into_words_is_refused() -> None:
    class Odd(Model):
        """A part with a value of a new type."""

        weight: complex
        """How heavy."""

    with pytest.raises(TypeError, match="VALUE_WORDS"):
        fields_of(Odd)


class _Part(Model):
    """A part."""

    names: tuple[Line, ...] = ()
    """Some names."""
    order: Page | None = None
    """A page."""


def test_a_field_says_what_an_editor_needs_to_know() -> None:
    names, order = fields_of(_Part)
    assert names == Field("names", "list of: text", False, "", "Some names.")
    assert order == Field("order", "parts", False, "", "A page.", inner=Page)
