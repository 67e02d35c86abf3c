"""`dossier new` writes records that pass the check, with what an article's text says of itself."""

from __future__ import annotations

import pytest

from builder.editing.beginnings import KINDS, Beginning, CannotBegin
from builder.editing.newrecord import record_text
from builder.load import load_dossier
from builder.model.kinds import RECORD_KINDS
from tests.site.dossiers import PROJECT, dossier, write

TEXT = """River rises in the old town
By Jane Miller
Published: 12 May 2026 16:17

We use cookies to make this website better. Accept all

The river rose by two metres on Tuesday, the fire service said. It is the highest that it has been for ten years.

Subscribe to our newsletter
"""
FILES = {
    "content/dossier.yaml": "title: New\n",
    "content/outlets/post.yaml": "name: The Post\n",
    "text.txt": TEXT,
}


def begin(root, kind, *, typed=None, ask=None, **given):
    """Begin a record and return what is to be written and told."""
    library = load_dossier(root, with_drafts=True).library
    begun = Beginning(root, library, kind, typed or {}, ask)
    asked = {"name": "", "record_id": None, "text": None, "outlet": "", "published": "", "topics": []}
    begun.begin(**{**asked, **given})
    return begun


def test_a_whole_article_comes_from_its_text_and_passes(tmp_path):
    root = write(tmp_path, FILES)
    done = dossier(root, "new", "article", "--text", "text.txt", "--topic", "Floods in May")
    assert done.returncode == 0, done.stderr
    article = (root / "content/articles/river-rises-in-the-old-town.yaml").read_text("utf-8")
    written = [line for line in article.splitlines() if not line.startswith("#")]
    assert written[0] == "title: River rises in the old town"
    assert "outlet: post" in written
    assert (
        'published: {edtf: 2026-05-12, time: "16:17", cue: "Published: 12 May 2026 16:17", basis: stated}'
        in written
    )
    assert "topics: [floods-in-may]" in written
    assert [line.split(": ")[1] for line in written if "- kind" in line] == [
        "byline",
        "widget",
        "subscription",
    ]
    assert (root / "seeds/river-rises-in-the-old-town.txt").read_bytes() == TEXT.encode()
    assert (root / "content/topics/floods-in-may.yaml").read_text("utf-8").startswith("name: Floods in May\n")
    checked = dossier(root, "check", "--output-format", "json")
    assert (checked.returncode, checked.stdout) == (0, "")


@pytest.mark.parametrize(
    ("kind", "given"),
    [
        ("outlet", {"name": "Radio Valley", "typed": {"kind": "radio", "country": "NO"}}),
        ("topic", {"name": "Floods: a history"}),
        ("entity", {"name": "Jane Miller", "typed": {"kind": "person", "aliases": "[J. Miller]"}}),
        ("event", {"name": "The river rises", "typed": {"date": "2026-05-12"}}),
        ("claim", {"name": "The river rose by two metres", "typed": {"kind": "number"}}),
        (
            "correction",
            {
                "name": "The wrong day",
                "typed": {
                    "about": "outlet:post",
                    "date": "2026",
                    "kind": "correction",
                    "by": "E",
                    "was": "A",
                    "now": "B",
                },
            },
        ),
        ("article", {"name": "A second report", "outlet": "the post", "published": "2026-05-13"}),
        ("article", {"name": "A third", "outlet": "Radio Valley", "published": "12 May 2026"}),
    ],
)
def test_each_kind_passes_as_it_is_written_and_lists_what_it_may_have(tmp_path, kind, given):
    root = write(tmp_path, FILES)
    begun = begin(root, kind, **given)
    assert load_dossier(root, instead=begun.files).settled() == ()
    assert begun.notes == []
    (text,) = (
        content.decode()
        for path, content in begun.files.items()
        if f"/{RECORD_KINDS[kind].plural}/" in path and "Radio" not in path
    )
    remarks = [line for line in text.splitlines() if line.startswith("# ")]
    assert remarks
    assert all(": …" in line for line in remarks)


def test_where_nobody_answers_a_judgement_is_a_draft_and_told(tmp_path):
    begun = begin(write(tmp_path, FILES), "claim", name="The river rose")
    (text,) = begun.files.values()
    assert b"\ndraft: true\n" in text
    assert "`kind: detail` was taken" in begun.notes[0]


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("article", {"name": ""}, "NAME behind the kind"),
        ("outlet", {"name": ""}, "NAME behind the kind"),
        ("article", {"name": "A", "outlet": "The Pots"}, "did you mean"),
        ("article", {"name": "A", "text": b"caf\xe9"}, "not UTF-8"),
        ("claim", {"name": "A", "typed": {"kind": "guess"}}, "Nothing was written"),
        ("claim", {"name": "A", "typed": {"zeal": "b", "kind": "event"}}, "zeal"),
        ("outlet", {"name": "A", "record_id": "post"}, "is there already"),
        ("comparison", {"name": "A"}, "--set"),
    ],
)
def test_what_cannot_be_begun_says_why_and_what_to_give(tmp_path, kind, given, said):
    root = write(tmp_path, FILES)
    with pytest.raises(CannotBegin) as fault:
        begin(root, kind, **given)
    assert said in str(fault.value)


def test_only_what_is_missing_is_asked(tmp_path):
    answers = {"id": "", "outlet": "Radio Valley", "There": "", "published": "2026-05-13"}
    asked = []

    def ask(question: str, default: str) -> str:
        asked.append((question, default))
        return answers[question.split(maxsplit=1)[0]] or default

    begun = begin(write(tmp_path, FILES), "article", name="A second report", ask=ask)
    assert asked[0] == ("id", "a-second-report")
    assert asked[1][1] == "post"
    assert asked[2:] == [
        ("There is no outlet “Radio Valley”. Its id, to make it", "radio-valley"),
        ("published", "unknown"),
    ]
    assert list(begun.files) == ["content/outlets/radio-valley.yaml", "content/articles/a-second-report.yaml"]
    written = begun.files["content/articles/a-second-report.yaml"]
    assert b"outlet: radio-valley\n" in written
    assert b'published: "2026-05-13"\n' in written


def test_texts_in_other_languages_and_articles_with_sigla(tmp_path):
    article = "title: A\noutlet: post\npublished: 2026\nsiglum: TP1\n"
    root = write(tmp_path, {**FILES, "content/articles/a.yaml": article})
    text = "Die Flut\n\nDer Fluss ist in der Nacht gestiegen, und die Brücke war nicht mehr zu sehen. Das ist für den Ort neu.\n"
    begun = begin(root, "article", text=text.encode())
    written = begun.files["content/articles/die-flut.yaml"].decode()
    assert "\nlanguage: de\n" in written
    assert "\nsiglum: TP2\n" in written


@pytest.mark.slow
def test_the_texts_of_the_worked_example_begin_as_articles_that_pass(tmp_path):
    root = write(tmp_path, FILES)
    for path in sorted(PROJECT.glob("seeds/*.txt")):
        begun = begin(root, "article", text=path.read_bytes(), outlet="post")
        assert [
            one for one in load_dossier(root, instead=begun.files).settled() if one.severity == "error"
        ] == []


def test_a_mistyped_kind_is_a_wrong_usage(tmp_path):
    done = dossier(write(tmp_path, FILES), "new", "artcle")
    assert (done.returncode, "did you mean `article`?" in done.stderr) == (2, True)


def test_every_kind_has_a_skeleton():
    for kind in KINDS:
        assert record_text(RECORD_KINDS[kind].model, {}).count("# ") > 1
