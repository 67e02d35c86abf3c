"""Scripts enhance pages that are complete without them: small, classic, strict, and unable to make markup of text."""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
SCRIPTS = sorted((TEMPLATES / "assets" / "js").rglob("*.js"))
MARKUP = "".join(path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.html")))


def code(path: Path) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


def named(paths):
    return [pytest.param(path, id=path.name) for path in paths]


@pytest.mark.parametrize("path", named(SCRIPTS))
def test_a_script_says_its_purpose_first_and_leaves_no_global_but_one_behind(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("/**")
    assert re.match(r'\s*\(function \(\) \{\s*"use strict";', code(path))
    assert code(path).rstrip().endswith("}());")
    assert set(re.findall(r"\bwindow\.(\w+)\s*=[^=]", code(path))) <= {"dossier"}


@pytest.mark.parametrize("path", named(SCRIPTS))
def test_a_script_never_makes_markup_or_code_of_text(path: Path) -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|setTimeout\(\s*[\"']"
    )
    assert re.findall(forbidden, code(path)) == []


@pytest.mark.parametrize("path", named(SCRIPTS))
def test_what_a_script_looks_for_stands_in_a_template(path: Path) -> None:
    hooks = set(re.findall(r"\[(data-[a-z-]+)\]", code(path)))
    assert sorted(hook for hook in hooks if hook not in MARKUP) == []


def test_no_template_carries_a_script_a_style_or_a_handler_of_its_own() -> None:
    # linked data is a data block, which no browser runs
    assert (
        re.findall(
            r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))|<style|\sstyle=|\son[a-z]+=|javascript:",
            MARKUP,
        )
        == []
    )


def test_the_early_script_is_small_because_it_holds_up_the_page() -> None:
    assert len((TEMPLATES / "assets" / "js" / "theme-early.js").read_bytes()) < 1024
