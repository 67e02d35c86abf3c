"""One mistake in one file is told once, in its place: the kinds that no other test makes."""

from __future__ import annotations

import os

import pytest

from builder.load import files, load_dossier

CLAIM = "statement: S\nkind: event\nappearances:\n  - {article: one, quote: q, "
ARTICLE = "title: One\noutlet: news\npublished: 2025\n"
OUTLET = "name: News\nassessments:\n  - {by: E, date: 2025, basis: b, "
MISTAKES = {
    "no note": ("claims/c", CLAIM + "stance: contradicts}\n", "4:38 bad-stance"),
    "two speakers": (
        "claims/c",
        CLAIM + "stance: attributes, attributed_to: {outlet: news, described: d}}\n",
        "4:66 bad-attribution",
    ),
    "two origins": (
        "articles/one",
        ARTICLE + "origins:\n  - {of: {outlet: news, article: one}, relation: quotes, basis: stated}\n",
        "5:11 bad-origin",
    ),
    "no end": ("articles/one", ARTICLE + "marks:\n  - {kind: appeal, start: S}\n", "5:27 bad-passage"),
    "a prefix with a start": (
        "articles/one",
        ARTICLE + "marks:\n  - {kind: appeal, start: S, end: E, prefix: p}\n",
        "5:46 bad-passage",
    ),
    "our letter on another scale": ("outlets/news", OUTLET + "scale: other, source: B}\n", "3:57 bad-scale"),
    "a rating on our scale": ("outlets/news", OUTLET + "rating: good, source: B}\n", "3:43 bad-scale"),
    "nobody judges": (
        "outlets/news",
        OUTLET + "scale: other, rating: good, source: {url: 'https://example.org/'}}\n",
        "3:72 bad-source",
    ),
    "a list for a key": ("topics/a", "name: A\n[b]: c\n", "2:1 bad-key"),
    "a list for a record": ("topics/a", "- a\n", "1:1 not-a-mapping"),
    "two records": ("topics/a", "name: A\n---\nname: B\n", "2:1 several-documents"),
    "33 levels": ("topics/a", f"name: {'[' * 33}{']' * 33}\n", "1:38 too-deep"),
    "2,001 characters": ("topics/a", f"name: {'a' * 2001}\n", "1:7 too-long"),
    "241 characters of a thesis": ("dossier", f"title: T\nthesis: {'a' * 241}\n", "2:9 too-long"),
    "33 open brackets": ("topics/a", f"name: A\ndescription: '{'[' * 33}'\n", "2:14 prose-too-nested"),
    "100,001 values": ("topics/a", f"name: A\nbroader: [{'a,' * 100_001}]\n", "2:200001 too-many-values"),
    "a sign that names no value": ("topics/a", "name: A\ndescription: !!!\n", "2:14 yaml-tag"),
    "an anchor of nothing": ("topics/a", "name: A\nbroader:\n  - &a\n", "3:5 yaml-anchor"),
    "no number": ("pages/p", "---\ntitle: P\norder: first\n---\nText\n", "3:8 bad-number"),
    "no YAML": ("topics/a", 'name: A\n"summary" b\n', "2:1 yaml-syntax"),
}


REPEATED = {
    "of another kind": ("topics: [news, news]\n", "4:10 wrong-kind", "4:16 listed-twice"),
    "of nothing": ("topics: [x, x, x]\n", "4:10 unknown-id", "4:13 listed-twice", "4:16 listed-twice"),
}


@pytest.mark.parametrize("written", REPEATED.values(), ids=REPEATED)
def test_a_wrong_id_is_told_where_it_first_stands_and_after_that_as_a_repetition(load, told, written):
    text, *places = written
    told_of = told(load({"content/articles/one.yaml": ARTICLE + text}))
    assert told_of == [f"content/articles/one.yaml:{place}" for place in places]


@pytest.mark.parametrize(("path", "text", "place"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_once_in_its_place(load, told, path: str, text: str, place: str):
    name = f"content/{path}.{'md' if path.startswith('pages/') else 'yaml'}"
    assert told(load({name: text})) == [f"{name}:{place}"]


def test_an_id_of_two_kinds_has_to_say_which_is_meant(load, told):
    same = {"content/entities/news.yaml": "name: News\nkind: organisation\n"}
    claim = CLAIM + "stance: attributes, attributed_to: %s}\n"
    found = told(load({**same, "content/claims/c.yaml": claim % "news"}))
    assert found == [
        "content/claims/c.yaml:4:27 quote-not-checked",
        "content/claims/c.yaml:4:65 ambiguous-id",
    ]
    found = told(load({**same, "content/claims/c.yaml": claim % "{outlet: news}"}))
    assert found == ["content/claims/c.yaml:4:27 quote-not-checked"]


def test_a_folder_in_the_folder_of_a_kind_is_told_and_its_files_are_read(load, told):
    files = {"content/topics/sub/a.yaml": "name: A\n", "content/topics/b.yaml": "name: B\nbroader: a\n"}
    assert told(load(files)) == ["content/topics/sub:1:1 nested-folder"]


def test_a_file_that_the_system_does_not_give_is_told(write, told, monkeypatch: pytest.MonkeyPatch):
    def refuse(path, *rest, **named):
        if str(path).endswith("a.yaml"):
            raise PermissionError(13, "Permission denied")
        return system(path, *rest, **named)

    root, system = write({"content/topics/a.yaml": "name: A\n"}), os.open
    monkeypatch.setattr(os, "open", refuse)
    assert told(load_dossier(root)) == ["content/topics/a.yaml:1:1 unreadable-file"]


def test_more_files_than_a_dossier_may_hold_are_told(load, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "MAX_FILES", 6)
    assert "too-many-files" in {one.code for one in load({"content/topics/a.yaml": "name: A\n"}).settled()}


def test_after_a_hundred_mistakes_a_file_is_left(load):
    found = load({"content/topics/a.yaml": "".join(f"x{place}: &a B\n" for place in range(150))}).settled()
    assert [one.code for one in found] == ["yaml-anchor"] * 100 + ["too-many-mistakes"]
