"""The zip: the same bytes each time, no way out, and at home in any folder."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from builder.output.destination import destination
from builder.pack import pack_site
from tests.browser.search.asking import ask_chromium, ask_driven
from tests.browser.search.marionette import Firefox
from tests.browser.search.queries import QUESTIONS

ODD_FOLDERS = ("with space/two", "hash#in#name/50% off", "досье/новости №1", "plus+&=?q/a b")
FEW = QUESTIONS[:10]


@pytest.fixture(scope="session")
def packed(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip of the worked example."""
    folder = tmp_path_factory.mktemp("zip")
    return pack_site(destination(site.parent, site), folder / "dossier.zip", "dossier").path


def test_two_zips_are_the_same_bytes(packed: Path, site: Path, tmp_path: Path):
    again = pack_site(destination(site.parent, site), tmp_path / "other.zip", "dossier").path
    assert again.read_bytes() == packed.read_bytes()


def test_the_zip_holds_the_form_for_disk_alone_in_one_folder(packed: Path, site: Path):
    names = zipfile.ZipFile(packed).namelist()
    assert names == sorted(names)
    assert {name.split("/")[0] for name in names} == {"dossier"}
    assert "dossier/pagefind-offline/engine.js" in names
    left = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()} - {
        name.removeprefix("dossier/") for name in names
    }
    assert {name.split("/")[0] for name in left} <= {
        "pagefind",
        ".nojekyll",
        "404.html",
        "robots.txt",
        "sitemap.xml",
        "sw.js",
        "saving",
    }


def test_no_page_of_the_zip_may_connect_to_anything(packed: Path):
    archive = zipfile.ZipFile(packed)
    pages = [archive.read(name) for name in archive.namelist() if name.endswith(".html")]
    assert len(pages) > 50
    assert all(
        page.count(b"connect-src 'none';") == 1 and b"connect-src 'self'" not in page for page in pages
    )


@pytest.fixture(params=ODD_FOLDERS)
def unpacked(request: pytest.FixtureRequest, packed: Path, tmp_path: Path) -> Path:
    """The zip unpacked two folders deep, under names that addresses trip over."""
    folder = tmp_path / request.param
    zipfile.ZipFile(packed).extractall(folder)
    yield folder / "dossier"
    shutil.rmtree(tmp_path / request.param.split("/")[0])


def test_search_facets_and_links_work_from_any_folder(
    chromium: Browser, firefox: Firefox, unpacked: Path, site: Path
):
    wanted = ask_chromium(chromium, (site / "search.html").as_uri(), FEW).answers
    asked = ask_chromium(chromium, (unpacked / "search.html").as_uri(), FEW)
    assert (asked.answers, asked.complaints, asked.thread) == (wanted, (), "worker")
    assert ask_driven(firefox, (unpacked / "search.html").as_uri(), FEW).answers == wanted


def test_a_result_leads_to_its_paragraph(chromium: Browser, unpacked: Path):
    page = chromium.new_page()
    page.goto((unpacked / "search.html").as_uri() + "?q=Raqqa&kind=Article")
    page.locator("[data-results] a").first.click()
    assert page.url == (unpacked / "articles/blog-liberate-chechnya.html").as_uri() + "#p-8"
    page.locator(":target").wait_for()
    page.locator("header a[data-search-link]").click()
    page.get_by_role("combobox").fill("Raqqa")
    page.locator("dialog [role=option]", has_text="Raqqa").first.wait_for()
    page.get_by_role("link", name="All results").click()
    assert page.url == (unpacked / "search.html").as_uri() + "?q=Raqqa"
    page.close()
