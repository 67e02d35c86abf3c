"""The page about templates: what each is given, field by field, as the views and their lines of help say it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from builder.model.helplines import help_lines
from builder.pages import table
from builder.pages.kinds import PagedView, PageView
from builder.pages.shapes.small import Html
from builder.pages.site import SiteView

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_READS = re.compile(r"\{#[^#]*\bReads (\w+)\. #\}")
_PLAIN: Mapping[object, str] = {
    str: "text",
    bool: "true or false",
    int: "number",
    float: "number",
    Html: "markup",
}
"""What a template gets for each type that is no view."""
_HEAD = """\
# Templates

What the templates in `templates/` are given. This page is made from the views in `builder/pages/`; a test compares
them.

A dossier's own folder `templates/` goes before the one that comes with the builder, file by file: whoever wants
another page for topics writes a `templates/pages/topic.html` and leaves the rest. A template sees two names: `page`,
the view of its page, and `site`, the frame around it. Every word in them is ready to print and every address is
relative to the page, so that a template decides nothing but the markup. **Text** is escaped where it is printed,
**markup** is printed as it is. A name that a view has not stops the build.

What stands in fields of several views is told once, under [Parts of views](#parts-of-views).
"""


def view_of(template: Path) -> type[PageView]:
    """Return the view that a page's template says in its first line that it reads."""
    said = _READS.match(template.read_text(encoding="utf-8"))
    assert said is not None, f"{template.name} does not begin with what it reads"
    return next(view for view in _views_of_pages() if view.__name__ == said[1])


def _views_of_pages() -> list[type[PageView]]:
    """The views of all kinds of pages, which the table has loaded."""
    assert table.KINDS
    return [*PageView.__subclasses__(), *PagedView.__subclasses__()]


def templates_document() -> str:
    """Return the text of `docs/templates.md`."""
    pages = {path.name: view_of(path) for path in sorted((TEMPLATES / "pages").glob("*.html"))}
    parts = sorted(_parts_of((PageView, SiteView, *pages.values())), key=lambda part: part.__name__)
    return "\n".join(
        [
            _HEAD,
            _section(
                "## Every page",
                PageView,
                "`page` in every template, of which `templates/base.html` is the shell.",
            ),
            _section("## Every page of a list", PagedView, "Above what it has for itself."),
            _section("## The frame", SiteView, "`site` in every template."),
            "## Pages\n",
            *(_section(f"### {name}", view, _lead(view)) for name, view in pages.items()),
            "## Parts of views\n",
            *(_section(f"### {part.__name__}", part) for part in parts),
        ]
    )


def _lead(view: type[PageView]) -> str:
    listed = " It has the fields of [every page of a list](#every-page-of-a-list)."
    return f"*View:* `{view.__name__}`.{listed if issubclass(view, PagedView) else ''}"


def _parts_of(views: Iterable[type[Struct]]) -> tuple[type[Struct], ...]:
    """Return every view that stands in the fields of others."""
    waiting, found = list(views), dict[type[Struct], None]()
    while waiting:
        for hint in get_type_hints(waiting.pop()).values():
            fresh = [part for part in _structs_in(hint) if part not in found]
            found.update(dict.fromkeys(fresh))
            waiting.extend(fresh)
    return tuple(found)


def _structs_in(hint: object) -> Iterator[type[Struct]]:
    if isinstance(hint, type) and issubclass(hint, Struct):
        yield hint
    for part in get_args(hint):
        yield from _structs_in(part)


def _section(head: str, view: type[Struct], lead: str = "") -> str:
    about = " ".join(f"{view.__doc__} {lead}".split())
    table_head = ("| name | value | what it holds |", "| --- | --- | --- |")
    return "\n".join([head, "", about, "", *table_head, *_rows(view), ""])


def _rows(view: type[Struct]) -> Iterator[str]:
    """Yield a line for each field that the class itself has, and for each property: templates read them alike."""
    hints, said = get_type_hints(view), help_lines(view)
    told = [(name, hints[name], said.get(name, "")) for name in view.__annotations__]
    for name, each in vars(view).items():
        if isinstance(each, property):
            told.append((name, get_type_hints(each.fget)["return"], each.__doc__ or ""))
    for name, hint, words in told:
        yield f"| `{name}` | {_value(hint)} | {' '.join(words.split())} |"


def _value(hint: object) -> str:
    """Return a type in words."""
    if isinstance(hint, type) and issubclass(hint, Struct):
        return f"[{hint.__name__}](#{hint.__name__.lower()})"
    if get_origin(hint) in (Union, UnionType):
        words = [_value(part) for part in get_args(hint) if part is not NoneType]
        return " or ".join(dict.fromkeys([*words, "None"] if NoneType in get_args(hint) else words))
    parts = tuple(_value(part) for part in get_args(hint) if part is not Ellipsis)
    if get_origin(hint) is tuple:
        return f"list of {parts[0]}" if Ellipsis in get_args(hint) else f"({', '.join(parts)})"
    return f"{parts[1]} by a name" if parts else _PLAIN[hint]
