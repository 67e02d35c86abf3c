"""Names, ids and hosts that pose as others: letters of several scripts in one word, and two of one shape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import urlsplit

from builder.diagnostics import FieldPath, Problems, Related
from builder.load.decode import Records
from builder.load.places import RecordPlaces
from builder.lookalikes import decoded_host, mixed_scripts, shown_host, skeleton
from builder.model.article import Article
from builder.model.base import Record
from builder.model.entity import Entity
from builder.model.outlet import Outlet


@dataclass(frozen=True, slots=True, order=True)
class _Named:
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
            where = f"the host `{shown_host(one.text)}`" if one.among == "host" else f"`{one.text}`"
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
    if isinstance(record, Outlet | Entity):
        yield _Named(kind, record_id, ("name",), record.name, f"{kind} name")  # None in one with mistakes
    if isinstance(record, Entity):
        for index, alias in enumerate(record.aliases):
            yield _Named(kind, record_id, ("aliases", index), alias.text, f"alias of {record_id}")
    for path, url in _addresses(record):
        if url:
            host = decoded_host((urlsplit(url).hostname or "").removeprefix("www."))
            yield _Named(kind, record_id, path, host, "host")


def _addresses(record: Record) -> Iterator[tuple[FieldPath, str | None]]:
    if isinstance(record, Article | Outlet | Entity):
        yield ("url",), record.url
    if isinstance(record, Article):
        for index, archive in enumerate(record.archives):
            yield ("archives", index, "url"), archive.url
    if isinstance(record, Entity):
        for index, url in enumerate(record.same_as):
            yield ("same_as", index), url


def _alike(named: Iterable[_Named]) -> Iterator[tuple[_Named, _Named]]:
    """Yield each two that have one shape and are not the same, capitals aside; the later one once."""
    first: dict[tuple[str, str], _Named] = {}
    told: set[tuple[str, str]] = set()
    for one in named:
        earlier = first.setdefault((one.among, skeleton(one.text)), one)
        plain = _plain(one.text)
        if plain != _plain(earlier.text) and (one.among, plain) not in told:
            told.add((one.among, plain))
            yield earlier, one


def _plain(text: str) -> str:
    return " ".join(normalize("NFKC", text).casefold().split())
