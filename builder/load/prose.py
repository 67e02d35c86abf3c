"""Links in editors' Markdown: to records that exist, and to addresses that a page may link to.

Markdown is parsed only where it could hold a link, after a bound on nesting: 50,000 opening brackets keep a parser
busy for seconds.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from markdown_it.token import Token

from builder.diagnostics import FieldPath, Problems, SourceSpan, did_you_mean
from builder.links import record_address
from builder.load.references import References
from builder.markdown import MOST_REMEMBERED, parser
from builder.model.base import IsProse, Record
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import marked_fields
from builder.regexes import regex
from builder.urls import link_fault, mended_url

MAX_OPEN_BRACKETS = 32
_KINDS = frozenset(RECORD_KINDS)
_KIND_OF = {name: kind for kind, one in RECORD_KINDS.items() for name in (kind, one.plural)}
_KIND_AND_ID = regex(r"([A-Za-z]+): *([\w-]+)")
_SUFFIX = regex(r"\.(?:html?|ya?ml|md)$")


def check_prose(kind: str, record_id: str, record: Record, references: References) -> None:
    """Check every link in every Markdown field of a record."""
    for path, _, text in marked_fields(record, IsProse):
        if "[" in text or "<" in text:
            _check_text(kind, record_id, path, text, record.draft, references)


def _check_text(
    kind: str, record_id: str, path: FieldPath, text: str, is_draft: bool, references: References
) -> None:
    places, problems = references.places, references.problems
    if is_too_nested(text):
        problems.error(
            "prose-too-nested",
            f"more than {MAX_OPEN_BRACKETS} brackets are open at once in this text",
            places.span(kind, record_id, path),
            "close the brackets, or write \\[ where one is meant as it is",
        )
        return
    spans: dict[str, Iterator[SourceSpan]] = {}
    for target, is_image in targets_of(text):
        address = record_address(target, _KINDS)
        fault = None if address else link_fault(target)
        if (
            not is_image
            and fault is None
            and (address is None or references.leads_somewhere(*address, is_draft))
        ):
            continue
        span = next(spans.setdefault(target, places.spans_of_words(kind, record_id, path, target)))
        if is_image:
            _tell_image(target, fault, span, problems)
        elif address is not None:
            references.check_target(span, *address, is_draft)
        else:
            meant = record_meant(target, references.records.known) or mended_url(target)
            problems.error(
                "bad-link",
                f"this link cannot stand on a page: {fault}",
                span,
                f"write {meant}"
                if meant
                else "link to https://…, mailto:… or a record such as claim:first-personal-threat",
            )


def record_meant(href: str, known: Mapping[str, Collection[str]]) -> str | None:
    """Return the address of the record that the end of a path names, with or without its kind; None where none.

    `known` are the ids of each kind. A record is named as its page or its file is: `claims/nobody-hurt.html`.
    """
    path = re.split(r"[?#]", href, maxsplit=1)[0].strip("/")
    folder, _, name = _KIND_AND_ID.sub(r"\1/\2", path).rpartition("/")
    record_id = _SUFFIX.sub("", name)
    kind = _KIND_OF.get(folder.rpartition("/")[2].casefold())
    if kind is not None:
        near = record_id if record_id in known[kind] else did_you_mean(record_id, known[kind])
        return f"{kind}:{near}" if near else None
    named = [kind for kind in RECORD_KINDS if record_id in known[kind]]
    return f"{named[0]}:{record_id}" if len(named) == 1 and ":" not in path else None


def _tell_image(target: str, fault: str | None, span: SourceSpan, problems: Problems) -> None:
    can_be_linked = fault is None and ":" in target
    problems.error(
        "prose-image",
        "images are not printed: a `!` and a link would stand here",
        span,
        f"take the `!` out to link to it: [words]({target})"
        if can_be_linked
        else "take it out, or say in words what it shows",
    )


def is_too_nested(text: str) -> bool:
    """Whether so many brackets stand open at once that reading the text as Markdown would take seconds."""
    return _open_brackets(text) > MAX_OPEN_BRACKETS


def _open_brackets(text: str) -> int:
    """The largest number of square brackets that stand open at one place."""
    most = now = 0
    for sign in text:
        if sign == "[":
            now += 1
            most = max(most, now)
        elif sign == "]" and now:
            now -= 1
    return most


@lru_cache(maxsize=MOST_REMEMBERED)
def targets_of(text: str) -> tuple[tuple[str, bool], ...]:
    """Return what the links and images of a Markdown text lead to, as written, each with whether it is an image."""
    found: list[tuple[str, bool]] = []
    for token in parser(checks=True).parse(text):
        _collect(token, found)
    return tuple(found)


def _collect(token: Token, found: list[tuple[str, bool]]) -> None:
    href = token.attrGet({"link_open": "href", "image": "src"}.get(token.type, ""))
    if isinstance(href, str):
        found.append((href, token.type == "image"))
    for inner in token.children or ():
        _collect(inner, found)
