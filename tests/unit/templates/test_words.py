"""Templates and scripts have no words of their own: every one is said through the catalogue."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import Environment
from jinja2.nodes import Call, Const, Name, Node, Template, TemplateData
from selectolax.lexbor import LexborHTMLParser

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
SCRIPTS = sorted((TEMPLATES / "assets" / "js").glob("*.js"))
PAGES = sorted(path for path in TEMPLATES.rglob("*.html"))
ATTRIBUTES = ("alt", "aria-label", "data-label", "placeholder", "title")
NAMES = frozenset({"SHA-256"})
FOR_PROGRAMS = frozenset({"use strict", "NFC", "NFD", "NFKC", "NFKD", "TH", "Escape", "DOMContentLoaded"})
FAULTS_OF_OURS = frozenset({"not in the index: ", "the worker does not answer"})
"""Faults that no page shows."""
NOT_SEARCHED = frozenset(
    "bibliography changes feeds how-much kinds list outlets pairs register report terms whole".split()
)
"""Parts of pages that search does not know: lists, the first page, data."""
_ATTRIBUTE = re.compile(r'\bdata-[\w-]+(?:="[^"]*")?')
"""What a macro gives to the element that calls it."""
_LETTERS = re.compile(r"[^\W\d_]{2}")
_SAID = re.compile(r'\b(?:say|sayMany)\(\s*"(?:[^"\\\n]|\\.)*"(?:,\s*"(?:[^"\\\n]|\\.)*")?')
_STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def texts(tree: Template) -> list[str]:
    """What the markup of a template says by itself: its text, and attributes that are read."""
    markup = "".join(node.data for node in tree.find_all(TemplateData))
    page = LexborHTMLParser(f"<body>{markup}</body>")
    found = [
        _ATTRIBUTE.sub("", node.text())
        for node in page.root.traverse(include_text=True)
        if node.tag == "-text"
    ]
    found += [node.attributes.get(name) or "" for node in page.css("*") for name in ATTRIBUTES]
    return [text.strip() for text in found if _LETTERS.search(text) and text.strip() not in NAMES]


def unsaid(node: Node) -> list[str]:
    """Constants of expressions that read as words: with a capital or a space; ids and names of files are none."""
    found: list[str] = []
    for child in node.iter_child_nodes():
        if isinstance(child, Call) and isinstance(child.node, Name) and child.node.name in ("_", "pgettext"):
            found += [text for each in child.kwargs for text in unsaid(each)]
        elif isinstance(child, Const) and isinstance(child.value, str):
            found += [child.value] if re.search(r"[A-Z]|\w \w", child.value) else []
        else:
            found += unsaid(child)
    return found


def left(source: str) -> list[str]:
    tree = Environment(autoescape=True).parse(source)
    return [*texts(tree), *unsaid(tree)]


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=path.relative_to(TEMPLATES).as_posix()) for path in PAGES]
)
def test_every_word_of_a_template_is_said_through_the_catalogue(path: Path) -> None:
    assert left(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Serif</p>",
        "{% if a %}<p>{{ a }}, and more</p>{% endif %}",
        '<ul aria-label="Key">',
        '<div data-label="What it counts">',
        '{{ section("id", "Title") }}',
        '{% call section("id", _("Title"), "two words") %}{% endcall %}',
        '{{ _("By {name}", name="Nobody") }}',
        '{% macro a(label="Key") %}{% endmacro %}',
    ],
)
def test_a_word_that_was_left_is_found(source: str) -> None:
    assert len(left(source)) == 1


def literals(script: str) -> list[str]:
    """Strings of a script that read as words and are not said through the catalogue."""
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", script, flags=re.DOTALL | re.MULTILINE)
    found = _STRING.findall(_SAID.sub("", code))
    wordy = [
        text for text in found if re.search(r"[A-Z][a-z]|[A-Z]{2}|[\w}”][,;:.…]? +[\w{“]|\w \Z|\A \w", text)
    ]
    return [text for text in wordy if text not in FOR_PROGRAMS | FAULTS_OF_OURS and not _is_selector(text)]


def _is_selector(text: str) -> bool:
    """Whether a string names elements or classes."""
    return text == text.strip() and bool(re.fullmatch(r"[a-z.#>:,\[\]= -]+", text))


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in SCRIPTS])
def test_every_word_of_a_script_is_said_through_the_catalogue(path: Path) -> None:
    assert literals(path.read_text("utf-8")) == []


@pytest.mark.parametrize("literal", ["Searching …", "No page has “", " of ", "Page", "{count} more!"])
def test_words_of_a_script_that_were_left_are_found(literal: str) -> None:
    assert literals(f'status.textContent = "{literal}";') == [literal]
    assert literals(f'status.textContent = say("{literal}");') == []


def test_search_has_words_for_every_part_of_a_page_that_a_hit_may_lie_in() -> None:
    pages = (TEMPLATES / "pages").glob("*.html")
    markup = "".join(path.read_text("utf-8") for path in [*pages, TEMPLATES / "components/comparing.html"])
    parts = set(re.findall(r'\bsection\("([a-z-]+)"', markup)) - NOT_SEARCHED
    script = (TEMPLATES / "assets/js/search/drawing.js").read_text("utf-8")
    table = re.search(r"var SECTIONS = \{(.*?)\n  \};", script, re.DOTALL)
    assert table is not None
    named = {one or other for one, other in re.findall(r'(?:"([a-z-]*)"|\b([a-z]+)): say\(', table[1])}
    assert sorted(parts - named) == []
