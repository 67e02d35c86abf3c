"""What a build keeps of its comparison saves the next one work and never changes a byte."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from builder.build import build_site
from builder.output.maker import maker
from builder.output.refusal import OutputRefused
from builder.output.state import read_record, write_record
from tests.site.dossiers import files_of, write

BASIS = {
    "content/dossier.yaml": "title: The flood of May\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/outlets/echo.yaml": "name: The Echo\n",
}
SENTENCES = (
    "The river rose by two metres on Tuesday and flooded the old town before anybody could be warned.",
    "More than 300 people left their homes, and 12 houses fell during the night of 12 May 2026.",
    "“Nobody told us that the dam would open,” the mayor said.",
    "The ministry had closed the northern bridge after two lorries caught fire there last week.",
    "Some 250 people left their homes, the head of the fire brigade told reporters on Wednesday.",
    "Repairs will cost $5 million and take a year, the council believes.",
)
RECORD = ".build/comparison.json"


def article(root: Path, name: str, draw: random.Random) -> None:
    """Write an article of some of the sentences, so that many share passages."""
    told = " ".join(draw.sample(SENTENCES, 3))
    day = draw.randint(12, 28)
    record = f"title: {name}\noutlet: {draw.choice(['post', 'echo'])}\npublished: 2026-05-{day}\ntext: seeds/{name}.txt\n"
    write(root, {f"content/articles/{name}.yaml": record, f"seeds/{name}.txt": f"{name}\n\n{told}\n"})


def remove(root: Path, name: str) -> None:
    for path in (f"content/articles/{name}.yaml", f"seeds/{name}.txt"):
        (root / path).unlink()


def built(root: Path, out: str = "site", *, clean: bool = False) -> dict[str, bytes]:
    """Build in this process without search and return the site."""
    done = build_site(root, root / out, search=False, clean=clean, jobs=1)
    assert done.summary is not None, done.problems
    return files_of(root / out)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A dossier of four articles, built once."""
    draw = random.Random(4)
    write(tmp_path, BASIS)
    for name in ("a1", "a2", "a3", "a4"):
        article(tmp_path, name, draw)
    built(tmp_path)
    return tmp_path


def lie(root: Path, version: str | None = None) -> None:
    """Make the record tell, with a true digest, that no text has a figure or date."""
    record = read_record(root / RECORD, str(maker()))
    assert isinstance(record, dict)
    found = record["figures"]
    assert isinstance(found, list)
    record["figures"] = [[text, [[], [], False]] for text, _ in found]  # type: ignore[misc]
    write_record(root / RECORD, version or str(maker()), record)


@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_a_build_with_a_record_equals_a_clean_one(root: Path, seed: int) -> None:
    draw = random.Random(seed)
    names = ["a1", "a2", "a3", "a4"]
    for step in range(4):
        edit = draw.choice(["add", "change", "delete"] if len(names) > 2 else ["add"])
        name = f"b{step}" if edit == "add" else draw.choice(names)
        if edit == "delete":
            remove(root, name)
            names.remove(name)
        else:
            article(root, name, draw)
            names = sorted({*names, name})
        after = built(root)
        kept = (root / RECORD).read_bytes()
        assert after == built(root, "anew", clean=True), (edit, name)
        assert kept == (root / RECORD).read_bytes(), (edit, name)


def test_what_is_in_the_record_is_not_computed_again_unless_the_build_is_clean(root: Path) -> None:
    honest = files_of(root / "site")
    lie(root)
    believed = built(root)
    assert believed != honest
    article(root, "a5", random.Random(1))
    figures = json.loads(built(root)["data/figures.json"])
    assert {one["article"] for one in figures["figures"]} == {"a5"}
    remove(root, "a5")
    assert built(root, clean=True) == honest
    assert built(root) == honest


def test_the_record_of_another_builder_is_not_believed_and_replaced(root: Path) -> None:
    honest = files_of(root / "site")
    truth = (root / RECORD).read_bytes()
    lie(root, version=sha256(b"an earlier builder").hexdigest())
    assert built(root) == honest
    assert (root / RECORD).read_bytes() == truth


def damaged_figure(path: Path) -> None:
    content = path.read_bytes()
    place = content.index(b'"figures"') + 13
    path.write_bytes(content[:place] + b"9" + content[place + 1 :])


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()
    (path / "file").touch()


@pytest.mark.parametrize(
    "damage",
    [
        damaged_figure,
        folder,
        Path.unlink,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-9]),
        lambda path: write_record(path, str(maker()), ["not", "a", "comparison"]),
    ],
    ids=["a digit", "a folder", "missing", "empty", "cut off", "of another form"],
)
def test_a_damaged_record_costs_time_only(root: Path, damage: Callable[[Path], object]) -> None:
    honest, truth = files_of(root / "site"), (root / RECORD).read_bytes()
    damage(root / RECORD)
    assert built(root) == honest
    assert (root / RECORD).read_bytes() == truth


def test_an_unchanged_dossier_leaves_the_record_alone(root: Path) -> None:
    before = (root / RECORD).stat()
    built(root)
    after = (root / RECORD).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_what_is_made_anew_reads_nothing_of_the_state_even_if_all_of_it_is_in_order_and_wrong(root: Path):
    """Every page has other bytes, and a record that vouches for them; every other number of the state is one more."""
    done = build_site(root, root / "site", jobs=1)
    assert done.summary is not None
    expected = files_of(root / "site")
    for file, content in expected.items():
        if file != ".nojekyll":  # without this mark the folder would not be ours to replace
            (root / "site" / file).write_bytes(content[::-1])
    for path in sorted((root / ".build").glob("*.json")):
        header, _, body = path.read_bytes().partition(b"\n")
        record = json.loads(body)
        if isinstance(record, list):  # what is known of the files of the site, and what they were made from
            for file in expected:
                stamp = (root / "site" / file).stat()
                record[0][file][1] = [stamp.st_ino, stamp.st_size, stamp.st_mtime_ns, stamp.st_ctime_ns]
        else:
            record = one_more(record)
        write_record(path, json.loads(header)["version"], record)
    with pytest.raises(OutputRefused, match="changed while the site was being built") as refused:
        build_site(root, root / "site", jobs=1)
    assert "--clean" in refused.value.hint
    build_site(root, root / "site", jobs=1, clean=True)
    assert files_of(root / "site") == expected


def one_more(record: object) -> object:
    """The record with every number one more."""
    if isinstance(record, dict):
        return {key: one_more(value) for key, value in record.items()}
    if isinstance(record, list):
        return [one_more(value) for value in record]
    return record + 1 if isinstance(record, int | float) and not isinstance(record, bool) else record
