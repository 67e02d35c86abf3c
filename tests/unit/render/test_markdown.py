"""Editors' prose becomes markup that cannot act."""

import time

import pytest
from selectolax.lexbor import LexborHTMLParser

from builder.render.markdown import render_prose

RECORDS = frozenset({"claim", "article"})


def resolve(kind, record_id):
    return {("claim", "x"): ("../claims/x.html", "A <b> name"), ("article", "gone"): (None, "Draft")}.get(
        (kind, record_id)
    )


def render(text):
    return str(render_prose(text, RECORDS, resolve))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[words](claim:x)", '<p><a href="../claims/x.html">words</a></p>'),
        ("[[claim:x]]", '<p><a href="../claims/x.html">A &lt;b&gt; name</a></p>'),
        ("[[claim:x|said]]", '<p><a href="../claims/x.html">said</a></p>'),
        ("[[article:gone]]", "<p>Draft</p>"),
        ("`[[claim:x]]`", "<p><code>[[claim:x]]</code></p>"),
        (
            "[out](https://example.org/)",
            (
                '<p><a href="https://example.org/" rel="noopener noreferrer nofollow">out</a>'
                ' <span class="aside">(example.org)</span></p>'
            ),
        ),
        (
            "<https://example.org/a>",
            '<p><a href="https://example.org/a" rel="noopener noreferrer nofollow">https://example.org/a</a></p>',
        ),
        (
            "<https://пример.рф>",
            '<p><a href="https://xn--e1afmkfd.xn--p1ai" rel="noopener noreferrer nofollow">https://пример.рф</a></p>',
        ),
        (
            "[paypal.com](https://раypal.com/)",
            (
                '<p><a href="https://xn--ypal-43d9g.com/" rel="noopener noreferrer nofollow">paypal.com</a>'
                ' <span class="aside">(xn--ypal-43d9g.com)</span></p>'
            ),
        ),
        ("# Head", "<h2>Head</h2>"),
        ("### Deep\n\n##### Deeper", "<h2>Deep</h2>\n<h3>Deeper</h3>"),
        ("a\u202eb", "<p>a⟨U+202E⟩b</p>"),
    ],
)
def test_prose_is_rendered(text, expected):
    assert render(text).strip() == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](<javascript:alert(1)>)",
        "![x](https://e/x.png)",
        "```html onload=x\n<b>\n```",
        '[x](https://e/ "t\\" onclick=x")',
        "<javascript:alert(1)>",
        "[x](//evil)",
        "[x](data:text/html,<b>)",
        "[x][r]\n\n[r]: javascript:alert(1)",
        "&lt;b&gt;",
        "[x](https://user:pw@h/)",
        "<a href=x>y</a>",
        "<style>*{}</style>",
    ],
)
def test_nothing_written_as_prose_can_act(text):
    tree = LexborHTMLParser(render(text)).body
    allowed = {"p", "a", "code", "pre", "body", "span", "-text"}
    for node in tree.traverse(include_text=False):
        assert node.tag in allowed
        if node.tag == "span":  # the host beside a link
            assert node.attributes == {"class": "aside"}
            continue
        assert set(node.attributes) <= {"href", "rel"}
        assert (node.attributes.get("href") or "https:").startswith(("https:", "../"))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 19_990,
        "![[" * 6_000,
        "*a " * 6_000,
        "`" * 19_999,
        ">" * 19_999,
        "[a](" * 5_000,
        "a**b" * 5_000,
        "- " * 9_000,
        "_a_" * 6_000,
    ],
)
def test_prose_that_is_made_to_be_slow_is_not(text):
    started = time.process_time()
    render(text)
    assert time.process_time() - started < 10  # far above what it takes, far below what backtracking would
