"""Names of files that say more: second versions that a program made, and names that other systems take for one.

A synchroniser that meets two versions of a file keeps both, the second under a name of its own making. Taken for a
record of its own it would be born a second time.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.files import EntryKind, SourceTree, visible
from builder.paths import id_fault
from builder.regexes import regex

_CONFLICT = "conflict|konflikt|conflit|conflitto|conflicto|konfliktn|конфликт|競合|冲突|衝突"
_COPY = "copy|copia|copie|cópia|kopie|kopi|kopia|kopija|копия|копија|コピー|副本"
_SECOND = tuple(
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<name>.+?)[ _.-]*\([^()]*(?:{_CONFLICT})[^()]*\)",  # Dropbox, Nextcloud, Box
        r"(?P<name>.+?)\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
        r"(?P<name>.+?)_conflict-\d{8}-\d{6}",  # ownCloud
        rf"(?P<name>.+?)(?: [-–—] |_| )(?:{_COPY})(?: ?\(?\d+\)?)?",  # Windows, macOS
        rf"(?:{_COPY}) (?:of|von|de|di|av|af|van) (?P<name>.+)",
        r"(?P<name>.+?) ?[(\[]\d{1,3}[)\]]",  # downloads
        r"(?P<name>.+?) \d{1,2}",  # iCloud
    )
)
_OF_A_MACHINE = regex(r"(?P<name>.+?)-(?:DESKTOP|LAPTOP|PC|MacBook)[\w-]*", re.IGNORECASE)
"""OneDrive adds the name of the computer: told only where the file without it is there too."""


def second_version_of(name: str, suffix: str, listing: Mapping[str, EntryKind]) -> str | None:
    """Return the file that `name` is a second version of, by its name; None where it looks like no such version.

    `suffix` ends both names; `listing` is the folder they stand in.
    """
    stem = name.removesuffix(suffix)
    for pattern in _SECOND:
        match = pattern.fullmatch(stem)
        if match:
            return match["name"].strip() + suffix
    match = _OF_A_MACHINE.fullmatch(stem)
    first = f"{match['name']}{suffix}" if match else ""
    return first if first in listing else None


def refuse_second_version(path: str, first: str, *, is_there: bool, problems: Problems) -> None:
    """Tell that a file is a second version of `first`, a name in the same folder."""
    folder = path.rpartition("/")[0]
    problems.error(
        "second-version",
        f"a program, such as one that synchronises files, made this second version of `{first}`; it is not read",
        SourceSpan(path),
        f"keep what is right in `{first}` and delete this file" if is_there else f"rename it to {first}",
        (Related(SourceSpan(f"{folder}/{first}"), "the other version"),) if is_there else (),
        moved_to="" if is_there or id_fault(first.rpartition(".")[0]) else f"{folder}/{first}",
    )


def refuse_placeholder(span: SourceSpan, name: str, problems: Problems) -> None:
    """Tell that iCloud keeps a file elsewhere and has left a placeholder for it."""
    problems.error(
        "not-downloaded",
        f"iCloud keeps `{name}` on its servers; only a placeholder is on this disk",
        span,
        f"download {name} (in the Finder: Download Now), or keep the dossier out of iCloud Drive",
    )


def check_twins(tree: SourceTree, folders: Iterable[str], problems: Problems) -> None:
    """Tell files of one folder whose names are one to Windows or macOS: capitals and forms of accents do not count."""
    for folder in sorted(folders):
        first: dict[str, str] = {}
        for name, kind in visible(tree.listing(folder) or {}):
            if kind is not EntryKind.FILE:
                continue
            twin = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
            if twin != name:
                problems.error(
                    "names-alike",
                    f"on Windows and macOS this file and `{twin}` are one: "
                    f"their names differ in {_difference(name, twin)}",
                    SourceSpan(f"{folder}/{name}"),
                    "rename one of the two, and where it is named",
                    (Related(SourceSpan(f"{folder}/{twin}"), "the other file"),),
                )


def _difference(name: str, twin: str) -> str:
    same_form = unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", twin)
    return "how accents are written (composed or apart)" if same_form else "capitals only"
