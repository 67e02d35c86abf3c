"""Templates escape everything, fetch nothing from elsewhere, and name only templates that exist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.contracts.conftest import Plant
from tests.contracts.source import PROJECT, Module, told
from tests.contracts.templates import address_faults, escape_faults, reference_faults, script_faults

TEMPLATES = PROJECT / "templates"
Write = Callable[[dict[str, str]], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Write a folder of templates."""

    def into_folder(files: dict[str, str]) -> Path:
        for name, text in files.items():
            path = tmp_path / "templates" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return tmp_path / "templates"

    return into_folder


def test_no_template_switches_escaping_off_or_carries_inline_code() -> None:
    faults = escape_faults(TEMPLATES)
    assert not faults, told(faults)


def test_no_template_names_another_host() -> None:
    faults = address_faults(TEMPLATES)
    assert not faults, told(faults)


def test_no_script_has_what_an_older_safari_cannot_read(write: Write) -> None:
    faults = script_faults(TEMPLATES)
    assert not faults, told(faults)
    (fault,) = script_faults(write({"assets/js/a.js": "\nvar COMMA = /(?<!x),(?<name>y)/;"}))
    assert fault == "assets/js/a.js:2: (?<!"


def test_every_template_that_is_named_exists_and_can_be_read(builder: tuple[Module, ...]) -> None:
    faults = reference_faults(TEMPLATES, builder)
    assert not faults, told(faults)


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.title|safe }}",
        "{{ page.title | safe }}",
        "<p title='{{ page.title | in_double_quotes }}'>",
        "<p title=\"{{ page.title | in_double_quotes }}'>",
        "{% autoescape false %}{% endautoescape %}",
        "<style>p {}</style>",
        '<p style="color: red">',
        '<a href="#" onclick="go()">',
        "<script>go()</script>",
        '<script type="module">go()</script>',
        '<a href="javascript:go()">',
    ],
)
def test_an_open_door_in_a_template_is_found_with_its_line(write: Write, text: str) -> None:
    (fault,) = escape_faults(write({"pages/claim.html": f"\n{text}"}))
    assert fault.startswith("pages/claim.html:2: ")


@pytest.mark.parametrize(
    "text",
    [
        "{{ page.safe_title }}{# never |safe #}",
        '<link rel="stylesheet" href="{{ page.style }}">',
        '<script src="{{ site.script }}" defer></script>',
        '<script type="application/ld+json">{}</script>',
        '<p class="on" data-style="x">',
    ],
)
def test_what_resembles_an_open_door_is_allowed(write: Write, text: str) -> None:
    assert escape_faults(write({"pages/claim.html": text})) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("base.html", '<script src="https://cdn.example.org/x.js">'),
        ("base.html", '<img src="//img.example.org/x.png">'),
        ("assets/css/base.css", "@import url(http://fonts.example.org/css);"),
        ("assets/js/search.js", 'import("https://esm.example.org/x")'),
    ],
)
def test_the_address_of_another_host_is_found(write: Write, name: str, text: str) -> None:
    (fault,) = address_faults(write({name: text}))
    assert fault.startswith(f"{name}:1: ")


def test_the_name_of_a_format_is_no_address_and_a_comment_fetches_nothing(write: Write) -> None:
    text = '<svg xmlns="http://www.w3.org/2000/svg"></svg>{# see https://www.example.org/x #}'
    assert address_faults(write({"components/timeline.html": text, "assets/js/a.js": "// a comment"})) == []


def test_a_template_that_is_named_and_missing_or_broken_is_found(write: Write, plant: Plant) -> None:
    templates = write(
        {
            "base.html": "",
            "pages/claim.html": "{% extends 'base.html' %}{% import 'components/gone.html' as gone %}",
            "pages/topic.html": "{% if %}",
        }
    )
    modules = plant(
        {
            "pages/claim.py": "KIND = PageKind(template='pages/claim.html')",
            "pages/topic.py": "template = 'pages/topics.html'",
            "render/environment.py": "environment.get_template('feeds/atom.xml')",
        }
    )
    missing = {fault.rpartition("no template ")[2] for fault in reference_faults(templates, modules)}
    assert missing == {
        "components/gone.html",
        "pages/topics.html",
        "feeds/atom.xml",
        "pages/topic.html that parses",
    }
