"""Tells which files of a publisher's own could run, or be read as markup: only those have to be listed.

Where a rule is in doubt it says that a file is active: being listed costs an editor one line. Nothing here runs or
renders anything.
"""

from __future__ import annotations

import re
from xml.parsers.expat import ExpatError, ParserCreate

from builder.regexes import regex

_HTML = frozenset({"html", "htm", "shtml", "hta", "mht", "mhtml"})
_XML = frozenset({"xml", "xhtml", "xht", "xsl", "xslt", "xsd", "rss", "atom", "rdf", "mathml", "svgz", "xul"})
_SCRIPT = frozenset(
    {"js", "mjs", "cjs", "jsx", "ts", "vbs", "php", "cgi", "asp", "aspx", "jsp", "wasm", "swf", "jar"}
)
_PLAIN = frozenset(
    "txt md csv tsv json geojson webmanifest pdf png jpg jpeg gif webp avif ico bmp tif tiff woff woff2 ttf otf css"
    " mp3 m4a ogg oga opus wav flac mp4 m4v webm ogv vtt srt zip gz epub bib ris ics asc sig pem pgp".split()
)
SERVER_FILES = frozenset({".htaccess", ".user.ini", "web.config", "_headers", "_redirects", "_routes.json"})
_WASM = b"\0asm"
_MARKUP = b"<"
_LOOK_AT_BYTES = 1024

_SVG = "http://www.w3.org/2000/svg"
_XHTML = "http://www.w3.org/1999/xhtml"
_EVENTS = "http://www.w3.org/2001/xml-events"
_DRAWING = frozenset(
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath image"
    " linearGradient radialGradient stop pattern clipPath mask marker filter switch style view"
    " feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap"
    " feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode"
    " feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence".split()
)
_HREF = regex(r"#|data:image/(?:png|jpeg|gif|webp);", re.IGNORECASE)
_FETCHES = regex(r"url\(\s*['\"]?(?!['\"#])", re.IGNORECASE)
_STYLE_FETCHES = regex(rf"@import|expression\(|javascript:|\\|{_FETCHES.pattern}", re.IGNORECASE)


def what_is_active(path: str, content: bytes) -> str | None:
    """Return what could make a browser or server act on a file, in words; None for a file that is only shown."""
    name = path.rpartition("/")[2].lower()
    suffix = name.rpartition(".")[2] if "." in name.lstrip(".") else ""
    if name in SERVER_FILES:
        return "settings of a server"
    if suffix in _SCRIPT or content.startswith(_WASM):
        return "a program"
    if suffix in _XML:
        return "XML"
    if suffix in _HTML:
        return "HTML with markup" if _MARKUP in content else None
    if suffix == "svg":
        return _what_draws_more(content)
    if suffix not in _PLAIN and _begins_with_markup(content):
        return "markup under a name that does not say so"
    return None


def _begins_with_markup(content: bytes) -> bool:
    """Whether a browser that has to guess would take a file for markup."""
    head = content[:_LOOK_AT_BYTES].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\f")
    return head.startswith(_MARKUP)


class _DrawsMore(Exception):
    """An SVG file has something that is no drawing."""


def _what_draws_more(content: bytes) -> str | None:
    """Return what an SVG file has beside a drawing; it is read as a stream, so its depth and size do not matter."""
    parser = ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    in_style: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        _require_drawing(name, attributes)
        in_style.append(name)

    def end(_name: str) -> None:
        in_style.pop()

    def text(words: str) -> None:
        if in_style and in_style[-1].endswith("style") and _STYLE_FETCHES.search(words):
            raise _DrawsMore("a style that fetches")

    def instruction(target: str, _words: str) -> None:
        raise _DrawsMore(f"an instruction `{target}`")

    def entity(*_declared: object) -> None:
        raise _DrawsMore("entities of its own")

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.CharacterDataHandler = text
    parser.ProcessingInstructionHandler = instruction
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(content, True)
    except _DrawsMore as found:
        return f"SVG with {found}"
    except (ExpatError, ValueError, LookupError):
        return "SVG that is no sound XML"
    return None


def _require_drawing(name: str, attributes: dict[str, str]) -> None:
    space, _, local = name.rpartition(" ")
    if space in (_XHTML, _EVENTS) or (space in (_SVG, "") and local not in _DRAWING):
        raise _DrawsMore(f"`{local}`")
    for key, value in attributes.items():
        attribute = key.rpartition(" ")[2].lower()
        if attribute.startswith("on") or key.startswith(f"{_EVENTS} "):
            raise _DrawsMore(f"`{attribute}`")
        if attribute in ("href", "src") and not _HREF.match(value.strip()):
            raise _DrawsMore("a link")
        if (_STYLE_FETCHES if attribute == "style" else _FETCHES).search(value):
            raise _DrawsMore(f"`{attribute}` that fetches")
