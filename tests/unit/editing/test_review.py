"""Proposals are accepted one by one, never by themselves, and what is dropped leaves nothing behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.editing import review as reviewing
from builder.editing.review import Refused, accept, drop, proposals, review

OUTLET = "draft: true\nprivate: Proposed by a program, not confirmed yet. From a.html.\nname: The Post\n"
ARTICLE = """draft: true
private: "Proposed by a program, not confirmed yet. From a.html: 'x'."
title: Flood
outlet: post
text:
  file: seeds/flood.txt
  sha256: 0f52d85bcbb25c0e4ef5a5fef04e8e47c6a3a3e5f8a9a2c87b1d90f1d4b0a9ce
published: 2026-05-12
"""
CLAIM = """draft: true
private: Proposed by a program, not confirmed yet. Write the statement.
statement: "To be written: how many (people)"
kind: number
appearances:
  - article: flood
    stance: asserts
    quote: 300 people
"""
EVENT = """draft: true
private: "Proposed by a program, not confirmed yet. Told in flood: where you accept it, these articles get it under `events`. Write its title."
title: The river rises
date: 2026-05-12
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in {
        "content/outlets/post.yaml": OUTLET,
        "content/articles/flood.yaml": ARTICLE,
        "content/claims/people.yaml": CLAIM,
        "content/events/rise.yaml": EVENT,
        "content/outlets/mine.yaml": "draft: true\nname: Mine\n",
        "seeds/flood.txt": "300 people\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    return tmp_path


def named(root: Path, name: str):
    return next(each for each in proposals(root) if each.name == name)


def asked(root: Path, *typed: str) -> list[str]:
    """Run a review in which an editor types so; what was told."""
    told: list[str] = []
    answers: Iterator[str] = iter(typed)

    def ask(question: str) -> str:
        told.append(question)
        answer = next(answers, None)
        if answer is None:
            raise EOFError
        return answer

    review(root, ask, told.append)
    return told


def test_only_drafts_that_a_program_proposed_wait_outlets_first(root: Path) -> None:
    assert [each.name for each in proposals(root)] == [
        "outlet/post",
        "article/flood",
        "event/rise",
        "claim/people",
    ]


def test_accepting_takes_out_the_two_lines_that_mark_a_proposal_and_nothing_else(root: Path) -> None:
    accept(root, named(root, "outlet/post"))
    accept(root, named(root, "article/flood"))
    assert (root / "content/outlets/post.yaml").read_text() == "name: The Post\n"
    assert (root / "content/articles/flood.yaml").read_text() == ARTICLE.split("\n", 2)[2]


def test_what_names_a_proposal_waits_for_it(root: Path) -> None:
    with pytest.raises(
        Refused,
        match="it names outlet/post, which waits itself; fix: dossier review --accept outlet/post --accept article/flood",
    ):
        accept(root, named(root, "article/flood"))
    with pytest.raises(Refused, match="article/flood names it; fix: drop that first"):
        drop(root, named(root, "outlet/post"))
    assert len(proposals(root)) == 4


def test_several_names_are_taken_in_the_order_in_which_they_need_each_other(root: Path) -> None:
    asked_for = ["article/flood", "outlet/post"]
    assert [each.name for each in reviewing.named(root, asked_for)] == ["outlet/post", "article/flood"]
    with pytest.raises(Refused, match="no proposal is called 'outlet/pots'"):
        list(reviewing.named(root, ["outlet/post", "outlet/pots"]))


def test_a_claim_needs_a_statement_of_an_editor(root: Path) -> None:
    accept(root, named(root, "outlet/post"))
    accept(root, named(root, "article/flood"))
    with pytest.raises(Refused, match="its statement is still to be written"):
        accept(root, named(root, "claim/people"))
    accept(root, named(root, "claim/people"), 'Some 300 people left: "at night"')
    text = (root / "content/claims/people.yaml").read_text()
    assert text.startswith("statement: 'Some 300 people left: \"at night\"'\nkind: number\n")


def test_an_event_is_named_in_the_articles_that_tell_of_it(root: Path) -> None:
    accept(root, named(root, "event/rise"))
    assert (root / "content/articles/flood.yaml").read_text() == f"{ARTICLE}events: [rise]\n"


def test_dropping_an_article_deletes_its_text_too(root: Path) -> None:
    drop(root, named(root, "claim/people"))
    drop(root, named(root, "article/flood"))
    assert not (root / "seeds/flood.txt").exists()
    assert [each.name for each in proposals(root)] == ["outlet/post", "event/rise"]


def test_nothing_is_accepted_where_nobody_answers(root: Path) -> None:
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    told = asked(root)
    assert told[-1] == "\n4 proposals wait."
    asked(root, "s", "", "x", "q")
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_an_editor_accepts_drops_and_writes_in_a_few_keys(root: Path) -> None:
    told = asked(root, "a", "a", "s", "a", "About 300 people left their homes")
    assert [each.name for each in proposals(root)] == ["event/rise"]
    assert "accepted: content/claims/people.yaml" in told
    assert told[-1] == "\n1 proposal waits."


def test_a_file_that_was_saved_meanwhile_stays_as_it_is(root: Path) -> None:
    proposal = named(root, "outlet/post")
    proposal.path.write_text("name: Another\n")
    with pytest.raises(Exception, match="saved by somebody else"):
        accept(root, proposal)
    assert proposal.path.read_text() == "name: Another\n"
