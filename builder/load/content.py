"""Finds the files of records in `content/`: one folder per kind, one file per record, the file's name its id."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from functools import partial

from msgspec import Struct

from builder.athand import at_hand
from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.encodings import decode_utf8
from builder.load.filenames import refuse_placeholder, refuse_second_version, second_version_of
from builder.load.files import MAX_YAML_BYTES, EntryKind, SourceTree, visible
from builder.load.misplaced import kind_of_folder, kinds_of_text
from builder.load.notplain import binary_format
from builder.model.kinds import RECORD_KINDS
from builder.paths import id_fault, propose_id
from builder.regexes import regex

CONTENT = "content"
DOSSIER_PATH = f"{CONTENT}/dossier.yaml"
_KIND_OF_FOLDER = {one.plural: kind for kind, one in RECORD_KINDS.items()}
_MEANS_DOSSIER = regex(r"doss?ier\.?(?:ya?ml)?(?:\.txt)?", re.IGNORECASE)
_NOT_DOWNLOADED = regex(r"\.(?P<name>.+)\.icloud")
_MAY_BE_TEXT = regex(r"^[^.]+$|\.(?:txt|text)$", re.IGNORECASE)
_IMPORTED = regex(r"\.(?:docx|pdf|html?|mhtml|ris|bib|csv|json)$", re.IGNORECASE)
"""What `dossier import` reads."""
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


class _Reader(Struct, frozen=True):
    """Where files are read, who is told of mistakes, and what of them is known."""

    tree: SourceTree
    problems: Problems
    known: IsKnown

    def read(self, kind: str, record_id: str, path: str) -> RecordFile:
        """Read the file of a record, unless enough of it is known."""
        digest = self.tree.standing(path)
        if digest is not None and path == record_path(kind, record_id) and self.known((path, digest)):
            written = partial(_read_again, self.tree, path)
            return RecordFile(kind, record_id, path, written, digest, is_standing=True)
        content = self.tree.read(path, MAX_YAML_BYTES)
        text = None if content is None else decode_utf8(content, path, self.problems)
        sha256 = "" if content is None else self.tree.digest(path)
        return RecordFile(kind, record_id, path, text, sha256, is_standing=sha256 == digest)


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

    A file under a wrong name or in a wrong place is told and yielded as the record that it is meant to be. A file of
    which enough is `known`, and whose stamp tells that it is the same, is not read.
    """
    top = _top_folder(tree, problems)
    if top is None:
        return
    reader = _Reader(tree, problems, known)
    own = _own_file(top, problems)
    if own:
        yield reader.read("dossier", "", f"{CONTENT}/{own}")
    for name, entry in visible(top):
        if name in _KIND_OF_FOLDER and entry is EntryKind.FOLDER:
            yield from _read_folder(reader, name, _KIND_OF_FOLDER[name])
        elif name != own:
            yield from _read_stray(reader, name, entry, top)


def _own_file(top: Mapping[str, EntryKind], problems: Problems) -> str:
    """Return the name of the dossier's own file; nothing (and a problem) where there is none."""
    if top.get("dossier.yaml") is EntryKind.FILE:
        return "dossier.yaml"
    files = [name for name, entry in visible(top) if entry is EntryKind.FILE]
    near = next((name for name in files if _MEANS_DOSSIER.fullmatch(name)), "")
    problems.error(
        "no-dossier",
        "the dossier's own file is called dossier.yaml"
        if near
        else "the file content/dossier.yaml is missing",
        SourceSpan(f"{CONTENT}/{near}" if near else DOSSIER_PATH),
        "rename it to dossier.yaml"
        if near
        else "write it with at least a line such as `title: The flood in the valley`",
        moved_to=DOSSIER_PATH if near else "",
    )
    return near


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


def _read_stray(
    reader: _Reader, name: str, entry: EntryKind, top: Mapping[str, EntryKind]
) -> Iterator[RecordFile]:
    problems = reader.problems
    span = SourceSpan(f"{CONTENT}/{name}")
    if entry is EntryKind.FILE:
        yield from _read_beside_folders(reader.tree, problems, name)
    elif entry is EntryKind.FOLDER:
        kind = kind_of_folder(name)
        folder = RECORD_KINDS[kind].plural if kind else ""
        is_there = any(other == folder for other in top)
        problems.error(
            "unknown-folder",
            "there is no kind of record with this folder's name",
            span,
            f"the folders are {', '.join(_KIND_OF_FOLDER)}"
            if not kind
            else f"move its files to {CONTENT}/{folder}"
            if is_there
            else f"rename the folder to `{folder}`",
        )
        if kind:
            taken = reader.tree.listing(f"{CONTENT}/{folder}") or {} if is_there else {}
            yield from _read_folder(reader, name, kind, taken)
    else:
        _refuse_odd(span, entry, problems)


def _read_beside_folders(tree: SourceTree, problems: Problems, name: str) -> Iterator[RecordFile]:
    """Tell a file beside the folders of `content`, with the folder in which it belongs where its keys say so."""
    path = f"{CONTENT}/{name}"
    record_id = propose_id(name.removesuffix(".yaml"))
    text = _text_at_hand(tree, path) if name.endswith(".yaml") else None
    kinds = kinds_of_text(text, path) if text and not id_fault(record_id) else ()
    homes = [record_path(kind, record_id) for kind in kinds]
    is_free = not any(home.rpartition("/")[2] in (tree.listing(_folder(home, tree)) or {}) for home in homes)
    problems.error(
        "stray-file",
        f"by its keys this is the record of {' or '.join(map(_a, kinds))}, and it stands beside the folders"
        if kinds
        else "this file belongs to no kind of record",
        SourceSpan(path),
        f"move it to {' or '.join(homes)}"
        if kinds and is_free
        else f"move it into one of the folders {', '.join(_KIND_OF_FOLDER)}, or out of content",
        moved_to=homes[0] if len(homes) == 1 and is_free else "",
    )
    if is_free:
        yield from (RecordFile(kind, record_id, path, text if len(kinds) == 1 else None) for kind in kinds)


def _folder(path: str, tree: SourceTree) -> str:
    """Return the folder of a path, or the one above it where it is not there."""
    folder = path.rpartition("/")[0]
    return folder if folder.rpartition("/")[2] in (tree.listing(CONTENT) or {}) else CONTENT


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _text_at_hand(tree: SourceTree, path: str) -> str | None:
    """Return the text of a file that is misplaced; None where it has none, which is no matter then."""
    content = tree.read(path, MAX_YAML_BYTES)
    if content is None or binary_format(content) is not None:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _refuse_odd(span: SourceSpan, entry: EntryKind, problems: Problems) -> None:
    problems.error(
        "not-a-plain-file",
        f"this is a {entry.value}; content holds plain files and folders only",
        span,
        "put the file itself there; links are not followed",
    )


def _read_folder(
    reader: _Reader, folder: str, kind: str, taken: Container[str] = frozenset()
) -> Iterator[RecordFile]:
    """Yield the records of a folder but those of which another folder has the name."""
    every = reader.tree.listing(f"{CONTENT}/{folder}") or {}
    listing = {name: entry for name, entry in every.items() if name not in taken}
    yield from _read_files(reader, f"{CONTENT}/{folder}", kind, listing)
    for name, entry in listing.items():
        match = _NOT_DOWNLOADED.fullmatch(name)
        if match and entry is EntryKind.FILE:
            path = f"{CONTENT}/{folder}/{name}"
            refuse_placeholder(SourceSpan(path), match["name"], reader.problems)
            yield RecordFile(kind, match["name"].removesuffix(RECORD_KINDS[kind].suffix), path, None)


def _read_files(
    reader: _Reader, folder: str, kind: str, listing: Mapping[str, EntryKind]
) -> Iterator[RecordFile]:
    tree, problems = reader.tree, reader.problems
    suffix = RECORD_KINDS[kind].suffix
    for name, entry in visible(listing):
        path = f"{folder}/{name}"
        first = second_version_of(name, suffix, listing) if entry is EntryKind.FILE else None
        if first is not None and name.endswith(suffix):
            is_there = first in listing
            refuse_second_version(path, first, is_there=is_there, problems=problems)
            if not is_there and not id_fault(first.removesuffix(suffix)):
                yield reader.read(kind, first.removesuffix(suffix), path)
        elif entry is EntryKind.FILE and name.endswith(suffix):
            with at_hand(path):
                record = _read_record(reader, kind, name.removesuffix(suffix), path, listing)
            yield from (record,) if record else ()
        elif entry is EntryKind.FILE:
            yield from _read_other_suffix(tree, path, kind, listing, problems)
        elif entry is EntryKind.FOLDER:
            inner = tree.listing(path) or {}
            files = [each for each, one in visible(inner) if one is EntryKind.FILE]
            if inner:
                problems.error(
                    "nested-folder",
                    "one folder holds all records of a kind; those in a folder inside it have no address",
                    SourceSpan(path),
                    f"move {f'`{path}/{files[0]}`' if len(files) == 1 else 'its files'} up into {folder}",
                )
            free = {each: one for each, one in inner.items() if each not in listing and one is EntryKind.FILE}
            yield from _read_files(reader, path, kind, free)
        else:
            _refuse_odd(SourceSpan(path), entry, problems)


def _read_other_suffix(
    tree: SourceTree, path: str, kind: str, listing: Mapping[str, EntryKind], problems: Problems
) -> Iterator[RecordFile]:
    """Tell a file of another suffix, and yield it where it is a record under another name."""
    name, suffix = path.rpartition("/")[2], RECORD_KINDS[kind].suffix
    near = next((near for near in _NEAR_SUFFIXES if name.lower().endswith(near)), None)
    text = _text_at_hand(tree, path) if near or _MAY_BE_TEXT.search(name) else None
    stem = name[: -len(near)] if near else name.removesuffix(".txt")
    is_same = near in _SAME_FORM[suffix] if near else bool(text and kinds_of_text(text, path, (kind,)))
    is_same = is_same or (kind == "page" and bool(text and text.startswith("---")))
    moved = _moved_to(path, stem, suffix, listing) if is_same else ""
    is_text = bool(text) and not near and not is_same and name.endswith(".txt")
    if is_text and kind == "article" and name not in (tree.listing("seeds") or {}):
        moved = f"seeds/{name}"
        tree.told.add(moved)
    problems.error(
        "wrong-extension",
        f"the files of this folder end in `{suffix}`"
        + (", and stored texts stand in `seeds`" if moved.startswith("seeds/") else ""),
        SourceSpan(path),
        _new_name(stem, suffix, listing)
        if near or is_same
        else f"move it to {moved}"
        if moved
        else f"make a text and an article of it with `dossier import {path}`, or move it out of content"
        if _IMPORTED.search(name)
        else "move it out of content",
        moved_to=moved,
    )
    if is_same and moved:
        yield RecordFile(kind, moved.rpartition("/")[2].removesuffix(suffix), path, text)


def _moved_to(path: str, stem: str, suffix: str, listing: Mapping[str, EntryKind]) -> str:
    """Return where a file belongs whose name is none for a record; nothing where that is not clear."""
    proposal = propose_id(stem)
    is_free = proposal and not id_fault(proposal) and f"{proposal}{suffix}" not in listing
    return f"{path.rpartition('/')[0]}/{proposal}{suffix}" if is_free else ""


def _read_record(
    reader: _Reader, kind: str, record_id: str, path: str, listing: Mapping[str, EntryKind]
) -> RecordFile | None:
    fault = id_fault(record_id)
    if not fault:
        return reader.read(kind, record_id, path)
    suffix = RECORD_KINDS[kind].suffix
    moved, twin = _moved_to(path, record_id, suffix, listing), f"{propose_id(record_id)}{suffix}"
    is_twin = twin in listing and f"{record_id}{suffix}" != twin and not id_fault(propose_id(record_id))
    said = (
        f"the file's name is the record's id{', and ' if fault.startswith(('it ', 'the ')) else ': '}{fault}"
    )
    if is_twin:
        code, message = "name-twice", f"this name and `{twin}` make one id"
    else:
        code, message = "bad-file-name", said
    reader.problems.error(
        code,
        message,
        SourceSpan(path),
        _new_name(record_id, suffix, listing),
        (Related(SourceSpan(f"{path.rpartition('/')[0]}/{twin}"), "the other file"),) if is_twin else (),
        moved_to=moved,
    )
    if is_twin:
        return None
    return reader.read(kind, moved.rpartition("/")[2].removesuffix(suffix) or record_id, path)


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


def _read_again(tree: SourceTree, path: str) -> str | None:
    """Return what a file held when its record was made; only to show it, so nothing of one that has just changed."""
    try:
        return tree.again(path).decode("utf-8")
    except OSError:
        return None
