"""The publisher's own files: copied as they are from `static/`, listed where they could act, never taken away unseen."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from builder.build import check_dossier
from tests.site.dossiers import build, dossier, files_of, write

BASIS = {
    "content/dossier.yaml": "title: The flood of May\n",
    "content/outlets/morning-post.yaml": "name: The Morning Post\n",
    "content/articles/a.yaml": "title: A\noutlet: morning-post\npublished: 2026-05-13\n",
}
PLAIN = {
    "static/CNAME": "dossier.example\n",
    "static/google1.html": "google-site-verification: google1.html",
    "static/.well-known/security.txt": "Contact: mailto:a@b.example\n",
    "static/img/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>\n',
}
WIDGET = "<script src=widget.js></script>"
LISTING = f"title: T\nstatic:\n  - {{path: widget.html, sha256: {sha256(WIDGET.encode()).hexdigest()}}}\n"


def small(root: Path, files: dict[str, str] | None = None) -> Path:
    return write(root, {**BASIS, **(files or {})})


def told(root: Path) -> list[str]:
    return [f"{one.span.path}:{one.span.line} {one.code}" for one in check_dossier(root).problems]


def test_plain_files_are_copied_byte_for_byte_and_nothing_is_told(tmp_path):
    root = small(tmp_path, PLAIN)
    (root / "static/logo.png").write_bytes(b"\x89PNG\r\n\0")
    (root / "static/.DS_Store").write_bytes(b"x")
    assert told(root) == []
    site = files_of(build(root))
    assert site["logo.png"] == b"\x89PNG\r\n\0"
    assert {path: site[path.removeprefix("static/")].decode() for path in PLAIN} == PLAIN
    assert ".DS_Store" not in site


def test_they_come_and_go_with_the_folder_and_an_incremental_build_is_as_a_clean_one(tmp_path):
    root = small(tmp_path / "one", PLAIN)
    build(root)
    (root / "static/google1.html").unlink()
    (root / "static/img/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    again = files_of(build(root))
    assert again == files_of(build(root, "--clean"))
    assert "google1.html" not in again
    shutil.copytree(root, tmp_path / "two", ignore=shutil.ignore_patterns("site", ".build"))
    assert again == files_of(build(tmp_path / "two"))


def test_a_file_that_could_act_is_told_and_left_out_until_it_is_listed(tmp_path):
    root = small(tmp_path, {"static/widget.html": WIDGET})
    problem = next(one for one in check_dossier(root).problems)
    assert (problem.code, problem.span.path) == ("static-unlisted", "content/dossier.yaml")
    assert "HTML with markup" in problem.message
    assert "widget.html" not in files_of(build(root))
    write(root, {"content/dossier.yaml": f"title: T\n{problem.hint.rpartition('write ')[2]}\n"})
    assert told(root) == []
    done = dossier(root, "build")
    assert "widget.html (HTML with markup)" in done.stderr
    assert "widget.html (HTML with markup)" in dossier(root, "check").stderr
    assert files_of(root / "site")["widget.html"] == WIDGET.encode()


def test_a_listed_file_that_has_changed_stops_the_build(tmp_path):
    root = small(tmp_path, {"static/widget.html": WIDGET + " ", "content/dossier.yaml": LISTING})
    assert told(root) == ["content/dossier.yaml:3 static-changed"]


@pytest.mark.parametrize(
    ("listed", "problem"),
    [
        ("{path: wigdet.html, sha256: %s}", "file-not-found"),
        ("{path: widget.html, sha256: %s}, {path: static/widget.html, sha256: %s}", "listed-twice"),
    ],
)
def test_a_listing_names_a_file_and_names_it_once(tmp_path, listed, problem):
    entries = listed.replace("%s", sha256(WIDGET.encode()).hexdigest())
    root = small(
        tmp_path, {"static/widget.html": WIDGET, "content/dossier.yaml": f"title: T\nstatic: [{entries}]\n"}
    )
    assert f"content/dossier.yaml:2 {problem}" in told(root)


def link(static: Path) -> None:
    (static / "a.txt").symlink_to("/etc/hostname")


def folder_link(static: Path) -> None:
    (static / "a").symlink_to("/etc")


ODD = {
    "a link": (link, "not-a-plain-file"),
    "a linked folder": (folder_link, "not-a-plain-file"),
    "a pipe": (lambda static: os.mkfifo(static / "p"), "not-a-plain-file"),
    "a hidden file": (lambda static: (static / ".env").write_text("KEY=1"), "static-name"),
    "a hidden folder": (lambda static: (static / ".git").mkdir(), "static-name"),
    "a device of another system": (lambda static: (static / "con.txt").write_text("x"), "static-name"),
    "a dot at the end": (lambda static: (static / "a.").write_text("x"), "static-name"),
    "a line end": (lambda static: (static / "a\nb").write_text("x"), "static-name"),
    "no text": (lambda static: Path(os.fsdecode(os.fsencode(static) + b"/\xff")).write_text("x"), "static-name"),
    "another form": (lambda static: (static / "e\u0301.txt").write_text("x"), "static-name"),
    "too large": (lambda static: os.truncate(os.open(static / "a", os.O_CREAT | os.O_RDWR), 9 << 20), "file-too-large"),
}  # fmt: skip


@pytest.mark.parametrize(("put", "code"), ODD.values(), ids=ODD)
def test_what_cannot_be_published_is_refused_by_name(tmp_path, put, code):
    root = small(tmp_path)
    (root / "static").mkdir()
    put(root / "static")
    problems = check_dossier(root).problems
    assert [one.code for one in problems] == [code]
    assert problems[0].span.path.startswith("static/")


def test_the_folder_itself_is_no_link(tmp_path):
    root = small(tmp_path / "dossier")
    (tmp_path / "elsewhere").mkdir()
    (root / "static").symlink_to(tmp_path / "elsewhere")
    assert told(root) == ["static:1 not-a-plain-file"]


def test_all_of_them_together_are_bounded(tmp_path):
    root = small(tmp_path)
    (root / "static").mkdir()
    for number in range(5):
        with (root / f"static/{number}.png").open("wb") as file:
            file.truncate(7 << 20)
    assert told(root) == ["static:1 static-too-much"]


@pytest.mark.parametrize(
    ("path", "made"),
    [
        ("index.html", "index.html"),
        ("Index.html", "index.html"),
        ("articles", "articles"),
        ("ARTICLES/x.txt", "articles"),
        ("articles/a.html", "articles/a.html"),
        ("robots.txt", "robots.txt"),
        ("sitemap.xml", "sitemap.xml"),
        ("data/dossier.json", "data/dossier.json"),
        ("pagefind/x.txt", "pagefind"),
        ("search-words", "search-words"),
        ("index.html/x.txt", "index.html"),
        (".nojekyll", None),
    ],
)
def test_a_file_where_the_build_puts_its_own_is_refused_with_both_names(tmp_path, path, made):
    problems = check_dossier(small(tmp_path, {f"static/{path}": "words"})).problems
    errors = [one for one in problems if one.severity == "error"]
    assert len(errors) == 1
    assert f"static/{path}" in errors[0].message
    assert made is None or f"`{made}`" in errors[0].message


def test_names_that_differ_in_capitals_alone_are_refused_with_both_names(tmp_path):
    root = small(
        tmp_path, {"static/a.txt": "x", "static/A.txt": "x", "static/B/c.txt": "x", "static/b/d.txt": "x"}
    )
    assert told(root) == ["static/a.txt:1 static-collision", "static/b:1 static-collision"]


def test_a_folder_of_pages_may_hold_other_files(tmp_path):
    site = build(small(tmp_path, {"static/assets/logo.txt": "x", "static/articles/scan.txt": "y"}))
    assert (site / "assets/logo.txt").read_text() == "x"
    assert (site / "articles/scan.txt").read_text() == "y"


def test_another_domain_is_refused_until_it_is_listed(tmp_path):
    root = small(tmp_path, {"static/CNAME": "dossier.example"})
    build(root)
    write(root, {"static/CNAME": "evil.example"})
    assert told(root) == ["static/CNAME:1 static-domain"]
    assert dossier(root, "build").returncode == 1
    assert (root / "site/CNAME").read_text() == "dossier.example"
    listing = f"title: T\nstatic: [{{path: CNAME, sha256: {sha256(b'evil.example').hexdigest()}}}]\n"
    write(root, {"content/dossier.yaml": listing})
    assert (build(root) / "CNAME").read_text() == "evil.example"


def test_a_zip_has_no_file_that_could_act_and_none_for_a_server(tmp_path):
    root = small(tmp_path, {**PLAIN, "static/widget.html": WIDGET, "content/dossier.yaml": LISTING})
    done = dossier(root, "pack", "--out", "packed.zip")
    assert done.returncode == 0, done.stderr
    names = {name.partition("/")[2] for name in zipfile.ZipFile(root / "packed.zip").namelist()}
    assert "img/logo.svg" in names
    assert not names & {"CNAME", "google1.html", "widget.html", ".well-known/security.txt"}


def test_own_files_in_the_site_are_named_before_anything_goes_and_live_on_in_static(tmp_path):
    root = small(tmp_path)
    site = build(root)
    (site / "CNAME").write_text("dossier.example")
    (site / "google1.html").write_text("x")
    before = files_of(site)
    for arguments in ((), ("--clean",), ("--no-search",)):
        done = dossier(root, "build", *arguments)
        assert done.returncode == 1
        assert "site/CNAME" in done.stderr
        assert "site/google1.html" in done.stderr
        assert "`static`" in done.stderr
    assert files_of(site) == before
    (root / "static").mkdir()
    for name in ("CNAME", "google1.html"):
        (site / name).rename(root / "static" / name)
    assert files_of(build(root)) == before


def test_without_the_record_of_the_last_build_its_pages_go_and_own_files_stay(tmp_path):
    root = small(
        tmp_path,
        {"content/topics/t.yaml": "name: T\n", "content/dossier.yaml": "title: T\nurl: https://a.example/\n"},
    )
    site = build(root)
    (site / "CNAME").write_text("dossier.example")
    shutil.rmtree(root / ".build")
    (root / "content/topics/t.yaml").unlink()
    write(root, BASIS)
    done = dossier(root, "build", "--no-search")
    assert (done.returncode, "site/CNAME: no build made it" in done.stderr) == (1, True)
    (site / "CNAME").unlink()
    assert dossier(root, "build", "--no-search").returncode == 0
    assert not (site / "topics/t.html").exists()
    assert json.loads((site / "data/dossier.json").read_text("utf-8"))["dossier"] == "The flood of May"
