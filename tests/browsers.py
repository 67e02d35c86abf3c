"""Finds the browsers of this machine for the tests that drive one."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import pytest


class Browser(StrEnum):
    """A browser by the name of the variable that points to one: `CHROMIUM=/opt/chrome/chrome make test`."""

    CHROMIUM = "CHROMIUM"
    FIREFOX = "FIREFOX"


COMMANDS: dict[Browser, tuple[str, ...]] = {
    Browser.CHROMIUM: ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    Browser.FIREFOX: ("firefox-esr", "firefox"),
}
DEBIAN_PACKAGE: dict[Browser, str] = {Browser.CHROMIUM: "chromium", Browser.FIREFOX: "firefox-esr"}

# No call home, no first-run pages: a test sees its own requests and no others.
CHROMIUM_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)


def chromium_flags() -> list[str]:
    """Command-line flags for tests; the sandbox goes only where Chromium refuses it, as root."""
    return [*CHROMIUM_FLAGS, *(["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else [])]


def locate(browser: Browser) -> Path | None:
    """The browser that its variable names, else the first of its commands on PATH, else None."""
    named = os.environ.get(browser.value)
    for command in (named,) if named else COMMANDS[browser]:
        found = shutil.which(command)
        if found:
            return Path(found)
    return None


def find_browser(browser: Browser) -> Path:
    """Return the browser's path, or skip the test that asks for it; where CI is set, fail it."""
    found = locate(browser)
    if found is not None:
        return found
    reason = f"no {browser.value.lower()} here; to install: sudo apt-get install {DEBIAN_PACKAGE[browser]}"
    if os.environ.get("CI", "").lower() not in {"", "0", "false"}:
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@dataclass(frozen=True)
class WebKit:
    """What a run of WebKitGTK takes: its driver, the small browser that it drives, and a display without a screen."""

    driver: Path
    program: Path
    display: Path


WEBKIT_PACKAGES = "webkit2gtk-driver xvfb"
WEBKIT_PROGRAMS = ("lib/*/webkit*gtk-*/MiniBrowser", "lib*/webkit*gtk-*/MiniBrowser")


def locate_webkit(system: Path = Path("/usr")) -> WebKit | None:
    """The WebKitGTK of this machine, the newest of those that stand beside each other, else None."""
    driver, display = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    programs = sorted(found for pattern in WEBKIT_PROGRAMS for found in system.glob(pattern))
    if driver is None or display is None or not programs:
        return None
    return WebKit(Path(driver), programs[-1], Path(display))


def find_webkit() -> WebKit:
    """Return WebKitGTK, or skip the test that asks for it, in CI too: it runs where it can be installed."""
    found = locate_webkit()
    if found is None:
        pytest.skip(
            f"no WebKitGTK here; to install: sudo apt-get install --no-install-recommends {WEBKIT_PACKAGES}"
        )
    return found
