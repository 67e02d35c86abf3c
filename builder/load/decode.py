"""Located nodes into frozen model values, and every mistake on the way into a diagnostic.

A record with mistakes is no part of the dossier, but its id stays known, and whatever of it can be read is still
checked against the rest (`Records.partial`): one run names every mistake, and none of them twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator
from collections.abc import Mapping as MappingOf

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from builder.diagnostics import (
    MOST_IN_A_FILE,
    Diagnostic,
    Edit,
    FieldPath,
    Problems,
    Severity,
    SourceSpan,
    more_in_file,
)
from builder.load.content import FileKey, RecordFile, record_path
from builder.load.copies import copied, tell_copy
from builder.load.fields import fields_of, model_at
from builder.load.indented import not_indented
from builder.load.keywords import key_meant
from builder.load.lostids import LostId, lost_ids
from builder.load.mended import mending
from builder.load.misplaced import kind_meant, refuse_wrong_folder
from builder.load.nodes import Mapping, Node, Scalar, child, faulty_paths, plain
from builder.load.page import read_record_nodes
from builder.load.places import KnownPlaces, RecordPlaces, span_of
from builder.load.plainvalues import Suspect, curly_in, suspects_in, tell_curly, tell_suspects
from builder.load.salvage import salvage
from builder.load.wording import Fault, ShortReference, fault_of
from builder.memory import Memory
from builder.model.base import Record
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS

_MOST_COMPARED = 100
"""Unknown keys of one mapping that are compared with each key that it lacks."""


class Records(Struct, frozen=True, dict=True):
    """All records by kind and id: `whole` ones without a mistake of their own, and what is left of the others."""

    dossier: Dossier | None
    whole: MappingOf[str, MappingOf[str, Record]]
    partial: MappingOf[str, MappingOf[str, Record]]
    known: MappingOf[str, frozenset[str]]
    """Every id that has a file, also one that could not be read."""
    unread: frozenset[str] = frozenset()
    """Kinds of which nobody knows the ids, since their folder could not be listed."""
    lost: tuple[LostId, ...] = ()
    """Ids in values that no record holds, since something else is wrong with them."""

    def every(self) -> Iterator[tuple[str, str, Record]]:
        """Yield (kind, id, record) of every record that could be read, partial ones too."""
        for records in (self.whole, self.partial):
            for kind, by_id in records.items():
                for record_id, record in by_id.items():
                    yield kind, record_id, record
        if self.dossier is not None:
            yield "dossier", "", self.dossier

    def find(self, kind: str, record_id: str) -> Record | None:
        """Return a record, whole or partial, or None where it is unknown or could not be read."""
        return self.whole[kind].get(record_id) or self.partial[kind].get(record_id)


class DecodedRecord(Struct, frozen=True):
    """What one file of content gave: the record, or what is left of it, with its mistakes and where it is written."""

    record: Record | None
    mistakes: tuple[Diagnostic, ...]
    places: KnownPlaces
    short: tuple[tuple[Diagnostic, ShortReference], ...]
    """Of these mistakes those that are of an id alone: whose kind it is is known once all files are read."""
    lost: tuple[LostId, ...] = ()
    """Ids in the values that had to be left out."""
    belongs: str | None = None
    """The kind of record that it is meant to be, where it stands in the folder of another."""


def decode_records(
    files: Iterable[RecordFile],
    places: RecordPlaces,
    problems: Problems,
    memory: Memory[FileKey, DecodedRecord] | None = None,
) -> Records:
    """Return the records of all files; `places` learns where they stand. `memory` has those of an earlier load."""
    memory = memory if memory is not None else Memory()
    dossier: Dossier | None = None
    whole: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    partial: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    known: dict[str, set[str]] = {kind: set() for kind in RECORD_KINDS}
    short: list[tuple[Diagnostic, ShortReference]] = []
    lost: list[LostId] = []
    every_file = list(files)
    copies = copied(every_file)
    ids = {(file.kind, file.record_id) for file in every_file}
    for file in every_file:
        if file.path in copies and not tell_copy(file, copies[file.path], problems):
            known[file.kind].add(file.record_id)
            continue
        decoded = _decoded(file, places, memory)
        if decoded.belongs is not None:
            home = record_path(decoded.belongs, file.record_id)
            is_free = (decoded.belongs, file.record_id) not in ids
            refuse_wrong_folder(file.path, home, decoded.belongs, is_free=is_free, problems=problems)
            if not is_free:
                continue
            file = RecordFile(decoded.belongs, file.record_id, file.path, file.text)
            decoded = _decoded(file, places, memory)
        record = decoded.record
        problems.extend(decoded.mistakes)
        short.extend(decoded.short)
        lost.extend(decoded.lost)
        if file.kind == "dossier":
            dossier = record if isinstance(record, Dossier) else None
            continue
        known[file.kind].add(file.record_id)
        if record is not None:
            is_partial = any(one.severity is Severity.ERROR for one in decoded.mistakes)
            (partial if is_partial else whole)[file.kind][file.record_id] = record
    for told, reference in short:
        problems.discard(told)
        problems.add(_with_kind(told, reference, known))
    every_id = {kind: frozenset(ids) for kind, ids in known.items()}
    return Records(dossier, whole, partial, every_id, lost=tuple(lost))


def _decoded(file: RecordFile, places: RecordPlaces, memory: Memory[FileKey, DecodedRecord]) -> DecodedRecord:
    places.remember(file)
    decoded = memory.get(file.key) if file.is_standing else None
    if decoded is not None:
        places.take_over(file, decoded.places)
        return decoded
    decoded = _decode(file, places)
    # one path is a key of one record: what stands elsewhere than it belongs is decoded each time
    if file.text is not None and file.path == record_path(file.kind, file.record_id):
        memory.used[file.key] = decoded
    return decoded


def _with_kind(
    told: Diagnostic, reference: ShortReference, known: MappingOf[str, Container[str]]
) -> Diagnostic:
    """Return what to write for an id that stands alone, now that all ids are known: its kind where it has one."""
    ways = [reference.written(kind) for kind in reference.kinds if reference.record_id in known[kind]]
    if len(ways) == 1:
        return replace(told, hint=f"write {ways[0]}", edits=(Edit(told.span, ways[0]),))
    return replace(told, hint=f"say which: {' or '.join(ways)}") if ways else told


def _decode(file: RecordFile, places: RecordPlaces) -> DecodedRecord:
    problems = Problems()
    short: list[tuple[Diagnostic, ShortReference]] = []
    nodes = read_record_nodes(file, problems)
    if nodes is None:
        return DecodedRecord(None, tuple(problems), places.known(file), ())
    places.remember_tops(file, nodes)
    model = Dossier if file.kind == "dossier" else RECORD_KINDS[file.kind].model
    _refuse_id(nodes, file, problems)
    _tell_not_indented(nodes, model, file.path, problems)
    suspects, curly = suspects_in(nodes), curly_in(nodes)
    if suspects or curly:
        _tell_suspects(suspects, curly, model, nodes, file, problems)
    values = {**dict_of(nodes), "id": file.record_id}
    mistakes = 0
    record: Record | None = None
    try:
        record = model.model_validate(values)
    except ValidationError as fault:
        mistakes = fault.error_count()
        if file.kind not in ("dossier", "page") and (meant := kind_meant(nodes, file.kind)) is not None:
            return DecodedRecord(None, (), places.known(file), (), belongs=meant)
        _tell(fault.errors(include_url=False), model, nodes, file.path, problems, short)
    if not problems.has_errors:
        return DecodedRecord(record, tuple(problems), places.known(file), tuple(short))
    salvaged = salvage(model, nodes, file.record_id, mistakes)
    places.remember(file, salvaged.kept)
    ids = lost_ids(model, nodes, salvaged.dropped, file.path)
    return DecodedRecord(salvaged.record, tuple(problems), places.known(file), tuple(short), ids)


def _tell_suspects(
    suspects: tuple[Suspect, ...],
    curly: tuple[Suspect, ...],
    model: type[Record],
    nodes: Mapping,
    file: RecordFile,
    problems: Problems,
) -> None:
    """Ask the record's model whether each suspect could be meant as it stands, a cut one with what was cut off."""
    values = {key: plain(inner, uncut=True) for key, (_, inner) in nodes.entries.items()}
    errors: list[ErrorDetails] = []
    try:
        model.model_validate({**values, "id": file.record_id})
    except ValidationError as fault:
        errors = fault.errors(include_url=False)
    tell_suspects(suspects, errors, model, file.path, problems)
    tell_curly(curly, errors, model, file.path, problems)


def dict_of(nodes: Mapping) -> dict[str, object]:
    """Return the values of a mapping by key."""
    return {key: plain(inner) for key, (_, inner) in nodes.entries.items()}


def _tell_not_indented(nodes: Mapping, model: type[Record], path: str, problems: Problems) -> None:
    """Tell once of keys that stand in one column with the key that they belong to, which so has no value."""
    slip = not_indented(nodes, model, path)
    if slip is None:
        return
    for one in problems:
        if one.code == "empty-value" and (one.span.line, one.span.column) == slip.start:
            problems.discard(one)
    span = SourceSpan(path, *slip.start, *slip.end)
    problems.error(slip.code, slip.message, span, slip.way.hint, edits=slip.way.edits)


def _refuse_id(nodes: Mapping, file: RecordFile, problems: Problems) -> None:
    entry = nodes.entries.pop("id", None)
    if entry is not None:
        key = entry[0]
        problems.error(
            "id-in-record",
            "a record's id is the name of its file",
            SourceSpan(file.path, *key.start, *key.end),
            "remove this line; to change the id rename the file and keep the old one in `former_ids`",
            edits=(Edit(SourceSpan(file.path, key.start[0], 1, key.start[0] + 1, 1), ""),)
            if key.start[1] == 1 and entry[1].end[0] == key.start[0]
            else (),
        )


def _tell(
    errors: list[ErrorDetails],
    model: type[Record],
    nodes: Mapping,
    path: str,
    problems: Problems,
    short: list[tuple[Diagnostic, ShortReference]],
) -> None:
    """Add one diagnostic per mistake: nothing about nodes already refused, nor a lack that a misspelt key explains.

    Of equal mistakes in one list, or one set of keys, the first are told one by one and the others as a number.
    """
    faulty = set(faulty_paths(nodes))
    holding = {way[:length] for way in faulty for length in range(len(way) + 1)}
    wrong_keys = _WrongKeys(errors, nodes, model)
    seen: Counter[Hashable] = Counter()
    last: dict[Hashable, Diagnostic] = {}
    for error in errors:
        way = error["loc"]
        if any(way[:length] in faulty for length in range(len(way) + 1)):
            continue
        if error["type"] == "string_type" and way in holding:
            continue
        kind = _kind_of(error)
        if seen[kind] > MOST_IN_A_FILE:  # it would only be counted: it is neither explained nor put in words
            seen[kind] += 1
        elif error["type"] != "missing" or not wrong_keys.explain(way):
            seen[kind] += 1
            fault = fault_of(error, model)
            span = _span_of(fault, nodes, path)
            last[kind] = Diagnostic(
                fault.code, Severity.ERROR, fault.message, span, fault.hint, edits=mending(fault, nodes, path)
            )
            if seen[kind] <= MOST_IN_A_FILE:
                problems.add(last[kind])
                if fault.short is not None:
                    short.append((last[kind], fault.short))
    for kind, one in last.items():
        rest = seen[kind] - MOST_IN_A_FILE
        if rest > 0:
            problems.add(one if rest == 1 else more_in_file(one, rest))


def _kind_of(error: ErrorDetails) -> Hashable:
    """What equal mistakes have in common: what is wrong, and where apart from places in lists and unknown keys."""
    way = tuple(step if isinstance(step, str) else None for step in error["loc"])
    return error["type"], way[:-1] if error["type"] == "extra_forbidden" else way


class _WrongKeys:
    """The keys of each mapping that it may not have, and those that it lacks."""

    def __init__(self, errors: list[ErrorDetails], nodes: Mapping, model: type[Record]) -> None:
        self._nodes = nodes
        self._model = model
        self._unknown = self._keys_by_owner(errors, "extra_forbidden")
        self._lacking = self._keys_by_owner(errors, "missing")

    @staticmethod
    def _keys_by_owner(errors: list[ErrorDetails], kind: str) -> MappingOf[FieldPath, list[str]]:
        found: dict[FieldPath, list[str]] = {}
        for error in errors:
            if error["type"] == kind:
                found.setdefault(error["loc"][:-1], []).append(str(error["loc"][-1]))
        return found

    def explain(self, missing: FieldPath) -> bool:
        """Whether a field only seems to be missing: a refused or a misspelt key stands in its place."""
        owner = _node_at(self._nodes, missing[:-1])
        if isinstance(owner, Mapping) and owner.lacks_keys:
            return True
        unknown = self._unknown.get(missing[:-1], [])
        if any(key_meant(name, [str(missing[-1])]) is not None for name in unknown[:_MOST_COMPARED]):
            return True
        owning = model_at(self._model, missing[:-1])
        known = fields_of(owning) if owning else []
        alone = len(unknown) == len(self._lacking[missing[:-1]]) == 1
        return alone and key_meant(unknown[0], known) is None


def _node_at(nodes: Mapping, path: FieldPath) -> Node | None:
    node: Node | None = nodes
    for step in path:
        node = child(node, step) if node is not None else None
    return node


def _span_of(fault: Fault, nodes: Mapping, path: str) -> SourceSpan:
    if fault.code == "missing-field" and not fault.path:
        first = next(iter(nodes.entries.values()))[0] if nodes.entries else Scalar("", (1, 1), (1, 1))
        return SourceSpan(path, *first.start, *first.end)
    return span_of(nodes, fault.path, path, key=fault.at_key and fault.code != "missing-field")
