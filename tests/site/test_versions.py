"""One article in several states: the newest is shown, what changed is listed, and all of it counts as one text."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from builder.build import check_dossier
from tests.site.dossiers import build, pages_of, write

FIRST = "Third report\n\nThe river rose by two metres.\n\nNobody was hurt.\n"
SECOND = "Third report\n\nThe river rose by three metres.\n\nNobody was hurt.\n\nSee also: other floods.\n"
THIRD = SECOND.replace("three", "four")


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


V1 = f"{{captured: 2026-05-13, file: seeds/v1.txt, sha256: {digest(FIRST)}}}"
V2 = f"{{captured: 2026-05-14, file: seeds/v2.txt, sha256: {digest(SECOND)}, note: A figure was changed}}"
V3 = f"{{captured: 2026-05-15, file: seeds/v3.txt, sha256: {digest(THIRD)}}}"
TEXT = f"text: {{file: seeds/v3.txt, sha256: {digest(THIRD)}}}\n"
SEEDS = {"seeds/v1.txt": FIRST, "seeds/v2.txt": SECOND, "seeds/v3.txt": THIRD}


def small(root: Path, lines: str, files: dict[str, str] | None = None) -> Path:
    article = f"title: Third report\noutlet: morning-post\npublished: 2026-05-13\n{lines}"
    basis = {
        "content/dossier.yaml": "title: The flood of May\npublish: full\n",
        "content/outlets/morning-post.yaml": "name: The Morning Post\n",
        "content/articles/third.yaml": article,
    }
    return write(root, {**basis, **SEEDS, **(files or {})})


def told(root: Path) -> list[str]:
    return [f"{one.span.path}:{one.span.line} {one.code}" for one in check_dossier(root).problems]


@pytest.mark.parametrize(
    "lines",
    [
        f"versions: [{V1}, {V2}, {V3}]\n",
        f"versions: [{V3}, {V1}, {V2}]\n",
        f"{TEXT}versions: [{V2}, {V1}]\n",
        f"{TEXT}versions: [{V2}, {V3}, {V1}]\n",
        f"text: seeds/v3.txt\nversions: [{V1}, {V2}, {V3}]\n",
    ],
)
def test_the_newest_state_is_shown_and_the_others_are_listed_by_date(tmp_path, lines):
    root = small(tmp_path, lines)
    assert told(root) == []
    page = pages_of(build(root))["articles/third.html"]
    words = " ".join(page.css_first("#states").text(deep=True).split())
    assert "rose by four metres" in page.css_first("#text").text(deep=True)
    assert words.index(digest(FIRST)) < words.index(digest(SECOND)) < words.index(digest(THIRD))
    assert "3 states of one text, counted as one article" in words
    assert "A figure was changed" in words
    changed = [[node.text() for node in page.css(f"#states .change-{age}")] for age in ("old", "new")]
    assert changed == [["two", "three"], ["three", "See also: other floods.", "four"]]


def test_all_states_are_one_article_everywhere_and_data_list_each_with_date_and_digest(tmp_path):
    site = build(small(tmp_path, f"versions: [{V1}, {V2}, {V3}]\n"))
    data = json.loads((site / "data/dossier.json").read_text("utf-8"))
    assert len(data["articles"]) == 1
    article = data["articles"][0]
    assert article["text"]["sha256"] == digest(THIRD)
    assert [(each["captured"], each["sha256"], each["shown"]) for each in article["versions"]] == [
        ("2026-05-13", digest(FIRST), False),
        ("2026-05-14", digest(SECOND), False),
        ("2026-05-15", digest(THIRD), True),
    ]
    assert not (site / "comparisons").is_dir() or not list((site / "comparisons").glob("pair--*"))
    assert "1 article" in (site / "index.html").read_text("utf-8")


@pytest.mark.parametrize("publish", ["excerpt", "link"])
def test_no_word_that_may_not_be_published_stands_in_what_changed(tmp_path, publish):
    root = small(tmp_path, f"publish: {publish}\nversions: [{V1}, {V2}, {V3}]\n")
    site = build(root)
    page = (site / "articles/third.html").read_text("utf-8")
    assert "1 paragraph changed, 1 paragraph added." in page
    for path in site.rglob("*"):
        if path.is_file():
            assert b"metres" not in path.read_bytes(), path


def test_evidence_stands_in_the_state_that_is_shown(tmp_path):
    claim = "statement: S\nkind: detail\nreading: one-article\nappearances:\n  - {article: third, stance: asserts, quote: rose by %s metres}\n"
    for words, code in (("two", ["content/claims/c.yaml:5 quote-not-found"]), ("four", [])):
        root = small(tmp_path, f"versions: [{V1}, {V2}, {V3}]\n", {"content/claims/c.yaml": claim % words})
        assert [each for each in told(root) if "not-coded" not in each] == code
        hints = [one.hint for one in check_dossier(root).problems if one.code == "quote-not-found"]
        assert all(hint.startswith("they stand in an earlier state, seeds/v1.txt") for hint in hints)


def test_editors_may_quote_an_earlier_state_in_their_own_words(tmp_path):
    summary = "summary: First it was “rose by %s metres”, then more.\n"
    for words, code in (("two", []), ("nine", ["content/articles/third.yaml:4 unverified-quotation"])):
        root = small(tmp_path, summary % words + f"versions: [{V1}, {V2}, {V3}]\n")
        assert told(root) == code


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (f"text: seeds/v1.txt\nversions: [{V1}, {V2}]\n", "content/articles/third.yaml:4 bad-versions"),
        (f"{TEXT}versions: [{V1}, {V1}]\n", "content/articles/third.yaml:4 bad-versions"),
        (f"{TEXT}versions: [{V2.replace('v2', 'v1')}]\n", "content/articles/third.yaml:5 seed-changed"),
        (f"{TEXT}versions: [{V1.replace('v1', 'v9')}]\n", "content/articles/third.yaml:5 file-not-found"),
        (f"{TEXT}versions: [{V1.replace('seeds/v1.txt', '../v1.txt')}]\n", "content/articles/third.yaml:5 bad-path"),
        (f"{TEXT}versions: [{{file: seeds/v1.txt}}]\n", "content/articles/third.yaml:5 missing-field"),
        (f"{TEXT}versions: [{{captured: in May, file: seeds/v1.txt}}]\n", "content/articles/third.yaml:5 bad-date"),
        (f"{TEXT}versions: [{{captured: 2026-05-13, file: seeds/v1.txt}}]\n", "content/articles/third.yaml:5 seed-not-pinned"),
        ("versions: [{captured: 2026-05-13, file: seeds/v1.txt}]\n", "content/articles/third.yaml:4 seed-not-pinned"),
        (f"{TEXT}updated: 2026-05-14\n", "content/articles/third.yaml:5 unknown-field"),
        (f"{TEXT}version: [{V1}]\n", "content/articles/third.yaml:5 unknown-field"),
    ],
)  # fmt: skip
def test_a_mistake_in_versions_is_told_once_at_its_place(tmp_path, lines, problem):
    found = [each for each in told(small(tmp_path, lines)) if not each.endswith("seed-unused")]
    assert found == [problem]


def test_a_text_that_was_updated_leads_to_versions(tmp_path):
    found = check_dossier(small(tmp_path, f"{TEXT}updated: 2026-05-14\n")).problems
    assert "versions: [{captured: …, file: …, sha256: …}]" in found[0].hint


def test_what_is_redacted_in_the_newest_state_is_redacted_in_all(tmp_path):
    first = "Found\n\nMina Tolworth, 9, was found.\n\nHer aunt MINA\nTOLWORTH said so.\n"
    second = "Found\n\nMina Tolworth, 9, was found safe.\n"
    lines = (
        f"versions: [{{captured: 2026-05-13, file: seeds/v1.txt, sha256: {digest(first)}}},"
        f" {{captured: 2026-05-14, file: seeds/v2.txt, sha256: {digest(second)}}}]\n"
        "marks:\n  - {kind: redact, quote: Mina Tolworth, reason: A child, by: A, date: 2026-05}\n"
    )
    root = small(tmp_path, lines, {"seeds/v1.txt": first, "seeds/v2.txt": second})
    site = build(root)
    for path in [*site.rglob("*"), *(root / ".build").rglob("*")]:
        content = path.read_bytes().lower() if path.is_file() else b""
        assert b"tolworth" not in content, path
        assert digest(first)[:16].encode() not in content, path
    assert "▇" in pages_of(site)["articles/third.html"].css_first("#states").text(deep=True)
