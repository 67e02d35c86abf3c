"""What lets readers on the web keep the dossier on their device: a worker, and which files are the edition.

The edition is named by the SHA-256 of the list of its files, and the list has that of each file: what a reader saves is
one edition, whole, or nothing. Why, and what the worker may do: docs/decisions/0017-saved-editions.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from pathlib import Path

from builder.output.nextsite import NextSite
from builder.pack import DISK_INDEX, FOR_SERVERS
from builder.render.assets import worker
from builder.wording import language, say

WORKER = "sw.js"
FOLDER = "saving"
EDITION, FILES = f"{FOLDER}/edition.json", f"{FOLDER}/files.json"
_SPECIAL = (".", "_")
"""How names begin that some servers keep to themselves."""


def add_saving(
    generation: NextSite, folders: tuple[Path, ...], without: frozenset[str], *, is_offered: bool
) -> None:
    """Give the generation, which is complete but for this, its worker and the edition, `without` some of its paths.

    Where saving is not offered, only a worker that takes its own leave: one that readers have would stay for ever.
    """
    if not is_offered:
        generation.write(WORKER, worker(folders, "farewell.js"))
        return
    files = [each for each in generation.listing() if each[0] not in without and _is_saved(each[0])]
    told = _json({"files": [[path, digest] for path, _, digest in files]})
    edition = sha256(told).hexdigest()
    size = sum(size for _, size, _ in files)
    generation.write(FILES, told)
    generation.write(EDITION, _json({"edition": edition, "files": len(files), "bytes": size}))
    only_online = json.dumps(_only_online())
    generation.write(WORKER, worker(folders, "keep.js") + f"onlyOnline({only_online});\n".encode("ascii"))


def is_for_saving(path: str) -> bool:
    """Whether a file of the site is one of these."""
    return path in (WORKER, EDITION, FILES)


def _is_saved(path: str) -> bool:
    """Whatever pages lead to or ask for over the web."""
    parts: Iterable[str] = path.split("/")
    return (
        path not in FOR_SERVERS
        and not path.startswith(DISK_INDEX)
        and not any(part.startswith(_SPECIAL) for part in parts)
    )


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _only_online() -> str:
    words = say("This page is not kept on this device, and there is no connection.")
    return (
        f'<!doctype html><html lang="{escape(language())}"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(words)}</title><p>{escape(words)}</p></html>"
    )
