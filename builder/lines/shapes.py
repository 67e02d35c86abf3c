"""What a single line looks like: prose, a line of its own, the head of a list's entry, or a page number."""

from __future__ import annotations

import re
from enum import Enum, auto

from builder.regexes import regex


class Shape(Enum):
    """What a line is by its look alone."""

    PROSE = auto()
    """It may go on in the next line, and go on from the last one."""
    APART = auto()
    """Quoted mail, a table's row, a rule, an address, a byline, a caption: never joined with anything."""
    ENTRY = auto()
    """It begins with a bullet: what stands before it has ended."""
    MAYBE_ENTRY = auto()
    """It begins with a dash or a number: an entry where others begin so too."""
    PAGE_NUMBER = auto()
    """Nothing but the number of a page."""


class Start(Enum):
    """How a line begins, behind opening marks."""

    SMALL = auto()
    """With a small letter, or a sign that ends something: a sentence goes on."""
    CAPITAL = auto()
    """With a capital, which says nothing."""
    NO_CASE = auto()
    """With a letter of a script without capitals."""
    OTHER = auto()
    """With a figure or a sign."""


_PAGE_WORDS = (
    r"page|p\.?|pg\.?|seite|s\.|página|pagina|pág\.?|pag\.?|strona|str\.|side|sida|sivu|oldal|sayfa|страница|стр\.?"
    r"|сторінка|страна|第|صفحة"
)
_PAGE_NUMBER = regex(
    r"\d{1,3}|[-–—•·|*\[(]+\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—•·|*\])]+"
    rf"|(?:[-–—•·|*\[(]+\s*)?(?:{_PAGE_WORDS})\s*\d{{1,4}}(?:\s*(?:页|頁|ページ))?"
    r"(?:\s*(?:of|/|\||von|из|de|di|z|av|af|van|sur)\s*\d{1,4})?(?:\s*[-–—•·|*\])]+)?"
    r"|\d{1,4}\s*(?:/|\||of|von|из|页|頁|ページ)\s*\d{0,4}",
    re.IGNORECASE,
)
_MAX_PAGE_NUMBER_CHARS = 24
_LONGEST_SHAPED_CHARS = 200
"""A longer line is looked at no closer: it is no row and no byline, and joins nothing."""
_ENTRY = regex(r"[•◦▪▫‣⁃●○■□►▶▸➤→✓✔∙·]")
_MAYBE_ENTRY = regex(
    r"(?P<dash>[-–—])\s|(?P<star>[*+])\s|\(?(?P<number>\d{1,3})[.)]\s|\(?(?P<letter>[A-Za-z])\)\s|\((?P<roman>[ivx]{1,5})\)\s"
)
_NAME = r"(?:[^\W\d_a-zß-öø-ÿа-яё]|\d)[\w.'’/:-]*"
_BYLINE = regex(
    r"(?:By|by|BY|Von|von|VON|Par|par|Por|por|Door|Av|Af|Author|Autor|Text|Story|Words|От|Автор|Written by|Reported by)"
    rf":?\s+{_NAME}(?:,?\s+(?:(?:and|und|et|y|e|en|in|for|of|the|de|da|di|la|le|van|von|der|и|с|в)\s+)*{_NAME})*[.,:]?"
)
_CREDIT_WORDS = (
    "photo|photograph|picture|image|caption|file photo|foto|bild|imagen|immagine|фото|снимок|图|写真|صورة"
)
_CAPTION = regex(rf"(?:{_CREDIT_WORDS})(?:\s+(?:credit|by|courtesy))?\s*[:/：].*", re.IGNORECASE)
_CREDIT = regex(
    rf"\((?:(?:{_CREDIT_WORDS})\b[^()]*|AP|AFP|EPA|dpa|Reuters|Getty(?: Images)?|AP Photo[^()]*)\)$",
    re.IGNORECASE,
)
_ADDRESS = regex(r"[<(\[]?(?:https?://|www\.|ftp://)\S+|[<(]?\S+@\S+\.\w+[>)]?")
_ROW = regex(r"\S(?:\t|\s{3,})\S|\s\|\s|\.{4,}\s*\d|[^\s.?!:]\s{2,}\S.*[^\s.?!:]\s{2,}\S")
_QUOTED = regex(r"[>|]|[A-Z]{1,3}>")
_HEADER = regex(r"[A-Z][A-Za-z-]{1,20}:\s")
_OPENING = "\"'“„‘‚’«»‹›([{¿¡「『《〈—–-* …."
_NEVER_FIRST = ",;!?)，。、；：！？）」』】》"
_PARTICLES = frozenset(
    """a an and as at by for from in of on or the to via with de der die das da del di do du e el en et la le les los of
    og och und van von y zu zum zur и в на о по с из""".split()
)
_SIGNATURE = "--"


def shape_of(line: str) -> Shape:
    """Return what a line is by its look; `line` has no white space at its ends and is not empty."""
    if is_page_number(line):
        return Shape.PAGE_NUMBER
    if _is_apart(line):
        return Shape.APART
    if line[0].isalnum() and line[1:2].isalpha():
        return Shape.PROSE  # the most of all lines
    if _ENTRY.match(line):
        return Shape.ENTRY
    return Shape.MAYBE_ENTRY if _MAYBE_ENTRY.match(line) else Shape.PROSE


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but the number of a page."""
    return len(line) <= _MAX_PAGE_NUMBER_CHARS and _PAGE_NUMBER.fullmatch(line) is not None


def _is_apart(line: str) -> bool:
    if _QUOTED.match(line) or not (line[0] in _NEVER_FIRST or any(map(str.isalnum, line))):
        return True
    if len(line) > _LONGEST_SHAPED_CHARS:
        return False
    return bool(
        _ROW.search(line) or _ADDRESS.fullmatch(line) or _BYLINE.fullmatch(line) or _CAPTION.fullmatch(line)
    )


def opens_signature(line: str) -> bool:
    """Whether a line parts a mail from its signature."""
    return line == _SIGNATURE


def ends_caption(line: str) -> bool:
    """Whether a line ends with a picture's credit in brackets: `(Photo: …)`."""
    return line.endswith(")") and _CREDIT.search(line[-_LONGEST_SHAPED_CHARS:]) is not None


def is_header(line: str) -> bool:
    """Whether a line could be one of the head of a mail: `Subject: …`."""
    return _HEADER.match(line) is not None


def marker_of(line: str) -> tuple[str, int]:
    """Return what kind of sign begins a line that may be a list's entry, and its number; 0 where it counts nothing."""
    match = _MAYBE_ENTRY.match(line)
    assert match is not None
    assert match.lastgroup is not None
    return match.lastgroup, int(match["number"]) if match["number"] else 0


def start_of(line: str) -> Start:
    """Return how a line begins, behind opening marks."""
    first = line.lstrip(_OPENING)[:1]
    if first.islower() or line[0] in _NEVER_FIRST:
        return Start.SMALL
    if first.isupper() or first.istitle():
        return Start.CAPITAL
    return Start.NO_CASE if first.isalpha() else Start.OTHER


def is_names(line: str) -> bool:
    """Whether all words of a line but the smallest begin with a capital: names, offices, headings."""
    words = [word for word in re.findall(r"[^\W_]+(?:['’-][^\W_]+)*", line) if word not in _PARTICLES]
    return all(not word[0].islower() and (word[0].isdigit() or word[0] != word[0].lower()) for word in words)
