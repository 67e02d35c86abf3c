"""What changed between two states of a text, by paragraphs and by words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.analysis.revisions import changes, differing, pieces
from builder.model.seedtext import SeedText


def told(old: str, new: str) -> list[str]:
    """Each change as `old number>new number: was | now`, with changed words in brackets."""
    found = changes(SeedText("a", old, "", 0), SeedText("b", new, "", 0))
    return [
        f"{change.old or '-'}>{change.new or '-'}: "
        + " | ".join(
            "".join(f"[{piece.text}]" if piece.is_changed else piece.text for piece in side)
            for side in (change.was, change.now)
        )
        for change in found
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("A.\n\nIt rose by two metres.", "A.\n\nIt rose by three metres.", ["2>2: It rose by [two] metres. | It rose by [three] metres."]),
        ("A.\n\nB.", "A.\n\nNew words here.\n\nB.", ["->2:  | [New words here.]"]),
        ("A.\n\nGone words.\n\nB.", "A.\n\nB.", ["2>-: [Gone words.] | "]),
        ("A b c d.", "A b  c\u00a0d.", []),
        ("One two three four.\n\nX.", "Wholly other words stand.\n\nX.", ["1>-: [One two three four.] | ", "->1:  | [Wholly other words stand.]"]),
        (
            "First stays the same here.\n\nSecond one is about rain.",
            "A new head line.\n\nFirst stays the same there.\n\nSecond one is about snow.",
            [
                "->1:  | [A new head line.]",
                "1>2: First stays the same [here]. | First stays the same [there].",
                "2>3: Second one is about [rain]. | Second one is about [snow].",
            ],
        ),
        ("", "A.", ["->1:  | [A.]"]),
        ("A.", "A.", []),
        ("洪水は二メートル。", "洪水は三メートル。", ["1>-: [洪水は二メートル。] | ", "->1:  | [洪水は三メートル。]"]),
    ],
)  # fmt: skip
def test_paragraphs_that_differ_are_paired_where_they_share_words(old, new, expected):
    assert told(old, new) == expected


@given(st.lists(st.sampled_from("abcd"), max_size=40), st.lists(st.sampled_from("abcd"), max_size=40))
def test_the_later_state_follows_from_the_former_and_the_differences(old, new):
    built: list[str] = []
    reached = 0
    for one, other in differing(old, new):
        built += [*old[reached : one.start], *new[other.start : other.end]]
        reached = one.end
    assert [*built, *old[reached:]] == new


@given(st.text("ab .,", max_size=60), st.text("ab .,", max_size=60))
def test_no_word_of_either_state_is_lost(was, now):
    one, other = pieces(was, now)
    assert ("".join(piece.text for piece in one), "".join(piece.text for piece in other)) == (was, now)
    assert [p.text for p in one if not p.is_changed] or not set(was.split()) & set(now.split()) or was != now


@pytest.mark.parametrize("kind", ["shuffled", "the same word", "few words"])
def test_the_effort_grows_with_the_length_and_not_with_its_square(kind):
    """Measured in comparisons: each level of cutting looks at every element a few times."""

    class Counted(str):
        """A text that counts how often it is compared."""

        __slots__ = ()
        seen = 0

        def __eq__(self, other: object) -> bool:
            Counted.seen += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    length = 20_000
    chooser = random.Random(1)
    words = {"shuffled": range(length), "the same word": [0] * length, "few words": range(7)}[kind]
    old = [Counted(chooser.choice(words)) for _ in range(length)]
    new = [Counted(chooser.choice(words)) for _ in range(length)]
    list(differing(old, new))
    assert Counted.seen < 60 * length
