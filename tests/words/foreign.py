"""Finds words of texts on pages of a site that do not say which language they are in, or run the wrong way."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from builder.languages import direction_of

_UNREAD = frozenset({"desc", "head", "script", "style", "title"})
"""Elements whose words stand in no element of their own: what a picture is called is one line."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}


def words_of(texts: Mapping[str, str]) -> dict[str, str]:
    """Return which language each word is in, for texts by language; words of two languages are left out."""
    found: dict[str, set[str]] = {}
    for language, text in texts.items():
        for word in _WORD.findall(text):
            found.setdefault(word, set()).add(language)
    return {word: languages.pop() for word, languages in found.items() if len(languages) == 1}


def faults(page: LexborHTMLParser, words: Mapping[str, str]) -> Iterator[str]:
    """Yield each place of a page where a foreign word stands in an element of another language or direction."""
    for node in page.root.traverse(include_text=True):
        if node.tag != "-text":
            continue
        for language in {words[word] for word in _WORD.findall(node.text()) if word in words}:
            yield from _faults(node, language)


def _faults(node: LexborNode, language: str) -> Iterator[str]:
    above = list(_above(node))
    if any(each.tag in _UNREAD for each in above):
        return
    said = next((each.attributes["lang"] for each in above if each.attributes.get("lang")), None)
    if said != language:
        yield f"{_place(above)}: {node.text().strip()!r} is {language}, not {said}"
    way = next((_way(each) for each in above if "dir" in each.attributes or each.tag == "bdi"), None)
    if way != direction_of(language) and not any(each.tag == "svg" for each in above):
        yield f"{_place(above)}: {node.text().strip()!r} runs {direction_of(language)}, not {way}"


def _above(node: LexborNode) -> Iterator[LexborNode]:
    parent = node.parent
    while parent is not None and parent.tag != "-undef":
        yield parent
        parent = parent.parent


def _way(node: LexborNode) -> str | None:
    """The direction that an element has: as it says, else that of its first letter."""
    said = node.attributes.get("dir")
    if said in ("ltr", "rtl"):
        return said
    signs = (_STRONG.get(unicodedata.bidirectional(sign)) for sign in node.text())
    return next(filter(None, signs), None)


def _place(above: list[LexborNode]) -> str:
    return " > ".join(
        each.tag + "".join(f".{name}" for name in (each.attributes.get("class") or "").split()[:1])
        for each in reversed(above[:4])
    )


def faults_of(site: Path, words: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the faults of every page of a site that has any, by its path."""
    found = {
        path.relative_to(site).as_posix(): list(faults(LexborHTMLParser(path.read_text("utf-8")), words))
        for path in sorted(site.rglob("*.html"))
    }
    return {path: each for path, each in found.items() if each}
