"""`dossier quote` prints what the build accepts."""

from __future__ import annotations

import pytest

from builder.editing.quote import find_quotes
from builder.load import load_dossier
from tests.site.dossiers import dossier, write

TEXT = 'The mayor said so.\n\nHe said: "It\u00a0is #1: yes".\n\nLater the mayor said so. On Tuesday the river rose.\n'
FILES = {
    "content/dossier.yaml": "title: Quotes\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\ntext: seeds/first.txt\n",
    "seeds/first.txt": TEXT,
}


@pytest.fixture
def root(tmp_path):
    return write(tmp_path, FILES)


@pytest.mark.parametrize(
    "wanted", ["the river rose", "MAYOR SAID", "ayor sai", 'it is #1: yes".', "said so. On"]
)
def test_what_it_prints_builds(root, wanted):
    for number, found in enumerate(find_quotes(load_dossier(root).library, wanted)):
        lines = "\n".join(f"  {line}" for line in found.yaml.split("\n"))
        claim = f"statement: S\nkind: detail\nappearances:\n{lines}\n    stance: asserts\n"
        write(root, {f"content/claims/claim-{number}.yaml": claim})
    done = dossier(root, "check", "--output-format", "concise")
    assert (root / "content/claims/claim-0.yaml").is_file()
    assert done.returncode == 0, done.stdout


def test_words_that_stand_twice_get_what_tells_them_apart(root):
    found = find_quotes(load_dossier(root).library, "mayor said so")
    assert [each.paragraph for each in found] == [1, 3]
    assert "prefix" in found[0].yaml
    assert "prefix: the" in found[1].yaml


def test_hidden_characters_are_written_as_escapes(root):
    (found,) = find_quotes(load_dossier(root).library, "It is")
    assert r"It\u00a0is" in found.yaml


def test_words_of_no_text_are_told_so(root):
    done = dossier(root, "quote", "xylophone")
    assert done.returncode == 1
    assert "no text" in done.stderr


def test_the_command_prints_the_place_and_the_lines(root):
    done = dossier(root, "quote", "the river rose")
    assert done.returncode == 0
    assert "seeds/first.txt" in done.stdout
    assert "- article: first\n  quote: the river rose" in done.stdout


def test_words_that_open_a_text_and_stand_in_it_again_are_told_apart_by_what_follows(tmp_path):
    text = "The river rose at night.\n\nThe river rose again, and the mayor spoke.\n"
    root = write(tmp_path, FILES | {"seeds/first.txt": text})
    first, second = find_quotes(load_dossier(root).library, "The river rose")
    assert [line.strip().partition(":")[0] for line in first.yaml.split("\n")] == [
        "- article",
        "quote",
        "suffix",
    ]
    assert first.yaml.endswith("suffix: at")
    assert "prefix: night." in second.yaml
    for number, found in enumerate((first, second)):
        lines = "\n".join(f"  {line}" for line in found.yaml.split("\n"))
        claim = f"statement: S{number}\nkind: detail\nappearances:\n{lines}\n    stance: asserts\n"
        write(root, {f"content/claims/claim-{number}.yaml": claim})
    loaded = load_dossier(root)
    assert not loaded.has_errors
    assert sorted(placed.span.start for placed in loaded.library.quotes.values()) == [
        0,
        text.index("The river rose again"),
    ]
