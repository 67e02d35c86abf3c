"""Words that editors type for codes and kinds are understood, told with the fix, and never taken as they are."""

from __future__ import annotations

import pytest

from builder.editing.mending import mend
from builder.load import load_dossier
from builder.load.words import choice_meant, country_meant, language_meant
from builder.model.outlet import OutletKind


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("USA", "US"), ("us", "US"), ("the United States", "US"), ("U.K.", "GB"), ("Great Britain", "GB")),
        *(
            ("Norway", "NO"),
            ("Côte d’Ivoire", "CI"),
            ("Czech Republic", "CZ"),
            ("Serbia", "RS"),
            ("DEU", "DE"),
        ),
        *(
            ("Österreich", "AT"),
            ("Russian  Federation", "RU"),
            ("Atlantis", None),
            ("Korea", None),
            ("", None),
        ),
    ],
)
def test_a_country_is_known_by_its_names(typed, code):
    assert country_meant(typed) == code


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        *(("English", "en"), ("EN", "en"), ("en_US", "en-US"), ("en-us", "en-US"), ("sr-cyrl", "sr-Cyrl")),
        *(("Deutsch", "de"), ("français", "fr"), ("Русский", "ru"), ("serbian", "sr"), ("Klingonish", None)),
        *(("english language", None), ("Greek", "el"), ("SR_CYRL_rs", "sr-Cyrl-RS")),
    ],
)
def test_a_language_is_known_by_its_names_and_by_tags_in_other_signs(typed, tag):
    assert language_meant(typed) == tag


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        *(
            ("TV", "television"),
            ("Tv station", "television"),
            ("News agency", "agency"),
            ("Newspapers", "newspaper"),
        ),
        *(
            ("Think tank", "think-tank"),
            ("social_media", "social-media"),
            ("Website", "website"),
            ("zine", None),
        ),
        *(("news", None), ("person", None), ("", None)),
    ],
)
def test_a_kind_is_known_by_other_words_of_the_same_meaning(typed, kind):
    assert choice_meant(typed, list(OutletKind)) == kind


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("country: USA", "country: US"),
        ("country: Norway", 'country: "NO"'),
        ("language: English  # so", "language: en  # so"),
        ("kind: TV", "kind: television"),
    ],
)
def test_what_is_understood_is_told_with_the_fix_and_mended_by_it(write, line, mended):
    outlet = "content/outlets/tv-one.yaml"
    root = write({outlet: f"name: TV One\n{line}\n"})
    (problem,) = load_dossier(root).settled()
    assert problem.hint == f"write `{problem.edits[0].text.strip(chr(34))}`"
    done = mend(root)
    assert done.loaded.settled() == ()
    assert done.files[0].now.decode() == f"name: TV One\n{mended}\n"


@pytest.mark.parametrize(
    ("path", "was", "mended"),
    [
        (
            "articles/two",
            "origins:\n  - relation: quotes\n    of: agency-one  # wire\n    basis: inferred\n    note: N\n",
            "of: {outlet: agency-one}  # wire",
        ),
        (
            "articles/two",
            "origins: [{relation: quotes, of: one, basis: inferred, note: N}]\n",
            "of: {article: one}",
        ),
        (
            "corrections/c",
            "date: 2026\nkind: clarification\nabout: one\nreason: R\nby: E\nwas: A\nnow: B\n",
            "about: article:one",
        ),
    ],
)
def test_an_id_alone_is_told_with_its_kind_where_only_one_record_has_it(write, path, was, mended):
    head = "title: Two\noutlet: news\npublished: 2026\n" if "articles" in path else ""
    article = "title: One\noutlet: news\npublished: 2025\n"
    files = {
        f"content/{path}.yaml": head + was,
        "content/outlets/agency-one.yaml": "name: Agency One\n",
        "content/articles/one.yaml": article,
    }
    done = mend(write(files))
    assert [one for one in done.loaded.settled() if one.severity == "error"] == []
    (line,) = (line for line in done.files[0].now.decode().splitlines() if mended in line)
    changed = [line for line in was.splitlines() if line not in done.files[0].now.decode().splitlines()]
    assert len(changed) == 1
    assert line


def test_an_id_that_two_kinds_have_is_told_with_both_ways(write):
    lines = "title: Two\noutlet: news\npublished: 2026\norigins: [{relation: quotes, of: twin, basis: inferred, note: N}]\n"
    files = {
        "content/articles/two.yaml": lines,
        "content/outlets/twin.yaml": "name: Twin\n",
        "content/entities/twin.yaml": "name: Twin\nkind: person\n",
    }
    (problem,) = (one for one in load_dossier(write(files)).settled() if one.code == "needs-keys")
    assert problem.hint == "say which: {outlet: twin} or {entity: twin}"
    assert problem.edits == ()


def test_what_is_not_understood_is_told_with_the_form_alone(write):
    root = write({"content/outlets/tv-one.yaml": "name: TV One\ncountry: Korea\n"})
    (problem,) = load_dossier(root).settled()
    assert (problem.code, problem.edits) == ("wrong-form", ())
