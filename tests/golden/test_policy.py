"""What SECURITY.md says of the pages' policy is what pages carry."""

from __future__ import annotations

import re
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from builder.build import build_site
from tests.golden.golden import DOSSIER

STATED = re.compile(r"^```\n(default-src .+?)\n```$", re.MULTILINE | re.DOTALL)


def stated_policies(project: Path) -> tuple[str, ...]:
    text = (project / "SECURITY.md").read_text(encoding="utf-8")
    return tuple(" ".join(policy.split()) for policy in STATED.findall(text))


def carried_policies(site: Path) -> dict[str, str]:
    """The policies of the pages that the builder made, by path; the publisher's own files carry none."""
    own = {path.relative_to(DOSSIER / "static").as_posix() for path in (DOSSIER / "static").rglob("*.html")}
    pages = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*.html"))}
    return {
        path: str(
            LexborHTMLParser(page.read_text(encoding="utf-8"))
            .css_first("meta[http-equiv=Content-Security-Policy]")
            .attributes["content"]
        )
        for path, page in pages.items()
        if path not in own
    }


def test_every_page_carries_the_policy_that_security_md_states(golden_site: Path, project: Path) -> None:
    searching, _ = stated_policies(project)
    carried = carried_policies(golden_site)
    assert {"404.html", "index.html", "search.html"} <= carried.keys()
    assert carried == dict.fromkeys(carried, searching)


def test_a_site_without_search_runs_no_code_that_is_no_file_of_it(project: Path, tmp_path: Path) -> None:
    out = tmp_path / "site"
    assert build_site(DOSSIER, out, search=False).summary is not None
    _, plain = stated_policies(project)
    carried = carried_policies(out)
    assert carried == dict.fromkeys(carried, plain)
    assert "blob:" not in plain
    assert "unsafe" not in plain
