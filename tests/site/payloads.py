"""Texts that try to become markup, script, a template or a link, and texts that are merely awkward. All our own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

_TAGS = (
    "script",
    "img",
    "svg",
    "iframe",
    "object",
    "embed",
    "style",
    "base",
    "meta",
    "form",
    "a",
    "math",
    "video",
)
_OPENINGS = ("<{}>", "</{}>", "<{} ", "<{}/x=1>", "< {}>", "<{}\u2003onload=alert(1)>")
_ENDS = (
    "",
    '"',
    "'",
    "`",
    '">',
    "'>",
    "-->",
    "]]>",
    "</title>",
    "</textarea>",
    "</style>",
    "</script>",
    "</svg>",
    "/>",
)
_HANDLERS = (
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<body onpageshow=alert(1)>",
    "<details open ontoggle=alert(1)>",
    " autofocus onfocus=alert(1) x=",
    " style=position:fixed;inset:0 x=",
    "<script>alert(1)</script>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
)
_HALVES = (
    "<", ">", "<>", "</", "<!", "<!--", "-->", "--!>", "<!DOCTYPE html>", "<?xml?>", "<?php echo 1 ?>", "<![CDATA[", "]]>",
    "<a", "<a b", "<a b=", "<a b='", '<a b="', "&", "&#", "&#x", "&lt", "&lt;b&gt;", "&#60;b&#62;", "&#x3c;b&#x3e;", "&amp;lt;",
    "&nbsp;", "&notit;", "&#0;", "&#xd800;", "&#1114112;", "&quot;", "&apos;x=", "&colon;", "&Tab;", "&NewLine;",
)  # fmt: skip
_TEMPLATES = (
    "{{7*7}}", "{{ 7*'7' }}", "{% raw %}", "{% endraw %}", "{% include '/etc/passwd' %}", "{# x #}", "{{ config }}", "{{''.__class__}}",
    "{{ page.title|safe }}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{{{{", "}}}}", "{%", "%}", "{{ self.__init__.__globals__ }}", "%(x)s",
    "%s%s%n", "{0}", "{page}", "\\u003cscript\\u003e", "\\x3cscript\\x3e", "\\\\", "\\n", "$1\\1&", "__proto__", "constructor",
)  # fmt: skip
_AWKWARD = (
    "null", "undefined", "NaN", "Infinity", "true", "None", "0", "-1", "1e309", "0x0", "1/0", "NULL); DROP TABLE x;--", "=1+1", "+1",
    "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "../../etc/passwd", "file:///etc/passwd", "C:\\con\\con", "~root", "$HOME", "`id`",
    "$(id)", "; id", "| id", "e\u0301\u0301\u0301",
    "Z\u0337\u0335a\u0338l\u0336g\u0334o", "ﷺ", "ﷺ﷽", "مرحبا ١٢٣ (abc)", "שלום", "你好，世界", "日本語テキスト", "한국어", "ไทย", "अ॒ग्निमी॑ळे",
    "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🇩🇪🇫", "İıſK", "ß", "ﬁ", "Ω≈ç√", "''", '""', "“”‘’«»„‚", "«\u202fmots\u202f»",
    "http://a.b/<script>", "javascript:alert(1)", "data:text/html,<b>", "//host/path", "mailto:a@b?cc=c", "a@b.c", "#top", "?q=1",
    "\u00a0\u2003\u3000spaces", "tab\tin", "\U0010fffd", "\ue000", "․․/", "／etc", "ｊａｖａｓｃｒｉｐｔ：",
)  # fmt: skip


def _markup() -> tuple[str, ...]:
    openings = [form.format(tag) for form, tag in product(_OPENINGS, _TAGS)]
    outbreaks = [end + handler for end, handler in product(_ENDS, _HANDLERS)]
    return tuple(dict.fromkeys([*openings, *outbreaks, *_HALVES, *_TEMPLATES, *_AWKWARD]))


PAYLOADS = _markup()
"""Everything that may stand in any text field."""

UNSEEN = (
    "\u202eright to left", "\u2066isolate", "\u200bzero\u200bwidth\u200b", "\ufeffmark", "\u2028line", "\u2029paragraph", "a\u00adb",
    "\U000e0068\U000e0069", "a\ufe0f", "\u3164", "\u2800", "\u034f",
)  # fmt: skip
"""What may stand in Markdown and in stored texts, and is refused where it could pose as another name."""

_SCHEMES = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "javascript&colon;alert(1)", "java&#115;cript:alert(1)", "&#106;avascript:alert(1)",
    "vbscript:x", "data:text/html;base64,PGI+", "data:image/svg+xml,<svg>", "file:///etc/passwd", "//host/", "/\\host", "\\\\host",
    "https://user:pw@host/", "https:host", "https:///host", "feed:x", "blob:x", "filesystem:x", "intent:x", "ms-word:ofe|u|x",
    "view-source:x", "tel:1", "sms:1", "ftp://host/", "jar:x", "about:blank", "ws://host/", "chrome:x", "x-y.z+1:x", "https://\u202ehost/",
)  # fmt: skip
_LINK_FORMS = (
    "[words]({})",
    "[words](<{}>)",
    "[words][ref]\n\n[ref]: {}",
    "[words][ref]\n\n[ref]: <{}> 'title'",
    "*[a **b**]({})*",
)
LINKS = tuple(form.format(scheme) for form, scheme in product(_LINK_FORMS, _SCHEMES))
"""Markdown links that may never become a link."""


def batches(size: int, payloads: Sequence[str] = PAYLOADS) -> list[str]:
    """Return all payloads as texts of at most `size` characters, each many payloads in a row."""
    texts = [""]
    for payload in payloads:
        if len(texts[-1]) + len(payload) + 1 > size:
            texts.append("")
        texts[-1] += " " + payload
    return [text.strip() for text in texts]


_TWINS = str.maketrans({"<": "≺", ">": "≻", "&": "§", "{": "⦃", "}": "⦄"})


def harmless(text: str) -> str:
    """Return a text of the same shape in which nothing could be markup, an entity or a template."""
    return text.translate(_TWINS)
