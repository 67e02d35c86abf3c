"""`dossier import` and `dossier review` as an editor types them: from a saved page to an article in a few lines."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.intake.tuned import PAGES

ROOT = Path(__file__).parents[3]
PAGE = next(each for each in PAGES if each.name == "broadsheet.html")


def dossier(root: Path, command: str, *typed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-P", "-m", "builder", command, "--root", str(root), *typed],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "dossier"
    (root / "content").mkdir(parents=True)
    (root / "content" / "dossier.yaml").write_text("title: T\n")
    (tmp_path / PAGE.name).write_bytes(PAGE.content)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


def test_a_saved_page_is_an_article_after_four_typed_lines(root: Path) -> None:
    import pty

    ended = dossier(root, "import", str(root.parent / PAGE.name))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "published  2015-11-03 14:05Z  (the text: Published 3 Nov. 2015 14:05 GMT)" in ended.stdout
    ours, theirs = pty.openpty()
    command = [sys.executable, "-P", "-m", "builder", "review", "--root", str(root)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.DEVNULL, env=env) as process:
        os.write(ours, b"a\na\n")
        assert process.wait(30) == 0
    os.close(theirs)
    os.close(ours)
    article = (root / "content/articles/flood-reaches-old-town.yaml").read_text()
    assert article == (
        "title: Flood reaches old town\nheadline: Flood reaches old town\noutlet: morning-post\ntext:\n"
        "  file: seeds/flood-reaches-old-town.txt\n"
        "  sha256: " + article.split("sha256: ")[1][:64] + "\n"
        'published:\n  edtf: 2015-11-03\n  time: "14:05Z"\n  cue: "Published 3 Nov. 2015 14:05 GMT"\nlanguage: en-GB\n'
        'url: "https://www.morningpost.example/news/flood-reaches-old-town"\nbyline: Jane Miller\npublish: excerpt\n'
        "marks:\n  - kind: byline\n    quote: By Jane Miller\n  - kind: dateline\n"
        '    quote: "Published 3 Nov. 2015 14:05 GMT. Updated 5 Nov. 2015 08:00 GMT"\n'
    )
    checked = dossier(root, "check", "--output-format", "concise")
    assert (checked.returncode, "error" in checked.stdout) == (0, False)


def test_what_is_there_is_never_written_over_and_nothing_is_taken_twice(root: Path) -> None:
    page = str(root.parent / PAGE.name)
    dossier(root, "import", page)
    before = files(root)
    again = dossier(root, "import", page)
    assert (again.returncode, files(root)) == (0, before)
    assert "it is in the dossier already as the article `flood-reaches-old-town`" in again.stdout
    (root / "content/articles/flood-reaches-old-town.yaml").write_text(
        "title: mine\noutlet: morning-post\npublished: 2015\n"
    )
    (root / "seeds/flood-reaches-old-town.txt").write_text("mine")
    mine = files(root)
    assert dossier(root, "import", page).returncode == 0
    assert files(root).items() >= mine.items()
    assert {"content/articles/flood-reaches-old-town-2.yaml", "seeds/flood-reaches-old-town-2.txt"} <= files(
        root
    ).keys()


def test_options_say_what_a_page_does_not(root: Path) -> None:
    text = root.parent / "note.txt"
    text.write_text("A note on the flood\n\nThe water came at night.\n")
    topic = root / "content/topics/flood.yaml"
    topic.parent.mkdir()
    topic.write_text("name: Flood\n")
    ended = dossier(
        root,
        "import",
        str(text),
        "--outlet",
        "Valley Notes",
        "--language",
        "en",
        "--topic",
        "flood",
        "--id",
        "note",
    )
    assert ended.returncode == 0, ended.stderr
    article = (root / "content/articles/note.yaml").read_text()
    for line in (
        "outlet: valley-notes",
        "language: en",
        "topics: [flood]",
        "published: unknown",
        "draft: true",
        "publish: excerpt",
    ):
        assert line in article.splitlines()
    assert dossier(root, "check", "--output-format", "concise").stdout == ""


def test_one_bad_file_is_one_line_and_does_not_keep_the_others_out(root: Path) -> None:
    (root.parent / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    ended = dossier(root, "import", str(root.parent / "photo.png"), str(root.parent / PAGE.name))
    assert ended.returncode == 1
    assert len(ended.stderr.splitlines()) == 1
    assert "photo.png: it is a picture; fix: " in ended.stderr
    assert "content/articles/flood-reaches-old-town.yaml" in files(root)


def test_without_a_terminal_a_review_lists_what_waits_and_does_what_options_say(root: Path) -> None:
    dossier(root, "import", str(root.parent / PAGE.name))
    before = files(root)
    listed = dossier(root, "review")
    assert (listed.returncode, listed.stdout) == (0, "outlet/morning-post\narticle/flood-reaches-old-town\n")
    assert files(root) == before
    refused = dossier(root, "review", "--accept", "article/flood-reaches-old-town")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    done = dossier(
        root, "review", "--accept", "outlet/morning-post", "--accept", "article/flood-reaches-old-town"
    )
    assert done.returncode == 0
    assert dossier(root, "review").stdout == ""


@pytest.mark.parametrize("typed", [("--id", "A b"), ("--language", "english"), ()])
def test_wrong_usage_ends_with_two(root: Path, typed: tuple[str, ...]) -> None:
    page = (str(root.parent / PAGE.name),) if typed else ()
    assert dossier(root, "import", *page, *typed).returncode == 2


@pytest.mark.parametrize(
    "stands", ["content/articles/flood-reaches-old-town.yaml", "seeds/flood-reaches-old-town.txt"]
)
def test_an_id_is_free_where_neither_record_nor_text_stands(root: Path, stands: str) -> None:
    (root / stands).parent.mkdir(parents=True)
    (root / stands).write_text("title: mine\noutlet: nobody\npublished: 2015\n")
    ended = dossier(root, "import", str(root.parent / PAGE.name))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert {"content/articles/flood-reaches-old-town-2.yaml", "seeds/flood-reaches-old-town-2.txt"} <= files(
        root
    ).keys()
    assert (root / stands).read_text().startswith("title: mine")
