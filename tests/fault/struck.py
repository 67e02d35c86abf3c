"""Runs the real command with a fault at the n-th of some calls, and tells on a pipe whether it was reached.

`python -m tests.fault.struck PIPE WHAT AT CALL,CALL once|for-good build --root DIR`; with `count` for WHAT it tells
instead how often each call was made.
"""

from __future__ import annotations

import atexit
import io
import json
import os
import runpy
import sys
from collections import Counter
from collections.abc import Callable
from typing import NoReturn

from tests.fault.toy_build import EVERY_OPERATION, Fault


def main(pipe: str, what: str, at: str, calls: str, how_long: str, *command: str) -> None:
    tell, say = os.write, int(pipe)  # taken before a fault stands in for it
    if what == "count":
        counts = Counter[str]()
        for module, name in EVERY_OPERATION:
            setattr(module, name, counted(getattr(module, name), name, counts))
        at_the_end(lambda: tell(say, json.dumps(counts).encode()))
    else:
        fault = Fault(what, int(at), tuple(calls.split(",")), how_long == "for-good")
        reached = fault.install(EVERY_OPERATION)
        at_the_end(lambda: tell(say, b"reached") if reached() else 0)
    sys.argv = ["dossier", *command]
    runpy.run_module("builder", run_name="__main__")


def at_the_end(tell: Callable[[], object]) -> None:
    """Tell when the command ends, also where it ends at once."""
    end = os._exit

    def ended(code: int) -> NoReturn:
        tell()
        end(code)

    os._exit = ended
    atexit.register(tell)


def counted(real, name, counts):  # type: ignore[no-untyped-def]
    def call(*arguments, **options):  # type: ignore[no-untyped-def]
        counts[name if real is not io.open else "io.open"] += 1
        return real(*arguments, **options)

    return call


if __name__ == "__main__":
    main(*sys.argv[1:])
