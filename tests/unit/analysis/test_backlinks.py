from builder.analysis import analyse
from builder.analysis.findings import Silence
from builder.model.claim import Reading
from builder.model.library import QuoteKey
from tests.unit.analysis.make import article, claim, coded, library, says

DOSSIER = library(
    {"old": "first SITE second", "new": "words"},
    articles={
        "old": article("2014", topics=["t"], events=["e"], outlet="o"),
        "new": article("2016", topics=["t", "u"], outlet="o", origins=[
            {"relation": "quotes", "of": {"article": "old"}, "basis": "inferred", "note": "n", "origins": [
                {"relation": "quotes", "of": {"entity": "site"}, "basis": "inferred", "note": "n"}]}]),
    },
    outlets={"o": {"name": "O"}, "daughter": {"name": "D", "owner": "o"}},
    topics={"t": {"name": "T"}, "u": {"name": "U", "broader": "t"}},
    events={"e": {"title": "E", "date": "2015", "topics": ["t"], "place": "place"}},
    entities={"site": {"name": "SITE", "kind": "organisation"}, "place": {"name": "Place", "kind": "place"}},
    claims={
        "one": claim(says("old", "attributes", "second", attributed_to="site"), topics=["t"], number="c10",
                     coded=coded("old", "new", "gone"), event="e"),
        "two": claim(says("new"), says("old", "contradicts", "first"), number="c9", disagreement=["date"], topics=["t"]),
        "three": claim(says("new"), number="c2"),
        "none": claim(),
    },
    comparisons={"k": {"title": "K", "articles": ["new", "old"], "claims": ["two"], "topics": ["t"]}},
    corrections={
        "x": {"date": "2026-01-01", "kind": "update", "about": "claim:one", "reason": "r", "by": "E"},
        "y": {"date": "2026-02-01", "kind": "update", "about": "claim:one", "reason": "r", "by": "E"},
    },
)  # fmt: skip
FOUND = analyse(DOSSIER)
LINKS = FOUND.backlinks


def test_articles_are_listed_by_date() -> None:
    assert LINKS.articles_by_outlet["o"] == LINKS.articles_by_topic["t"] == ("old", "new")
    assert LINKS.articles_by_event == {"e": ("old",)}
    assert LINKS.articles_by_entity == {"site": ("old",)}


def test_claims_are_listed_contested_first_then_by_number() -> None:
    assert FOUND.claim_order == ("two", "three", "one", "none")
    assert LINKS.claims_by_article == {"new": ("two", "three"), "old": ("two", "one")}
    assert [group.reading for group in FOUND.agenda(FOUND.claim_order)] == [
        Reading.CONFLICT,
        Reading.ONE_ARTICLE,
        None,
    ]


def test_sayings_lead_to_their_sentence() -> None:
    assert [saying.claim for saying in LINKS.sayings_by_article["old"]] == ["two", "one"]
    (saying,) = LINKS.sayings_by_source["entity", "site"]
    assert saying.key == QuoteKey("claim", "one", ("appearances", 0))
    assert DOSSIER.quotes[saying.key] == saying.quote
    assert LINKS.sayings_by_event == {"e": (saying,)}


def test_every_origin_at_any_depth_is_a_backlink() -> None:
    assert LINKS.origins_by_record["article", "old"][0].article == "new"
    assert LINKS.origins_by_record["entity", "site"][0].path == ("origins", 0, "origins", 0)


def test_wider_records_know_their_parts() -> None:
    assert LINKS.narrower_topics == {"t": ("u",)}
    assert LINKS.owned_outlets == {"o": ("daughter",)}
    assert LINKS.parts_of_entity == {}


def test_events_comparisons_and_corrections_are_indexed() -> None:
    assert LINKS.events_by_entity == {"place": ("e",)}
    assert LINKS.events_by_topic == {"t": ("e",)}
    assert LINKS.comparisons_by_claim == {"two": ("k",)}
    assert LINKS.comparisons_by_article == {"new": ("k",), "old": ("k",)}
    assert LINKS.corrections_by_record == {("claim", "one"): ("y", "x")}


def test_entities_of_a_topic_come_from_its_texts_first() -> None:
    assert LINKS.entities_by_topic == {"t": ("site", "place")}


def test_silence_is_told_per_article_and_topic() -> None:
    assert FOUND.silences == {"new": Silence("new", ("one",), ())}
    assert FOUND.topic_silences == {"t": (Silence("new", ("one",), ()),)}
