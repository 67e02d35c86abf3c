"""The page of an entity: names as used, every sentence, and what is not meant."""

from __future__ import annotations

from pathlib import Path

from builder.pages.entity import EntityView
from tests.unit.pages.small import SmallDossier, dossier

FIRST = "ISIS came. IS and ISIS left. ISIS stayed. ISIS won.\n\nAn Islamic state was an idea.\n"
SECOND = "The Islamic State came.\n"
STATE: dict[str, object] = {
    "name": "Islamic State",
    "kind": "organisation",
    "aliases": ["ISIS", {"text": "IS", "case": "exact"}, {"text": "Daesh", "only": ["b"]}],
    "not": [{"article": "a", "quote": "Islamic state", "note": "An idea."}],
}


def build(folder: Path, publish: str = "full", **records: dict[str, dict[str, object]]) -> SmallDossier:
    return dossier(
        folder,
        {"a": FIRST, "b": SECOND},
        outlets={"paper": {"name": "Paper"}},
        articles={
            "a": {"title": "A", "outlet": "paper", "published": "2015", "siglum": "001", "publish": publish},
            "b": {"title": "B", "outlet": "paper", "published": "2014", "siglum": "002", "publish": publish},
        },
        entities={
            "islamic-state": STATE,
            "cell": {"name": "Cell", "kind": "group", "part_of": "islamic-state"},
        },
        **records,
    )


def view(small: SmallDossier, path: str = "entities/islamic-state.html") -> EntityView:
    found = small.view(path)
    assert isinstance(found, EntityView)
    return found


def test_the_names_table_counts_each_name_in_each_article_by_date(tmp_path: Path):
    table = view(build(tmp_path)).naming
    assert table is not None
    assert [head.words for head in table.heads] == ["Name", "002", "001", "All"]
    assert [(row.head.label, [cell.words for cell in row.cells]) for row in table.rows] == [
        ("Islamic State", ["1", "0", "1"]),
        ("ISIS", ["0", "4", "4"]),
        ("IS", ["0", "1", "1"]),
    ]


def test_names_in_site_furniture_are_counted_and_told_apart_as_on_the_pages_that_compare(tmp_path: Path):
    small = dossier(
        tmp_path,
        {"a": FIRST + "Read more on ISIS here.\n"},
        outlets={"paper": {"name": "Paper"}},
        articles={
            "a": {
                "title": "A",
                "outlet": "paper",
                "published": "2015",
                "siglum": "001",
                "marks": [{"kind": "appeal", "quote": "Read more on ISIS here."}],
            }
        },
        entities={"islamic-state": {"name": "Islamic State", "kind": "organisation", "aliases": ["ISIS"]}},
    )
    table = view(small).naming
    assert table is not None
    (row,) = (row for row in table.rows if row.head.label == "ISIS")
    assert [(cell.words, cell.note) for cell in row.cells] == [
        ("5", "1 of them around the article, not in it")
    ] * 2


def test_each_sentence_stands_once_with_all_its_names_marked_and_only_three_stand_open(tmp_path: Path):
    second, first = view(build(tmp_path)).mentions
    assert (second.count, [len(second.first), len(second.rest)]) == ("named once", [1, 0])
    assert (first.count, len(first.first), first.rest_words) == ("named 5 times", 3, "1 more sentence")
    assert [(run.text, run.marked) for run in first.first[1].runs] == [
        ("IS", True),
        (" and ", False),
        ("ISIS", True),
        (" left.", False),
    ]
    assert first.first[0].href == "../articles/a.html#p-1"


def test_a_false_friend_is_told_with_its_sentence_and_why_and_its_link_leads_to_the_words(tmp_path: Path):
    small = build(tmp_path)
    (friend,) = view(small).false_friends
    assert (friend.note, friend.locator) == ("An idea.", "001 Paper, paragraph 2")
    assert [run.text for run in friend.runs if run.marked] == ["Islamic state"]
    assert friend.href is not None
    assert f'id="{friend.href.partition("#")[2]}"' in small.markup("articles/a.html")


def test_sentences_that_may_not_be_published_are_counted_and_not_printed(tmp_path: Path):
    small = build(tmp_path, publish="excerpt")
    assert [(group.count, group.first) for group in view(small).mentions] == [
        ("named once", ()),
        ("named 5 times", ()),
    ]
    markup = small.markup("entities/islamic-state.html")
    assert "stayed" not in markup
    assert "was an idea" not in markup


def test_of_a_sentence_published_in_part_only_that_part_is_printed(tmp_path: Path):
    appearance = {"article": "b", "stance": "asserts", "quote": "Islamic State"}
    claims: dict[str, dict[str, object]] = {
        "c": {"statement": "S", "kind": "name", "appearances": [appearance]}
    }
    second, _ = view(build(tmp_path, publish="link", claims=claims)).mentions
    assert ["".join(run.text for run in sentence.runs) for sentence in second.first] == [
        "[…] Islamic State […]"
    ]


def test_aliases_say_where_they_mean_this_entity(tmp_path: Path):
    asides = {alias.name.text: alias.aside for alias in view(build(tmp_path)).aliases}
    assert asides == {"ISIS": None, "IS": "in these capitals", "Daesh": "only in 002"}


def test_an_entity_that_no_text_names_has_no_empty_section(tmp_path: Path):
    small = build(tmp_path)
    markup = small.markup("entities/cell.html")
    assert '<section class="section"' not in markup
    whole = view(small, "entities/cell.html").part_of
    assert whole is not None
    assert whole.href == "islamic-state.html"


def test_what_is_said_on_its_word_stands_with_quotation_and_stance(tmp_path: Path):
    appearance = {
        "article": "b",
        "stance": "attributes",
        "attributed_to": "cell",
        "quote": "Islamic State came",
    }
    claims: dict[str, dict[str, object]] = {
        "c": {"statement": "It came", "kind": "event", "appearances": [appearance]}
    }
    (said,) = view(build(tmp_path, claims=claims), "entities/cell.html").attributed
    assert (said.title.link.label, "".join(run.text for run in said.quote.exact)) == (
        "It came",
        "Islamic State came",
    )
    assert said.quote.stance is not None
    assert said.quote.stance.attribution == "to Cell"
