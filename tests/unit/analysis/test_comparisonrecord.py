"""What a comparison found goes through JSON and back unchanged; a record of any other form says nothing."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from builder.analysis import comparison
from builder.analysis.comparison import ComparisonFindings, ComparisonKnown, compare_texts
from builder.analysis.comparisonrecord import Json, known_from, record_of
from builder.analysis.passages import shares
from builder.analysis.passages.rule import DOSSIER, SITE
from builder.model.library import Library
from builder.output.state import told
from tests.unit.analysis import make
from tests.unit.analysis.planting import Writer

REPORT = "The ministry closed the northern border crossing after two trucks had caught fire there during the night."
TEXTS = {
    "a": f"“We will stay,” the mayor said on 12 May 2015. {REPORT} More than 224 people died, 40% of them children.",
    "b": f"{REPORT} Between 200 and 300 passengers fled; yesterday “nobody was told”. It cost $5 million.",
    "c": "Hundreds of soldiers came in June.",
}
NOTHING = ComparisonKnown()


def compared(library: Library, known: ComparisonKnown | None = None) -> ComparisonFindings:
    return compare_texts(library, tuple(library.texts), {}, known)


def stored(known: ComparisonKnown) -> Json:
    return json.loads(told(record_of(known)))  # type: ignore[no-any-return]


def test_everything_comes_back_equal() -> None:
    alone = (
        "Nobody in the village had heard anything at all about trucks before the broadcast in the morning."
    )
    known = compared(make.library({**TEXTS, "d": f"{REPORT} {alone}"})).known
    back = known_from(stored(known))
    assert known.pairs
    assert any(quotation.attribution for found in known.quotations.values() for quotation in found)
    assert any(found.figures and found.dates for found in known.figures.values())
    assert (back.pairs, back.quotations, back.figures) == (known.pairs, known.quotations, known.figures)
    assert (back.digests, back.own, back.counts) == (known.digests, known.own, known.counts)
    assert any(each.alone for each in back.own.values())
    assert sum(map(len, (each.counts for each in back.counts.values()))) > 20
    for digest, found in known.figures.items():
        assert repr(back.figures[digest]) == repr(found)  # 2 is not 2.0, nor a plain word a Bound
    assert back.covers_the_same(known)


def test_with_a_record_only_the_pairs_and_the_text_of_a_new_article_are_computed() -> None:
    writer = Writer(seed=9)
    texts = {f"a{place}": writer.article() for place in range(8)}
    texts["a8"] = f"{texts['a0'][:300]} {texts['a1'][:300]} {writer.article()}"
    before = known_from(stored(compared(make.library(dict(texts))).known))
    texts["a9"] = f"{writer.article()} {texts['a3'][:300]} {texts['a8'][:300]}"
    library = make.library(texts)
    after = compared(library, before)
    assert after == compared(library)
    new = {
        digest for found in (after.known.quotations, after.known.figures) for digest in found
    } - before.quotations.keys()
    assert len(new) == 1
    made = {key for key, result in after.known.pairs.items() if before.pairs.get(key) is not result}
    assert len(made) >= 2
    assert len(before.pairs) >= 2
    assert all(new & {*digests} for _, digests in made)
    for found, earlier in (
        (after.known.quotations, before.quotations),
        (after.known.figures, before.figures),
    ):
        assert {digest for digest in found if earlier.get(digest) is not found[digest]} == new


def test_words_are_counted_and_sentences_told_apart_only_in_texts_that_are_new_or_share_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_at: list[str] = []
    for module, name in ((comparison, "counted_words"), (shares, "_unique_sentences")):
        monkeypatch.setattr(module, name, _telling(getattr(module, name), looked_at))
    before = known_from(stored(compared(make.library(TEXTS)).known))
    assert len(looked_at) == 5
    looked_at.clear()
    texts = {**TEXTS, "d": "Nobody saw the bus."}
    after = compared(make.library(texts), before)
    assert looked_at == [texts["d"]]
    assert after.counts == compared(make.library(texts)).counts


def _telling(counted: Callable[..., object], looked_at: list[str]) -> Callable[..., object]:
    return lambda text, *others: looked_at.append(text) or counted(text, *others)  # type: ignore[func-returns-value]


def test_a_text_that_is_gone_leaves_the_record() -> None:
    before = compared(make.library(TEXTS)).known
    after = compared(make.library({name: TEXTS[name] for name in ("a", "c")}), before).known
    assert stored(after) == stored(compared(make.library({name: TEXTS[name] for name in ("a", "c")})).known)
    assert not after.covers_the_same(before)


def test_results_of_a_rule_with_other_numbers_are_not_taken_back() -> None:
    known = compared(make.library(TEXTS)).known
    other = {(replace(rule, least=rule.least + 1), key): found for (rule, key), found in known.pairs.items()}
    record = stored(known)
    assert isinstance(record, dict)
    record["pairs"] = json.loads(json.dumps(record["pairs"]).replace(str(DOSSIER.least), "9"))
    assert known_from(record).pairs == {}
    assert known_from(record).figures == known.figures
    assert known_from(stored(replace(known, pairs=other))).pairs == {}


def test_each_rule_keeps_its_own_results() -> None:
    known = compared(make.library(TEXTS)).known
    both = {(by, key): found for (_, key), found in known.pairs.items() for by in (DOSSIER, SITE)}
    assert known_from(stored(replace(known, pairs=both))).pairs == both


@pytest.mark.parametrize(
    "change",
    [
        {"texts": None},
        {"texts": []},
        {"texts": [1, 2, 3]},
        {"pairs": [[]]},
        {"pairs": {}},
        {"quotations": [[0, [1, 2]]]},
        {"quotations": [[0, [0, 5, 1, 4, 1, 0]]]},
        {"figures": [[0, [], [], []]]},
        {"figures": [[0, [[0, 1, 0, 1, 0, 1, "2", 2, "exact", "count", "", "", [], []]], []]]},
        {"figures": [[0, [[0, 1, 0, 1, 0, 1, 2, 2, "no such bound", "count", "", "", [], []]], []]]},
        {"figures": [[0, [], [[0, 1, 0, 1, True, None, None, False]]]]},
        {"digests": [["key", 99]]},
        {"own": {"texts": [["key", 9, 9, 2]], "ends": "AAA="}},
        {"counts": {"vocabulary": ["word"], "texts": [["key", 9, 1]], "told": "AQA=", "times": "AQA="}},
    ],
)
def test_a_record_of_another_form_says_nothing(change: dict[str, Json]) -> None:
    record = stored(compared(make.library(TEXTS)).known)
    assert isinstance(record, dict)
    assert known_from(record) != NOTHING
    assert known_from({**record, **change}) == NOTHING


@pytest.mark.parametrize("record", [None, [], {}, "text", 7, {"texts": [], "pairs": []}])
def test_what_is_no_record_says_nothing(record: Json) -> None:
    assert known_from(record) == NOTHING
