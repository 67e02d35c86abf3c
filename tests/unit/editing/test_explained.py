"""What a code means can be read where there is no page of errors at hand."""

from __future__ import annotations

import pytest

from builder.codes import codes
from builder.editing.explained import every_code, explanation, no_such_code


@pytest.mark.parametrize("code", codes())
def test_every_code_is_explained_with_its_way_out(code: str):
    words = explanation(code) or ""
    entry = codes()[code]
    assert words.startswith(f"{code}\n\n{entry.title}.")
    assert "To mend it: " in words
    assert " ".join(entry.mending.split()) in " ".join(words.split())
    assert (
        max(len(line) for line in words.splitlines())
        <= max(100, *map(len, entry.example.splitlines() or [""])) + 4
    )


def test_all_codes_are_listed_with_their_titles():
    lines = [line.split(None, 1) for line in every_code().splitlines() if line.startswith("  ")]
    assert dict(lines) == {code: entry.title for code, entry in codes().items()}


def test_a_code_that_is_not_there_is_told_with_the_nearest():
    assert explanation("quote-notfound") is None
    assert no_such_code("quote-notfound").endswith("did you mean `quote-not-found`?")
    assert no_such_code("zzz").endswith("`dossier explain` lists them all")
