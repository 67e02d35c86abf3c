"""The page about templates tells each template's view, whole, and a template says truly what it reads."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec.structs import replace

from builder.load import load_dossier
from builder.model.edtf import parse_edtf
from builder.model.library import Library
from builder.model.said import Said
from builder.pages.kinds import PageView
from builder.pages.table import plan_pages
from tests.contracts.source import PROJECT, modules_of
from tests.contracts.views import views_of
from tests.golden.golden import DOSSIER
from tests.unit.pages.showing import context_of
from tests.unit.pages.test_bounded import SMALL, dense
from tools.docs.templates import TEMPLATES, templates_document, view_of

PAGE = templates_document()


def test_a_template_says_which_view_its_pages_have():
    golden = load_dossier(DOSSIER).library
    assert golden is not None
    correction, claim = next(iter(golden.corrections)), next(iter(golden.claims))
    said = Said("claim", claim, "v1", parse_edtf("2026-06-01"), "2026-06-01", (), is_found=True)
    golden = replace(golden, said={correction: said})
    of_many = frozenset({"pages/choose-two.html", "pages/whole.html"})
    made = _views_of(golden, frozenset()) | _views_of(dense(SMALL), of_many)
    assert {name: view_of(TEMPLATES / name) for name in made} == made
    assert {name.rpartition("/")[2] for name in made} == {
        each.name for each in (TEMPLATES / "pages").iterdir()
    }


def _views_of(library: Library, wanted: frozenset[str]) -> dict[str, type[PageView]]:
    """The view of one page for each template, or for those that are wanted."""
    context = context_of(library)
    pages = {page.kind.template: page for page in plan_pages(library, context.findings)}
    return {
        name: page.view(context).__class__ for name, page in pages.items() if not wanted or name in wanted
    }


def test_every_field_of_every_view_has_a_line_and_each_view_one_table():
    views = views_of(modules_of(PROJECT))
    fields = [name for view in views for name in view.fields]
    assert len(re.findall(r"^\| `\w+` \| \S.* \| \S.*\. \|$", PAGE, re.MULTILINE)) >= len(fields) > 700
    for view in views:
        table = "\n".join(rf"\| `{name}` \| .+ \|" for name in view.fields)
        assert re.search(table, PAGE), view.node.name


def test_every_link_leads_to_the_one_heading_that_it_names():
    headings = [heading.lower().replace(" ", "-") for heading in re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)]
    assert len(headings) == len(set(headings))
    assert set(re.findall(r"\]\(#([^)]+)\)", PAGE)) <= set(headings)


def test_what_a_component_reads_is_told():
    for path in Path(TEMPLATES, "components").glob("*.html"):
        for said in re.findall(r"\bReads ([^:.]+)", path.read_text(encoding="utf-8")):
            for name in re.findall(r"\b[A-Z]\w+", said):
                assert f"\n### {name}\n" in PAGE, f"{path.name}: {name}"
