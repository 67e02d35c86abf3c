"""What a sceptical reader finds on a page that neither a source, a date nor a signature bears out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.site import sceptic
from tests.walk.days import Days, days_of
from tests.walk.site import Page, Site, words

NOT_OURS = "blockquote, pre, q, mark, .prose, .finding, .quote-note, .fold, .block-words, .moment-what > p, .row-words, h1, bdi"
"""Where texts and editors speak."""


def unsigned_words(site: Site) -> Iterator[str]:
    """Verdicts, bare letters, attributions to nobody, grades without judges: what a sceptic looks for on every page."""
    yield from sceptic.walk(site.root)


def gaps(site: Site) -> Iterator[str]:
    """The time between two facing texts, where their dates do not prove it."""
    for page, facing in _nodes(site, ".facing"):
        sides = [_article_of(page, side) for side in facing.css(".facing-side")]
        told = words(facing.css_first(".between-words") or facing)
        first, second = (site.published(article) for article in sides)
        fault = gap_fault(told, first, second)
        if fault:
            yield f"{page.path}: “{told}” between {sides[0]} and {sides[1]}: {fault}"


_GAP = re.compile(
    r"(?:between (?P<least>\d+)(?: (?P<small>day|month|year)s?)? and |at least (?=\d)|about (?=\d))?"
    r"(?P<number>\d+) (?P<unit>day|month|year)s?(?: and (?P<rest>\d+) days?)? apart"
)
_UNIT_DAYS = {"day": (1, 1), "month": (28, 31), "year": (365, 366)}


def gap_fault(told: str, first: Days, second: Days) -> str:
    """Say what is wrong with the words for the time between two dates; empty where nothing is."""
    early, late = sorted((first, second), key=lambda days: (days.first, days.last))
    proved = early.last < late.first
    if told.startswith("Order unknown"):
        return "the dates prove the order" if proved else ""
    if told.startswith("Same day"):
        return (
            ""
            if first.is_one_day and second.is_one_day and first.first == second.first
            else "that is not proved"
        )
    match = _GAP.fullmatch(told)
    if match is None:
        return "these words are not known here"
    if not proved:
        return "the dates do not prove which came first"
    return _measure_fault(match, early, late)


def _measure_fault(match: re.Match[str], early: Days, late: Days) -> str:
    """Hold the printed numbers against the shortest and the longest time that the dates leave open, with some leave
    for the lengths of months."""
    shortest = (late.first - early.last).days
    longest = (late.last - early.first).days if early.first > date.min and late.last < date.max else None
    number, unit = int(match["number"]), match["unit"]
    lower, upper = number * _UNIT_DAYS[unit][0], number * _UNIT_DAYS[unit][1] + int(match["rest"] or 0)
    words_before = match[0][: match.start("number")]
    if words_before.startswith("between"):
        least = int(match["least"]) * _UNIT_DAYS[match["small"] or unit][0]
        return (
            ""
            if least <= shortest and longest is not None and longest <= upper
            else f"it is {shortest} to {longest} days"
        )
    if words_before.startswith("at least"):
        return "" if lower <= shortest else f"it may be {shortest} days"
    if longest != shortest:
        return f"it is {shortest} to {longest} days"
    leave = 183 if words_before.startswith("about") else 0
    return (
        ""
        if lower - leave <= shortest <= upper + leave + (0 if unit == "day" else 3)
        else f"it is {shortest} days"
    )


def orders(site: Site) -> Iterator[str]:
    """Which text words appeared first in, and what was published before an event, where the dates do not prove it."""
    yield from _firsts(site)
    for page, cell in _nodes(site, ".stance-not-applicable"):
        yield from _before_event(site, page, cell)
    for path, article in site.articles.items():
        for link in _before_links(site.pages[path]):
            claim = site.claims[site.pages[path].target(link)]
            yield from _not_before(site, path, str(article["page"]), str(claim["page"]))


def _firsts(site: Site) -> Iterator[str]:
    """`appeared first in …`: held against the dates of all the texts that the same passage names."""
    by_name = {_name(article): path for path, article in site.articles.items()}
    for page in site.pages.values():
        for node in page.main.css("figcaption, .standfirst, .section-lead, .row-head, .aside"):
            for match in re.finditer(r"appeared first in (?P<name>.+?)(?=[;,.]|$)", words(node)):
                first = by_name.get(match["name"])
                if first is None:
                    yield f"{page.path}: “{match[0]}” names no text"
                    continue
                for other in _texts_near(site, page, node) - {first}:
                    if not site.published(first).proves_before(site.published(other)):
                        yield f"{page.path}: “{match[0]}” is not proved against {other}"


def _texts_near(site: Site, page: Page, node: LexborNode) -> set[str]:
    """The texts that a passage's figure or a pair's page is about, and the page's own text."""
    found = {page.target(link) for link in _around(node, "figure", "li").css("a[href]")}
    own = {page.path} if page.path in site.articles else set()
    return {path for path in found | own if path in site.articles}


def _name(article: dict[str, object]) -> str:
    return str(article.get("siglum") or article.get("outlet"))


def _before_event(site: Site, page: Page, shape: LexborNode) -> Iterator[str]:
    """A cell or row that calls a text older than the event of a claim; keys and tallies name no text."""
    row = _around(shape, "tr")
    head = row.css_first("th[scope=row]") if row.tag == "tr" else None
    if head is None:
        return
    linked = [page.target(link) for link in head.css("a[href]")]
    claims = [path for path in linked if path in site.claims]
    texts = [path for path in linked if path in site.articles]
    if claims and row.css_first("td"):
        for article in _columns_of(site, page, row, shape):
            yield from _not_before(site, page.path, article, claims[0])
    elif texts and page.path in site.claims:
        yield from _not_before(site, page.path, texts[0], page.path)


def _columns_of(site: Site, page: Page, row: LexborNode, shape: LexborNode) -> list[str]:
    """The text at the head of the column in which a cell stands."""
    heads = [
        next((page.target(link) for link in head.css("a[href]") if page.target(link) in site.articles), "")
        for head in _around(row, "table").css("thead th")[1:]
    ]
    cells = row.css("td")
    places = [
        place
        for place, cell in enumerate(cells)
        if any(each.mem_id == shape.mem_id for each in cell.css("span"))
    ]
    return [heads[place] for place in places if place < len(heads) and heads[place]]


def _not_before(site: Site, page: str, article: str, claim: str) -> Iterator[str]:
    event = site.claims[claim].get("event")
    if not event or not site.published(article).proves_before(site.begins(str(event))):
        yield f"{page}: {article} is not proved to be older than the event of {claim}"


def _before_links(page: Page) -> Iterator[LexborNode]:
    for heading in page.main.css("h3"):
        if words(heading) == "It was published before the event of these" and heading.parent is not None:
            yield from heading.parent.css("a.name")


_KNOWN = re.compile(
    r"(?:^|, )(?P<what>public before|later than|in the same days as|order to) (?P<count>all|\d+)(?: of the)?(?: (?P<of>\d+))?",
    re.IGNORECASE,
)


def outside_knowledge(site: Site) -> Iterator[str]:
    """What stands as public before, in the same days or later than the texts, where the dates do not prove it."""
    for path, claim in site.claims.items():
        texts = {f"articles/{appearance['article']}.html" for appearance in claim["appearances"]}
        entries = claim.get("known_today", [])
        told = [words(node) for node in site.pages[path].main.css(".known-today .moment-when")]
        if len(told) != len(entries):
            yield f"{path}: {len(entries)} entries are known from outside, {len(told)} are dated against the texts"
        for entry, line in zip(entries, told, strict=False):
            known = days_of(entry["date"])
            counts = Counter(_relation(known, site.published(text)) for text in texts)
            for match in _KNOWN.finditer(line):
                number = len(texts) if match["count"].lower() == "all" else int(match["count"])
                if number > counts[match["what"].lower()]:
                    yield f"{path}: “{line}”, but the dates prove {dict(counts)}"


def _relation(known: Days, text: Days) -> str:
    if known.last < text.first:
        return "public before"
    if known.first > text.last:
        return "later than"
    together = max(known.last, text.last) - min(known.first, text.first)
    return "in the same days as" if together < timedelta(days=7) else "order to"


def claims_of_events(site: Site) -> Iterator[str]:
    """Claims on the comparison of an event that are not about it, and events whose comparison has none."""
    for path, page in site.pages.items():
        match = re.fullmatch(r"comparisons/event--(.+)\.html", path)
        if match is None:
            continue
        linked = {page.target(link) for link in page.main.css("a[href]")} & site.claims.keys()
        own = {claim for claim, record in site.claims.items() if record.get("event") == match[1]}
        yield from (f"{path}: {claim} is not about {match[1]}" for claim in sorted(linked - own))
        if not own & linked:
            yield f"{path}: no claim about {match[1]}"


def _around(node: LexborNode, *tags: str) -> LexborNode:
    """The nearest element of these tags that holds a node; the page's main part where there is none."""
    while node.parent is not None and node.tag not in (*tags, "main"):
        node = node.parent
    return node


def titles_of_editors(site: Site) -> Iterator[str]:
    """Titles that no text has as its headline and that stand as if one had printed them."""
    for path, article in site.articles.items():
        if article.get("headline"):
            continue
        page = site.pages[path]
        heading = page.main.css_first("h1")
        title = words(heading) if heading else ""
        if not (title.startswith("[") and title.endswith("]")):
            yield f"{path}: the editors' title “{title}” does not stand in brackets"
        for node in page.tree.css("script[type='application/ld+json']"):
            if '"headline"' in node.text():
                yield f"{path}: the editors' title is a headline for machines"


def shared_titles(site: Site) -> Iterator[str]:
    """Titles of windows that two pages share."""
    titles = Counter(words(node) for page in site.pages.values() for node in page.tree.css("head title"))
    yield from (f"{count} pages are called “{title}”" for title, count in sorted(titles.items()) if count > 1)


def _nodes(site: Site, selector: str) -> Iterator[tuple[Page, LexborNode]]:
    for page in site.pages.values():
        for node in page.main.css(selector):
            yield page, node


def _article_of(page: Page, side: LexborNode) -> str:
    """The text that a side of two facing ones quotes."""
    link = side.css_first(".facing-source a[href], .locator[href]")
    assert link is not None, f"{page.path}: a side without a source"
    return page.target(link)


def own_words(page: Page, between: str = " ") -> str:
    """Return the page's words without those of texts and editors, with `between` set between its elements."""
    copy = LexborHTMLParser(page.main.html or "")
    for node in copy.css(NOT_OURS):
        node.decompose()
    assert copy.body is not None
    return copy.body.text(separator=between)


RULES: dict[str, Callable[[Site], Iterator[str]]] = {
    "nothing that no source and no signature carries": unsigned_words,
    "no gap that the dates do not prove": gaps,
    "no order that the dates do not prove": orders,
    "nothing from outside on the wrong side of the texts": outside_knowledge,
    "no claim on the comparison of another event": claims_of_events,
    "no editors' title that poses as a headline": titles_of_editors,
    "no two pages with one title": shared_titles,
}
"""Every rule by its sentence."""
