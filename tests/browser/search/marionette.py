"""Drives the Firefox of this machine over its own remote protocol, with the file rules that a reader's Firefox has.

Drivers such as Playwright's switch those rules off, or need a Firefox of their own. The protocol: messages are
`<length>:<JSON>`, a command is `[0, id, name, parameters]`, an answer `[1, id, fault, value]`.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SETTINGS = {
    "remote.prefs.recommended": False,  # they would relax what this file is about
    "security.fileuri.strict_origin_policy": True,
    "marionette.port": 0,
    "app.normandy.enabled": False,
    "app.update.disabledForTesting": True,
    "browser.aboutwelcome.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "browser.startup.homepage_override.mstone": "ignore",
    "datareporting.policy.dataSubmissionEnabled": False,
    "datareporting.healthreport.uploadEnabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.newtabpage.enabled": False,
    "security.sandbox.content.level": 0,  # as root in a container there is none
}
PATIENCE_SECONDS = 60


class FirefoxFault(Exception):
    """What Firefox answered instead of a value."""


class Firefox:
    """A session with a running Firefox."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._received = b""
        self._asked = 0
        self._read()  # the greeting
        self.ask("WebDriver:NewSession", {})
        self.ask(
            "WebDriver:SetTimeouts", {"script": PATIENCE_SECONDS * 1000, "pageLoad": PATIENCE_SECONDS * 1000}
        )

    def ask(self, command: str, parameters: dict[str, object]) -> object:
        """Send one command and return its value."""
        self._asked += 1
        message = json.dumps([0, self._asked, command, parameters]).encode()
        self._connection.sendall(b"%d:%s" % (len(message), message))
        _kind, _number, fault, value = self._read()
        if fault:
            raise FirefoxFault(f"{command}: {fault['error']}: {fault['message']}")
        return value["value"] if isinstance(value, dict) and set(value) == {"value"} else value

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self.ask("WebDriver:Navigate", {"url": address})

    def evaluate(self, function: str, *arguments: object) -> object:
        """Call an asynchronous JavaScript function in the page and return what its promise gives."""
        found = self.ask(
            "WebDriver:ExecuteAsyncScript", {"script": awaited(function), "args": list(arguments)}
        )
        assert isinstance(found, dict)
        if "fault" in found:
            raise FirefoxFault(str(found["fault"]))
        return found.get("value")

    def _read(self) -> list:
        while b":" not in self._received:
            self._receive()
        length, _, rest = self._received.partition(b":")
        self._received = rest
        while len(self._received) < int(length):
            self._receive()
        message, self._received = self._received[: int(length)], self._received[int(length) :]
        return json.loads(message)

    def _receive(self) -> None:
        part = self._connection.recv(1 << 16)
        if not part:
            raise FirefoxFault("Firefox closed the connection")
        self._received += part


def awaited(function: str) -> str:
    """The body that a driver runs: calls the function, and tells `{value}` or `{fault}` when its promise ends."""
    return (
        "const done = arguments[arguments.length - 1];"
        f"Promise.resolve(({function})(...Array.from(arguments).slice(0, -1)))"
        ".then(value => done({value}), fault => done({fault: String(fault && fault.message || fault)}));"
    )


@contextmanager
def running_firefox(program: Path, profile: Path) -> Iterator[Firefox]:
    """A Firefox with a new profile, for as long as the block lasts."""
    profile.mkdir(parents=True)
    lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in SETTINGS.items())
    (profile / "user.js").write_text("".join(lines), encoding="ascii")
    process = subprocess.Popen(
        [program, "--headless", "--marionette", "--no-remote", "--profile", str(profile)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={
            "HOME": str(profile),
            "PATH": "/usr/bin:/bin",
            "MOZ_CRASHREPORTER_DISABLE": "1",
            "MOZ_HEADLESS": "1",
        },
    )
    try:
        with socket.create_connection(("127.0.0.1", _port(profile, process)), PATIENCE_SECONDS) as connection:
            yield Firefox(connection)
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _port(profile: Path, process: subprocess.Popen[bytes]) -> int:
    """The port that Firefox chose; it writes it into its profile as soon as it listens."""
    told = profile / "MarionetteActivePort"
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if told.exists() and told.read_text().strip():
            return int(told.read_text())
        if process.poll() is not None:
            raise FirefoxFault(f"Firefox ended with {process.returncode}")
        time.sleep(0.1)
    raise FirefoxFault("Firefox does not listen")
