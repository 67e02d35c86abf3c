"""Words that are redacted or withdrawn today are told of no state, whichever state has them."""

from __future__ import annotations

import pytest

from tests.unit.history.conftest import CLAIM, DOSSIER, Repo

ARTICLE = "content/articles/first.yaml"
SECRET = "Nobody was hurt, the mayor said"
REDACTION = (
    "marks:\n"
    f"  - {{kind: redact, quote: '{SECRET}', reason: a court forbids it, by: Ana Kos, date: 2026-06-02}}\n"
)
WITHDRAWAL = (
    "date: 2026-06-02\nkind: withdrawal\nabout: claim:people-left\nwithhold: true\n"
    "reason: It could harm somebody.\nby: Ana Kos\n"
)


@pytest.fixture(params=["text", "--json"])
def told(request: pytest.FixtureRequest) -> list[str]:
    return [request.param] if request.param != "text" else []


def all_of(repo: Repo, *arguments: str, code: int = 0) -> str:
    done = repo.dossier("diff", *arguments)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.parametrize("form", [SECRET, SECRET.upper(), SECRET.replace(" ", "  "), f"**{SECRET}**"])
def test_redacted_words_are_shown_from_neither_side(repo: Repo, told: list[str], form: str) -> None:
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: 'As they wrote, {form}.'\n"})
    repo.git("tag", "with")
    repo.commit({CLAIM: DOSSIER[CLAIM], ARTICLE: DOSSIER[ARTICLE] + REDACTION})
    repo.git("tag", "without")
    for states in (["with"], ["with", "without"], ["without", "with"]):
        words = all_of(repo, *states, *told).casefold()
        assert "explanation" in words
        assert "nobody" not in words
        assert "mayor" not in words


def test_what_is_redacted_in_the_folder_is_not_shown_of_two_older_states(repo: Repo, told: list[str]) -> None:
    repo.commit({CLAIM: f"{DOSSIER[CLAIM]}explanation: 'As they wrote, {SECRET}.'\n"})
    repo.write({ARTICLE: DOSSIER[ARTICLE] + REDACTION})
    words = all_of(repo, "HEAD~1", "HEAD", *told)
    assert "explanation" in words
    assert "mayor" not in words


def test_no_digest_of_a_text_is_told(repo: Repo, told: list[str]) -> None:
    digest = "a" * 64
    custody = f"custody: [{{event: collected, by: Ana Kos, date: 2026-05-12, sha256: {digest}}}]\n"
    repo.write({ARTICLE: DOSSIER[ARTICLE] + custody})
    words = all_of(repo, *told)
    assert "custody" in words
    assert "aaaa" not in words


def test_nothing_is_told_of_a_withdrawn_record_and_of_what_rests_on_it(repo: Repo, told: list[str]) -> None:
    page = "---\ntitle: About\n---\nAs a claim says, about 300 people left their homes.\n"
    repo.commit({"content/pages/about.md": page})
    repo.commit(
        {
            CLAIM: None,
            "content/corrections/gone.yaml": WITHDRAWAL,
            "content/pages/about.md": "---\ntitle: About\n---\nNothing.\n",
        }
    )
    words = all_of(repo, "HEAD~1", *told)
    assert "withdrawn" in words
    assert "about" in words
    assert "300" not in words
    assert "asserts" not in words


def test_words_of_a_withdrawn_article_are_told_of_no_claim_that_rested_on_it(
    repo: Repo, told: list[str]
) -> None:
    repo.commit(
        {
            ARTICLE: None,
            "seeds/first.txt": None,
            "content/corrections/gone.yaml": WITHDRAWAL.replace("claim:people-left", "article:first"),
            CLAIM: DOSSIER[CLAIM].partition("appearances:")[0],
        }
    )
    words = all_of(repo, "HEAD~1", *told)
    assert "words that rest on a withdrawn record are not shown" in words
    assert "had to leave" not in words


def test_where_nobody_can_tell_what_is_redacted_nothing_is_told(repo: Repo, told: list[str]) -> None:
    repo.write({ARTICLE: DOSSIER[ARTICLE] + REDACTION.replace("quote:", "qoute:"), CLAIM: None})
    words = all_of(repo, *told, code=1)
    assert words.startswith("error: a redaction or a withdrawal cannot be read")
