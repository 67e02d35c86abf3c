"""Made-up articles, and passages of one planted in another at known places."""

from __future__ import annotations

import random

from builder.analysis.passages.find import looked_at
from builder.analysis.passages.refine import passages_of
from builder.analysis.passages.rule import DOSSIER, Rule
from builder.analysis.passages.tokens import tokenise

RangePair = tuple[int, int, int, int]
_SYLLABLES = "ka lo mer tin sa vo dra pel nu shi ran gor fe bal ti mon".split()


class Writer:
    """Draws words by Zipf's law from a made-up vocabulary."""

    def __init__(self, seed: int, vocabulary: int = 3000) -> None:
        self.draw = random.Random(seed)
        self.vocabulary = [
            "".join(self.draw.choices(_SYLLABLES, k=self.draw.randint(1, 4))) for _ in range(vocabulary)
        ]
        self.weights = [1 / (rank + 3) for rank in range(vocabulary)]

    def sentences(self, count: int) -> list[str]:
        drawn = (
            self.draw.choices(self.vocabulary, self.weights, k=self.draw.randint(6, 20)) for _ in range(count)
        )
        return [" ".join(words).capitalize() + "." for words in drawn]

    def article(self) -> str:
        return " ".join(self.sentences(20))

    def edited(self, words: str, edits: float) -> str:
        """Leave out, replace or double about `edits` of the words."""
        return " ".join(
            self.draw.choice(
                ["", self.draw.choice(self.vocabulary), f"{word} {self.draw.choice(self.vocabulary)}"]
            )
            if self.draw.random() < edits
            else word
            for word in words.split()
        )

    def planted(self, edits: float, swapped: bool = False) -> tuple[str, str, RangePair]:
        """Return host, source and the ranges of the plant in both."""
        host, source = self.sentences(20), self.sentences(20)
        first = self.draw.randrange(15)
        taken = source[first : first + 4]
        start = len(" ".join(source[:first])) + bool(first)
        if swapped:
            self.draw.shuffle(taken)
        plant = " ".join(self.edited(" ".join(taken), edits).split())
        place = self.draw.randrange(1, 19)
        before = " ".join(host[:place]) + " "
        text = f"{before}{plant} {' '.join(host[place:])}"
        length = len(" ".join(source[first : first + 4]))
        return text, " ".join(source), (len(before), len(before) + len(plant), start, start + length)


def shared(first: str, second: str, rule: Rule = DOSSIER) -> list[RangePair]:
    """Return the ranges of the passages that two texts share."""
    tokens = tokenise([first, second])
    pairs, _ = looked_at(tokens, rule)
    return [
        (passage.first.start, passage.first.end, passage.second.start, passage.second.end)
        for one, other in pairs
        for passage in passages_of(tokens[one], tokens[other], rule)
    ]


def f1(cases: list[tuple[list[RangePair], RangePair]]) -> float:
    """Return the harmonic mean of precision and recall, by characters of both texts."""
    right = found = true = 0
    for ranges, planted in cases:
        for side in (0, 2):
            said = {place for pair in ranges for place in range(*pair[side : side + 2])}
            meant = set(range(*planted[side : side + 2]))
            right, found, true = right + len(said & meant), found + len(said), true + len(meant)
    return 2 * right / (found + true)
