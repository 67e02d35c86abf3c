"""Elements say which language their words are in and which way they run, and so do names within a sentence."""

from __future__ import annotations

import pytest
from markupsafe import Markup, escape

from builder.pages.shapes.small import Phrase
from builder.render.tongues import spoken, telling


@pytest.mark.parametrize(
    ("language", "attributes"),
    [
        ("ar", ' dir="rtl" lang="ar"'),
        ("sr-Cyrl", ' dir="auto" lang="sr-Cyrl"'),
        (None, ' dir="auto"'),
        ('en" onload="', ' dir="auto" lang="en&#34; onload=&#34;"'),
    ],
)
def test_an_element_says_its_language_and_direction(language: str | None, attributes: str) -> None:
    assert spoken(language) == attributes


def test_names_in_a_sentence_say_theirs_and_all_is_escaped() -> None:
    told = telling("to <صوت> and صوت المضيق (11)", (Phrase("صوت", "ar"), Phrase("صوت المضيق", "fa")))
    assert isinstance(told, Markup)
    assert told == (
        'to &lt;<bdi dir="rtl" lang="ar">صوت</bdi>&gt; and <bdi dir="rtl" lang="fa">صوت المضيق</bdi> (11)'
    )
    assert telling("<b>", (Phrase("<b>", "de"),)) == '<bdi lang="de">&lt;b&gt;</bdi>'


def test_a_sentence_without_such_names_is_as_it_was() -> None:
    assert escape(telling("to <SITE>", ())) == "to &lt;SITE&gt;"
