"""`dossier new KIND`: begins a record, asking only what neither the options nor the text of an article say."""

from __future__ import annotations

import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from builder.arguments import EXIT_USAGE
from builder.commands.telling import EXIT_CONTENT
from builder.console import as_typed, say


def run(asked: Namespace) -> None:
    """Write one new record, with the text of an article and the outlet and topics that are missing.

    Ends the process with 1 where a check would refuse it or the disk does, and with 2 where an answer is missing.
    """
    from builder.diagnostics import did_you_mean
    from builder.editing.beginnings import KINDS, Beginning, CannotBegin
    from builder.load import load_dossier

    if asked.kind not in KINDS:
        near = did_you_mean(asked.kind, KINDS)
        hint = f"did you mean `{near}`?" if near else f"the kinds are {', '.join(KINDS)}"
        _end(f"there is no kind `{asked.kind}`; {hint}", EXIT_USAGE)
    root = asked.root.resolve()
    library = load_dossier(root, with_drafts=True).library
    if library is None:
        _end("content/dossier.yaml cannot be read; `dossier check` says why.")
    typed = dict(_pair(each) for each in asked.set)
    begun = Beginning(root, library, asked.kind, typed, _ask if _is_somebody_there(asked) else None)
    try:
        begun.begin(
            name=as_typed(asked.name or ""),
            record_id=asked.id,
            text=_text(asked.text),
            outlet=as_typed(asked.outlet or ""),
            published=asked.published or "",
            topics=[as_typed(each) for each in asked.topic],
        )
    except CannotBegin as fault:
        _end(str(fault), EXIT_USAGE if fault.is_usage else EXIT_CONTENT)
    _write(root, begun.files)
    for note in begun.notes:
        say(note, to_error=True)


def _write(root: Path, files: dict[str, bytes]) -> None:
    from builder.output.refusal import OutputRefused
    from builder.output.sources import create_source

    for path, content in files.items():
        try:
            create_source(root / path, content)
        except OutputRefused as refused:
            _end(f"{refused.message}\n  = fix: {refused.hint}")
        say(f"new: {path}")


def _text(named: str | None) -> bytes | None:
    if named is None:
        return None
    if named == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(named).read_bytes()
    except OSError as fault:
        _end(f"{named} cannot be read: {fault.strerror}", EXIT_USAGE)


def _pair(typed: str) -> tuple[str, str]:
    key, sign, value = as_typed(typed).partition("=")
    if not sign or not key.strip() or not value.strip():
        _end(f"--set {typed}: write key=value", EXIT_USAGE)
    return key.strip(), value.strip()


def _is_somebody_there(asked: Namespace) -> bool:
    """Whether somebody is there to answer: at a terminal that the text does not come from."""
    return asked.text != "-" and sys.stdin.isatty() and sys.stdout.isatty()


def _ask(question: str, default: str) -> str:
    say(f"{question}{f' [{default}]' if default else ''}: ", end="")
    with suppress(EOFError):
        return as_typed(input().strip()) or default
    return default


def _end(words: str, code: int = EXIT_CONTENT) -> NoReturn:
    say(words, to_error=True)
    sys.exit(code)
