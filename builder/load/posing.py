"""Names, ids and hosts that pose as others: letters of several scripts in one word, and two of one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final
from unicodedata import normalize
from urllib.parse import urlsplit

from msgspec import Struct

from builder.diagnostics import FieldPath, Problems, Related
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.lookalikes import decoded_host, mixed_scripts, shown_host, skeleton
from builder.model.article import Title
from builder.model.base import IsAddress, IsName, Record
from builder.model.walk import marked_fields

_HOST: Final = "host"
_NO_MATTER: Final = ""
"""Among no others: titles and names in passing are looked at for mixed letters alone."""


class _Named(Struct, frozen=True, order=True):
    """A name, id or host, where it is written, and among which others it must be told apart."""

    kind: str
    record_id: str
    path: FieldPath
    text: str
    among: str


def check_posing(records: Records, places: RecordPlaces, problems: Problems) -> None:
    """Warn of words that mix scripts, once a word, and of names, ids and hosts that look like an earlier one."""
    every = (one for each in records.every() for one in _named(*each) if one.text)
    named = sorted(every, key=lambda one: one.record_id)
    told: set[str] = set()
    for one in named:
        mixed = mixed_scripts(one.text)
        if mixed is not None and one.text not in told:
            told.add(one.text)
            where = f"the host `{shown_host(one.text)}`" if one.among == _HOST else f"`{one.text}`"
            problems.warning(
                "mixed-scripts",
                f"the word `{mixed[0]}` of {where} mixes letters of {' and '.join(mixed[1])}, which look alike",
                places.span(one.kind, one.record_id, one.path),
                "write it in the letters of one script; where it is so written, acknowledge this",
            )
    for earlier, later in _alike(named):
        problems.warning(
            "looks-alike",
            f"the {later.among} `{later.text}` looks like `{earlier.text}` of `{earlier.record_id}` and is another",
            places.span(later.kind, later.record_id, later.path),
            "mend the one that is wrong; where both are right, acknowledge this",
            (Related(places.span(earlier.kind, earlier.record_id, earlier.path), "it stands here"),),
        )


def _named(kind: str, record_id: str, record: Record) -> Iterator[_Named]:
    if record_id:
        yield _Named(kind, record_id, (), record_id, f"id of {kind}s")
    for path, _, name in marked_fields(record, IsName):
        yield _Named(kind, record_id, path, name, _among(kind, record_id, path))
    title = getattr(record, "title", None)  # some kinds have none, and a record with mistakes may lack it
    if title is not None:
        words = title.text if isinstance(title, Title) else str(title)
        yield _Named(kind, record_id, ("title",), words, _NO_MATTER)
    for path, _, url in marked_fields(record, IsAddress):
        host = decoded_host((urlsplit(url).hostname or "").removeprefix("www."))
        yield _Named(kind, record_id, path, host, _HOST)


def _among(kind: str, record_id: str, path: FieldPath) -> str:
    """Among which others a name must be told apart: outlets and entities have names of their own, others do not."""
    if kind not in ("outlet", "entity") or path[0] not in ("name", "aliases"):
        return _NO_MATTER
    return f"{kind} name" if path[0] == "name" else f"alias of {record_id}"


def _alike(named: Iterable[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Yield each two that have one shape and are not the same, capitals aside; the later one once."""
    first: dict[tuple[str, str], _Named] = {}
    told: set[tuple[str, str]] = set()
    for one in named:
        if one.among == _NO_MATTER:
            continue
        earlier = first.setdefault((one.among, skeleton(one.text)), one)
        plain = _plain(one.text)
        if plain != _plain(earlier.text) and (one.among, plain) not in told:
            told.add((one.among, plain))
            yield earlier, one


def _plain(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())
