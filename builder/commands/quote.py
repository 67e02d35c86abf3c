"""`dossier quote`: finds words in the stored texts and prints, or adds to a claim, the YAML that quotes them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Collection
from typing import TYPE_CHECKING, NoReturn

from builder.arguments import EXIT_USAGE
from builder.commands.telling import EXIT_CONTENT
from builder.console import as_typed, say

if TYPE_CHECKING:
    from builder.editing.quote import Found
    from builder.model.library import Library


def run(asked: Namespace) -> None:
    """Print the places of the words asked for, or add the one that is meant to a claim.

    Ends the process with 1 where there is none or, for a claim, more than one, and with 2 where the options do not fit.
    """
    from builder.editing.quote import MOST_SHOWN, find_near, find_quotes
    from builder.load import load_dossier

    if (asked.claim is None) != (asked.stance is None):
        _end("--claim and --stance go together", EXIT_USAGE)
    library = load_dossier(asked.root.resolve(), with_drafts=True).library
    if library is None:
        _end("content/dossier.yaml cannot be read; `dossier check` says why.")
    _know("article", asked.article, library.texts)
    _know("claim", asked.claim, library.claims)
    _know_speaker(asked.attributed_to, library)
    if asked.claim is not None:
        _know("position", asked.position, library.claims[asked.claim].positions)
    wanted = as_typed(" ".join(asked.words))
    found = find_quotes(library, wanted, asked.article) or find_near(library, wanted, asked.article)
    for each in found[:MOST_SHOWN]:
        say("\n".join(part for part in (each.heading, each.yaml) if part) + "\n")
    if len(found) > MOST_SHOWN:
        say(f"{len(found) - MOST_SHOWN:,} more; give more words to tell them apart.", to_error=True)
    if not found:
        _end("These words stand in no text, nor anything like them.")
    if asked.claim is not None:
        _add(asked, library, found)


def _know(kind: str, typed: str | None, known: Collection[str]) -> None:
    """End the process where an id was typed that no record has."""
    from builder.diagnostics import did_you_mean

    if typed is not None and typed not in known:
        near = did_you_mean(typed, known)
        _end(
            f"there is no {kind} `{typed}` that could be read" + (f"; did you mean `{near}`?" if near else "")
        )


def _know_speaker(typed: str | None, library: Library) -> None:
    """End the process where a text would be on the word of somebody who has no record."""
    known = {*library.entities, *library.outlets}
    if typed is None or typed == "unstated" or typed.startswith("{") or typed in known:
        return
    from builder.diagnostics import did_you_mean

    near = did_you_mean(typed, known)
    hint = (
        f"did you mean `{near}`?"
        if near
        else f"make it with `dossier new entity {typed}`, or write `unstated`"
    )
    _end(f"there is no entity and no outlet `{typed}`; {hint}")


def _add(asked: Namespace, library: Library, found: tuple[Found, ...]) -> None:
    from builder.editing.appearance import Asked, with_appearance
    from builder.load.content import record_path
    from builder.output.refusal import OutputRefused
    from builder.output.sources import replace_source
    from builder.report import format_diagnostics

    if len(found) > 1 and found[0].is_exact:
        _end("Nothing was added: these words stand more than once. Give more of them, or --article.")
    if not found[0].is_exact:
        _end("Nothing was added: these are not the same words. Copy those that you mean from above.")
    if not found[0].words:
        _end(f"Nothing was added: {found[0].remark}.")
    path = record_path("claim", asked.claim)
    was = (asked.root / path).read_bytes()
    said = Asked(asked.stance, asked.position or "", asked.attributed_to or "", asked.note or "")
    text, problems = with_appearance(was.decode(), asked.claim, found[0], said)
    if problems:
        say(format_diagnostics(problems, lambda _: text), end="")
        _end("Nothing was added.")
    try:
        replace_source(asked.root / path, was=was, content=text.encode())
    except OutputRefused as refused:
        _end(f"{refused.message}\n  = fix: {refused.hint}")
    say(f"Added to {path}; `dossier check` reads the claim anew.", to_error=True)


def _end(words: str, code: int = EXIT_CONTENT) -> NoReturn:
    say(words, to_error=True)
    sys.exit(code)
