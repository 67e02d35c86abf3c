"""A page as lines: what a reader sees of it, block by block, and in which surroundings each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from builder.regexes import regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code dfn em font i ins kbd label mark nobr q s small span strike strong sub sup"
    " time tt u var wbr".split()
)
_UNSEEN: Final = frozenset(
    "script style noscript template svg iframe object select option head title button".split()
)
_ASIDE_TAGS: Final = frozenset("aside nav footer form dialog".split())
_ASIDE: Final = regex(
    r"(?:^|[-_ ])(?:related|recommend\w*|most-?(?:read|popular|viewed)|popular|trending|teasers?|ticker"
    r"|more-(?:news|stories|on)|side-?bar|widget|comments?|disqus|cookie\w*|consent|gdpr|newsletter|promo\w*|advert\w*|banner|breadcrumbs?|footer|nav|menu"
    r"|masthead|topbar|outbrain|taboola|share|social|latest(?:-news)?|also-?read|see-?also|read-?next|onetrust\w*)"
    r"(?:$|[-_ ])",
    re.IGNORECASE,
)
_EDGE: Final = "\x00"
"""Stands where an element inside a line begins or ends, until the line is whole; no page holds it."""
_FUSED: Final = regex(r"(?<=[a-zß-öø-ÿа-ячђћљњџј0-9)])\x00+(?=[A-ZÀ-ÖØ-ÞА-ЯЧЂЋЉЊЏЈ0-9])")
"""Parts of a line that only the page's style sets apart: `Eva Klein` and `Stand: 22.03.`"""
_TOOLBARS: Final = frozenset({"wm-ipp", "wm-ipp-base", "wm-ipp-print", "donato"})
"""What the Wayback Machine puts above a page."""
_MOST_PARAGRAPHS: Final = 2_000
_MOST_ABOVE: Final = 60
"""How far above a paragraph is looked: pages of news are some 25 elements deep."""
_FEW: Final = 2
MOST_BLOCKS: Final = 20_000
_MOST_CHARS: Final = 400_000
_MOST_CLASSES: Final = 500


class Block(Struct, frozen=True):
    """A line of a page as a reader sees it, white space as one space.

    `machine` are dates that its elements state for programs (`<time datetime>`, microdata), with whether they say that
    it is the date of publication; `is_aside` whether it belongs to other things than the article.
    """

    text: str
    tag: str
    classes: str
    is_aside: bool
    machine: tuple[tuple[str, str], ...] = ()


def without_toolbars(tree: HtmlElement) -> None:
    """Take out of a tree what an archive has put above the page."""
    for element in tree.xpath("//*[@id]"):
        if element.get("id") in _TOOLBARS and element.getparent() is not None:
            element.drop_tree()


def blocks_of(tree: HtmlElement) -> list[Block]:
    """Return the lines of a page in the order of the page."""
    found: list[Block] = []
    chars = 0
    for block in _walk(tree):
        found.append(block)
        chars += len(block.text)
        if len(found) >= MOST_BLOCKS or chars > _MOST_CHARS:
            break
    return found


class _Surroundings(Struct):
    tag: str
    classes: str
    is_aside: bool
    is_unseen: bool


def _walk(tree: HtmlElement) -> Iterator[Block]:
    """Walk without recursion: pages are nested as deep as somebody likes."""
    from lxml import etree

    above = [_Surroundings("body", "", False, False)]
    around = _around_article(tree)
    words: list[str] = []
    machine: list[tuple[str, str]] = []
    classes: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            words.append(element.tail or "" if not above[-1].is_unseen else "")
            continue
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        breaks = tag not in _INLINE
        if breaks and (block := _block(words, above[-1], classes, machine)) is not None:
            yield block
        if breaks:
            words, machine, classes = [], [], []
        if event == "start":
            above.append(_inside(element, tag, above[-1], is_around=element in around))
            machine += _machine(element)
            classes.append("" if breaks else above[-1].classes)
            words.append("" if breaks else _EDGE)
            words.append("" if above[-1].is_unseen else element.text or "")
        else:
            above.pop()
            words.append("" if breaks else _EDGE)
            words.append("" if above[-1].is_unseen else element.tail or "")
    if (block := _block(words, above[-1], classes, machine)) is not None:
        yield block


def _around_article(tree: HtmlElement) -> frozenset[HtmlElement]:
    """Return the elements around the first heading of the first rank, or around most of the page's paragraphs.

    Whatever they are called (`widget`, `sidebar-layout`), they are not beside the article.
    """
    heading = next(tree.iter("h1"), None)
    parents: dict[HtmlElement, int] = {}
    paragraphs = list(islice(tree.iter("p"), _MOST_PARAGRAPHS))
    for paragraph in paragraphs:
        for place, parent in enumerate(paragraph.iterancestors()):
            if place >= _MOST_ABOVE:
                break
            parents[parent] = parents.get(parent, 0) + 1
    found = {parent for parent, count in parents.items() if 2 * count > len(paragraphs) > _FEW}
    return frozenset(found | set(heading.iterancestors() if heading is not None else ()))


def _inside(element: HtmlElement, tag: str, around: _Surroundings, *, is_around: bool) -> _Surroundings:
    classes = (
        f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".strip()[
            :_MOST_CLASSES
        ]
    )
    style = (element.get("style") or "").replace(" ", "").lower()
    hidden = tag in _UNSEEN or element.get("hidden") is not None or "display:none" in style
    aside = tag in _ASIDE_TAGS or (
        not is_around and tag not in ("body", "html", "article", "main") and bool(_ASIDE.search(classes))
    )
    if tag in _INLINE:
        return _Surroundings(around.tag, classes, around.is_aside, around.is_unseen or hidden)
    return _Surroundings(tag, classes, around.is_aside or aside, around.is_unseen or hidden)


def _machine(element: HtmlElement) -> Iterator[tuple[str, str]]:
    value = element.get("datetime") or (element.get("content") if element.get("itemprop") else None)
    prop = (element.get("itemprop") or element.get("property") or "").strip()
    if value and len(value) < 60 and (element.tag == "time" or "date" in prop.lower()):
        is_published = element.get("pubdate") is not None
        yield value.strip(), prop or ("pubdate" if is_published else "")
    title = element.get("title")
    if title and element.tag in ("abbr", "span") and re.match(r"\d{4}-\d\d-\d\d", title):
        yield title[:60], (element.get("class") or "")[:60]


def _block(
    words: list[str], around: _Surroundings, classes: list[str], machine: list[tuple[str, str]]
) -> Block | None:
    text = " ".join(_FUSED.sub(" ", "".join(words)).replace(_EDGE, "").split())
    if not text and not machine:
        return None
    told = " ".join(filter(None, (around.classes, *classes)))[:_MOST_CLASSES]
    return Block(text, around.tag, told, around.is_aside, tuple(machine))
