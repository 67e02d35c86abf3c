"""Slips that pass every other check: a claim written twice, a text no article names, sigla alike, images in prose."""

import pytest

from builder.load import load_dossier

ARTICLE = "title: {0}\noutlet: news\npublished: 2025\n"
CLAIM = "statement: {}\nkind: event\n"


def _codes(loaded) -> list[tuple[str, str, str]]:
    return [(one.span.path, one.code, one.severity.value) for one in loaded.settled()]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The river rose", "the river rose."),
        ("The river rose", "The  River rose!"),
        ("The mayor's house fell", "The mayor’s house fell"),
        ("Nobody – but one – left", "Nobody, but one, left?"),
        ("Łódź rose", "ŁO\u0301DZ\u0301 rose"),
        ("About 1,000 people left", "About 1.000 people left"),
        ("Река поднялась", "река поднялась…"),
    ],
)
def test_a_claim_that_says_the_same_as_another_is_told_at_the_later_one(load, first, second):
    files = {
        f"content/claims/{name}.yaml": CLAIM.format(text) for name, text in (("a", first), ("b", second))
    }
    assert _codes(load(files)) == [("content/claims/b.yaml", "claim-twice", "warning")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The river rose", "The river did not rise"),
        ("7.5 million", "75 million"),
        ("It rose by 5%", "It rose by 5"),
        ("It cost 5 €", "It cost 5 $"),
        ("The wall", "The wail"),
    ],
)
def test_claims_that_say_different_things_are_not_taken_for_one(load, first, second):
    files = {
        f"content/claims/{name}.yaml": CLAIM.format(text) for name, text in (("a", first), ("b", second))
    }
    assert _codes(load(files)) == []


def test_the_warning_of_a_second_claim_is_answered_in_its_own_file(load):
    answer = "acknowledge: [{code: claim-twice, reason: Two floods}]\n"
    files = {"content/claims/a.yaml": CLAIM.format("S"), "content/claims/b.yaml": CLAIM.format("s.") + answer}
    assert _codes(load(files)) == []


def test_sigla_that_differ_in_capitals_alone_are_told_and_equal_ones_stay_an_error(load):
    files = {
        f"content/articles/{name}.yaml": ARTICLE.format(name) + f"siglum: {siglum}\n"
        for name, siglum in (("a", "MP"), ("b", "mp"), ("c", "MQ"), ("d", "MQ"), ("e", "M.P"))
    }
    assert _codes(load(files)) == [
        ("content/articles/b.yaml", "sigla-alike", "warning"),
        ("content/articles/d.yaml", "not-unique", "error"),
    ]


def test_a_stored_text_that_no_article_names_is_told_and_answered_by_the_dossier(write):
    seeds = {
        "seeds/a.txt": "A.",
        "seeds/old/b.txt": "B.",
        "seeds/README.md": "R",
        "seeds/.gitattributes": "* -text",
    }
    article = {"content/articles/one.yaml": ARTICLE.format("One") + "text: seeds/a.txt\n"}
    root = write({**seeds, **article})
    found = [one for one in _codes(load_dossier(root)) if one[1] != "seed-not-pinned"]
    assert found == [("seeds/old/b.txt", "seed-unused", "warning")]
    answer = "title: T\nacknowledge: [{code: seed-unused, reason: Kept for later}]\n"
    root = write({**article, "content/dossier.yaml": answer})
    assert [one[1] for one in _codes(load_dossier(root))] == ["seed-not-pinned"]


def test_a_draft_and_an_earlier_version_name_their_texts(load):
    versions = "versions:\n" + "".join(
        f"  - {{captured: 2025-01-0{n}, file: seeds/{n}.txt, sha256: {'0' * 64}}}\n" for n in (1, 2)
    )
    files = {
        **{f"seeds/{n}.txt": f"Words {n}." for n in (1, 2, 3)},
        "content/articles/one.yaml": ARTICLE.format("One") + versions,
        "content/articles/two.yaml": ARTICLE.format("Two") + "text: seeds/3.txt\ndraft: true\n",
    }
    assert "seed-unused" not in [one[1] for one in _codes(load(files))]


@pytest.mark.parametrize(
    "article",
    ["title: One\noutlet: news\npublished: 2025\ntext: seeds/b.txt\n", 'title: "One\n', "titel: x\n"],
)
def test_where_an_article_cannot_be_read_or_misses_its_text_no_file_is_called_unused(load, article):
    files = {"seeds/a.txt": "A.", "content/articles/one.yaml": article}
    assert "seed-unused" not in [one[1] for one in _codes(load(files))]


def test_many_unused_texts_are_told_once(load):
    files = {f"seeds/{n:03}.txt": "A." for n in range(40)}
    (found,) = load(files).settled()
    assert (found.code, found.span.path) == ("seed-unused", "seeds")
    assert "40 files" in found.message


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (
            "![The bridge](https://h.org/b.jpg)",
            "take the `!` out to link to it: [words](https://h.org/b.jpg)",
        ),
        ("![The bridge](bridge.jpg)", "take it out, or say in words what it shows"),
        (
            "![b][ref]\n\n[ref]: https://h.org/b.jpg",
            "take the `!` out to link to it: [words](https://h.org/b.jpg)",
        ),
    ],
)
def test_an_image_in_prose_is_an_error_with_a_way_out(load, words, hint):
    summary = "summary: |\n" + "".join(f"  {line}\n" for line in words.split("\n"))
    found = load({"content/articles/one.yaml": ARTICLE.format("One") + summary}).settled()
    assert [(one.code, one.severity.value, one.hint) for one in found] == [("prose-image", "error", hint)]


@pytest.mark.parametrize(
    "words", ["Look![^1]", "`![a](b.jpg)`", "\\\\![the paper](https://h.org/)", "Stop! [a](https://h.org/)"]
)
def test_an_exclamation_mark_is_no_image(load, words):
    summary = f'summary: "{words}"\n'
    assert _codes(load({"content/articles/one.yaml": ARTICLE.format("One") + summary})) == []
