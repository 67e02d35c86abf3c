"""A withdrawn record leaves a page at its address; nothing rests on it, and its id is no word of any page."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from builder.build import check_dossier
from builder.report import OutputFormat, format_diagnostics
from tests.site.dossiers import broken_links, build, pages_of, write

BASIS = {
    "content/dossier.yaml": "title: The flood of May\nurl: https://a.example/x/\n",
    "content/outlets/morning-post.yaml": "name: The Morning Post\n",
    "content/articles/first.yaml": "title: First\noutlet: morning-post\npublished: 2026-05-12\n",
    "content/claims/left.yaml": "statement: The river rose\nkind: detail\n",
    "content/pages/about.md": "---\ntitle: About\n---\n\nRead [[claim:nobody-hurt]] and [this](claim:nobody-hurt).\n",
}
WITHDRAWAL = """date: 2026-05-21
kind: withdrawal
about: claim:nobody-hurt
title: Nobody was hurt
was: The claim said that *nobody* was hurt.
reason: Both reports speak of another place.
by: A. Editor
"""
ID = "nobody-hurt"


def small(root: Path, files: dict[str, str] | None = None, withdrawal: str = WITHDRAWAL) -> Path:
    return write(root, {**BASIS, "content/corrections/gone.yaml": withdrawal, **(files or {})})


def told(root: Path) -> list[str]:
    return [f"{one.span.path}:{one.span.line} {one.code}" for one in check_dossier(root).problems]


def words_of(site: Path, path: str) -> str:
    return " ".join(pages_of(site)[path].css_first("main").text(deep=True).split())


def test_the_address_tells_what_was_withdrawn_when_why_and_by_whom(tmp_path):
    root = small(tmp_path)
    assert told(root) == ["content/claims/left.yaml:1 no-appearance"] or told(root) == []
    site = build(root)
    words = words_of(site, "claims/nobody-hurt.html")
    for said in (
        "Withdrawn: Nobody was hurt",
        "This claim was withdrawn by A. Editor, 21 May 2026.",
        "The claim said that nobody was hurt.",
        "Both reports speak of another place.",
    ):
        assert said in words
    assert 'name="robots" content="noindex"' in (site / "claims/nobody-hurt.html").read_text("utf-8")


def test_it_is_on_the_page_of_changes_and_in_no_sitemap_and_no_search(tmp_path):
    site = build(small(tmp_path))
    page = pages_of(site)["corrections.html"]
    assert page.css_first("article.correction h2 a").attributes["href"] == "claims/nobody-hurt.html"
    assert "Nobody was hurt" in page.css_first("article.correction h2").text()
    assert ID not in (site / "sitemap.xml").read_text("utf-8")
    assert "data-pagefind-body" not in (site / "claims/nobody-hurt.html").read_text("utf-8")
    assert "Withdrawal: Nobody was hurt" in (site / "changes.xml").read_text("utf-8")


def test_links_in_texts_lead_to_it_by_the_name_it_had(tmp_path):
    site = build(small(tmp_path))
    links = pages_of(site)["about.html"].css("main a")
    assert [(link.attributes["href"], link.text()) for link in links] == [
        ("claims/nobody-hurt.html", "Nobody was hurt"),
        ("claims/nobody-hurt.html", "this"),
    ]
    assert broken_links(site, "https://a.example/x/") == []


def test_no_page_and_no_feed_prints_an_id_of_a_record_for_its_name(tmp_path):
    plain = "date: 2026-05-20\nkind: %s\nabout: %s\nreason: A slip.\nby: A\n"
    files = {
        "content/corrections/a.yaml": plain % ("correction", "claim:left"),
        "content/corrections/b.yaml": plain % ("update", "claim:nobody-hurt"),
        "content/corrections/c.yaml": plain % ("withdrawal", "topic:gone-topic"),
        "content/corrections/d.yaml": plain % ("clarification", "correction:a"),
    }
    site = build(small(tmp_path, files))
    for path in ("corrections.html", "claims/nobody-hurt.html", "topics/gone-topic.html", "index.html"):
        words = words_of(site, path)
        assert not [
            raw for raw in ("nobody-hurt", "gone-topic", "claim:", "topic:", "correction:") if raw in words
        ], path
    feed = (site / "changes.xml").read_text("utf-8")
    assert "Withdrawal: a withdrawn topic" in feed
    assert "Update: Nobody was hurt" in feed
    assert "Clarification: Correction, 20 May 2026" in feed


def test_former_addresses_of_what_was_withdrawn_lead_to_its_page(tmp_path):
    site = build(small(tmp_path, withdrawal=WITHDRAWAL + "former_ids: [no-one-hurt]\n"))
    page = (site / "claims/no-one-hurt.html").read_text("utf-8")
    assert 'content="0; url=nobody-hurt.html"' in page


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("article", "articles/gone.html"),
        ("event", "events/gone.html"),
        ("entity", "entities/gone.html"),
        ("outlet", "outlets/gone.html"),
        ("topic", "topics/gone.html"),
        ("comparison", "comparisons/gone.html"),
        ("page", "gone.html"),
    ],
)
def test_every_kind_of_record_keeps_its_address(tmp_path, kind, address):
    site = build(
        small(
            tmp_path,
            withdrawal=WITHDRAWAL.replace("claim:nobody-hurt", f"{kind}:gone"),
            files={"content/pages/about.md": "---\ntitle: A\n---\n\nX.\n"},
        )
    )
    assert f"This {kind} was withdrawn" in words_of(site, address)


def test_words_that_are_withheld_are_in_no_file_and_no_message(tmp_path):
    marker = "Quorvane the ferryman"
    withheld = WITHDRAWAL.replace("Nobody was hurt", marker).replace(
        "The claim said that *nobody* was hurt.", f"'It said [{marker}](claim:nothing) did it.'"
    )
    root = small(tmp_path, withdrawal=withheld + "withhold: true\n")
    checked = check_dossier(root)
    assert [one.code for one in checked.problems if one.severity == "error"] == ["unknown-id"]
    said = "".join(format_diagnostics(checked.problems, checked.loaded.source, each) for each in OutputFormat)
    assert "quorvane" not in said.casefold()
    root = small(tmp_path, withdrawal=withheld.replace("(claim:nothing)", "") + "withhold: true\n")
    site = build(root)
    for path in (*site.rglob("*"), *(root / ".build").rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        content = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
        assert b"quorvane" not in content.lower(), path
    assert "A claim was withdrawn" in words_of(site, "claims/nobody-hurt.html")
    assert "a withdrawn claim" in words_of(site, "about.html")
    record = json.loads((site / "data/corrections.json").read_text("utf-8"))["corrections"][0]
    assert record["withhold"] is True


def test_what_stood_there_before_is_kept_nowhere_once_it_is_withdrawn(tmp_path):
    claim = "statement: Quorvane was hurt\nkind: detail\n"
    root = write(tmp_path, {**BASIS, "content/claims/nobody-hurt.yaml": claim})
    build(root)
    (root / "content/claims/nobody-hurt.yaml").unlink()
    small(root)
    build(root)
    for path in (*(root / "site").rglob("*"), *(root / ".build").rglob("*")):
        assert not path.is_file() or b"Quorvane" not in path.read_bytes(), path


def test_several_withdrawals_of_one_record_are_all_told_and_the_latest_names_it(tmp_path):
    again = WITHDRAWAL.replace("2026-05-21", "2026-06-01").replace("Nobody was hurt", "No one was hurt")
    site = build(small(tmp_path, {"content/corrections/again.yaml": again}))
    words = words_of(site, "claims/nobody-hurt.html")
    assert "Withdrawn: No one was hurt" in words
    assert words.count("Both reports speak of another place.") == 2


CLAIM = "statement: S\nkind: detail\n"
COMPARISON = "title: C\nquestion: Q\narticles: [first]\nclaims: [left, nobody-hurt]\n"


@pytest.mark.parametrize(
    ("files", "withdrawal", "problem"),
    [
        ({"content/claims/nobody-hurt.yaml": CLAIM}, WITHDRAWAL, "content/corrections/gone.yaml:3 not-withdrawn"),
        ({"content/comparisons/c.yaml": COMPARISON}, WITHDRAWAL, "content/comparisons/c.yaml:4 refers-to-withdrawn"),
        ({}, WITHDRAWAL.replace("claim:", "clam:"), "content/corrections/gone.yaml:3 unknown-id"),
        ({"content/claims/nobody-hurtt.yaml": CLAIM}, WITHDRAWAL, "content/corrections/gone.yaml:3 withdrawal-like-another"),
        (
            {"content/claims/left.yaml": CLAIM + "former_ids: [nobody-hurt]\n"},
            WITHDRAWAL,
            "content/claims/left.yaml:3 former-id-in-use",
        ),
        ({}, WITHDRAWAL + "former_ids: [left]\n", "content/corrections/gone.yaml:8 former-id-in-use"),
        ({}, WITHDRAWAL.replace("withdrawal", "correction"), "content/corrections/gone.yaml:4 bad-withdrawal"),
        (
            {"content/corrections/b.yaml": "date: 2026\nkind: update\nabout: claim:lefft\nreason: r\nby: b\n"},
            WITHDRAWAL,
            "content/corrections/b.yaml:3 unknown-id",
        ),
        (
            {"content/corrections/b.yaml": "date: 2026\nkind: update\nabout: claim:nobody-hurt\nreason: r\nby: b\n"},
            WITHDRAWAL,
            None,
        ),
        ({"content/claims/nobody-hurt.yaml": CLAIM + "draft: true\n"}, WITHDRAWAL, None),
        ({}, WITHDRAWAL.replace("claim:nobody-hurt", "page:timeline"), "content/corrections/gone.yaml:3 address-taken"),
        ({}, WITHDRAWAL + "former_ids: [index]\n", "content/corrections/gone.yaml:8 bad-former-id"),
        (
            {"content/pages/more.md": "---\ntitle: M\nformer_ids: [search]\n---\n\nX.\n"},
            WITHDRAWAL,
            "content/pages/more.md:3 address-taken",
        ),
        ({"content/claims/flood-2025.yaml": CLAIM}, WITHDRAWAL.replace("nobody-hurt", "flood-2026"), None),
    ],
)  # fmt: skip
def test_a_withdrawal_that_does_not_fit_is_told_at_its_place(tmp_path, files, withdrawal, problem):
    about = {"content/pages/about.md": "---\ntitle: A\n---\n\nX.\n"}
    root = small(tmp_path, {**about, **files}, withdrawal)
    basis = {each for each in told(write(tmp_path / "basis", {**BASIS, **about})) if "left" in each}
    found = [
        each for each in told(root) if each not in basis and "no-app" not in each and "evidence" not in each
    ]
    assert found == ([problem] if problem else [])
