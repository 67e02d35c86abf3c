"""`dossier code`: begins a second reading that sees nothing of the first, or says how far it has come."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, NoReturn

from builder.arguments import EXIT_USAGE
from builder.commands.telling import EXIT_CONTENT
from builder.console import as_typed, say

if TYPE_CHECKING:
    from builder.editing.coding import ToRead
    from builder.load import Loaded
    from builder.model.library import Library

_MOST_SHOWN = 20


def run(asked: Namespace) -> None:
    """Write `content/codings/ID.yaml`, or tell of the one that is there; ends with 1 or 2 where nothing can be read."""
    from builder.analysis import analyse
    from builder.editing.coding import to_read
    from builder.load import load_dossier
    from builder.model.base import CodingId

    reader, coding_id = _reader(asked)
    loaded = load_dossier(asked.root.resolve())
    library = loaded.library
    if library is None or loaded.has_errors:
        _end(
            EXIT_CONTENT,
            "The dossier has mistakes, so nobody knows all that is to be read.",
            "run `dossier check`",
        )
    chosen = frozenset(asked.claim)
    _refuse_unknown(library, chosen)
    wanted = to_read(library, analyse(library, compare=False), reader, chosen)
    if CodingId(coding_id) in library.codings:
        _tell_begun(loaded, library, reader, coding_id, wanted)
    elif not wanted:
        fix = "add `coded: {by: …, date: …, articles: […]}` to a claim that somebody else has read"
        _end(EXIT_CONTENT, f"No claim has a first reading that is not by {reader}.", fix)
    else:
        _write(asked, library, reader, coding_id, wanted)


def _reader(asked: Namespace) -> tuple[str, str]:
    """Return the name and the id of the file, made from the name where it is not given."""
    from builder.model.coding import Coding
    from builder.paths import id_fault, propose_id

    reader = " ".join(as_typed(asked.reader).split())
    coding_id = asked.id or propose_id(reader)
    fault = id_fault(coding_id)
    if fault:
        named = (
            f"`{coding_id}` cannot be the name of a file: {fault}."
            if asked.id
            else f"No id follows from {reader!r}."
        )
        _end(EXIT_USAGE, named, "give one with --id, such as `--id second-reader`")
    try:
        Coding.model_validate({"id": coding_id, "by": reader, "date": "2000"})
    except ValueError:
        _end(EXIT_USAGE, f"{reader!r} is no name that can sign.", "type it in letters that are seen")
    return reader, coding_id


def _refuse_unknown(library: Library, chosen: frozenset[str]) -> None:
    from builder.diagnostics import did_you_mean

    for claim in sorted(chosen - library.claims.keys()):
        near = did_you_mean(claim, library.claims)
        fix = f"write `{near}`" if near else "write the name of a file in content/claims/, without `.yaml`"
        _end(EXIT_USAGE, f"There is no claim `{claim}`.", fix)
    for claim in sorted(
        each for each in library.claims if each in chosen and library.claims[each].coded is None
    ):
        _end(
            EXIT_CONTENT,
            f"Nobody signs which articles were read for `{claim}`.",
            f"add `coded: {{by: …, date: …, articles: […]}}` to content/claims/{claim}.yaml",
        )


def _write(asked: Namespace, library: Library, reader: str, coding_id: str, wanted: ToRead) -> None:
    from builder.editing.coding import MOST_PLACES, coding_file
    from builder.load.clock import today
    from builder.output.refusal import OutputRefused
    from builder.output.sources import create_source

    places = sum(map(len, wanted.values()))
    if places > MOST_PLACES:
        told = f"There are {places:,} places to read, and one file takes {MOST_PLACES:,} at most."
        _end(EXIT_USAGE, told, "choose claims with --claim, and give the file an --id")
    path = asked.root / "content" / "codings" / f"{coding_id}.yaml"
    try:
        create_source(path, coding_file(library, reader, today(), wanted).encode())
    except OutputRefused as refused:
        _end(EXIT_CONTENT, f"{refused.message}.", refused.hint)
    say(
        f"Wrote content/codings/{coding_id}.yaml: {_counted(places, 'place')} in {_counted(len(wanted), 'claim')}, each"
        " `open`.\n"
        "Read the texts that it names, and write one of the words at its top in the place of each `open`.\n"
        "Leave content/claims/ closed until then. After that `dossier check` names every place where the two readings\n"
        "have other words, and each is decided together."
    )


def _tell_begun(loaded: Loaded, library: Library, reader: str, coding_id: str, wanted: ToRead) -> None:
    from builder.editing.coding import begun
    from builder.model.base import CodingId

    coding = library.codings[CodingId(coding_id)]
    file = f"content/codings/{coding_id}.yaml"
    if coding.by != reader:
        fix = "write the whole name, or give the file another name with --id"
        _end(EXIT_USAGE, f"{file} is the second reading of {coding.by}, not of {reader}.", fix)
    found = begun(coding, loaded.places, wanted)
    say(f"{file} is there and stays as it is: {found.judged:,} judged, {len(found.open):,} open.")
    _tell_some(found.open)
    if found.lacking:
        say(f"It could have {_counted(len(found.lacking), 'place')} more; paste at its end:")
        _tell_some(found.lacking)


def _tell_some(lines: tuple[str, ...]) -> None:
    for line in lines[:_MOST_SHOWN]:
        say(line)
    if len(lines) > _MOST_SHOWN:
        say(f"… and {len(lines) - _MOST_SHOWN:,} more")


def _counted(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _end(code: int, told: str, fix: str) -> NoReturn:
    say(f"{told}\n  fix: {fix}", to_error=True)
    sys.exit(code)
