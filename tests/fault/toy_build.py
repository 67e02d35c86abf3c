"""A toy build that publishes one of two small sites through `builder.output`, and can be told to fail.

Only here are calls of the operating system stood in for: `Fault` counts them and at the n-th kills the process or
raises. Each build runs in a forked child, so that nothing of it is left in the test's own process.
"""

from __future__ import annotations

import builtins
import ctypes  # noqa: F401 - loaded once here, not in each of a thousand children
import errno
import functools
import io
import os
import shutil
import signal
import sys
import traceback
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builder.output import system
from builder.output.destination import IGNORE, MARKER, destination
from builder.output.generations import open_generation
from builder.output.refusal import OutputRefused

OPERATIONS = (
    (os, "open"), (os, "write"), (os, "chmod"), (os, "mkdir"), (os, "link"), (os, "rename"), (os, "replace"),
    (os, "unlink"), (os, "rmdir"), (os, "fsync"), (os, "scandir"),
    (system, "exchange"), (system, "sync_filesystem"), (system, "try_lock"),
)  # fmt: skip
EVERY_OPERATION = (
    *OPERATIONS, (os, "stat"), (os, "lstat"), (os, "fstat"), (os, "read"), (os, "listdir"), (os, "pipe"),
    (io, "open"), (builtins, "open"),
)  # fmt: skip
"""Also what a whole command calls before it writes."""
CRASHED = 99
POLITE = (signal.SIGTERM, signal.SIGINT)


def site(name: str) -> dict[str, bytes]:
    """The pages of site `A` or `B`: 24 alike in both, 8 that differ, 3 that the other has not."""
    pages = {f"articles/a{n:02}.html": b"<p>the same in both</p>" * n for n in range(24)}
    pages |= {f"claims/c{n}.html": f"<p>{name} {n}</p>".encode() * 50 for n in range(8)}
    pages |= {f"only-{name.lower()}/deep/{n}.html": name.encode() for n in range(3)}
    return pages


def index_of(pages: dict[str, bytes]) -> dict[str, bytes]:
    """What the toy's search program makes: one file that never changes and one that counts bytes."""
    total = sum(len(content) for content in pages.values())
    return {"pagefind/engine.js": b"engine" * 100, "pagefind/fragment/total": str(total).encode()}


def whole(name: str) -> dict[str, bytes]:
    """Everything that stands in the published folder `<root>/site`."""
    pages = site(name)
    return {**pages, **index_of(pages), ".nojekyll": MARKER, ".gitignore": IGNORE}


def build(root: Path, name: str) -> str:
    """Publish a site in this process and return what is to be said of it."""
    with open_generation(destination(root), wait_seconds=20) as generation:
        pages = site(name)
        for path, content in pages.items():
            generation.write(path, content)
        made_from = generation.digest()
        if not generation.keep("pagefind", made_from):
            for path, content in index_of({path: generation.read(path) for path in pages}).items():
                generation.write(path, content)
            generation.mark_made("pagefind", made_from)
        return "; ".join(generation.commit(is_made=lambda _path, _content: True).notes)


@dataclass(frozen=True)
class Fault:
    """What happens at the n-th (from 1) of the counted calls: `kill`, `half` (a write cut short, then a kill), a
    signal such as `SIGTERM`, or an error such as `ENOSPC`; `for_good` lets every later call of the kind fail too.
    """

    what: str
    at: int
    operations: tuple[str, ...] = tuple(name for _, name in OPERATIONS)
    for_good: bool = False

    def install(self, operations: tuple[tuple[object, str], ...] = OPERATIONS) -> Callable[[], bool]:
        """Stand in for the calls; the result tells whether the fault was reached."""
        calls = 0

        def stand_in(real: Callable[..., object], name: str) -> Callable[..., object]:
            @functools.wraps(real)
            def counted(*arguments: object, **options: object) -> object:
                nonlocal calls
                calls += 1
                if calls == self.at or (self.for_good and calls > self.at):
                    self._strike(name, real, arguments)
                return real(*arguments, **options)

            return counted

        for module, name in operations:
            if name in self.operations:
                setattr(module, name, stand_in(getattr(module, name), name))
        return lambda: calls >= self.at

    def _strike(self, name: str, real: Callable[..., object], arguments: tuple[object, ...]) -> None:
        if self.what == "half" and name == "write":
            handle, content = arguments
            real(handle, bytes(content)[: len(bytes(content)) // 2])  # type: ignore[call-overload]
        if self.what in ("kill", "half"):
            os.kill(os.getpid(), signal.SIGKILL)
        if self.what in ("SIGTERM", "SIGINT"):
            os.kill(os.getpid(), getattr(signal, self.what))
            return
        code = getattr(errno, self.what)
        raise OSError(
            code, os.strerror(code), *(each for each in arguments[:1] if isinstance(each, str | Path))
        )


@dataclass(frozen=True)
class Outcome:
    """How a child ended: its exit code (negative: the signal), what it said, whether its fault was reached."""

    code: int
    said: str
    reached: bool


def in_child(action: Callable[[], str], fault: Fault | None = None) -> Outcome:
    """Run `action` in a child and wait for it; exit codes as the command line has them."""
    child, says = start_child(action, fault)
    return await_child(child, says)


def start_child(action: Callable[[], str], fault: Fault | None = None) -> tuple[int, int]:
    """Start `action` in a child; returns its id and the pipe it speaks through."""
    hears, says = os.pipe()
    signal.pthread_sigmask(signal.SIG_BLOCK, POLITE)  # until the child can listen: see `_run`
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # threads of other tests; ours has none
        child = os.fork()
    if child:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, POLITE)
        os.close(says)
        return child, hears
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    speak = functools.partial(os.write, says)  # taken before the fault stands in for it
    code = CRASHED
    try:
        code = _run(action, fault, speak)
    finally:
        os._exit(code)  # also past an exception: the child must not go on as a second test run


def await_child(child: int, hears: int) -> Outcome:
    """Wait for a child's end."""
    with os.fdopen(hears, encoding="utf-8") as pipe:
        heard = pipe.read()
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Outcome(code, heard.replace("\0", ""), "\0" in heard or code == -signal.SIGKILL)


def _run(action: Callable[[], str], fault: Fault | None, speak: Callable[[bytes], int]) -> int:
    reached = fault.install() if fault else lambda: False
    said, code = "", 0
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, POLITE)
        said = action()
        for number in POLITE:
            signal.signal(number, signal.SIG_IGN)
    except OutputRefused as refused:
        said, code = refused.message, 1
    except KeyboardInterrupt:
        code = 130
    except SystemExit as end:
        code = int(str(end.code))
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        said, code = traceback.format_exc(), CRASHED
    speak(said.encode() + (b"\0" if reached() else b""))
    return code


def read_site(folder: Path) -> dict[str, bytes] | None:
    """Every file of a folder, or None when there is no folder."""
    if not folder.exists():
        return None
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if not path.is_dir()
    }


def unexpected(root: Path) -> list[str]:
    """Names in the root and the state folder that a finished build does not leave there."""
    found = [path.name for path in root.iterdir() if path.name not in ("site", ".build")]
    key = destination(root).key
    found += [
        p.name
        for p in (root / ".build").iterdir()
        if p.name not in (".gitignore", "lock", key, f"{key}.json")
    ]
    workshop = root / ".build" / key
    return found + [path.name for path in workshop.iterdir() if path.name != "previous"]


def begin_anew(root: Path, *names: str) -> None:
    """Empty the root and publish the named sites, one after the other."""
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir()
    publish(root, *names)


def publish(root: Path, *names: str) -> None:
    """Publish the named sites over what is there, without a fault and in this process."""
    for name in names:
        build(root, name)
