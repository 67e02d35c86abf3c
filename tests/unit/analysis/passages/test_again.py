"""What is looked at again after some texts changed is what looking at all of them gives."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from msgspec.structs import replace

from builder.analysis.comparison import ComparisonKnown, compare_texts
from builder.analysis.passages import again, find
from builder.model.library import Library
from tests.unit.analysis import make
from tests.unit.analysis.planting import Writer

DAY = date(2015, 1, 1)


class Press:
    """Texts of some days and topics; wires and sentences that many of them carry are drawn anew in each edit."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.writer = Writer(seed)
        self.wires = [" ".join(self.writer.sentences(4)) for _ in range(5)]
        self.count = 0
        self.texts: dict[str, str] = {}
        self.articles: dict[str, dict[str, object]] = {}
        for _ in range(40):
            self.add()

    def text(self) -> str:
        parts = self.writer.sentences(self.random.randint(3, 8))
        if self.random.random() < 0.7:
            parts.insert(self.random.randrange(len(parts)), self.random.choice(self.wires))
        if self.random.random() < 0.4 and self.texts:
            other = self.random.choice([*self.texts.values()])
            parts.append(other[: self.random.randint(40, 200)])
        return " ".join(parts)

    def add(self) -> None:
        name = f"a{self.count:03}"
        self.count += 1
        self.texts[name] = self.text()
        self.articles[name] = self.filed()

    def filed(self) -> dict[str, object]:
        day = DAY + timedelta(days=self.random.randrange(400))
        topics = sorted({f"t{self.random.randrange(6)}" for _ in range(self.random.randrange(3))})
        outlet = f"o{self.random.randrange(3)}"
        return {"title": "T", "outlet": outlet, "published": day.isoformat(), "topics": topics}

    def edit(self) -> None:
        name = self.random.choice([*self.texts])
        match self.random.randrange(5):
            case 0:
                self.add()
            case 1:
                del self.texts[name], self.articles[name]
            case 2:
                self.articles[name] = {**self.filed(), "published": self.articles[name]["published"]}
            case _:
                self.texts[name] = self.text()

    def library(self) -> Library:
        topics = {f"t{number}": {"name": f"T{number}"} for number in range(6)}
        outlets = {f"o{number}": {"name": f"O{number}", "kind": "newspaper"} for number in range(3)}
        return make.library(dict(self.texts), articles=self.articles, topics=topics, outlets=outlets)


@pytest.mark.parametrize("seed", range(6))
def test_after_edits_the_same_pairs_are_looked_at_as_in_all_texts(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    used: list[bool] = []

    def watched(*given: object) -> object:
        found = again.looked_again(*given)  # type: ignore[arg-type]
        used.append(found is not None)
        return found

    monkeypatch.setattr(find, "looked_again", watched)
    monkeypatch.setattr(again, "_FEW", 1)
    press, known = Press(seed), ComparisonKnown()
    for _ in range(12):
        library = press.library()
        order = sorted(library.articles, key=lambda name: (library.articles[name].published.edtf.text, name))
        edited = compare_texts(library, order, {}, known)
        whole = compare_texts(library, order, {})
        assert edited.known.looked is not None
        assert whole.known.looked is not None
        assert edited.known.looked.seeds >= whole.known.looked.seeds
        looked = [replace(each.known.looked, seeds=0) for each in (edited, whole)]
        assert looked[0] == looked[1]
        assert replace(edited.passages, looked=None) == replace(whole.passages, looked=None)
        found = [
            {key: result for key, result in each.known.pairs.items() if result} for each in (edited, whole)
        ]
        assert (
            found[0] == found[1]
        )  # a pair may be looked at for nothing, by what stands beside a text in a row
        known = edited.known
        press.edit()
    assert sum(used) >= 10
