"""Has files from outside read in a process of their own, and hands back what was found or why nothing was."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from msgspec import DecodeError, ValidationError
from msgspec.json import decode

from builder.intake.found import MOST_BYTES, Answer, Found, Unreadable

SECONDS: Final = 20
"""Longer than reading the largest page takes tenfold; a file that needs more is refused."""
_MOST_ANSWER_BYTES: Final = 64 << 20
_INSTALL: Final = 'install the parts for it: pip install "news-dossier[import]"'
_PROGRAM: Final = __name__.partition(".")[0]
"""What this package is called: `builder` here, `dossier_builder` where it is installed."""
_SMALLER: Final = "open it in its program, and save its text alone as plain text (UTF-8)"


def read_outside(path: Path, encoding: str = "") -> tuple[Found, ...]:
    """Return the articles that a file holds; raises `Unreadable` with the reason in one line and the way out."""
    content = _content(path)
    command = [sys.executable, "-P", "-B", "-m", f"{_PROGRAM}.intake", path.name, encoding]
    home = str(Path(__file__).resolve().parents[2])
    try:
        ended = subprocess.run(
            command,
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "PYTHONPATH": home, "OPENBLAS_NUM_THREADS": "1", "PYTHONIOENCODING": "utf-8"},
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(f"reading it takes more than {SECONDS} seconds", _SMALLER) from None
    return _answered(ended.stdout, ended.returncode)


def _content(path: Path) -> bytes:
    try:
        if not path.is_file():
            kind = "a folder" if path.is_dir() else "a device or pipe" if path.exists() else "not there"
            raise Unreadable(f"it is {kind}", "name a file")
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = fault.strerror if isinstance(fault, OSError) else None
        raise Unreadable(f"it cannot be read: {reason or fault}", "name a file that you may read") from None
    if len(content) > MOST_BYTES:
        raise Unreadable(f"it has more than {MOST_BYTES >> 20} MiB", _SMALLER)
    return content


def _answered(written: bytes, code: int) -> tuple[Found, ...]:
    """Return the finds in an answer; a process that gave none was ended by the system, or broke down."""
    try:
        answer = decode(written[:_MOST_ANSWER_BYTES], type=Answer)
    except (DecodeError, ValidationError):
        if code in (-24, -9):  # SIGXCPU, SIGKILL
            raise Unreadable(f"reading it takes more than {SECONDS} seconds", _SMALLER) from None
        raise Unreadable("the program that reads it broke down over it", _SMALLER) from None
    if answer.reason == "memory":
        raise Unreadable("reading it takes more than 512 MiB of memory", _SMALLER)
    if answer.reason.startswith("lacking:"):
        raise Unreadable(f"the part `{answer.reason.partition(':')[2]}` is not installed", _INSTALL)
    if answer.reason:
        raise Unreadable(answer.reason, answer.fix)
    return answer.found
