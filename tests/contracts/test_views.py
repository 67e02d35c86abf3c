"""Who overrides a template finds below each field of its view what it holds."""

from __future__ import annotations

import pytest

from tests.contracts.conftest import Plant
from tests.contracts.source import Module, told
from tests.contracts.views import help_faults, views_of

SHAPE = """
class Link(Struct, frozen=True):
    \"\"\"A link.\"\"\"

    href: str%s
    \"\"\"%s\"\"\"
"""
PAGE = """
from msgspec import Struct

from builder.pages.kinds import PageView
from builder.pages.parts import key
from builder.pages.parts.names import Names as Called


class Rest(Struct):
    \"\"\"No view: no page has one.\"\"\"

    count: int


class Row(Struct):
    \"\"\"A row.\"\"\"

    words: tuple[str, ...]


class TopicView(PageView, frozen=True):
    \"\"\"A topic.\"\"\"

    rows: tuple[Row, ...]
    \"\"\"By date.\"\"\"
    names: Called
    \"\"\"Others.\"\"\"
    lines: tuple[key.Line, ...]
    \"\"\"Of the key.\"\"\"
"""


def _struct(name: str) -> str:
    return f"class {name}(Struct):\n    words: str\n"


def test_every_field_of_every_view_has_a_line_of_help(builder: tuple[Module, ...]) -> None:
    faults = help_faults(builder)
    assert not faults, told(faults)


def test_views_are_all_that_a_page_or_its_frame_can_reach(plant: Plant) -> None:
    modules = plant(
        {
            "pages/topic.py": PAGE,
            "pages/kinds.py": "class PageView(Struct):\n    title: str\n",
            "pages/site.py": "class SiteView(Struct):\n    nav: tuple[NavLink, ...]\n\n" + _struct("NavLink"),
            "pages/parts/names.py": _struct("Names"),
            "pages/parts/key.py": _struct("Line") + _struct("Other"),
            "pages/shapes/small.py": SHAPE % ("", "Where it leads."),
            "analysis/findings.py": _struct("Findings"),
        }
    )
    found = {view.node.name for view in views_of(modules)}
    assert found == {"TopicView", "PageView", "SiteView", "NavLink", "Row", "Names", "Line", "Link"}


def test_a_field_without_help_is_found_wherever_its_view_stands(plant: Plant) -> None:
    (fault,) = help_faults(plant({"pages/topic.py": PAGE}))
    assert fault == "builder/pages/topic.py:15: Row.words: no line of help below it"


@pytest.mark.parametrize(
    "said", ["Href.", "The href of it.", "Its hrefs.", "Where it leads", "Where\n    it leads."]
)
def test_help_that_says_nothing_or_is_no_sentence_on_one_line_is_found(plant: Plant, said: str) -> None:
    (fault,) = help_faults(plant({"pages/shapes/small.py": SHAPE % ("", said)}))
    assert "Link.href: its help " in fault


def test_help_that_does_not_tell_when_a_value_is_missing_is_found(plant: Plant) -> None:
    told, untold = "Where it leads; None where nowhere.", "Where it leads, if nonesuch."
    assert help_faults(plant({"pages/shapes/small.py": SHAPE % (" | None = None", told)})) == []
    (fault,) = help_faults(plant({"pages/shapes/small.py": SHAPE % (" | None = None", untold)}))
    assert fault.endswith("Link.href: its help does not tell when it is None")
