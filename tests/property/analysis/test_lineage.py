"""Whatever the chains are: no named origin stands behind another, and nothing that is named is lost."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from builder.analysis import analyse
from builder.analysis.claimfindings import RecordKey, Saying
from builder.model.article import Origin
from builder.model.library import Library
from tests.unit.analysis.make import article, claim, library, says

TEXT = "one two three"
NAMES = ("a", "b", "c")
OUTLETS = ("o", "p", "q", "r")
TARGETS = st.one_of(
    st.sampled_from([{"outlet": name} for name in OUTLETS]),
    st.sampled_from([{"article": name} for name in NAMES]),
    st.sampled_from([{"what": "A letter"}, {"what": "A call"}]),
)


def _origin(of: dict[str, str], covers: str | None, basis: str, origins: list[Any]) -> dict[str, Any]:
    held = {"covers": {"quote": covers}} if covers else {}
    return {
        "relation": "quotes",
        "of": of,
        "basis": basis,
        "cue": "one",
        "note": "n",
        "origins": origins,
    } | held


def _layer(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(
        st.builds(
            _origin,
            TARGETS,
            st.sampled_from([None, "one two", TEXT]),
            st.sampled_from(["stated", "inferred"]),
            inner,
        ),
        max_size=2,
    )


CHAINS = st.recursive(st.just([]), _layer, max_leaves=5)
SAYINGS = st.lists(
    st.builds(
        lambda name, quote, word: says(
            name,
            "attributes" if word else "asserts",
            quote,
            **({"attributed_to": {"outlet": word}} if word else {}),
        ),
        st.sampled_from(NAMES),
        st.sampled_from(["one", "three"]),
        st.sampled_from([None, *OUTLETS]),
    ),
    max_size=6,
)


def _edges(made: Library, sayings: tuple[Saying, ...]) -> set[tuple[RecordKey, RecordKey]]:
    """Who relies on whom in all records that the claim's articles lead to, told over again by hand."""
    edges: set[tuple[RecordKey, RecordKey]] = set()

    def step(above: RecordKey, origins: tuple[Origin, ...]) -> None:
        for origin in origins:
            key = origin.of.record or ("what", origin.of.what or "")
            edges.add((above, key))
            step(key, origin.origins)
            if origin.of.article and origin.of.article not in seen:
                enter(origin.of.article)

    def enter(name: str) -> None:
        seen.add(name)
        record = made.articles[name]  # type: ignore[index]
        edges.add((("article", name), ("outlet", record.outlet)))
        step(("article", name), record.origins)

    seen: set[str] = set()
    for saying in sayings:
        if saying.article not in seen:
            enter(saying.article)
        held = [each.origin.key for each in saying.through]
        if saying.origin and saying.origin.key not in held:
            edges.update((key, saying.origin.key) for key in held)
    return edges


def _leads(edges: set[tuple[RecordKey, RecordKey]], start: RecordKey, end: RecordKey) -> bool:
    reached, size = {start}, 0
    while size != len(reached):
        size = len(reached)
        reached |= {further for nearer, further in edges if nearer in reached}
    return end in {further for nearer, further in edges if nearer in reached}


@settings(max_examples=150, deadline=None)
@given(SAYINGS, CHAINS, CHAINS, CHAINS)
def test_no_named_origin_is_a_link_behind_another(
    appearances: list[dict[str, Any]], first: list[Any], second: list[Any], third: list[Any]
) -> None:
    made = library(
        dict.fromkeys(NAMES, TEXT),
        articles={
            name: article(origins=chain) for name, chain in zip(NAMES, (first, second, third), strict=True)
        },
        outlets={name: {"name": name} for name in OUTLETS},
        claims={"k": claim(*appearances)},
    )
    found = analyse(made).claims["k"]  # type: ignore[index]
    named = [each.key for each in found.origins.named]
    linked = [each.key for each in found.origins.linked]
    used = {saying.origin.key for saying in found.sayings if saying.origin}
    assert set(named + linked) == used
    assert len(named + linked) == len(used)
    assert bool(named) == bool(used)
    edges = _edges(made, found.sayings)
    for one, other in permutations(named, 2):
        assert not _leads(edges, one, other)
    for behind in linked:
        assert any(_leads(edges, nearer, behind) for nearer in used - {behind})
