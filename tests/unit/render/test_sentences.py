"""Words of templates are said when they are compiled, in the language of the catalogue, and their places stay escaped."""

from __future__ import annotations

from contextvars import copy_context
from gettext import NullTranslations

import pytest
from jinja2 import TemplateSyntaxError
from markupsafe import Markup

from builder.render.printing import PrintingEnvironment, printed
from builder.wording import speak


class _Upper(NullTranslations):
    def gettext(self, message: str) -> str:
        return {"As of {date}": "{date} & SINCE", "By {name}": "{who}"}.get(message, message.upper())

    def pgettext(self, context: str, message: str) -> str:
        return f"{message} ({context})"


def environment() -> PrintingEnvironment:
    found = PrintingEnvironment(autoescape=True, finalize=printed)
    found.globals.clear()
    return found


def rendered(source: str, catalogue: NullTranslations, **values: object) -> str:
    def render() -> str:
        speak(catalogue)
        return environment().from_string(source).render(**values)

    return copy_context().run(render)


@pytest.mark.parametrize(
    ("source", "english", "other"),
    [
        ('<p title="{{ _("Meaning") }}">', '<p title="Meaning">', '<p title="MEANING">'),
        ('{{ pgettext("list", "Order") }}', "Order", "Order (list)"),
        ('{{ _("As of {date}", date=day) }}', "As of &lt;b&gt;", "&lt;b&gt; &amp; SINCE"),
        ('{{ _("As of {date}", date=bold) }}', "As of <b>", "<b> &amp; SINCE"),
        ('{% macro m(w) %}{{ w }}{% endmacro %}{{ m(_("a")) }}', "a", "A"),
        ('{% set w %}{{ _("a") }}{% endset %}{{ w ~ _("b") }}', "ab", "AB"),
    ],
)
def test_words_are_said_in_the_language_of_the_catalogue(source: str, english: str, other: str) -> None:
    values = {"day": "<b>", "bold": Markup("<b>")}
    assert rendered(source, NullTranslations(), **values) == english
    assert rendered(source, _Upper(), **values) == other


def test_words_without_places_are_nothing_but_text_of_the_compiled_template() -> None:
    compiled = environment().compile('<p>{{ _("Meaning") }} &amp; more</p>', raw=True)
    assert "'<p>Meaning &amp; more</p>'" in compiled


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("\n{{ _(word) }}", "letter for letter"),
        ('\n{{ _("a", "b") }}', "letter for letter"),
        ('\n{{ pgettext("a") }}', "letter for letter"),
        ('\n{% set w = _("As of {date}", date=1) %}', "where they stand"),
        ('\n{{ _("As of {day}", date=1) }}', "{day}"),
    ],
)
def test_words_that_cannot_be_extracted_or_filled_are_an_error_with_its_line(source: str, fault: str) -> None:
    with pytest.raises(TemplateSyntaxError, match=fault) as raised:
        environment().from_string(source)
    assert raised.value.lineno == 2


def test_a_translation_that_asks_for_another_place_is_an_error() -> None:
    with pytest.raises(TemplateSyntaxError, match=r"\{who\}"):
        rendered('{{ _("By {name}", name=1) }}', _Upper())
