"""Values as templates print them: always escaped, hidden characters always shown, whatever the template says."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

import pytest
from jinja2 import StrictUndefined, UndefinedError
from markupsafe import Markup, escape

from builder.render.printing import PrintingEnvironment, in_double_quotes, printed
from builder.render.visible import visible
from builder.signs import unseen_kind

BOLD = Markup("<b>x</b>")


@dataclass(frozen=True, slots=True)
class Page:
    text: str = "a < b & \u202ec"
    markup: Markup = BOLD
    none: None = None
    number: int = 7


def _rendered(source: str) -> str:
    environment = PrintingEnvironment(autoescape=True, finalize=printed, undefined=StrictUndefined)
    return environment.from_string(source).render(page=Page())


SHOWN = "a &lt; b &amp; ⟨U+202E⟩c"


@pytest.mark.parametrize(
    ("source", "markup"),
    [
        ("{{ page.text }}", SHOWN),
        ("{{ page.markup }}", "<b>x</b>"),
        ("{{ page.none }} {{ page.number }} {{ 1 < 2 }} {{ '<' }}", "None 7 True &lt;"),
        ("{% autoescape false %}{{ page.text }}{% endautoescape %}", SHOWN),
        ("{% set kept %}{{ page.text }}{% endset %}{{ kept }}", SHOWN),
        ("{% macro m(a) %}[{{ a }}]{% endmacro %}{{ m(page.text) }}", f"[{SHOWN}]"),
        ("{% macro m(a) %}[{{ a }}]{% endmacro %}{% for x in [1] %}{{ m(page.text) }}{% endfor %}", f"[{SHOWN}]"),
        ("{% macro m(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }} {{ m(1, 2) }} {{ m(b=3, a=2) }}", "1&lt; 12 23"),
        ("{% macro m(a) %}{{ caller() }}{{ a }}{% endmacro %}{% call m('<') %}{{ page.text }}{% endcall %}", f"{SHOWN}&lt;"),
        ("{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, a=2) }}", "(1,){&#39;a&#39;: 2}"),
        ("{{ page.text.upper() }}", SHOWN.upper().replace("&LT;", "&lt;").replace("&AMP;", "&amp;")),
    ],
)  # fmt: skip
def test_a_value_is_escaped_once_wherever_it_is_printed(source, markup):
    assert _rendered(source) == markup


@pytest.mark.parametrize("source", ["{{ page.absent }}", "{% if page.absent %}{% endif %}"])
def test_a_name_that_a_view_has_not_is_an_error(source):
    with pytest.raises(AttributeError, match="absent"):
        _rendered(source)


@pytest.mark.parametrize(
    "source", ["{{ absent }}", "{{ absent.name }}", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}"]
)
def test_an_unknown_name_or_a_missing_argument_is_an_error(source):
    with pytest.raises(UndefinedError):
        _rendered(source)


def test_a_macro_refuses_more_arguments_than_it_has():
    with pytest.raises(TypeError, match="not more than 1"):
        _rendered("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(1, 2) }}")


@pytest.mark.parametrize("length", [0, 1, 100, 101, 5000])
def test_short_and_long_texts_are_printed_alike(length):
    text = ("<\u200b&é'\"\n" * length)[:length]
    assert printed(text) == escape(visible(text))


def test_every_sign_that_nobody_sees_is_shown_and_no_other():
    hidden = {chr(code) for code in range(0x110000) if visible(f"é{chr(code)}é") != f"é{chr(code)}é"}
    unseen = {chr(code) for code in range(0x110000) if unseen_kind(chr(code))}
    assert hidden == unseen - set("\u00ad\u2028\u2029")
    assert {sign for sign in hidden if category(sign)[0] in "LNPSZ"} == set("\u115f\u1160\u2800\u3164\uffa0")


@pytest.mark.parametrize(
    "text",
    ["🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f ❤️", "می‌خواهم", "evacu\u00adation", "葛󠄀"],
)
def test_what_a_script_or_an_emoji_needs_stays_as_it_is(text):
    assert visible(text) == text


def test_between_double_quotes_an_apostrophe_stands_and_all_else_is_escaped() -> None:
    assert in_double_quotes('it\'s "<&>" &#39;') == "it's &#34;&lt;&amp;&gt;&#34; &amp;#39;"
    assert in_double_quotes("\u202e") == printed("\u202e")
