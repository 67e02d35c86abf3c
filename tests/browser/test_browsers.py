"""The ground under the browser tests: the machine's browser starts, is fresh each time, and is missed by name."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browsers import Browser, find_browser, find_webkit, locate, locate_webkit


@pytest.mark.parametrize("visit", ["first", "second"])
def test_a_page_opens_from_disk_in_a_fresh_profile(page: Page, tmp_path: Path, visit: str) -> None:
    file = tmp_path / "index.html"
    file.write_text(
        "<!doctype html><meta charset=utf-8><title>t</title><p>Здравствуйте</p>", encoding="utf-8"
    )
    page.goto(file.as_uri())
    assert page.locator("p").inner_text() == "Здравствуйте"
    assert page.evaluate("() => localStorage.length") == 0
    page.evaluate("name => localStorage.setItem(name, '1')", visit)


def test_firefox_answers(firefox_path: Path) -> None:
    done = subprocess.run([firefox_path, "--version"], capture_output=True, text=True, timeout=60, check=True)
    assert "Firefox" in done.stdout


def test_a_variable_names_the_browser_to_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", sys.executable)
    assert locate(Browser.CHROMIUM) == Path(sys.executable)


@pytest.mark.parametrize(
    ("ci", "outcome"),
    [("", pytest.skip.Exception), ("false", pytest.skip.Exception), ("true", pytest.fail.Exception)],
)
def test_a_missing_browser_skips_with_the_line_that_installs_it_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("FIREFOX", raising=False)
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="apt-get install firefox-esr"):
        find_browser(Browser.FIREFOX)


@pytest.mark.parametrize("ci", ["", "true"])
def test_without_webkit_its_tests_are_skipped_with_the_line_that_installs_it_in_ci_too(
    monkeypatch: pytest.MonkeyPatch, ci: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("CI", ci)
    with pytest.raises(pytest.skip.Exception, match=r"apt-get install .*webkit2gtk-driver xvfb"):
        find_webkit()


def test_webkit_is_its_driver_its_browser_and_a_display(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
    program.parent.mkdir(parents=True)
    program.touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    for name in ("WebKitWebDriver", "Xvfb"):
        assert locate_webkit(tmp_path) is None
        (tmp_path / name).touch(0o755)
    found = locate_webkit(tmp_path)
    assert found is not None
    assert (found.driver.name, found.program, found.display.name) == ("WebKitWebDriver", program, "Xvfb")
