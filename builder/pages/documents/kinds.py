"""What a document is: an address, and how to make the value that is serialised there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from builder.pages.kinds import Context
from builder.paths import SitePath

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
"""A JSON value; keys stand in the order in which they are told."""
JsonObject = dict[str, Json]
Rows = tuple[tuple[str, ...], ...]
"""A table of texts; the first row names the columns."""
Document = JsonObject | list[Json] | Rows | Element | str
"""What a document holds before it is serialised."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A file for machines. `schema` names the JSON Schema of its values; `absolute` needs the site's own address."""

    path: SitePath
    title: str
    make: Callable[[Context], Document]
    schema: str | None = None
    absolute: bool = False


DATA = "data/"
SCHEMAS = "data/schemas/"


def schema_path(name: str) -> SitePath:
    """Return where a schema lives."""
    return SitePath(f"{SCHEMAS}{name}.schema.json")
