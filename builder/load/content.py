"""Finds the files of records in `content/`: one folder per kind, one file per record, the file's name its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from builder.athand import at_hand
from builder.diagnostics import Problems, SourceSpan, did_you_mean
from builder.load.filenames import refuse_second_version, second_version_of
from builder.load.files import MAX_YAML_BYTES, EntryKind, SourceTree, visible
from builder.model.kinds import RECORD_KINDS
from builder.paths import id_fault, propose_id

CONTENT = "content"
DOSSIER_PATH = f"{CONTENT}/dossier.yaml"
_KIND_OF_FOLDER = {one.plural: kind for kind, one in RECORD_KINDS.items()}
_NEAR_SUFFIXES = (".yaml.txt", ".yml.txt", ".md.txt", ".markdown", ".yaml", ".json", ".yml", ".md")
"""Ends of names that mean a record, the longest first."""

_SAME_FORM = {".yaml": (".yaml", ".yml", ".yaml.txt", ".yml.txt"), ".md": (".md", ".md.txt", ".markdown")}
"""Ends of names of files that are written as those of a kind are, so that another name is all they need."""


FileKey = tuple[str, str]
"""The path of a file and the SHA-256 of what it holds."""
IsKnown = Callable[[FileKey], bool]


class RecordFile(Struct, frozen=True):
    """One file of content. What it holds may be read only when it is asked for."""

    kind: str
    record_id: str
    path: str
    written: str | Callable[[], str | None] | None
    sha256: str = ""
    """Of its bytes."""
    is_standing: bool = False
    """Whether its stamp tells that it is as an earlier load read it."""

    @property
    def text(self) -> str | None:
        """What it holds; None where it could not be read as UTF-8, its id is known all the same."""
        return self.written() if callable(self.written) else self.written

    @property
    def key(self) -> FileKey:
        """What its record follows from."""
        return self.path, self.sha256


def record_path(kind: str, record_id: str) -> str:
    """Return where a record is written, from the dossier's root."""
    if kind == "dossier":
        return DOSSIER_PATH
    return f"{CONTENT}/{RECORD_KINDS[kind].plural}/{record_id}{RECORD_KINDS[kind].suffix}"


def kind_and_id(path: str) -> tuple[str, str]:
    """Return which record is written at a path that `record_path` gave."""
    if path == DOSSIER_PATH:
        return "dossier", ""
    _, folder, name = path.split("/")
    kind = _KIND_OF_FOLDER[folder]
    return kind, name.removesuffix(RECORD_KINDS[kind].suffix)


def read_content(
    tree: SourceTree, problems: Problems, known: IsKnown = lambda _key: False
) -> Iterator[RecordFile]:
    """Yield the dossier's own file and then every record by folder and name; stray files are problems.

    A file is not read of which enough is `known`, and whose stamp tells that it is the same.
    """
    top = _top_folder(tree, problems)
    if top is None:
        return
    if top.get("dossier.yaml") is EntryKind.FILE:
        yield _read(tree, problems, known, "dossier", "", DOSSIER_PATH)
    else:
        problems.error(
            "no-dossier",
            "the file content/dossier.yaml is missing",
            SourceSpan(DOSSIER_PATH),
            "write it with at least a line `title: …`",
        )
    for name, entry in visible(top):
        if name in _KIND_OF_FOLDER and entry is EntryKind.FOLDER:
            yield from _read_folder(tree, problems, known, name)
        elif name != "dossier.yaml":
            _refuse_stray(name, entry, problems)


def unread_kinds(tree: SourceTree) -> frozenset[str]:
    """Return the kinds whose folder is there and could not be listed: nobody knows which records they have."""
    return frozenset(
        kind for folder, kind in _KIND_OF_FOLDER.items() if tree.is_unlisted(f"{CONTENT}/{folder}")
    )


def _top_folder(tree: SourceTree, problems: Problems) -> dict[str, EntryKind] | None:
    root = tree.listing("")
    if root is None:
        return None
    entry = root.get(CONTENT)
    if entry is not EntryKind.FOLDER:
        problems.error(
            "no-dossier",
            "the folder `content` is missing here"
            if entry is None
            else f"`content` is a {entry.value}, not a folder",
            SourceSpan(CONTENT),
            "run the command in the folder that holds `content`, or name it with --root",
        )
        return None
    listing = tree.listing(CONTENT)
    return None if listing is None else dict(listing)


def _refuse_stray(name: str, entry: EntryKind, problems: Problems) -> None:
    near = did_you_mean(name, _KIND_OF_FOLDER)
    span = SourceSpan(f"{CONTENT}/{name}")
    if entry is EntryKind.FILE:
        problems.error(
            "stray-file",
            "this file belongs to no kind of record",
            span,
            "rename it to dossier.yaml"
            if name.startswith("dossier.")
            else f"move it into one of the folders {', '.join(_KIND_OF_FOLDER)}, or out of content",
        )
    elif entry is EntryKind.FOLDER:
        problems.error(
            "unknown-folder",
            "there is no kind of record with this folder's name",
            span,
            f"rename the folder to `{near}`" if near else f"the folders are {', '.join(_KIND_OF_FOLDER)}",
        )
    else:
        _refuse_odd(span, entry, problems)


def _refuse_odd(span: SourceSpan, entry: EntryKind, problems: Problems) -> None:
    problems.error(
        "not-a-plain-file",
        f"this is a {entry.value}; content holds plain files and folders only",
        span,
        "put the file itself there; links are not followed",
    )


def _read_folder(tree: SourceTree, problems: Problems, known: IsKnown, folder: str) -> Iterator[RecordFile]:
    kind = _KIND_OF_FOLDER[folder]
    suffix = RECORD_KINDS[kind].suffix
    listing = tree.listing(f"{CONTENT}/{folder}")
    for name, entry in visible(listing or {}):
        path = f"{CONTENT}/{folder}/{name}"
        first = second_version_of(name, suffix, listing or {}) if entry is EntryKind.FILE else None
        if first is not None and name.endswith(suffix):
            refuse_second_version(path, first, is_there=first in (listing or {}), problems=problems)
        elif entry is EntryKind.FILE and name.endswith(suffix):
            with at_hand(path):
                record_id = name.removesuffix(suffix)
                _check_name(kind, record_id, path, listing or {}, problems)
                record = _read(tree, problems, known, kind, record_id, path)
            yield record
        elif entry is EntryKind.FILE:
            _refuse_suffix(path, suffix, listing or {}, problems)
        elif entry is EntryKind.FOLDER:
            problems.error(
                "nested-folder",
                "a folder inside the folder of a kind is not read",
                SourceSpan(path),
                f"move its files up into {CONTENT}/{folder}",
            )
        else:
            _refuse_odd(SourceSpan(path), entry, problems)


def _refuse_suffix(path: str, suffix: str, listing: Mapping[str, EntryKind], problems: Problems) -> None:
    name = path.rpartition("/")[2]
    near = next((near for near in _NEAR_SUFFIXES if name.lower().endswith(near)), None)
    problems.error(
        "wrong-extension",
        f"the files of this folder end in `{suffix}`",
        SourceSpan(path),
        _new_name(name[: -len(near)], suffix, listing) if near else "move it out of content",
        moved_to=_moved_to(path, name[: -len(near)], suffix, listing) if near in _SAME_FORM[suffix] else "",
    )


def _moved_to(path: str, stem: str, suffix: str, listing: Mapping[str, EntryKind]) -> str:
    """Return where a file belongs whose name is none for a record; nothing where that is not clear."""
    proposal = propose_id(stem)
    is_free = proposal and not id_fault(proposal) and f"{proposal}{suffix}" not in listing
    return f"{path.rpartition('/')[0]}/{proposal}{suffix}" if is_free else ""


def _check_name(
    kind: str, record_id: str, path: str, listing: Mapping[str, EntryKind], problems: Problems
) -> None:
    fault = id_fault(record_id)
    if fault:
        problems.error(
            "bad-file-name",
            f"the file's name is the record's id, and {fault}"
            if fault.startswith(("it ", "the "))
            else f"the file's name is the record's id: {fault}",
            SourceSpan(path),
            _new_name(record_id, RECORD_KINDS[kind].suffix, listing),
            moved_to=_moved_to(path, record_id, RECORD_KINDS[kind].suffix, listing),
        )


def _new_name(stem: str, suffix: str, listing: Mapping[str, EntryKind]) -> str:
    """Say what to call a file whose name is none for a record."""
    proposal = propose_id(stem)
    if not proposal or id_fault(proposal):
        return f"rename it, such as `flood-of-2015{suffix}`"
    if f"{proposal}{suffix}" in listing:
        return (
            f"`{proposal}{suffix}` is there already: keep one of the two, or give this one a name of its own"
        )
    return f"rename it to {proposal}{suffix}"


def _read(
    tree: SourceTree,
    problems: Problems,
    known: IsKnown,
    kind: str,
    record_id: str,
    path: str,
) -> RecordFile:
    digest = tree.standing(path)
    if digest is not None and known((path, digest)):
        return RecordFile(kind, record_id, path, partial(_read_again, tree, path), digest, is_standing=True)
    content = tree.read(path, MAX_YAML_BYTES)
    text = None if content is None else decode_utf8(content, path, problems)
    sha256 = "" if content is None else tree.digest(path)
    return RecordFile(kind, record_id, path, text, sha256, is_standing=sha256 == digest)


def _read_again(tree: SourceTree, path: str) -> str | None:
    """Return what a file held when its record was made; only to show it, so nothing of one that has just changed."""
    try:
        return tree.again(path).decode("utf-8")
    except OSError:
        return None


def decode_utf8(content: bytes, path: str, problems: Problems) -> str | None:
    """Return the text of a file of content, or None (and a problem with line and column)."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line, column = place_of_bad_byte(content, fault.start)
        problems.error(
            "not-utf-8",
            f"{encoding_fault(content, fault.start)}",
            SourceSpan(path, line, column, line, column + 1),
            "save the file as UTF-8",
        )
        return None


def encoding_fault(content: bytes, offset: int) -> str:
    """Say what is wrong with bytes that are not UTF-8 at `offset`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file is saved as UTF-16"
    return f"the byte 0x{content[offset]:02X} is not UTF-8"


def place_of_bad_byte(content: bytes, offset: int) -> tuple[int, int]:
    """Return line and column, from 1, of the first byte that is not UTF-8; columns count code points."""
    before = content[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    return before.count(b"\n") + 1, len(before[line_start:].decode("utf-8", "surrogatepass")) + 1
