"""Drives the WebKitGTK of this machine over WebDriver, on a display that nobody sees.

MiniBrowser keeps WebKit's own rules for files. The protocol: JSON over http on the loopback; every answer is
`{"value": ...}`, and one whose status is not 200 tells a fault.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from tests.browser.search.marionette import awaited
from tests.browsers import WebKit

PATIENCE_SECONDS = 60
START_SECONDS = 20


class WebKitFault(Exception):
    """What WebKit or its driver answered instead of a value."""


class WebKitWindow:
    """A session with a running WebKit."""

    def __init__(self, port: int, program: Path, options: tuple[str, ...] = ()) -> None:
        self._port = port
        self._until_ready()
        wanted = {
            "webkitgtk:browserOptions": {"binary": str(program), "args": ["--automation", *options]},
            "timeouts": {"script": PATIENCE_SECONDS * 1000, "pageLoad": PATIENCE_SECONDS * 1000},
        }
        session = self._ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        assert isinstance(session, dict)
        self._session = f"/session/{session['sessionId']}"

    def goto(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self._ask("POST", f"{self._session}/url", {"url": address})

    def evaluate(self, function: str, *arguments: object) -> object:
        """Call an asynchronous JavaScript function in the page and return what its promise gives."""
        body: dict[str, object] = {"script": awaited(function), "args": arguments}
        found = self._ask("POST", f"{self._session}/execute/async", body)
        assert isinstance(found, dict)
        if "fault" in found:
            raise WebKitFault(str(found["fault"]))
        return found.get("value")

    def click(self, selector: str) -> None:
        """Press the first element of a CSS selector as a pointer does."""
        found = self._ask("POST", f"{self._session}/element", {"using": "css selector", "value": selector})
        assert isinstance(found, dict)
        self._ask("POST", f"{self._session}/element/{next(iter(found.values()))}/click", {})

    def close(self) -> None:
        """End the session, and with it the browser."""
        self._ask("DELETE", self._session)

    def _until_ready(self) -> None:
        until = time.monotonic() + START_SECONDS
        while True:
            try:
                self._ask("GET", "/status")
                return
            except WebKitFault:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def _ask(self, method: str, path: str, body: dict[str, object] | None = None) -> object:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=PATIENCE_SECONDS + 10)
        try:
            connection.request(
                method,
                path,
                json.dumps(body) if body is not None else None,
                {"Content-Type": "application/json"},
            )
            answer = connection.getresponse()
            value = json.loads(answer.read())["value"]
        except (OSError, HTTPException, ValueError) as fault:
            raise WebKitFault(f"{method} {path}: {fault}") from fault
        finally:
            connection.close()
        if answer.status != 200:
            raise WebKitFault(f"{method} {path}: {value['error']}: {value['message']}")
        return value


@contextmanager
def running_webkit(webkit: WebKit, home: Path, *options: str) -> Iterator[WebKitWindow]:
    """A WebKit with a new home, for as long as the block lasts; a `WebKitFault` if it does not start."""
    runtime = home / "run"
    runtime.mkdir(parents=True, mode=0o700)
    port = _free_port()
    with ExitStack() as ending:
        environment = {
            "DISPLAY": ending.enter_context(_display(webkit.display)),
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "PATH": "/usr/bin:/bin",
            "XDG_RUNTIME_DIR": str(runtime),
        }
        driver = [str(webkit.driver), "--host=127.0.0.1", f"--port={port}"]
        ending.enter_context(_running(driver, env=environment))
        window = WebKitWindow(port, webkit.program, options)
        yield window
        with suppress(WebKitFault):  # the processes are ended below in any case
            window.close()


@contextmanager
def _display(program: Path) -> Iterator[str]:
    """A display without a screen, by its name; it chooses its number itself and tells it when it listens."""
    told, tell = os.pipe()
    with ExitStack() as ending:
        answer = ending.enter_context(os.fdopen(told))
        command = [str(program), "-displayfd", str(tell), "-nolisten", "tcp", "-screen", "0", "1280x800x24"]
        try:
            ending.enter_context(_running(command, pass_fds=(tell,)))
        finally:
            os.close(tell)  # else nobody would learn of its end
        number = answer.readline().strip()
        if not number:
            raise WebKitFault("the display does not start")
        yield f":{number}"


@contextmanager
def _running(
    command: list[str], env: dict[str, str] | None = None, pass_fds: tuple[int, ...] = ()
) -> Iterator[None]:
    """A program in a process group of its own; at the end of the block all that it started ends with it."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=env,
        pass_fds=pass_fds,
        start_new_session=True,
    )
    try:
        yield
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(20)
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _free_port() -> int:
    """A port that nobody listens on; the driver cannot choose one itself."""
    with socket.socket() as asking:
        asking.bind(("127.0.0.1", 0))
        return int(asking.getsockname()[1])
