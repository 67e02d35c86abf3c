"""The process that reads one file from outside: bytes in, an answer in JSON out, and no way to anything else.

It is begun by `editing.importing` with the file's name and, where the editor says one, its encoding. A hook that Python
does not let anybody take out again refuses every connection, every program and every file to write; the system bounds
memory, processor time and files.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from builder.regexes import regex

MEMORY_BYTES = 512 << 20
SECONDS = 20
_REFUSED = regex(
    r"socket\.|subprocess\.|os\.(?:exec|spawn|posix_spawn|fork|system|remove|rename|mkdir|rmdir|link|symlink|truncate|startfile)|shutil\.|ctypes\.dlopen|urllib\.|ftplib\.|smtplib\.|http\.client"
)


def main() -> None:
    """Read standard input whole and answer on standard output."""
    _bound()
    content = sys.stdin.buffer.read()
    from builder.intake.found import MOST_PROBLEM_CHARS, Answer, Unreadable
    from builder.intake.reading import read_file

    _load_parts(content)
    sys.addaudithook(_refuse)
    name, encoding = sys.argv[1], sys.argv[2]
    try:
        answer = Answer(read_file(content, name, encoding))
    except Unreadable as refused:
        answer = Answer(reason=refused.reason[:MOST_PROBLEM_CHARS], fix=refused.fix)
    except ImportError as lacking:
        answer = Answer(reason=f"lacking:{(lacking.name or '').partition('.')[0]}")
    except MemoryError:
        answer = Answer(reason="memory")
    except RecursionError:
        answer = Answer(
            reason="it is nested too deep",
            fix="open it in a browser, copy its text into a .txt file, and import that",
        )
    from msgspec.json import encode

    sys.stdout.buffer.write(encode(answer))


def _bound() -> None:
    with suppress(ImportError):  # Windows has no such bounds; there the caller's clock alone ends it
        import resource

        for what, most in (
            (resource.RLIMIT_AS, MEMORY_BYTES),
            (resource.RLIMIT_CPU, SECONDS),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with suppress(ValueError, OSError):
                resource.setrlimit(what, (most, most))


def _load_parts(content: bytes) -> None:
    """Load what would be refused later: a library of the system, and parts that make a socket when they are loaded."""
    with suppress(ImportError):
        if content.startswith(b"%PDF-"):
            import pypdfium2  # noqa: F401
        else:
            import trafilatura  # noqa: F401


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        mode, flags = str(arguments[1] or ""), arguments[2]
        writes = any(sign in mode for sign in "wax+") or (
            isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR))
        )
        if writes and arguments[0] != os.devnull:
            raise PermissionError("a file from outside may write nothing")
    elif _REFUSED.match(event):
        raise PermissionError(f"a file from outside may not do that: {event}")


if __name__ == "__main__":
    main()
