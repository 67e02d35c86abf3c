from typing import Any

from builder.analysis import analyse
from builder.analysis.chains import chain_of
from builder.analysis.claimfindings import NamedOrigin, OriginsLine
from builder.analysis.findings import StepKind, StepPlace
from builder.model.base import ArticleId
from tests.unit.analysis.make import article, claim, library, says

TEXT = "outer inner words outer"
ENTITY = {"site": {"name": "SITE", "kind": "organisation"}}


def origin(
    of: dict[str, str], relation: str = "quotes", basis: str = "stated", **fields: Any
) -> dict[str, Any]:
    needed = {"stated": {"cue": "words"}, "inferred": {"note": "n"}, "external": {"source": "s"}}[basis]
    return {"relation": relation, "of": of, "basis": basis, **needed, **fields}


def nearest(*origins: dict[str, Any], **fields: Any) -> NamedOrigin | None:
    made = library(
        {"a": TEXT},
        articles={"a": article(origins=list(origins))},
        entities=ENTITY,
        outlets={"mail": {"name": "Mail"}},
        claims={"c": claim(says("a", **fields))},
    )
    return analyse(made).claims["c"].sayings[0].origin


def test_a_named_speaker_is_the_nearest_origin_even_inside_a_covered_stretch() -> None:
    found = nearest(
        origin({"outlet": "mail"}, covers={"quote": TEXT}), stance="attributes", attributed_to="site"
    )
    assert found == NamedOrigin(("entity", "site"), None)


def test_an_outlet_can_be_the_speaker() -> None:
    found = nearest(stance="attributes", attributed_to={"outlet": "mail"})
    assert found == NamedOrigin(("outlet", "mail"), None)


def test_a_described_speaker_is_no_named_origin() -> None:
    assert nearest(stance="attributes", attributed_to={"described": "Western reporters"}) is None


def test_a_stated_origin_counts_where_its_stretch_holds_the_quote() -> None:
    mail = {"outlet": "mail"}
    assert nearest(origin(mail, covers={"quote": "inner words"})) == NamedOrigin(("outlet", "mail"), None)
    assert nearest(origin(mail, covers={"quote": "inner"})) is None
    assert nearest(origin(mail)) is None


def test_carriers_inferred_and_external_steps_never_count() -> None:
    whole = {"quote": TEXT}
    for step in (
        origin({"outlet": "mail"}, "translates", covers=whole),
        origin({"outlet": "mail"}, "republishes", covers=whole),
        origin({"outlet": "mail"}, basis="inferred", covers=whole),
        origin({"outlet": "mail"}, basis="external", covers=whole),
    ):
        assert nearest(step) is None


def test_what_stands_behind_a_carrier_or_an_inferred_step_counts() -> None:
    behind = origin({"entity": "site"}, covers={"quote": TEXT})
    for relation, basis in (("translates", "stated"), ("based-on", "inferred")):
        step = origin({"outlet": "mail"}, relation, basis, origins=[behind])
        assert nearest(step) == NamedOrigin(("entity", "site"), None)


def test_the_nearer_origin_wins_then_the_shorter_stretch() -> None:
    behind = origin({"entity": "site"}, covers={"quote": "words"})
    step = origin({"outlet": "mail"}, covers={"quote": TEXT}, origins=[behind])
    beside = origin({"what": "A letter"}, covers={"quote": "inner words"})
    assert nearest(step) == NamedOrigin(("outlet", "mail"), None)
    assert nearest(step, beside) == NamedOrigin(None, "A letter")


def line(*appearances: dict[str, Any]) -> OriginsLine:
    names = {appearance["article"] for appearance in appearances}
    made = library(dict.fromkeys(sorted(names), "words"), entities=ENTITY, claims={"c": claim(*appearances)})
    return analyse(made).claims["c"].origins


def test_the_line_counts_articles_named_origins_and_articles_without_one() -> None:
    found = line(says("a", "attributes", attributed_to="site"), says("b"), says("c"), says("d", "mentions"))
    assert found == OriginsLine(
        articles=("a", "b", "c"),  # type: ignore[arg-type]
        named=(NamedOrigin(("entity", "site"), None),),
        linked=(),
        meeting=(),
        described=(),
        without=("b", "c"),  # type: ignore[arg-type]
    )


def test_two_articles_on_one_word_are_one_named_origin() -> None:
    word = {"stance": "attributes", "attributed_to": "site"}
    found = line(says("a", **word), says("b", **word))
    assert len(found.named) == 1
    assert found.without == ()


def test_an_article_that_describes_its_source_has_named_none() -> None:
    found = line(says("a", "attributes", attributed_to={"described": "officials"}), says("b", "attributes"))
    assert found.described == ("a",)
    assert found.without == ("a", "b")


def test_one_article_with_and_without_origin_is_not_without() -> None:
    found = line(says("a"), says("a", "attributes", attributed_to="site"))
    assert found.without == ()


def test_a_chain_has_a_step_for_the_translator_and_says_what_is_not_here() -> None:
    made = library(
        {"a": TEXT},
        articles={
            "a": article(
                origins=[
                    origin(
                        {"outlet": "mail", "what": "Article in Serbian"},
                        "translates",
                        agent={"role": "translator", "name": "Ц"},
                        origins=[origin({"event": "video"}, "reports")],
                    )
                ]
            )
        },
        events={"video": {"title": "V", "date": "2015"}},
    )
    steps = chain_of(made, made.articles[ArticleId("a")])
    assert [(step.kind, step.place, step.depth, step.parent) for step in steps] == [
        (StepKind.ARTICLE, StepPlace.HERE, 0, None),
        (StepKind.AGENT, StepPlace.OUTSIDE, 1, 0),
        (StepKind.ORIGIN, StepPlace.OUTSIDE, 2, 1),
        (StepKind.ORIGIN, StepPlace.INSIDE, 3, 2),
    ]
    assert steps[3].path == ("origins", 0, "origins", 0)


def test_a_chain_runs_on_through_another_article_and_never_in_a_circle() -> None:
    made = library(
        articles={
            "a": article(origins=[origin({"article": "b"})]),
            "b": article(origins=[origin({"article": "a"}), origin({"what": "A letter"})]),
        }
    )
    steps = chain_of(made, made.articles[ArticleId("a")])
    assert [(step.record or step.what, step.owner) for step in steps] == [
        (("article", "a"), "a"),
        (("article", "b"), "a"),
        (("article", "a"), "b"),
        ("A letter", "b"),
    ]
