"""One page of a site as a chapter of a single file: its main part alone, ids of its own, links that stay in the file.

What a page prints is taken over letter for letter, so that what is escaped there is escaped here. Anchors are the
addresses of the site: `articles/x.html` is the chapter, `articles/x.html:p-3` a place in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape, unescape
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from msgspec import Struct

from builder.regexes import regex

_TAG: Final = regex(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)"
    r"(?P<attributes>(?:\s+[^\s=<>\"'/]+(?:=\"[^\"]*\")?)*)\s*(?P<closed>/?)>"
)
_ATTRIBUTE: Final = regex(r"\s+(?P<name>[^\s=<>\"'/]+)(?:=\"(?P<value>[^\"]*)\")?")
_MAIN: Final = regex(r"<main\b")
_NAMES: Final = frozenset({"id", "name", "for", "aria-labelledby", "aria-describedby", "aria-controls"})
"""Attributes whose words are ids of the page, or names that only its own switches share."""
_SHOWN_DATA: Final = "data-label"
"""What style sheets print; other data is for scripts."""
_EMPTY: Final = frozenset({"br", "hr", "img", "input", "wbr"})
_FOR_SCRIPTS: Final = frozenset({"button", "form", "script"})
_SCRIPTED: Final = regex(r" class=\"(?:[^\"]* )?needs-script[ \"]| data-pagefind-ignore\b")

LeftOut = Callable[[str, str], bool]
"""Says of an element, by its name and its attributes as written, whether the file goes without it."""


class NotAPage(Exception):
    """A file of the site that ends in `.html` and is not written as the builder writes pages."""


class Anchors(Struct, frozen=True):
    """Where links lead: for each address of the site the chapter that answers it, and where the site stands on the web.

    A link that leads to neither keeps its words alone. `notes` has for a chapter what a note at the foot says of it,
    as markup, where another leads to it for the first time.
    """

    chapters: Mapping[str, str]
    base_url: str | None = None
    notes: Mapping[str, str] = {}

    def href(self, page: str, href: str) -> str | None:
        """Return where a link of a page leads from within the file, or None where there is nothing."""
        address = urlsplit(href)
        if address.scheme or address.netloc:
            return href
        path = normpath(join(dirname(page), unquote(address.path))) if address.path else page
        chapter = self.chapters.get(path)
        if chapter is not None:
            return "#" + quote(inner_id(chapter, unquote(address.fragment)), safe="/:")
        return self.base_url + quote(path) if self.base_url else None


def inner_id(chapter: str, name: str) -> str:
    """Return the id that a place of a page has in the file; without a name that of the chapter."""
    return f"{chapter}:{name}" if name and name != "main" else chapter


def chapter_of(path: str, page: str, anchors: Anchors, is_left_out: LeftOut) -> Iterator[str]:
    """Yield the chapter of a page piece by piece, without what only a script makes work; raises `NotAPage`."""
    found = _MAIN.search(page)
    if found is None:
        raise NotAPage(path)
    skipped, depth, place = "", 0, found.start()
    notes = _Notes(path, anchors)
    for tag in _TAG.finditer(page, place):
        between, name = page[place : tag.start()], tag["name"]
        if "<" in between:
            break
        place = tag.end()
        if depth:
            if name == skipped and not tag["closed"]:
                depth += -1 if tag["end"] else 1
            continue
        yield between
        if not tag["end"] and _is_skipped(tag, is_left_out):
            skipped, depth = name, 0 if tag["closed"] or name in _EMPTY else 1
            continue
        yield _written(path, tag, anchors)
        yield notes.behind(tag)
        if name == "main" and tag["end"]:
            return
    raise NotAPage(path)


class _Notes:
    """The notes of one chapter: each once, and none within a table, whose heads come again on every page."""

    def __init__(self, path: str, anchors: Anchors) -> None:
        self._path, self._anchors = path, anchors
        self._told = {path}
        self._tables = 0
        self._target: str | None = None

    def behind(self, tag: re.Match[str]) -> str:
        """Return the note that stands behind a tag, empty where there is none."""
        if not self._anchors.notes:
            return ""
        if tag["name"] == "table":
            self._tables += -1 if tag["end"] else 1
        if tag["name"] != "a":
            return ""
        if not tag["end"]:
            self._target = self._led_to(tag["attributes"])
            return ""
        if self._tables or self._target is None or self._target in self._told:
            return ""
        self._told.add(self._target)
        note = self._anchors.notes.get(self._target)
        return f'<span class="footnote">{note}</span>' if note else ""

    def _led_to(self, attributes: str) -> str | None:
        href = next(
            (each["value"] for each in _ATTRIBUTE.finditer(attributes) if each["name"] == "href"), None
        )
        address = urlsplit(unescape(href)) if href else None
        if address is None or address.scheme or not address.path:
            return None
        return self._anchors.chapters.get(normpath(join(dirname(self._path), unquote(address.path))))


def _is_skipped(tag: re.Match[str], is_left_out: LeftOut) -> bool:
    name, attributes = tag["name"], tag["attributes"]
    return name in _FOR_SCRIPTS or bool(_SCRIPTED.search(attributes)) or is_left_out(name, attributes)


def _written(path: str, tag: re.Match[str], anchors: Anchors) -> str:
    name = "section" if tag["name"] == "main" else tag["name"]
    if tag["end"]:
        return f"</{name}>"
    if name == "use":
        return tag[0]  # shapes are drawn once for all chapters
    told = "".join(_attribute(path, each, anchors) for each in _ATTRIBUTE.finditer(tag["attributes"]))
    if tag["name"] == "main":
        told = told.replace(' class="', ' class="chapter ', 1)
    return f"<{name}{told}{tag['closed']}>"


def _attribute(path: str, attribute: re.Match[str], anchors: Anchors) -> str:
    name, value = attribute["name"], attribute["value"]
    if name in _NAMES and value is not None:
        inner = " ".join(inner_id(path, each) for each in unescape(value).split())
        return f' {name}="{escape(inner)}"'
    if name == "href" and value is not None:
        href = anchors.href(path, unescape(value))
        return f' href="{escape(href)}"' if href is not None else ""
    return "" if name.startswith("data-") and name != _SHOWN_DATA else attribute[0]
