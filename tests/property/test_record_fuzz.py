"""Whatever stands in the files of records, `check` ends with what it found: each problem with its file and its line."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from builder.build import check_dossier
from builder.load.content import record_path
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.report import OutputFormat, format_diagnostics
from tests.property.steps import steps

MOST_STEPS = 20_000_000
"""A few seconds; an honest dossier of three records takes a hundredth."""
MODELS = {"dossier": Dossier, **{kind: one.model for kind, one in RECORD_KINDS.items() if kind != "page"}}
IDS = [f"{kind}-{number}" for kind in MODELS for number in range(2)]
WORDS = [
    "",
    "~",
    "x",
    "2015",
    "2015-13-99",
    "999999999999",
    "true",
    "a: b",
    "[[claim:x]]",
    "[x](claim:claim-0)",
    "https://",
    "“words”",
    "…",
]
SCALARS = st.one_of(st.sampled_from([*IDS, *WORDS]), st.text(max_size=12))
ANYTHING = st.recursive(
    st.one_of(st.none(), SCALARS),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(SCALARS, inner, max_size=4)),
    max_leaves=8,
)


def _like(hint: object, depth: int) -> st.SearchStrategy[object]:
    """Return values that a field may hold, and some that it may not."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        right = _record(hint, depth - 1) if depth else ANYTHING
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        right = st.sampled_from([member.value for member in hint])
    elif getattr(hint, "__origin__", None) is tuple:
        right = st.lists(_like(get_args(hint)[0], depth), max_size=3)
    elif getattr(hint, "__origin__", None) is Mapping or not get_args(hint):
        right = st.one_of(SCALARS, st.dictionaries(SCALARS, SCALARS, max_size=3))
    else:
        right = _like(get_args(hint)[0], depth)
    return st.one_of(right, right, right, right, right, ANYTHING)


def _record(model: type[BaseModel], depth: int) -> st.SearchStrategy[object]:
    fields = {info.alias or name: info for name, info in model.model_fields.items() if not info.exclude}
    needed = {key: _like(info.annotation, depth) for key, info in fields.items() if info.is_required()}
    others = {key: _like(info.annotation, depth) for key, info in fields.items() if not info.is_required()}
    whole = st.fixed_dictionaries(needed, optional=others)
    return st.one_of(
        whole,
        whole,
        st.builds(
            lambda record, more: {**record, **more}, whole, st.dictionaries(SCALARS, ANYTHING, max_size=2)
        ),
        st.fixed_dictionaries({}, optional={**needed, **others}),
    )


def _yaml(value: object) -> str:
    """Write a value as YAML, None as a value left empty."""
    if value is None:
        return ""
    if isinstance(value, list):
        return f"[{', '.join(_yaml(each) for each in value)}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_yaml(key)}: {_yaml(each)}" for key, each in value.items()) + "}"
    signs = str(value).replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(sign if sign.isprintable() else f"\\U{ord(sign):08x}" for sign in signs) + '"'


DOSSIERS = st.fixed_dictionaries(
    {"dossier": st.lists(_record(Dossier, 2), min_size=1, max_size=1)},
    optional={
        kind: st.lists(_record(model, 3), max_size=2) for kind, model in MODELS.items() if kind != "dossier"
    },
)


HONEST: dict[str, list[dict[str, object]]] = {
    "dossier": [{"title": "T", "as_of": "2026-01-01", "featured": ["claim-0"], "tour": ["topic-0"]}],
    "outlet": [{"name": "O", "owner": "outlet-1", "assessments": [
        {"scale": "admiralty", "source": "F", "by": "b", "date": "2015", "basis": "b"},
    ]}, {"name": "P"}],
    "topic": [{"name": "T"}, {"name": "U", "broader": "topic-0", "description": "See [[claim:claim-0]]."}],
    "entity": [
        {"name": "E", "kind": "person", "aliases": ["F", {"text": "G", "case": "exact", "only": ["article-0"]}]},
        {"name": "H", "kind": "place", "part_of": "entity-0"},
    ],
    "event": [{"title": "V", "date": "2014", "topics": ["topic-0"], "entities": ["entity-0"], "place": "entity-1"}],
    "article": [
        {"title": "A", "outlet": "outlet-0", "published": "2015", "topics": ["topic-0", "topic-1"], "events": ["event-0"],
         "origins": [
             {"relation": "reports", "basis": "inferred", "note": "n", "of": {"article": "article-2"}},
             {"relation": "translates", "basis": "inferred", "note": "n", "of": {"outlet": "outlet-0", "what": "w"},
              "agent": {"role": "translator", "name": "N"},
              "origins": [{"relation": "quotes", "basis": "external", "source": "s", "of": {"entity": "entity-1"}}]},
         ]},
        {"title": "B", "outlet": "outlet-1", "published": {"edtf": "2016-01-02", "basis": "inferred", "note": "n"}},
        {"title": "D", "outlet": "outlet-1", "published": "2014"},
    ],
    "claim": [
        {"statement": "S", "kind": "number", "topics": ["topic-0"], "event": "event-0", "positions": {"p": "P", "q": "Q"},
         "reading": "differ", "disagreement": ["number"], "coded": {"by": "b", "date": "2016", "articles": ["article-0", "article-1"]},
         "appearances": [
             {"article": "article-0", "stance": "asserts", "position": "p", "quote": "w", "checked": {"by": "b", "date": "2015"}},
             {"article": "article-1", "stance": "attributes", "attributed_to": "entity-0", "position": "q", "quote": "v",
              "hedge": "v", "checked": {"by": "b", "date": "2016"}},
         ],
         "independence": [{"between": ["article-0", "article-1"], "basis": "b", "by": "b", "date": "2016"}],
         "assessments": [{"scale": "admiralty", "credibility": "4", "by": "b", "date": "2016", "basis": "b"}],
         "known_today": [{"date": "2017", "text": "t", "by": "b"}]},
    ],
    "comparison": [{"title": "C", "articles": ["article-0", "article-1"], "claims": ["claim-0"]}],
    "correction": [{"date": "2016", "kind": "correction", "about": "claim:claim-0", "was": "w", "now": "n", "reason": "r",
                    "by": "b"}],
}  # fmt: skip


def _changed(value: object, draw: st.DrawFn) -> object:
    """Change one value somewhere inside: to anything, to nothing, to another id or to the same several times."""
    if isinstance(value, dict) and value and draw(st.integers(0, 9)):
        key = draw(st.sampled_from(sorted(value)))
        if not draw(st.integers(0, 7)):
            return {each: inner for each, inner in value.items() if each != key}
        return {**value, key: _changed(value[key], draw)}
    if isinstance(value, list) and value and draw(st.integers(0, 4)):
        at = draw(st.integers(0, len(value) - 1))
        if not draw(st.integers(0, 3)):
            return [*value, value[at], value[at]]
        return [*value[:at], _changed(value[at], draw), *value[at + 1 :]]
    return draw(st.one_of(st.sampled_from(IDS), ANYTHING))


@st.composite
def _nearly_honest(draw: st.DrawFn) -> Mapping[str, list[object]]:
    """An honest dossier with one to four values changed, each in one of its records."""
    dossier: dict[str, list[object]] = {kind: list(records) for kind, records in HONEST.items()}
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(sorted(HONEST)))
        at = draw(st.integers(0, len(HONEST[kind]) - 1))
        record = _changed(dossier[kind][at], draw)
        dossier[kind][at] = record if isinstance(record, dict) else {}
    return dossier


def _check(dossier: Mapping[str, list[object]]) -> set[str]:
    """Check a dossier of these records; return the codes of what was found, each with its place."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, records in dossier.items():
            for number, record in enumerate(records):
                path = Path(folder, record_path(kind, f"{kind}-{number}" if kind != "dossier" else ""))
                path.parent.mkdir(parents=True, exist_ok=True)
                lines = (f"{_yaml(key)}: {_yaml(value)}\n" for key, value in record.items())  # type: ignore[attr-defined]
                path.write_text("".join(lines), encoding="utf-8")
        found = []
        assert steps(lambda: found.append(check_dossier(Path(folder)))) < MOST_STEPS
        for problem in found[0].problems:
            assert Path(folder, problem.span.path).is_file(), problem
            assert problem.span.line >= 1
            assert problem.message
        for output_format in OutputFormat:
            format_diagnostics(found[0].problems, found[0].loaded.source, output_format)
        return {problem.code for problem in found[0].problems}


def test_the_honest_dossier_has_no_more_to_tell_than_it_should():
    assert _check(HONEST) == set()


BOUNDED = settings(derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.mark.slow
@settings(BOUNDED, max_examples=100)
@given(DOSSIERS)
def test_check_ends_with_what_it_found_whatever_records_hold(dossier: dict[str, list[object]]):
    _check(dossier)


@pytest.mark.slow
@settings(BOUNDED, max_examples=300)
@given(_nearly_honest())
def test_check_ends_with_what_it_found_where_an_honest_dossier_was_changed(dossier: dict[str, list[object]]):
    _check(dossier)
