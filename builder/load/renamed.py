"""Ids that lead nowhere since a file has another name or is gone: one message for all places that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from builder.diagnostics import Diagnostic, Problems, Related, SourceSpan, did_you_mean
from builder.load.content import record_path
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.model.base import RefersTo
from builder.model.walk import marked_fields
from builder.paths import id_fault

_LEAST_FILES = 2
"""What one file alone names is more likely to be misspelt, or not written yet."""
_MOST_SHOWN = 3
_MOST_PLACES = 8
"""That name a record that is gone, and are told one by one."""


class Unknown(Struct, frozen=True):
    """An id that leads nowhere: the kinds that it may be of, and what is told where nothing explains it."""

    kinds: tuple[str, ...]
    target: str
    told: Diagnostic


def tell_unknown(
    found: Iterable[Unknown], records: Records, places: RecordPlaces, problems: Problems
) -> None:
    """Tell each id that leads nowhere once, with the places that name it, or the file that was called so before."""
    by_target: dict[tuple[tuple[str, ...], str], list[Unknown]] = {}
    for one in found:
        by_target.setdefault((one.kinds, one.target), []).append(one)
    often = [
        key for key, group in by_target.items() if len({one.told.span.path for one in group}) >= _LEAST_FILES
    ]
    now = _now_called(often, records) if often else {}
    taken = Counter(now.values())
    gone: dict[str, list[Unknown]] = {}
    for key, group in by_target.items():
        home = now.get(key)
        if home is None or taken[home] > 1:
            gone.setdefault(key[1], []).extend(group)
        else:
            _tell_renamed(*home, key[1], group, places, problems)
    for target, group in gone.items():
        problems.add(_told_once(target, group))


def _told_once(target: str, group: list[Unknown]) -> Diagnostic:
    """Return what is told of a record that is not there, at the first place that names it, with the others beside it.

    Where it may be of several kinds in one place and of one in another, it is of that one.
    """
    in_order = sorted(group, key=lambda one: one.told.sort_key)
    first, others = in_order[0].told, in_order[1:]
    if not others:
        return first
    closest = min(in_order, key=lambda one: len(one.kinds))
    files = len({one.told.span.path for one in group})
    where = f"{len(group)} places name it" + (f" in {files} files" if files > 1 else "")
    shown = [Related(one.told.span, "it is named here") for one in others[:_MOST_PLACES]]
    if len(others) > _MOST_PLACES:
        rest = len(others) - _MOST_PLACES
        shown[-1] = replace(shown[-1], message=f"it is named here, and in {rest:,} more places")
    hint = closest.told.hint
    if not hint.startswith("write"):
        hint += (
            f"; if it was given another name, add `former_ids: [{target}]` to it; else take these places out"
        )
    return replace(first, message=f"{closest.told.message}; {where}", hint=hint, related=tuple(shown))


def _now_called(
    wanted: list[tuple[tuple[str, ...], str]], records: Records
) -> dict[tuple[tuple[str, ...], str], tuple[str, str]]:
    """Return the (kind, id) of the record that an id meant: the only one of its kinds that nothing names."""
    named = {
        (kind, target)
        for _, _, record in records.every()
        for _, marker, target in marked_fields(record, RefersTo)
        for kind in marker.kinds
    }
    found: dict[tuple[tuple[str, ...], str], tuple[str, str]] = {}
    for kinds, target in wanted:
        alone = {
            record_id: kind
            for kind in kinds
            for record_id in records.known[kind]
            if (kind, record_id) not in named
        }
        near = did_you_mean(target, alone)
        meant = near or (next(iter(alone)) if len(alone) == 1 else None)
        if meant is not None:
            found[kinds, target] = alone[meant], meant
    return found


def _tell_renamed(
    kind: str, record_id: str, former: str, group: list[Unknown], places: RecordPlaces, problems: Problems
) -> None:
    span = SourceSpan(places.path(kind, record_id))
    name = f"{former}.yaml"
    shown = tuple(Related(one.told.span, "it is named here") for one in group[:_MOST_SHOWN])
    message = (
        f"nothing names this {kind}, and {len(group)} places name `{former}`, which has no file:"
        " this one seems to have been called so before"
    )
    bad_name = [one for one in problems if one.span.path == span.path and one.code == "bad-file-name"]
    if bad_name or id_fault(record_id):
        for one in bad_name:
            problems.discard(one)
        reason = bad_name[0].message if bad_name else message
        home = record_path(kind, former)
        problems.error("bad-file-name", reason, span, f"rename it to {name}", shown, moved_to=home)
        return
    problems.error(
        "renamed-record",
        message,
        span,
        f"rename this file back to {name}; or, to keep the new name, add `former_ids: [{former}]` here, and"
        f" `dossier check --fix` writes it in those places; if `{former}` was deleted, take those places out",
        shown,
    )
