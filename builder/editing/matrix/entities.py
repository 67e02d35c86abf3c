"""Names that several texts use and that belong to no entity yet, as proposals of entities."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from builder.analysis.findings import Findings
from builder.analysis.suggestions.names import names_without_entity
from builder.editing.matrix.writing import MOST_EACH, new_record
from builder.editing.proposed import Known, NewFile, proposal_head, short_id
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.regexes import regex
from builder.text import Span
from builder.yamltext import scalar

_PERSON: Final = regex(
    r"^(?:President|Prime Minister|Minister|Mayor|Mr|Mrs|Ms|Dr|Sir|General|Col|Captain|King|Queen|Pope|Senator)\.?\s"
)
_BODY: Final = regex(
    r"\b(?:Ministry|Agency|Group|Union|Party|Council|Court|Service|Office|Department|Committee|Army|Police|University|Bank"
    r"|Company|Corporation|Association|Organi[sz]ation|Institute|Parliament|Senate|State|Front|Nations|Times|Post|News)\b"
)
_AT: Final = regex(r"\b(?:in|at|near|from|to|over|outside|across)\s+$", re.IGNORECASE)
_SPEAKS: Final = regex(r"^\W*\s(?:said|says|told|added|warned|wrote|claimed|denied|argued|announced)\b")


_Place = tuple[ArticleId, Span]


def propose_entities(
    library: Library, findings: Findings, chosen: Sequence[ArticleId], known: Known
) -> Iterator[NewFile]:
    """Yield the names that two of the texts use, or one uses four times; shorter forms of a name are its aliases."""
    found: dict[str, list[_Place]] = {}
    for suggestion in names_without_entity(library, findings):
        places = [place for place in suggestion.places if place[0] in chosen]
        if len({article for article, _ in places}) > 1 or len(places) > 3:
            article, span = places[0]
            name = " ".join(library.texts[article].typed(span).split())
            found[_PERSON.sub("", name)] = found.get(_PERSON.sub("", name), []) + places
    aliases = _aliases(list(found))
    for name in found:
        aliases[name] = list(dict.fromkeys((*aliases.get(name, ()), *_in_brackets(library, name, chosen))))
    names = [name for name in found if not any(name in short for short in aliases.values())]
    for name in names[:MOST_EACH]:
        own = short_id(name)
        if not own:
            continue
        articles = ", ".join(dict.fromkeys(article for article, _ in found[name]))
        lines = [
            *proposal_head(f"The name stands in {articles}. Look at its kind and at its other names."),
            f"name: {scalar(name)}",
            f"kind: {_kind(library, name, found[name])}",
        ]
        if aliases.get(name):
            lines += ["aliases:", *(f"  - {_alias(short)}" for short in aliases[name])]
        yield new_record("entity", known, own, lines)


def _aliases(names: list[str]) -> dict[str, list[str]]:
    """Return for each name the others that are its last word or its initials, where they fit no other name."""
    found: dict[str, list[str]] = {}
    for short in names:
        fits = [
            name
            for name in names
            if name != short and " " in name and " " not in short and _shortens(short, name)
        ]
        if len(fits) == 1:
            found.setdefault(fits[0], []).append(short)
    return found


def _in_brackets(library: Library, name: str, chosen: Sequence[ArticleId]) -> Iterator[str]:
    """Yield the abbreviations that texts give in brackets behind a name."""
    pattern = re.compile(rf"{re.escape(name)} \(([A-Z]{{2,8}})\)")
    for article in chosen:
        yield from pattern.findall(library.texts[article].raw)


def _shortens(short: str, name: str) -> bool:
    parts = name.split()
    initials = "".join(part[0] for part in parts if part[0].isupper())
    return short == parts[-1] or (short.isupper() and len(short) > 1 and short == initials)


def _alias(short: str) -> str:
    return f"{{text: {scalar(short)}, case: exact}}" if short.isupper() else scalar(short)


def _kind(library: Library, name: str, places: list[_Place]) -> str:
    """What sort of thing a name most likely is, by what stands before and behind it."""
    before = [library.texts[article].raw[max(span.start - 20, 0) : span.start] for article, span in places]
    behind = [library.texts[article].raw[span.end : span.end + 20] for article, span in places]
    if _BODY.search(name) or name.isupper():
        return "organisation"
    if any(_PERSON.match(words.lstrip().rpartition(". ")[2] + " ") for words in before) or any(
        map(_SPEAKS.match, behind)
    ):
        return "person"
    return (
        "place"
        if sum(map(bool, map(_AT.search, before))) * 2 > len(places)
        else "person"
        if " " in name
        else "organisation"
    )
