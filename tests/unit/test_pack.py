"""The zip of a published site: whole or not at all, and never with a page that may connect somewhere."""

from __future__ import annotations

import errno
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.output import archive
from builder.output.destination import destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused
from builder.pack import pack_site, without_connection

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="'
    "default-src 'none'; connect-src 'self'; style-src 'self'\">"
)
PAGE = f"<!doctype html><head>{POLICY}</head><p>connect-src 'self'</p>"
SITE = {
    "index.html": PAGE,
    "404.html": PAGE,
    "pagefind/pagefind.js": "x",
    "pagefind-offline/engine.js": "y",
    "data/a.json": "{}",
    "robots.txt": "z",
    "sitemap.xml": "s",
    "sw.js": "w",
    "saving/edition.json": "{}",
}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "dossier.zip"


def publish(root: Path, files: Mapping[str, str] = SITE) -> None:
    with open_generation(destination(root)) as generation:
        for path, text in files.items():
            generation.write(path, text.encode())
        generation.commit()


def test_a_zip_holds_what_a_reader_opens_sorted_in_one_folder(tmp_path: Path, out: Path):
    publish(tmp_path)
    packed = pack_site(destination(tmp_path), out, "dossier")
    names = zipfile.ZipFile(out).namelist()
    assert names == ["dossier/data/a.json", "dossier/index.html", "dossier/pagefind-offline/engine.js"]
    assert (packed.files, packed.bytes) == (3, out.stat().st_size)


def test_entries_carry_no_trace_of_time_person_or_system(tmp_path: Path, out: Path):
    publish(tmp_path)
    pack_site(destination(tmp_path), out, "dossier")
    traces = {
        (e.date_time, e.create_system, e.external_attr, e.extra, e.comment)
        for e in zipfile.ZipFile(out).infolist()
    }
    assert traces == {((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16, b"", b"")}


def test_the_policy_of_a_page_is_closed_and_its_words_stay():
    closed = without_connection("index.html", PAGE.encode()).decode()
    assert closed == PAGE.replace(POLICY, POLICY.replace("connect-src 'self'", "connect-src 'none'"))


@pytest.mark.parametrize(
    "page", [PAGE.replace(POLICY, ""), PAGE + POLICY, PAGE.replace("connect-src", "connect", 1)]
)
def test_a_page_without_exactly_one_policy_is_refused(tmp_path: Path, out: Path, page: str):
    publish(tmp_path, SITE | {"b.html": page})
    with pytest.raises(OutputRefused, match=r"b\.html has not one policy"):
        pack_site(destination(tmp_path), out, "dossier")
    assert not out.exists()


def test_a_site_whose_search_works_on_the_web_only_is_refused(tmp_path: Path, out: Path):
    publish(tmp_path, {path: text for path, text in SITE.items() if not path.startswith("pagefind-offline")})
    with pytest.raises(OutputRefused, match="works on the web only"):
        pack_site(destination(tmp_path), out, "dossier")


def test_a_site_built_without_search_can_be_packed(tmp_path: Path, out: Path):
    publish(tmp_path, {"index.html": PAGE})
    assert pack_site(destination(tmp_path), out, "dossier").files == 1


def test_a_folder_that_no_build_wrote_is_refused(tmp_path: Path, out: Path):
    (tmp_path / "site").mkdir()
    with pytest.raises(OutputRefused, match="holds no site to pack"):
        pack_site(destination(tmp_path), out, "dossier")


def test_a_zip_inside_the_site_is_refused(tmp_path: Path):
    publish(tmp_path)
    with pytest.raises(OutputRefused, match="lies in the site itself"):
        pack_site(destination(tmp_path), tmp_path / "site/dossier.zip", "dossier")


def test_on_a_full_disk_the_former_zip_stays_and_nothing_is_left(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
):
    publish(tmp_path)
    out.write_bytes(b"PK former")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(archive.os, "fsync", full)
    with pytest.raises(OutputRefused, match="No space left"):
        pack_site(destination(tmp_path), out, "dossier")
    assert out.read_bytes() == b"PK former"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["dossier.zip"]


def test_a_build_cannot_change_the_site_while_it_is_packed(tmp_path: Path):
    publish(tmp_path)
    place = destination(tmp_path)
    with archive.held_site(place), pytest.raises(OutputRefused, match="still running"):
        open_generation(place, wait_seconds=0.1).__enter__()
