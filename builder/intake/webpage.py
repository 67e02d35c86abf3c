"""A saved web page → what it says of itself, and its text as plain lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from builder.intake.blocks import Block, blocks_of, without_toolbars
from builder.intake.containers import SavedPage, saved_from
from builder.intake.dates import printed_dates
from builder.intake.decoding import decode
from builder.intake.found import Found, Unreadable
from builder.intake.metadata import Told, metadata_of
from builder.intake.months import month_of
from builder.intake.publication import Publication, hinted, publication_of
from builder.intake.title import headline_of
from builder.regexes import regex

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ARCHIVED: Final = regex(
    r"https?://web\.archive\.org/web/((\d{4})(\d{2})(\d{2})\d{0,6})(?:[a-z]{2}_)?/(https?:?/{1,2}[^\s\"'<>]+)"
)
_ARCHIVED_ON: Final = regex(r"FILE ARCHIVED ON (?:[\d:]+ )?(\w{3} \d{1,2}, \d{4})")
_CACHES: Final = ("ampproject.org", "googleusercontent.com", "archive.org", "google.com")
_BY: Final = regex(
    r"^(?:(?:written |report(?:ed)? )?by|von|par|por|di|de|door|autor(?:in)?|auteur|автор|аутор|пише|piše|yazan|haber"
    r"|بقلم|كتب[ت]?|文|記者|作者)\s*[:：/]?\s+(?P<name>[^|,;·•\d]{3,80}?)\s*(?:[|,;·•–-]|\d|$)",
    re.IGNORECASE,
)
_BYLINE_CLASS: Final = regex(
    r"(?:^|[-_ ])(?:by-?line|author|writer|autor|auteur)s?(?:$|[-_ ])", re.IGNORECASE
)
_BEFORE_NAME: Final = r"^(?:by|von|par|por|(?:izvor|source|quelle|fuente|kaynak|источник)\s*:?)\s+"
_BEHIND_NAME: Final = regex(
    r"(?:(?<=\w)@\w|\s[\w.+-]+@[\w-]+\.\w|\s@\w|\s\d"
    r"|\s(?:published|posted|updated|last updated|link copied|share|follow)\b).*$",
    re.IGNORECASE,
)
"""What pages print behind an author in the same line: an account, an address, a date, what can be done there."""
_NO_NAME: Final = regex(
    r"https?:|^@|www\.|^(?:admin|editor|webmaster|by|von|par|por|di)$|^(?:photo|foto|image|bild|getty|illustration)",
    re.IGNORECASE,
)
_LONGEST_LINE: Final = 150
_LEAST_PARAGRAPH: Final = 60
_MUCH_MORE: Final = 3
"""By so much a page's long lines outdo what the layout says is its text, where that took a box beside it."""
_NO_TEXT: Final = "open it in a browser, copy its text into a .txt file, and import that"
_FORBIDDEN: Final = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)


def read_page(page: SavedPage) -> Found:
    """Return what a page says; raises `Unreadable` for what is no page or holds no words."""
    from lxml import etree, html

    text, _, remark = decode(page.content, page.encoding)
    address = page.url or saved_from(text)
    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        tree = html.document_fromstring(_FORBIDDEN.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as fault:
        raise Unreadable("it is no web page", "name a page that was saved in a browser") from fault
    on = _ARCHIVED_ON.search(text)
    without_toolbars(tree)
    return _Page(tree, page, address, on[1] if on else "", remark).found()


class _Page:
    """One page while it is read: each part needs others that were found before it."""

    def __init__(
        self, tree: HtmlElement, page: SavedPage, address: str, archived_on: str, remark: str
    ) -> None:
        self.tree = tree
        self.remarks = [remark] if remark else []
        self.told = metadata_of(tree)
        self.blocks = blocks_of(tree)
        self.archived = _ARCHIVED.search(address) or _ARCHIVED.search(self.told.url)
        self.url = self._url(address)
        self.language = _tag(self.told.language)
        self.saved = _saved_day(page, self.archived, archived_on)
        self.title = headline_of(self.blocks, self.told, _page_title(tree), self._names())
        self.body = self._body()

    def found(self) -> Found:
        first, last = self._place_of_body()
        when = publication_of(
            self.blocks, self.title.line, (first, last), self.told, self.url, self.language, self.saved
        )
        if when.date is None:
            when = self._hinted() or when
        byline, line = self._byline(first, when)
        text, headline, byline_line, date_line = self._text(when, line)
        if not text:
            raise Unreadable("no words of an article are in it", _NO_TEXT)
        archived = self.archived
        return Found(
            title=self.title.text[:1_000],
            headline=headline,
            text=text,
            outlet=self._outlet()[0],
            url=self.url,
            byline=byline[0],
            byline_line=byline_line,
            date_line=date_line,
            language=self.language,
            published=when.date,
            archive=archived[0] if archived else "",
            archived=f"{archived[2]}-{archived[3]}-{archived[4]}" if archived else "",
            sources=tuple(self._sources(byline[1], when)),
            remarks=(*self.remarks, *when.remarks),
        )

    def _hinted(self) -> Publication | None:
        """What the rules of `htmldate` see where ours see nothing, if the page shows it outside its masthead."""
        from htmldate import find_date

        hint = find_date(deepcopy(self.tree), original_date=True, extensive_search=False)
        start = max((self.title.line or 0) - 2, 0)
        found = hinted(self.blocks[start:], hint, self.language) if hint else None
        if found is None or found.line is None:
            return None
        return Publication(found.date, found.line + start, found.remarks)

    def _url(self, address: str) -> str:
        """Where this copy was published: the address it was saved from, unless that is a cache or says less."""
        original = self.archived[5] if self.archived else ""
        told = _ARCHIVED.sub(lambda found: found[5], self.told.url)
        saved = original or (address if address.startswith("http") else "")
        host, other = _host(told), _host(saved)
        if not saved or other.endswith(_CACHES):
            return told
        if told and host.removeprefix("amp.") == other.removeprefix("amp.").removeprefix("m."):
            return told
        if told and host and host.split(".")[-2:] != other.split(".")[-2:]:
            self.remarks.append(
                f"the page names another address as its original: {told}; was it taken over from there?"
            )
        return saved if not told or host.split(".")[-2:] != other.split(".")[-2:] else told

    def _names(self) -> list[str]:
        host = _host(self.url).removeprefix("www.")
        return [*(told.value.lstrip("@") for told in self.told.outlets), host.split(".")[0] if host else ""]

    def _outlet(self) -> tuple[str, str]:
        """Who published it, and where that is said; of several the one that the address bears out."""
        told = [each for each in self.told.outlets if 1 < len(each.value) < 80]
        host = "".join(filter(str.isalnum, _host(self.url).removeprefix("www.").rpartition(".")[0]))
        for each in told:
            name = "".join(filter(str.isalnum, each.value.casefold())).removeprefix("the")
            if name and host and (name in host or host in name):
                return each.value.lstrip("@"), each.field
        if told:
            return told[0].value.lstrip("@"), told[0].field
        if self.title.site:
            return self.title.site, "title of the page"
        return _host(self.url).removeprefix("www."), "address"

    def _body(self) -> list[str]:
        from trafilatura import bare_extraction
        from trafilatura.settings import Document

        document = bare_extraction(
            deepcopy(self.tree),
            include_comments=False,
            with_metadata=False,
            favor_precision=True,
            output_format="python",
        )
        found = (
            list(_paragraphs(document.body))
            if isinstance(document, Document) and document.body is not None
            else []
        )
        lines = self._long_lines()
        is_layout = any(self.title.text in each and len(each) > 2 * len(self.title.text) for each in found)
        if is_layout or sum(map(len, lines)) > _MUCH_MORE * sum(map(len, found)):
            return lines
        return found

    def _long_lines(self) -> list[str]:
        """The paragraphs of a page that its layout does not tell from anything else: lines behind the headline."""
        start = self.title.line + 1 if self.title.line is not None else 0
        return [
            block.text
            for block in self.blocks[start:]
            if not block.is_aside and len(block.text) >= _LEAST_PARAGRAPH
        ]

    def _place_of_body(self) -> tuple[int, int]:
        """Return the first and the last block that the body has; behind all of them where it has none."""
        keys = {paragraph[:40] for paragraph in self.body if len(paragraph) >= _LEAST_PARAGRAPH}
        start = self.title.line + 1 if self.title.line is not None else 0
        places = [
            index for index, block in enumerate(self.blocks) if index >= start and block.text[:40] in keys
        ]
        end = len(self.blocks)
        return (places[0], places[-1]) if places else (end, end)

    def _byline(self, first: int, when: Publication) -> tuple[tuple[str, str], int | None]:
        """Return the author with where that is said, and the block that shows it."""
        start = self.title.line if self.title.line is not None else 0
        near = [*range(start + 1, first), *range(first, min(first + 2, len(self.blocks)))]
        lines = [
            index
            for index in near
            if len(self.blocks[index].text) <= _LONGEST_LINE and not self.blocks[index].is_aside
        ]
        if when.line is not None and when.line not in lines:
            lines.append(when.line)
        found = (*self.told.authors, *self._said_author(lines), *self._layout_author())
        for told in found:
            name = self._without_month(_author(told.value))
            first_name = name.partition(",")[0].casefold()
            if name:
                named = (index for index in lines if first_name in self.blocks[index].text.casefold())
                return (name, told.field), next(named, None)
        return ("", ""), None

    def _without_month(self, name: str) -> str:
        """A name without the month at its end that belongs to the date behind it: `Eva Klein Dec 10, 2016`."""
        rest, _, last = name.rpartition(" ")
        if last and month_of(last, self.language) and not _is_only_name(last, self.blocks):
            return rest.strip(" ,·|–-")
        return name

    def _said_author(self, lines: list[int]) -> Iterator[Told]:
        """The author as a line near the headline says: behind `By`, or alone in a line of that class."""
        for index in lines:
            block = self.blocks[index]
            said = _BY.match(block.text)
            name = said["name"] if said else block.text if _BYLINE_CLASS.search(block.classes) else ""
            if name and _looks_like_name(name):
                yield Told(name, "the text")

    def _layout_author(self) -> Iterator[Told]:
        """The author as the page's layout tells: classes and links that content systems give to bylines."""
        from trafilatura.metadata import extract_author

        name = extract_author(deepcopy(self.tree))
        if name and _looks_like_name(name):
            yield Told(name, "the text")

    def _text(self, when: Publication, byline: int | None) -> tuple[str, str, str, str]:
        """Return what is stored: headline, lines about author and date in the page's order, body; and those lines."""
        headline = self.title.text if self.title.line is not None else ""
        opens = when.line if when.line is not None and self._is_paragraph(when.line) else None
        heads = sorted({index for index in (when.line, byline) if index not in (None, opens)})
        lines = [self.blocks[index].text for index in heads]
        taken = "\n".join((headline, *lines))
        body = [each for each in self.body if len(each) > _LONGEST_LINE or each not in taken]
        if not body:
            return "", "", "", ""
        parts = [part for part in (headline, *lines, *body) if part]
        byline_line = self.blocks[byline].text if byline is not None else ""
        date_line = self.blocks[when.line].text if when.line not in (None, byline, opens) else ""
        return "\n\n".join(parts) + "\n", headline, byline_line, date_line

    def _is_paragraph(self, index: int) -> bool:
        """Whether a line is a paragraph of the article, as one that begins with place and date is."""
        text = self.blocks[index].text
        return len(text) > _LONGEST_LINE and any(text[:40] in each for each in self.body)

    def _sources(self, author: str, when: Publication) -> Iterator[str]:
        told = {
            "title": self.title.field if self.title.text else "",
            "outlet": self._outlet()[1],
            "byline": author,
            "published": when.date.where if when.date else "",
            "language": "the page" if self.language else "",
        }
        yield from (f"{name}: {where}" for name, where in told.items() if where)


def _paragraphs(body: HtmlElement) -> Iterator[str]:
    """Yield the paragraphs of a body as trafilatura gives it, white space as one space."""
    from lxml import etree

    etree.strip_tags(body, etree.Comment, etree.ProcessingInstruction)
    for element in body:
        rows = element.findall(".//row")
        if rows:
            yield from filter(None, (" ".join(" ".join(row.itertext()).split()) for row in rows))
        elif element.tag == "list":
            yield from filter(None, (" ".join("".join(each.itertext()).split()) for each in element))
        else:
            yield from filter(None, (" ".join(part.split()) for part in _lines_of(element)))


def _lines_of(element: HtmlElement) -> list[str]:
    parts = [element.text or ""]
    for each in element:
        if each.tag == "lb":
            parts += ["\n", each.tail or ""]
        else:
            parts += ["".join(each.itertext()), each.tail or ""]
    return "".join(parts).split("\n") if element.find("lb") is not None else ["".join(element.itertext())]


def _page_title(tree: HtmlElement) -> str:
    return " ".join(str(tree.xpath("string(//head/title | //title[1])")).split())[:1_000]


def _author(value: str) -> str:
    """A person's name out of a field: no address, no account, nothing of what stands before or behind it."""
    name = re.sub(_BEFORE_NAME, "", " ".join(value.split()), flags=re.IGNORECASE)
    name = re.sub(r"\s+[^\s:]+:.*", "", name)  # what follows is about something else: `Stand: 22.03.2018`
    name = _BEHIND_NAME.sub("", name).strip(" ,;|/·•–-")
    is_none = _NO_NAME.search(name) or len(name) > 200 or not any(map(str.isalpha, name))
    return "" if is_none else name


def _is_only_name(word: str, blocks: list[Block]) -> bool:
    """Whether a word that is a month's name never stands right before digits."""
    dated = re.compile(rf"\b{re.escape(word)}\.?\s+\d", re.IGNORECASE)
    return not any(dated.search(block.text) for block in blocks)


def _looks_like_name(text: str) -> bool:
    return len(text.split()) <= 8 and len(text) <= 80 and not re.search(r"\d|[.!?]\s", text)


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def _tag(written: str) -> str:
    """A language tag as records write it, `en-GB` for `en_gb`; nothing where it is none."""
    match = re.match(
        r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z0-9])", written
    )
    if match is None or match[1].lower() in ("und", "mul", "zxx"):
        return ""
    parts = [match[1].lower(), match[2] and match[2].title(), match[3] and match[3].upper()]
    return "-".join(part for part in parts if part)


def _saved_day(page: SavedPage, archived: re.Match[str] | None, archived_on: str) -> date | None:
    if archived_on:
        return next((each.day for each in printed_dates(archived_on, "en-US")), None)
    written = f"{archived[2]}-{archived[3]}-{archived[4]}" if archived else page.saved
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None
