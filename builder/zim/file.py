"""Makes the ZIM by `zimwriterfs`, a program of zim-tools, from a copy of the site without what only servers read.

Both forms of the search index go along: Kiwix on a server reads the one for the web, its apps may only load scripts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from builder import __version__
from builder.output.archive import filled_by_program, held_site, read_held
from builder.output.destination import Destination
from builder.output.refusal import OutputRefused
from builder.pack import FOR_SAVING, FOR_SERVERS, Packed, without_saving
from builder.zim.illustration import illustration

PROGRAM: Final = "zimwriterfs"
PACKAGE: Final = "zim-tools"
OWN: Final = b"ZIM\x04"
"""How every ZIM begins."""
ILLUSTRATION: Final = "assets/illustration-48.png"
MOST_TITLE, MOST_DESCRIPTION = 30, 80
"""Signs that a library of ZIM files takes; the whole is told by the first page."""


class About(Struct, frozen=True):
    """What a library of ZIM files tells of the dossier; `language` is a code of three letters, `source` its address."""

    title: str
    description: str
    creator: str
    language: str
    name: str
    source: str | None


def require_program() -> str:
    """Return where `zimwriterfs` is; raises `OutputRefused` where it is not installed."""
    places = os.environ.get("PATH", os.defpath).split(os.pathsep)
    found = (shutil.which(os.path.join(place, PROGRAM)) for place in places if os.path.isabs(place))
    program = next(filter(None, found), None)
    if program is None:
        raise OutputRefused(
            f"`{PROGRAM}`, which makes ZIM files, is not installed here",
            f"install the package {PACKAGE} (Debian, Ubuntu: apt-get install {PACKAGE})",
        )
    return program


def write_zim(
    place: Destination, out: Path, about: About, without: frozenset[str], on_wait: Callable[[], None]
) -> Packed:
    """Write the published site, `without` some of its paths, as one ZIM.

    Raises `OutputRefused` where there is no site, where the program is missing or fails, where something else stands at
    `out`, and when the disk refuses; a former file then stays.
    """
    program = require_program()
    if out.resolve().is_relative_to(place.out):
        raise OutputRefused(f"{out} lies in the site itself", "choose another place")
    with filled_by_program(out, OWN) as staged:
        with held_site(place, on_wait) as published:
            paths = [path for path in published if path not in without and not _stays_behind(path)]
            for path in paths:
                staged.add(path, without_saving(path, read_held(place, path)))
        staged.add(ILLUSTRATION, illustration())
        _run([program, *_arguments(about), staged.folder, staged.result])
    return Packed(out, len(paths), out.stat().st_size)


def _stays_behind(path: str) -> bool:
    return path.startswith((".", FOR_SAVING)) or path in FOR_SERVERS


def _arguments(about: About) -> Iterator[str]:
    yield "--welcome=index.html"
    yield f"--illustration={ILLUSTRATION}"
    yield f"--language={about.language}"
    yield f"--title={shortened(about.title, MOST_TITLE)}"
    yield f"--description={shortened(about.description, MOST_DESCRIPTION)}"
    yield f"--creator={about.creator}"
    yield f"--publisher={about.creator}"
    yield f"--name={about.name}"
    yield f"--scraper=dossier {__version__}"
    yield "--threads=1"  # several finish in another order each time
    if about.source:
        yield f"--source={about.source}"


def shortened(words: str, most: int) -> str:
    """Return words in at most so many signs, cut between two words and marked where any are missing."""
    if len(words) <= most:
        return words
    cut = words[: most - 1]
    whole = cut if words[most - 1] == " " else cut.rpartition(" ")[0]
    return f"{(whole or cut).rstrip(' ,;:.')}…"


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
        )
    except OSError as fault:
        raise OutputRefused(
            f"`{PROGRAM}` cannot be started: {fault.strerror}", f"install {PACKAGE} again"
        ) from fault
    if done.returncode:
        lines = done.stdout.decode("utf-8", "replace").strip().splitlines() or ["it does not say why"]
        raise OutputRefused(
            f"`{PROGRAM}` failed: {lines[-1]}", "free some space, or see its words with a newer version"
        )
