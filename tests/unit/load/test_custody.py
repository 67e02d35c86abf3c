"""The custody of a stored text leads to the text that is stored."""

from __future__ import annotations

from hashlib import sha256

import pytest

WORDS = b"Words of a text."
HERE, OTHER = sha256(WORDS).hexdigest(), sha256(b"other").hexdigest()


def _steps(*steps: str) -> str:
    return "custody:\n" + "".join(f"  - {{event: {step}}}\n" for step in steps)


@pytest.mark.parametrize(
    "steps",
    [
        [
            f"collected, by: A, date: 2025-01-02, sha256: {OTHER}",
            f"transferred, by: B, date: 2025, sha256: {HERE}",
        ],
        [
            f"collected, by: A, date: 2025-01-02, tool: wget, from: the web, sha256: {HERE}",
            "accessed, by: B, date: 2025-02",
        ],
        ["collected, by: A, date: 2025-01-02"],
    ],
)
def test_steps_that_lead_to_the_text_say_nothing(load_seed, told, steps):
    assert told(load_seed(WORDS, _steps(*steps))) == []


def test_a_last_digest_that_is_not_the_stored_one_is_told_at_its_place(load_seed, told):
    steps = [
        f"collected, by: A, date: 2025-01-02, sha256: {HERE}",
        f"accessed, by: B, date: 2025-02, sha256: {OTHER}",
    ]
    [problem] = load_seed(WORDS, _steps(*steps)).settled()
    assert (problem.code, problem.span.line) == ("custody-broken", 7)


def test_a_step_before_one_that_came_later_is_told(load_seed, told):
    steps = ["collected, by: A, date: 2025-01-02", "accessed, by: B, date: 2024-12"]
    [problem] = load_seed(WORDS, _steps(*steps)).settled()
    assert (problem.code, problem.span.line) == ("custody-broken", 7)
    assert "2025-01-02" in problem.message


def test_of_a_text_with_redactions_no_digest_of_any_step_is_kept(load_seed):
    redaction = "marks:\n  - {kind: redact, quote: a text, by: A, date: 2025, reason: a promise}\n"
    loaded = load_seed(WORDS, _steps(f"collected, by: A, date: 2025-01-02, sha256: {HERE}") + redaction)
    assert loaded.library.texts["one"].is_redacted
    assert [step.sha256 for step in loaded.library.articles["one"].custody] == [None]
