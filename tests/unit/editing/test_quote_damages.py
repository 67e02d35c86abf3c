"""Every quote of the worked example is found again when it is typed otherwise, and what is printed passes the check."""

from __future__ import annotations

import random
import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from builder.editing.quote import Found, find_near, find_quotes
from builder.load import load_dossier
from builder.load.placing import place_words
from builder.load.wanted import Wording

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def library():
    return load_dossier(ROOT, with_drafts=True).library


def curly(words: str) -> str:
    opened = re.sub(r"(^|[\s(])\"", r"\1“", words).replace('"', "”")
    return re.sub(r"(^|[\s(])'", r"\1‘", opened).replace("'", "’")


def ligatures(words: str) -> str:
    return words.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")


def fewer_words(words: str) -> str:
    every = words.split()
    gone = random.Random(words).sample(range(len(every)), len(every) // 5)
    return " ".join(word for place, word in enumerate(every) if place not in gone)


def middle_left_out(words: str) -> str:
    every = words.split()
    middle = len(every) // 2
    return " ".join([*every[: middle - 1], "…", *every[middle + 1 :]]) if len(every) >= 8 else words


def wrong_ends(words: str) -> str:
    every = words.split()
    return " ".join(["Meanwhile,", *(every[1:] if len(every) > 3 else every), "anyway"])


DAMAGES = {
    "as it stands": lambda words: words,
    "curly marks": curly,
    "straight marks": lambda words: words.translate(str.maketrans("“”‘’„«»", '""\'\'"""')),
    "dashes": lambda words: words.replace("—", " - ").replace("–", "-").replace("-", "—"),
    "ellipsis": lambda words: words.replace("...", "…"),
    "ellipses around": lambda words: f"…{words}…",
    "an ellipsis for the middle": middle_left_out,
    "ligatures": ligatures,
    "soft hyphens": lambda words: re.sub(r"(\w{3})(\w{3})", "\\1\u00ad\\2", words),
    "NFD": lambda words: unicodedata.normalize("NFD", words),
    "capitals": str.upper,
    "a fifth of the words missing": fewer_words,
    "wrong words at the ends": wrong_ends,
    "letters missing at the ends": lambda words: words[1:-1],
    "marks and a stop around": lambda words: f'"{words.rstrip(".")}."',
}


def share(found: Found, quote) -> float:
    """How much of a quote a find covers, or of the find the quote, where that is less."""
    common = min(found.span.end, quote.span.end) - max(found.span.start, quote.span.start)
    return common / max(len(found.span), len(quote.span)) if found.article == quote.article else 0.0


@pytest.mark.slow
@pytest.mark.parametrize("damage", DAMAGES)
def test_every_quote_is_found_first_however_it_is_typed_and_what_is_printed_means_its_place(library, damage):
    quotes = [
        quote
        for key, quote in library.quotes.items()
        if key.kind == "claim" and key.path[0] == "appearances" and key.path[-1] != "hedge"
    ]
    assert len(quotes) >= 62
    least = 0.7 if "missing" in damage or "wrong" in damage else 0.9
    for quote in quotes:
        typed = DAMAGES[damage](quote.exact)
        first = (find_quotes(library, typed, quote.article) or find_near(library, typed))[0]
        if find_quotes(library, typed):  # the words may stand elsewhere in the text too
            first = max(find_quotes(library, typed), key=lambda each: share(each, quote))
        assert share(first, quote) >= least, (typed, quote.exact, first.words)
        (printed,) = yaml.safe_load(first.yaml)
        del printed["article"]
        assert place_words(library.texts[first.article], Wording(**printed), whole_words=True) == first.span
        assert "»" in first.sentence
