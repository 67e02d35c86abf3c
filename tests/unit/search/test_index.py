"""The index of a generation: made once, kept while its pages say the same, left out loudly where it cannot be made."""

from __future__ import annotations

import errno
import gzip
import json
import os
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path

import pytest

from builder.output import tree
from builder.output.manifest import Known, load_manifest, save_manifest
from builder.output.refusal import OutputRefused
from builder.search import indexer
from builder.search.folding import END
from builder.search.index import IndexedPages
from builder.search.patience import Patience
from tests.unit.search.conftest import PublishWithSearch, page

PAGES = {
    "a.html": page("<h1>Alpha</h1><p>The river rises.</p>"),
    "b.html": page("<h1>Beta</h1><p>It rains.</p>"),
}


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def indexed_text(site: Path) -> str:
    """Everything that the index holds of the pages' words."""
    fragments = (
        gzip.decompress(path.read_bytes()) for path in sorted((site / "pagefind/fragment").iterdir())
    )
    return " ".join(json.loads(each.removeprefix(b"pagefind_dcd"))["content"] for each in fragments)


def test_a_site_has_its_index_in_both_forms_and_none_of_the_ready_made_interfaces(publish, tmp_path):
    _, problems = publish(PAGES)
    files = files_of(tmp_path / "site")
    assert problems == ()
    assert {
        "pagefind/pagefind.js",
        "pagefind-offline/manifest.js",
        "search-words/w.js",
        "assets/search-names.js",
    } <= set(files)
    assert [path for path in files if "-ui" in path or "highlight" in path] == []


def test_two_indexes_of_the_same_pages_are_the_same_bytes(publish, tmp_path):
    publish(PAGES, out="one")
    publish(PAGES, out="two")
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two")


def test_many_filters_and_values_are_the_same_bytes_with_every_run(publish, tmp_path):
    """Pagefind itself writes them in another order each time: one run of three that agree would be luck."""
    values = "".join(
        f'<span hidden data-pagefind-filter="{name}:{name} {number}" data-pagefind-sort="{name}:{number}"></span>'
        for name in ("kind", "outlet", "topic", "year")
        for number in range(12)
    )
    pages = PAGES | {"c.html": page(f"<h1>Gamma</h1>{values}")}
    for out in ("one", "two", "three"):
        publish(pages, out=out)
    assert files_of(tmp_path / "one") == files_of(tmp_path / "two") == files_of(tmp_path / "three")


ANOTHER_FORM = {
    "metadata of another form": (
        ".pf_meta",
        lambda content: gzip.compress(gzip.decompress(content) + b"more"),
    ),
    "an engine of another shape": ("pagefind.js", lambda content: content.replace(b"fetch(", b"load(")),
    "an empty script": ("pagefind-worker.js", lambda _content: b""),
    "an empty fragment": (".pf_fragment", lambda _content: b""),
    "a plain fragment": (".pf_fragment", lambda _content: b"plain"),
    "a fragment without content": (".pf_fragment", lambda _content: gzip.compress(b"pagefind_dcd{}")),
    "a broken stream": (".pf_fragment", lambda content: content[:10] + b"\xff" * 40),
}


@pytest.mark.parametrize(("end", "damage"), ANOTHER_FORM.values(), ids=ANOTHER_FORM)
def test_an_index_of_another_form_refuses_the_build_and_the_last_site_keeps_its_search(
    publish, monkeypatch, tmp_path, end: str, damage: Callable[[bytes], bytes]
):
    publish(PAGES)
    before = files_of(tmp_path / "site")
    real = indexer.run_indexer

    def another_form(pages: Iterable[tuple[str, str]], patience: Patience) -> dict[str, bytes]:
        made = real(pages, patience).items()
        return {path: damage(content) if path.endswith(end) else content for path, content in made}

    with monkeypatch.context() as patched:
        patched.setattr("builder.search.index.run_indexer", another_form)
        for _ in range(2):
            with pytest.raises(OutputRefused, match="search"):
                publish(PAGES | {"c.html": page("<h1>Gamma</h1>")})
            assert files_of(tmp_path / "site") == before
    publish(PAGES | {"c.html": page("<h1>Gamma</h1>")})
    assert "Gamma" in indexed_text(tmp_path / "site")


def test_without_the_form_for_disk_the_site_carries_the_one_for_the_web_alone(
    publish: PublishWithSearch, tmp_path: Path
):
    publish(PAGES)
    publish(PAGES, offline=False)
    assert (tmp_path / "site/pagefind/pagefind.js").exists()
    assert not (tmp_path / "site/pagefind-offline").exists()


def test_an_unchanged_index_is_kept_without_running_the_indexer(publish, monkeypatch):
    publish(PAGES)
    monkeypatch.setattr("builder.search.index.run_indexer", lambda *_: pytest.fail("the indexer ran"))
    summary, problems = publish(PAGES)
    assert (summary.is_new, problems) == (False, ())


def test_what_stands_outside_of_main_does_not_make_a_new_index(publish, monkeypatch):
    publish(PAGES)
    monkeypatch.setattr("builder.search.index.run_indexer", lambda *_: pytest.fail("the indexer ran"))
    other_head = {
        path: text.replace("</head>", "<link rel=stylesheet href=new.css></head>")
        for path, text in PAGES.items()
    }
    summary, _ = publish(other_head)
    assert summary.written == 2


def test_a_changed_word_makes_a_new_index(publish, tmp_path):
    publish(PAGES)
    publish(PAGES | {"b.html": page("<h1>Beta</h1><p>It snows.</p>")})
    assert "snows" in indexed_text(tmp_path / "site")
    assert "rains" not in (tmp_path / "site/search-words/w.js").read_text("utf-8")


def test_a_lost_form_for_disk_is_made_again_from_the_kept_index(publish, tmp_path):
    publish(PAGES)
    before = files_of(tmp_path / "site")
    (tmp_path / "site/pagefind-offline/engine.js").unlink()
    publish(PAGES)
    assert files_of(tmp_path / "site") == before


def test_furniture_is_not_indexed(publish, tmp_path):
    furniture = "".join(
        f'<div class="{name.removeprefix(".")}">x{number}x</div>'
        for number, name in enumerate(name for name in indexer.LEFT_OUT if name.startswith("."))
    )
    publish(
        {"a.html": page(f"<h1>Alpha</h1><p>kept</p>{furniture}<nav>menu</nav><table><tr><td>cell</table>")}
    )
    assert indexed_text(tmp_path / "site").split() == [f"Alpha{END}", f"kept{END}"]


def test_what_is_left_out_by_name_stands_in_a_template():
    templates = Path(__file__).parents[3] / "templates"
    markup = "".join(path.read_text("utf-8") for path in sorted(templates.rglob("*.html")))
    classes = [name.removeprefix(".") for name in indexer.LEFT_OUT if name.startswith(".")]
    assert [name for name in classes if f'"{name}' not in markup and f" {name}" not in markup] == []


def test_a_disk_that_fills_up_with_the_index_refuses_the_build_and_the_last_site_keeps_its_search(
    publish, monkeypatch, tmp_path
):
    publish({"a.html": page("<p>One</p>")})
    real = tree.create_file

    def full(path: str, content: bytes) -> None:
        if "/pagefind/" in path:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        real(path, content)

    monkeypatch.setattr(tree, "create_file", full)
    with pytest.raises(OutputRefused, match="No space left"):
        publish({"a.html": page("<p>Two</p>")})
    assert (tmp_path / "site" / "pagefind" / "pagefind.js").is_file()
    assert "One" in (tmp_path / "site" / "a.html").read_text("utf-8")


def test_an_indexer_that_is_not_there_is_told(publish, monkeypatch):
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: Path("/nowhere/pagefind"))
    _, problems = publish(PAGES)
    assert [problem.code for problem in problems] == ["search-failed"]


def test_a_kept_index_that_the_disk_has_damaged_is_made_anew_and_said_nothing_of(publish, tmp_path):
    publish(PAGES)
    before = files_of(tmp_path / "site")
    for path in sorted((tmp_path / "site/pagefind").rglob("*.pf_*")):
        rot(tmp_path, path.relative_to(tmp_path / "site").as_posix(), b"rotten", recorded=False)
        _, problems = publish(PAGES)
        assert (problems, files_of(tmp_path / "site")) == ((), before), path


def test_a_kept_index_that_is_no_index_is_made_anew_though_the_record_knows_it(publish, tmp_path):
    publish(PAGES)
    before = files_of(tmp_path / "site")
    fragment = next((tmp_path / "site/pagefind/fragment").iterdir())
    rot(tmp_path, f"pagefind/fragment/{fragment.name}", b"", recorded=True)
    publish(PAGES)
    assert files_of(tmp_path / "site") == before


def test_what_is_made_anew_believes_no_record(publish, tmp_path):
    """Even a record that vouches for wrong bytes: the poison is whole as the record has it."""
    publish(PAGES)
    before = files_of(tmp_path / "site")
    for path in ("a.html", "search-words/w.js", "pagefind-offline/engine.js", "pagefind/pagefind.js"):
        rot(tmp_path, path, b"wrong", recorded=path != "a.html")
    publish(PAGES, anew=True)
    assert files_of(tmp_path / "site") == before


def rot(root: Path, path: str, content: bytes, *, recorded: bool) -> None:
    """Give a published file other bytes and let the record know its stamp, with `recorded` also its digest."""
    (root / "site" / path).write_bytes(content)
    (record,) = (root / ".build").glob("????????????????.json")
    manifest = load_manifest(record)
    stamp = tree.scan(str(root / "site")).files[path]
    digest = sha256(content).hexdigest() if recorded else manifest.files[path].digest
    save_manifest(record, manifest._replace(files={**manifest.files, path: Known(digest, stamp)}))


def test_settings_in_the_environment_do_not_reach_the_indexer(publish, monkeypatch, tmp_path):
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "ru")
    publish(PAGES)
    assert list(
        json.loads((tmp_path / "site/pagefind/pagefind-entry.json").read_text("utf-8"))["languages"]
    ) == ["en"]


def test_a_site_without_pages_to_index_has_no_index(publish, tmp_path):
    _, problems = publish({"a.html": "<!doctype html><title>t</title><main>x</main>"})
    assert (problems, (tmp_path / "site/pagefind").exists()) == ((), False)


def test_the_key_follows_the_words_the_address_and_the_language():
    def key(path: str, words: str, language: str = "en") -> str:
        pages = IndexedPages(language)
        pages.add(path, page(words).encode())
        return pages.key()

    assert key("a.html", "one") == key("a.html", "one")
    assert (
        len({key("a.html", "one"), key("b.html", "one"), key("a.html", "two"), key("a.html", "one", "ru")})
        == 4
    )
