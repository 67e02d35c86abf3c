"""What a dossier's texts share, as findings: ranges, kinds, shares, clusters, order in time."""

from __future__ import annotations

from builder.analysis.comparison import ComparisonFindings, compare_texts
from builder.analysis.comparisonfindings import PassageKind, SharedPassage
from builder.model.library import Library
from tests.unit.analysis import make
from tests.unit.analysis.planting import Writer

REPORT = "The ministry closed the northern border crossing after two trucks had caught fire there during the night."


def compared(library: Library) -> ComparisonFindings:
    return compare_texts(library, tuple(library.texts), {})


def only_passage(library: Library) -> SharedPassage:
    [pair] = compared(library).pairs.values()
    [passage] = pair.passages
    return passage


def test_ranges_are_of_the_raw_view_and_marked_furniture_is_not_compared() -> None:
    appeal = "Dear reader, please support our work with five dollars a month today."
    marks = [{"kind": "appeal", "quote": appeal}]
    library = make.library(
        {"a": f"{appeal} News: {REPORT}", "b": f"{REPORT} {appeal}"},
        articles={"a": make.article(marks=marks), "b": make.article(marks=marks)},
    )
    passage = only_passage(library)
    assert [passage.span_in(a).of(library.texts[a].raw) for a in ("a", "b")] == [REPORT[:-1], REPORT[:-1]]


def test_words_that_stand_in_quotation_marks_in_both_texts_are_a_quotation() -> None:
    said = "we will never leave this valley to those who burned it down"
    library = make.library({"a": f"“{said},” she said.", "b": f'A woman told us: "{said}".'})
    assert only_passage(library).kind is PassageKind.QUOTATION


def test_a_passage_that_only_one_text_puts_in_marks_is_a_passage() -> None:
    said = "we will never leave this valley to those who burned it down"
    library = make.library({"a": f"“{said},” she said.", "b": f"They told us that {said}."})
    assert only_passage(library).kind is PassageKind.PASSAGE


def test_a_row_of_names_is_stock_and_makes_no_pair() -> None:
    names = "President of the United States of America Joseph Robinette Biden"
    assert not compared(make.library({"a": f"Then {names} came.", "b": f"It was {names}!"})).pairs


def test_what_five_texts_of_one_outlet_repeat_is_its_standing_text_and_counts_for_nothing() -> None:
    writer = Writer(seed=2)
    texts = {f"a{place}": f"{writer.article()} {REPORT}" for place in range(5)}
    comparison = compared(make.library(texts))
    assert not comparison.pairs
    assert not comparison.shares
    assert not comparison.clusters
    [(outlet, [standing])] = comparison.standing.items()
    assert (outlet, standing.articles) == ("o", tuple(texts))
    assert {span.of(texts[article]) for article, span in standing.places} == {REPORT[:-1]}


def test_what_four_texts_repeat_is_no_standing_text() -> None:
    writer = Writer(seed=2)
    comparison = compared(make.library({f"a{place}": f"{writer.article()} {REPORT}" for place in range(4)}))
    assert len(comparison.pairs) == 6
    assert not comparison.standing


def test_two_standing_texts_of_one_outlet_are_told_apart() -> None:
    writer, other = (
        Writer(seed=3),
        "Write to the editors of the northern gazette at any hour of the day or night.",
    )
    texts = {f"a{place}": f"{REPORT} {writer.article()} {other}" for place in range(6)}
    [(_, standing)] = compared(make.library(texts)).standing.items()
    words = [{span.of(texts[article]).rstrip(".") for article, span in each.places} for each in standing]
    assert words == [{REPORT[:-1]}, {other[:-1]}]


def test_reporting_that_two_texts_share_beside_standing_text_still_makes_their_pair() -> None:
    writer, told = (
        Writer(seed=5),
        "The harbour master counted nineteen barges adrift below the second lock on Friday.",
    )
    texts = {f"a{place}": f"{writer.article()} {REPORT}" for place in range(6)}
    texts |= {name: f"{told} {texts[name]}" for name in ("a1", "a4")}
    [(articles, pair)] = compared(make.library(texts)).pairs.items()
    assert articles == ("a1", "a4")
    assert [passage.span_in("a1").of(texts["a1"]) for passage in pair.passages] == [told[:-1]]


def test_the_earlier_text_is_named_only_where_dates_tell() -> None:
    def first_in(first: dict[str, object], second: dict[str, object]) -> str | None:
        articles = {"a": make.article(published=first), "b": make.article(published=second)}  # type: ignore[arg-type]
        return only_passage(make.library({"a": REPORT, "b": f"So: {REPORT}"}, articles=articles)).first_in

    assert first_in({"edtf": "2015-11-12"}, {"edtf": "2015-11-13"}) == "a"
    assert first_in({"edtf": "2015-11-14"}, {"edtf": "2015-11-13"}) == "b"
    assert first_in({"edtf": "2015-11-12"}, {"edtf": "2015-11-13?"}) is None
    assert first_in({"edtf": "2015-11-12"}, {"edtf": "2015-11-12"}) is None
    assert first_in({"edtf": "2015-11-12", "time": "16:17"}, {"edtf": "2015-11-12", "time": "09:00"}) == "b"


def test_a_cut_and_padded_copy_is_nearly_the_same_text() -> None:
    writer = Writer(seed=4)
    wire, other = writer.sentences(20), writer.article()
    copy = " ".join([*wire[:9], *writer.sentences(3)])
    [cluster] = compared(make.library({"a": " ".join(wire), "b": copy, "c": other})).clusters
    assert cluster.articles == ("a", "b")


def test_what_only_one_text_has_is_its_long_sentences_that_no_passage_touches() -> None:
    alone = "Nobody in the village had heard anything at all about trucks before the morning broadcast on the radio."
    library = make.library({"a": f"{REPORT} {alone} Short one.", "b": REPORT})
    shares = compared(library).shares
    assert [span.of(library.texts["a"].raw) for span in shares["a"].unique] == [alone]
    assert (shares["a"].with_articles, shares["b"].share) == (("b",), 1.0)


def test_a_new_article_recomputes_its_own_pairs_only_and_changes_no_result() -> None:
    writer = Writer(seed=9)
    texts = {f"a{place}": writer.article() for place in range(8)}
    texts["a8"] = f"{texts['a0'][:300]} {writer.article()}"
    before = compared(make.library(dict(texts)))
    assert before.pairs
    texts["a9"] = f"{writer.article()} {texts['a3'][:300]}"
    library = make.library(texts)
    after = compare_texts(library, tuple(library.texts), {}, before.known)
    assert dict(after.pairs) == dict(compared(library).pairs)
    assert set(after.pairs) - set(before.pairs) == {("a3", "a9")}
    kept = before.known.pairs
    assert all(after.known.pairs[key] is kept[key] for key in kept)
