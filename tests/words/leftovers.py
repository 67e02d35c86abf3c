"""Finds Latin letters on pages of a site in which neither the editors nor the catalogue have any: words left in English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

READ_ATTRIBUTES = (
    "alt",
    "aria-label",
    "content",
    "data-also",
    "data-label",
    "label",
    "placeholder",
    "title",
)
"""Attributes that somebody reads or hears, or that search shows."""
SEARCHED = re.compile(r"data-[fsm]\d+")
"""Attributes of the facets, keys and lines that search is told, as `data-f1`."""
NOT_WORDS = (
    (r"\b(?:mailto:\S+@|https?://)?(?:[a-z0-9-]+\.)+example\b(?:/\S*)?", "addresses"),
    (r"\b[0-9a-f]{7,64}\b", "digests"),
    (r"\bSHA-256\b", "the name of a digest"),
    (r"\b[A-Z]\d\d?\b", "numbers of records, as C07"),
    (r"\b(?:MC|SN|RA|SM|SW|CW)\b", "the sigla that the dossier gives its texts"),
    (r"\b(?:JSON|CSV|RIS|CSL|BibTeX|EDTF|ISO 8601|Atom|XML)\b", "names of formats"),
    (r"\b[a-z-]+\.(?:json|csv|ris|bib|xml)\b", "names of files"),
    (r"\b(?:no-break )?space\b", "names that Unicode gives to signs"),
    (r"\bUTC\b", "a time zone"),
    (r"\bqaa\b", "the tag of a language that has no name"),
    (r"\bpress-watch\b", "the scale of somebody else"),
    (r"(?<![^\s⟦])[A-F](?![^\s,;:.⟧])", "letters of the Admiralty scale"),
)
"""What has Latin letters in every language, each with what it is."""
_NOT_WORDS = re.compile("|".join(f"(?:{pattern})" for pattern, _ in NOT_WORDS))
_RUN = re.compile(r"[A-Za-z][A-Za-z’'-]*(?:[ ,]+[A-Za-z][A-Za-z’'-]*)*")
_UNREAD = frozenset({"script", "style"})
_MACHINE = frozenset({"fact", "cite-address"})
"""Classes of what is for machines: digests, dates in EDTF, addresses."""


def leftovers(site: Path, own: str, theirs: Iterable[str] = ()) -> dict[str, list[str]]:
    """Return every run of Latin letters on the pages of a site, each with the pages that have it.

    `own` is the language of the site; what a page says to be in another is a text's. So are the words in `theirs`.
    """
    longest_first = sorted(theirs, key=len, reverse=True)
    known = [_NOT_WORDS.pattern, *(rf"\b(?i:{re.escape(words)})\b" for words in longest_first)]
    skipped = re.compile("|".join(known))
    found: dict[str, list[str]] = {}
    for path in sorted(site.rglob("*.html")):
        page = LexborHTMLParser(path.read_text("utf-8"))
        if page.css_first("main") is None:
            continue  # a file of the publisher's own
        for run in dict.fromkeys(_runs(page, own, skipped)):
            found.setdefault(run, []).append(path.relative_to(site).as_posix())
    return found


def _runs(page: LexborHTMLParser, own: str, skipped: re.Pattern[str]) -> Iterator[str]:
    assert page.root is not None
    for words in _read(page.root, own, own):
        yield from _RUN.findall(skipped.sub(" · ", words))


def _read(node: LexborNode, language: str, own: str) -> Iterable[str]:
    """Yield what is read of a node and of all in it, as far as it is in the site's own language."""
    attributes = node.attributes
    language = attributes.get("lang") or language
    if node.tag in _UNREAD:
        return
    if language == own:
        yield from (
            words or ""
            for name, words in attributes.items()
            if (name in READ_ATTRIBUTES or SEARCHED.fullmatch(name)) and _is_read(node, name)
        )
    if node.tag == "-text":
        if language == own:
            yield node.text()
        return
    if _MACHINE & set((attributes.get("class") or "").split()):
        return
    for inner in node.iter(include_text=True):
        yield from _read(inner, language, own)


def _is_read(node: LexborNode, name: str) -> bool:
    is_tag = f"-lang[{name}]" in (
        node.attributes.get("data-pagefind-filter") or ""
    )  # of a language, not a word
    return not is_tag and (name != "content" or node.attributes.get("name") == "description")
