"""Ten saved pages of one story become articles and a draft matrix whose quotes all stand where they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from builder.analysis import analyse
from builder.editing.matrix import draft_matrix
from builder.editing.proposed import MARK, Known, Wishes, propose_article
from builder.intake.reading import read_file
from builder.load import load_dossier
from tests.unit.intake.tenpages import ten_pages


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dossier into which the ten pages were taken, with all that is proposed of them."""
    root = tmp_path_factory.mktemp("ten")
    (root / "content").mkdir()
    (root / "content" / "dossier.yaml").write_text("title: T\n")
    library = load_dossier(root, with_drafts=True).library
    assert library is not None
    known = Known.of(library, root)
    articles = []
    for name, content in ten_pages().items():
        new = propose_article(read_file(content, name)[0], name, known, Wishes())
        assert not isinstance(new, str)
        write(root, new.files)
        articles.append(new.article)
    library = load_dossier(root, with_drafts=True).library
    assert library is not None
    write(root, draft_matrix(library, analyse(library), articles, known))
    return root


def write(root: Path, files) -> None:
    for file in files:
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists()
        path.write_bytes(file.content)


def records(root: Path, kind: str) -> dict[str, dict]:
    return {
        path.stem: yaml.safe_load(path.read_text())
        for path in sorted((root / "content" / kind).glob("*.yaml"))
    }


def test_all_that_is_proposed_passes_the_check_and_none_of_it_is_published(root: Path) -> None:
    loaded = load_dossier(root, with_drafts=True)
    assert [each.message for each in loaded.problems] == []
    published = load_dossier(root).library
    assert published is not None
    assert (published.articles, published.claims, published.entities, published.outlets) == ({}, {}, {}, {})
    texts = [path.read_text() for path in root.glob("content/*/*.yaml")]
    assert all(text.startswith("draft: true\nprivate: ") and MARK in text for text in texts)


def test_names_that_several_texts_use_are_entities_with_their_short_forms(root: Path) -> None:
    found = records(root, "entities")
    kinds = {entity["name"]: entity["kind"] for entity in found.values()}
    assert kinds == {
        "Anna Berg": "person",
        "Harwick": "place",
        "Insurers Association": "organisation",
        "Lars Holm": "person",
        "Valley Fire Service": "organisation",
    }
    assert found["valley-fire-service"]["aliases"] == [{"text": "VFS", "case": "exact"}]


def test_days_that_several_texts_tell_of_are_events_with_the_words_of_one(root: Path) -> None:
    days = {str(event["date"]["edtf"]): event["date"] for event in records(root, "events").values()}
    assert "2026-05-12" in days
    assert days["2026-05-12"]["cue"] == {"article": "river-floods-old-town", "quote": "on Tuesday"}
    assert days["2026-05-12"]["basis"] == "inferred"
    assert days["2026-03-04"]["cue"]["quote"] == "4 March 2026"


def test_figures_utterances_and_like_sentences_are_claims(root: Path) -> None:
    claims = records(root, "claims").values()
    numbers = [claim for claim in claims if claim["kind"] == "number"]
    assert sorted(sorted(claim["positions"].values()) for claim in numbers) == [
        ["300", "500"],
        ["40 million", "60 million"],
    ]
    people = next(claim for claim in numbers if "300" in claim["positions"].values())
    assert [each["stance"] for each in people["appearances"]] == ["attributes", "asserts", "attributes"]
    spoken = [claim for claim in claims if claim["kind"] == "quotation"]
    assert sorted(claim["appearances"][0]["quote"] for claim in spoken) == [
        "Nobody could foresee a night like this,",
        "We were not prepared for this water,",
    ]
    letter = next(claim for claim in claims if claim["statement"].startswith("Lars Holm said the letter"))
    assert [each["article"] for each in letter["appearances"]] == [
        "engineers-had-warned-of-weak-wall",
        "letter-on-flood-wall-reached-council-in-march",
    ]


def test_an_utterance_waits_for_the_words_of_an_editor(root: Path) -> None:
    statements = [
        claim["statement"] for claim in records(root, "claims").values() if claim["kind"] != "detail"
    ]
    assert all(re.match("To be written: ", statement) for statement in statements)
