"""The showcase's own quotes: every one stands in its text, and no damaged one does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.load import Loaded, load_dossier
from builder.load.placing import Misplaced, place_words
from builder.load.wanted import Wording
from builder.model.seedtext import SeedText
from builder.text import is_word_character

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    not (ROOT / "content" / "claims").is_dir(), reason="needs the showcase's content"
)


@pytest.fixture(scope="module")
def showcase() -> Loaded:
    return load_dossier(ROOT)


def damages(words: str) -> Iterator[tuple[str, str]]:
    """Every way to damage one character inside a word: (what was done, the damaged words)."""
    inside = [index for index, character in enumerate(words) if is_word_character(character)]
    for index in inside:
        character = words[index]
        other = "x" if character.lower() != "x" else "q"
        yield f"{other} for {character} at {index}", words[:index] + other + words[index + 1 :]
        yield f"{character} dropped at {index}", words[:index] + words[index + 1 :]
        yield f"{other} inserted at {index}", words[:index] + other + words[index:]
        yield f"{character} doubled at {index}", words[:index] + character + words[index:]
        following = words[index + 1 : index + 2]
        if following and following != character and is_word_character(following):
            swapped = words[:index] + following + character + words[index + 2 :]
            yield f"{character}{following} swapped at {index}", swapped


def test_all_72_evidence_quotes_are_verified(showcase: Loaded):
    assert not showcase.has_errors
    assert showcase.library is not None
    claims = showcase.library.claims.values()
    placed = [
        showcase.library.quote("claim", claim.id, "appearances", index)
        for claim in claims
        for index in range(len(claim.appearances))
    ]
    assert len(placed) == 72
    for quote in placed:
        assert quote is not None
        assert quote.span is not None
        assert quote.span.of(showcase.library.texts[quote.article].raw) == quote.exact


def test_every_damage_of_every_evidence_quote_is_refused(showcase: Loaded, monkeypatch: pytest.MonkeyPatch):
    # The nearest passage is only told, and looking for it 40,000 times would take minutes.
    monkeypatch.setattr("builder.load.placing.nearest_passage", lambda raw, quote: None)
    assert showcase.library is not None
    accepted, tried = [], 0
    for key, quote in showcase.library.quotes.items():
        if key.kind != "claim" or key.path[-1] == "hedge":
            continue
        text = showcase.library.texts[quote.article]
        for what, damaged in damages(quote.exact):
            tried += 1
            if not isinstance(place_words(text, Wording(damaged), whole_words=True), Misplaced):
                accepted.append((key.record_id, key.path, what))
    assert accepted == []
    assert tried > 20_000


def test_a_damaged_quote_in_a_file_is_told_with_its_place_and_the_nearest_passage(tmp_path: Path):
    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    path = tmp_path / "content" / "claims" / "refrain-wording.yaml"
    written = path.read_text("utf-8")
    path.write_text(
        written.replace("rivers will run with blood\n    note", "rivers will run with bloud\n    note"),
        "utf-8",
    )
    errors = [one for one in load_dossier(tmp_path).problems if one.severity == "error"]
    assert [one.code for one in errors] == ["quote-not-found"]
    assert errors[0].span.path == "content/claims/refrain-wording.yaml"
    assert "seeds/000_0c45ca9ac5637bea.txt" in errors[0].message
    assert "one letter, `o` for `u`" in errors[0].message
    assert errors[0].hint == 'write "Soon, very soon the rivers will run with blood"'


def test_a_damaged_seed_with_its_new_digest_on_record_is_refused_by_the_quotes(tmp_path: Path):
    from hashlib import sha256

    for folder in ("content", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    seed = tmp_path / "seeds" / "000_0c45ca9ac5637bea.txt"
    before = sha256(seed.read_bytes()).hexdigest()
    seed.write_bytes(seed.read_bytes().replace(b"rivers will run", b"rivers wll run"))
    article = tmp_path / "content" / "articles" / "southfront-rivers-of-blood.yaml"
    after = sha256(seed.read_bytes()).hexdigest()
    article.write_text(article.read_text("utf-8").replace(before, after), "utf-8")
    errors = [one for one in load_dossier(tmp_path).problems if one.severity == "error"]
    assert {one.code for one in errors} == {"quote-not-found"}
    assert "content/claims/refrain-wording.yaml" in {one.span.path for one in errors}


def test_every_damage_of_every_quoted_place_in_a_seed_is_refused(
    showcase: Loaded, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("builder.load.placing.nearest_passage", lambda raw, quote: None)
    assert showcase.library is not None
    accepted = []
    for key, quote in showcase.library.quotes.items():
        if key.kind != "claim" or key.path[-1] == "hedge" or quote.span is None:
            continue
        raw = showcase.library.texts[quote.article].raw
        for what, damaged in damages(quote.exact):
            text = SeedText("seed", raw[: quote.span.start] + damaged + raw[quote.span.end :], "", 0)
            if not isinstance(place_words(text, Wording(quote.exact), whole_words=True), Misplaced):
                accepted.append((key.record_id, key.path, what))
    assert accepted == []
