"""What every test stands on: no network, a settled Hypothesis, and browsers that are found or named as missing."""

from __future__ import annotations

import ipaddress
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.browsers import Browser, find_browser

# Two cores shared with a browser make single examples slow now and then; the count of examples bounds the time.
settings.register_profile(
    "dossier", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("dossier")

# A shell lets what it runs behind it ignore Ctrl-C, and so would all that tests start and end by it.
signal.signal(signal.SIGINT, signal.default_int_handler)

PROJECT = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept-golden` puts the site as it is built now in the place of the one in tests/golden/site/."""
    parser.addoption("--accept-golden", action="store_true", help="take the golden site as it is built now")


@pytest.fixture(scope="session")
def project() -> Path:
    """The root of the source tree."""
    return PROJECT


@pytest.fixture(scope="session")
def chromium_path() -> Path:
    """The Chromium on this machine; without one the test is skipped by name, and fails where CI is set."""
    return find_browser(Browser.CHROMIUM)


@pytest.fixture(scope="session")
def firefox_path() -> Path:
    """The Firefox on this machine; without one the test is skipped by name, and fails where CI is set."""
    return find_browser(Browser.FIREFOX)


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """Refuse connections to other machines: a test that needs one is not a test of this program."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
            host = str(address[0])
            if host != "localhost" and not ipaddress.ip_address(host.partition("%")[0]).is_loopback:
                raise AssertionError(f"a test connects to {host}: tests use this machine only")
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", connect_here)
        yield


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name each browser test that did not run: a folded count would hide which promises went unchecked."""
    skipped = sorted(
        {
            report.nodeid
            for report in terminalreporter.stats.get("skipped", [])
            if "browser" in report.keywords
        }
    )
    if skipped:
        terminalreporter.section("browser tests that did not run")
        for nodeid in skipped:
            terminalreporter.line(nodeid)
