"""Where a record belongs that does not stand there: by the name of its folder, and by the keys that it has.

What is misplaced is read all the same, as what it is meant to be: one slip makes one message, and hides no other one.
"""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from collections.abc import Set as AbstractSet

from pydantic import ValidationError

from builder.diagnostics import Problems, SourceSpan, did_you_mean
from builder.load.nodes import Mapping, plain
from builder.load.yaml_reader import read_mapping
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import declared_fields

_FOLDERS = {one.plural: kind for kind, one in RECORD_KINDS.items()}
_OTHER_NAMES = {
    "outlet": "sources source papers newspapers publishers publications media",
    "article": "texts text stories story news reports report",
    "entity": "people persons person organisations organizations places names actors",
    "topic": "tags tag themes theme subjects categories",
    "claim": "statements statement facts assertions",
    "page": "docs about",
    "comparison": "matrices matrix sets",
    "correction": "errata changes",
}
_KIND_OF = {name: kind for kind, names in _OTHER_NAMES.items() for name in names.split()}
_LEAST_UNKNOWN = 2
"""So many keys that its own kind does not have speak for another kind, though no kind takes the record as it is."""


def kind_of_folder(name: str) -> str | None:
    """Return the kind whose records somebody keeps in a folder of this name; None where that is not clear."""
    plain_name = name.casefold().strip().replace(" ", "-")
    near = did_you_mean(plain_name, _FOLDERS)
    if plain_name in _FOLDERS:
        near = plain_name
    singular = plain_name if plain_name in RECORD_KINDS else None
    return singular or (_FOLDERS[near] if near else _KIND_OF.get(plain_name))


def kind_meant(nodes: Mapping, own: str | None = None) -> str | None:
    """Return the one kind of record that a file's values are; None where several could be, or none.

    `own` is the kind that it was taken for, which did not fit.
    """
    values = {key: plain(inner) for key, (_, inner) in nodes.entries.items()}
    kinds = [kind for kind in RECORD_KINDS if kind not in (own, "page")]
    if own is not None and not values.keys() - _keys(own):
        return None
    fitting = [kind for kind in kinds if _is_valid(kind, values)]
    if len(fitting) == 1:
        return fitting[0]
    if own is not None and len(values.keys() - _keys(own)) < _LEAST_UNKNOWN:
        return None
    known = [kind for kind in kinds if values.keys() <= _keys(kind) and _required(kind) <= values.keys()]
    return known[0] if len(known) == 1 and not fitting else None


def kinds_of_text(text: str, path: str, among: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the kinds of record that a file's text may be; with `among` given, only of these, by its keys."""
    unheard = Problems()
    nodes = read_mapping(text, path, unheard)
    if nodes is None:
        return ()
    if among:
        keys = nodes.entries.keys()
        return tuple(kind for kind in among if keys <= _keys(kind) and _required(kind) <= keys)
    values = {key: plain(inner) for key, (_, inner) in nodes.entries.items()}
    meant = kind_meant(nodes)
    return (
        (meant,)
        if meant
        else tuple(kind for kind in RECORD_KINDS if kind != "page" and _is_valid(kind, values))
    )


def refuse_wrong_folder(path: str, home: str, kind: str, *, is_free: bool, problems: Problems) -> None:
    """Tell that a record stands in the folder of another kind than its own."""
    article = "an" if kind[0] in "aeiou" else "a"
    problems.error(
        "wrong-folder",
        f"by its keys this is {article} {kind}, and it stands among records of another kind",
        SourceSpan(path),
        f"move it to {home}"
        if is_free
        else f"{home} is there already: keep what is right in it, and delete this file",
        moved_to=home if is_free else "",
    )


def _is_valid(kind: str, values: MappingOf[str, object]) -> bool:
    try:
        RECORD_KINDS[kind].model.model_validate(values)
    except ValidationError:
        return False
    return True


def _keys(kind: str) -> AbstractSet[str]:
    return {field.key for field in declared_fields(RECORD_KINDS[kind].model)}


def _required(kind: str) -> set[str]:
    return {field.key for field in declared_fields(RECORD_KINDS[kind].model) if field.info.is_required()}
