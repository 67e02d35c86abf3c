"""Drafts, acknowledgements, salvage, and prose: what a whole run makes of them."""

import time

import pytest

from builder.load import load_dossier

CLAIM = "statement: S\nkind: event\nappearances:\n  - {article: one, stance: asserts, quote: it rose}\n"
APPEARANCE = (
    "appearances:\n"
    "  - {article: one, stance: mentions, position: a-b, quote: q, checked: {by: B, date: 2015}}\n"
)
SEED = b"The river did not fall; it rose."


def test_a_published_record_may_not_lead_to_a_draft(write, told):
    root = write(
        {
            "content/topics/a.yaml": "name: A\ndraft: true\n",
            "content/topics/b.yaml": "name: B\nbroader: a\ndescription: See [[topic:a]].\n",
            "content/topics/c.yaml": "name: C\nbroader: a\ndraft: true\n",
        }
    )
    assert told(load_dossier(root)) == [
        "content/topics/b.yaml:2:10 refers-to-draft",
        "content/topics/b.yaml:3:20 refers-to-draft",
    ]
    shown = load_dossier(root, with_drafts=True)
    assert told(shown) == []
    assert list(shown.library.topics) == ["a", "b", "c"]


def test_drafts_are_checked_and_not_built(load, told):
    loaded = load({"content/topics/a.yaml": "name: A\ndraft: true\n"})
    assert told(loaded) == []
    assert list(loaded.library.topics) == []
    assert told(load({"content/topics/b.yaml": "nam: A\ndraft: true\n"})) == [
        "content/topics/b.yaml:1:1 unknown-field"
    ]


def test_an_acknowledged_warning_is_answered_and_an_idle_acknowledgement_is_told(load_seed, write, told):
    load_seed(SEED)
    root = write({"content/claims/c.yaml": CLAIM, "content/articles/one.yaml": _article()})
    assert told(load_dossier(root)) == ["content/claims/c.yaml:4:44 quote-cuts-negation"]
    answer = "acknowledge: [{code: quote-cuts-negation, reason: r}]\n"
    (root / "content/claims/c.yaml").write_text(CLAIM + answer, "utf-8")
    assert told(load_dossier(root)) == []
    (root / "content/claims/c.yaml").write_text(
        CLAIM.replace("it rose", "did not fall; it rose") + answer, "utf-8"
    )
    assert told(load_dossier(root)) == ["content/claims/c.yaml:5:22 unused-acknowledgement"]


def test_an_error_is_answered_by_no_acknowledgement(load_seed, write, told):
    load_seed(SEED)
    missing = CLAIM.replace("it rose", "it sank") + "acknowledge: [{code: quote-not-found, reason: r}]\n"
    root = write({"content/claims/c.yaml": missing, "content/articles/one.yaml": _article()})
    assert told(load_dossier(root)) == ["content/claims/c.yaml:4:44 quote-not-found"]


def _article() -> str:
    from hashlib import sha256

    digest = sha256(SEED).hexdigest()
    return f"title: One\noutlet: news\npublished: 2025\ntext: {{file: seeds/a.txt, sha256: {digest}}}\n"


def test_a_record_with_mistakes_does_not_make_others_wrong(load, told):
    files = {
        "content/outlets/news.yaml": "nam: News\n",
        "content/topics/a.yaml": 'name: "A\n',
        "content/topics/b.yaml": "name: B\nbroader: a\n",
    }
    assert told(load(files)) == [
        "content/outlets/news.yaml:1:1 unknown-field",
        "content/topics/a.yaml:1:7 unclosed-quote",
    ]


def test_with_mistakes_every_reference_of_the_library_still_leads_somewhere(load):
    loaded = load(
        {
            "content/outlets/news.yaml": "name: News\nknd: blog\n",
            "content/topics/a.yaml": 'name: "A\n',
            "content/articles/one.yaml": "title: One\noutlet: news\npublished: 2025\ntopics: [a]\n",
            "content/articles/two.yaml": "title: Two\noutlet: nwes\npublished: 2025\n",
            "content/articles/three.yaml": "title: Three\noutlet: news\n",
            "content/comparisons/c.yaml": "title: C\narticles: [one, two, three]\n",
        }
    )
    library = loaded.library
    assert list(library.articles) == ["one", "two"]
    assert library.articles["one"].topics == ()
    assert library.articles["two"].outlet in library.outlets
    assert list(library.comparisons) == []


@pytest.mark.parametrize(
    "prose",
    ["[" * 20_000, "![" * 9_000, "[a](" * 4_900, "*a " * 6_000, "_" * 20_000, "`" * 20_000, "`a" * 9_999,
     "> " * 9_999, "- " * 9_999, "<" * 20_000, "[a]: b\n" * 2_800, "]" * 20_000, "[a][" * 4_900, "a **b" * 3_900,
     "[[claim:" * 2_400, "\\[" * 9_999, "&amp;" * 3_900, "|" * 20_000, "[a](<b" * 3_300, "[]()" * 4_900],
)  # fmt: skip
def test_pathological_prose_is_read_or_refused_quickly(load, prose):
    begun = time.process_time()
    load({"content/pages/a.md": f"---\ntitle: A\n---\n{prose}\n"})
    assert time.process_time() - begun < 10  # far above what it takes, far below what backtracking would


def test_links_are_told_where_they_stand_also_in_folded_text(load, told):
    text = "name: A\ndescription: >-\n  First [[topic:a]] and\n  then [b](topic:b),\n  then [[topic:d|c]].\n"
    assert told(load({"content/topics/a.yaml": text})) == [
        "content/topics/a.yaml:4:12 unknown-id",
        "content/topics/a.yaml:5:10 unknown-id",
    ]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (
            "events/e",
            "title: E\ndate: {edtf: 2015, cue: {artcle: one, quote: words}}\n",
            ["2:26 unknown-field"],
        ),
        ("events/e", "title: E\ndate: {e: 2015}\n", ["2:8 unknown-field"]),
        ("events/e", "title: E\ntopcs: []\n", ["1:1 missing-field", "2:1 unknown-field"]),
        ("claims/c", f"statement: S\nkind: event\npositions: {{a*b: A}}\n{APPEARANCE}", ["3:13 wrong-form"]),
    ],
)
def test_one_slip_is_one_message(load, told, path, text, expected):
    found = [one for one in told(load({f"content/{path}.yaml": text})) if "not-coded" not in one]
    assert found == [f"content/{path}.yaml:{one}" for one in expected]
