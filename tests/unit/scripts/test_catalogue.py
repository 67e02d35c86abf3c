"""Scripts say their words in the language of the catalogue that was built into the site, each count in its form."""

from __future__ import annotations

from gettext import NullTranslations, c2py
from typing import Any

import pytest

from builder.render.catalogues import SPEAKER, translated
from tests.unit.scripts.running import SCRIPTS, answers

POLISH = "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
FORMS = ("{count} wynik", "{count} wyniki", "{count} wyników")
SPOKEN = 'say("Page"); dossier.sayMany("{count} result", "{count} results", 2); say("“{word}” \\"quoted\\"");'.encode()


class _Polish(NullTranslations):
    def __init__(self, plural: str = POLISH) -> None:
        super().__init__()
        self._info = {"plural-forms": plural} if plural else {}
        self.form = c2py(plural.partition("plural=")[2].rstrip(";")) if plural else None

    def gettext(self, message: str) -> str:
        return {"Page": "Strona", '“{word}” "quoted"': "„{word}”\u2028</script>"}.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return {"between thousands": "\u00a0", "number of four digits": "{thousand}{rest}"}[context]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return FORMS[self.form(n)] if self.form else f"{msgid2}?"


def said(catalogue: NullTranslations | None, calls: list[list[Any]]) -> list[str]:
    """What calls of `say`, or of `sayMany` where there are more arguments, return."""
    scripts = [(SPEAKER, (SCRIPTS / SPEAKER).read_bytes()), ("own.js", SPOKEN)]
    if catalogue is not None:
        scripts = list(translated(scripts, catalogue))
        assert scripts[1] == ("own.js", SPOKEN)
    page = "document.documentElement.lang = 'en';" + scripts[0][1].decode()
    call = "(...each) => typeof each[1] === 'string' ? dossier.sayMany(...each) : dossier.say(...each)"
    return answers((), call, calls, page)


def test_without_a_catalogue_scripts_speak_english_with_thousands_parted() -> None:
    many = ["{count} result", "{count} results"]
    assert said(
        None,
        [["Page"], [*many, 1], [*many, 0], [*many, 1200], ["{a} of {b}", {"a": "{b}", "b": "$&"}], ["{a}"]],
    ) == [
        "Page",
        "1 result",
        "0 results",
        "1,200 results",
        "{b} of $&",
        "{a}",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 wynik"),
        (2, "2 wyniki"),
        (5, "5 wyników"),
        (12, "12 wyników"),
        (102, "102 wyniki"),
        (1000, "1000 wyników"),
        (21002, "21\u00a0002 wyniki"),
        (1234567, "1\u00a0234\u00a0567 wyników"),
    ],
)
def test_a_count_has_the_form_that_its_language_asks_for(count: int, words: str) -> None:
    assert said(_Polish(), [["Page"], ["{count} result", "{count} results", count]]) == ["Strona", words]


def test_any_sign_may_stand_in_a_translation() -> None:
    assert said(_Polish(), [['“{word}” "quoted"', {"word": "x"}]]) == ["„x”\u2028</script>"]


def test_a_catalogue_without_a_rule_has_one_form_for_one_and_one_for_others() -> None:
    many = ["{count} result", "{count} results"]
    assert said(_Polish(""), [[*many, 1], [*many, 2]]) == ["1 results?", "2 results?"]
