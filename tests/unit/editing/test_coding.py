"""`dossier code` begins a second reading that builds, and that has nothing of the first."""

from __future__ import annotations

import json
import re
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from builder.load import load_dossier
from builder.model.claim import Claim
from builder.model.walk import declared_fields, models_within
from tests.site.dossiers import dossier, write

TEXTS = {
    "first": "The mayor said the river rose, reportedly. Perhaps it fell.\n",
    "second": "The river rose by two metres. It was high.\n",
    "third": "A fair was held.\n",
}
SEEN = {"statement", "positions"}
"""Fields of a claim that a second reader sees."""


def marker(name: str) -> str:
    return f"Q{name.replace('_', 'q')}Q"


def claim(*, other: bool = False) -> dict[str, Any]:
    """A claim whose every field is the first reader's, with a marker in each; `other` has another judgement."""
    stances = ("doubts", "disputes") if other else ("attributes", "asserts")
    first = {
        "article": "first",
        "position": "low" if other else "high",
        "stance": stances[0],
        "quote": "The mayor said the river rose",
    }
    more = {"attributed_to": {"described": marker("described")}, "hedge": "reportedly", "stress": ["rose"]}
    translation = {"text": marker("translation"), "by": marker("translator")}
    first |= {**more, "note": marker("note"), "private": marker("private"), "translation": translation}
    second = {
        "article": "second",
        "position": "high" if other else "low",
        "stance": stances[1],
        "quote": "The river rose by two metres",
    }
    signed = {"by": marker("by"), "date": "2024-02-03"}
    return {
        "number": "c77",
        "statement": "How high the river rose",
        "kind": "prediction" if other else "number",
        "positions": {"high": "two metres", "low": "not at all"},
        "coded": {
            "by": [marker("coder"), "Ana Kos"],
            "date": "2024-02-03",
            "articles": ["second", "first", "third"],
        },
        "reading": "conflict",
        "disagreement": [{"kind": "cause" if other else "number", "says": marker("says")}],
        "finding": {"says": marker("finding"), **signed},
        "appearances": [second, first] if other else [first, second],
        "independence": [{"between": ["first", "second"], "basis": marker("basis"), **signed}],
        "assessments": [{"credibility": "5", "basis": marker("assessed"), **signed}],
        "known_today": [{"date": "2024", "text": marker("known"), "by": marker("knower")}],
        "explanation": marker("explanation"),
        "acknowledge": [{"code": "claim-beyond-quotes", "reason": marker("reason")}],
        "private": marker("remark"),
        "former_ids": ["old-name"],
    }


def root_of(folder: Path, of_claim: dict[str, Any], **more: Any) -> Path:
    files = {
        "content/dossier.yaml": "title: Flood\n",
        "content/outlets/post.yaml": "name: Post\n",
        "content/claims/height.yaml": json.dumps(of_claim),
        **{f"content/claims/{name}.yaml": json.dumps(record) for name, record in more.items()},
    }
    for name, text in TEXTS.items():
        files[f"seeds/{name}.txt"] = text
        day = {"first": 2, "second": 3, "third": 1}[name]
        files[f"content/articles/{name}.yaml"] = json.dumps(
            {"title": name, "outlet": "post", "published": f"2024-01-0{day}", "text": f"seeds/{name}.txt"}
        )
    return write(folder, files)


def code(root: Path, *asked: str) -> CompletedProcess[str]:
    return dossier(root, "code", *(asked or ("--as", "Ben Ray")))


def written(root: Path, name: str = "ben-ray") -> str:
    return (root / f"content/codings/{name}.yaml").read_text("utf-8")


def test_it_names_what_is_to_be_read_and_each_place_is_open(tmp_path):
    done = code(root_of(tmp_path, claim()))
    assert done.returncode == 0, done.stderr
    assert "content/codings/ben-ray.yaml: 3 places in 1 claim," in done.stdout
    head, _, body = written(tmp_path).partition("readings:\n")
    assert re.search(r"^by: Ben Ray\ndate: \d{4}-\d\d-\d\d$", head, re.MULTILINE)
    assert body == (
        "  # How high the river rose\n"
        "  #   answer: two metres\n"
        "  #   answer: not at all\n"
        "  #   third: seeds/third.txt\n"
        "  #   first: seeds/first.txt\n"
        "  #   second: seeds/second.txt\n"
        "  - {claim: height, article: third, stance: open}\n"
        "  - {claim: height, article: first, stance: open}\n"
        "  - {claim: height, article: second, stance: open}\n"
    )


def test_nothing_that_the_first_reader_wrote_is_in_it(tmp_path):
    root = root_of(tmp_path / "a", claim())
    loaded = load_dossier(root)
    assert not loaded.has_errors, [one.message for one in loaded.problems]
    marked = set(re.findall(r"Q\w+Q", json.dumps(claim())))
    assert len(marked) == 16
    fields = {field.name for model in models_within([Claim]) for field in declared_fields(model)}
    assert {*claim(), "decided", "event", "topics", "quoted", "draft", "id"} == SEEN | {
        field.name for field in declared_fields(Claim)
    }, fields
    calm = {
        "statement": "A fair was held",
        "kind": "event",
        "coded": {"by": "A", "date": 2024, "articles": ["third"]},
    }
    write(root, {"content/claims/calm.yaml": json.dumps(calm)})
    code(root)
    assert written(root).index("claim: calm") < written(root).index(
        "claim: height"
    )  # the agenda would tell more
    assert not [each for each in (*marked, "c77", "old-name", "Ana Kos") if each in written(root)]
    assert code(root_of(tmp_path / "b", claim(other=True), calm=calm)).returncode == 0
    assert written(tmp_path / "a") == written(tmp_path / "b")  # whatever the first reader judged


def test_what_it_writes_passes_check_and_fits_the_clock_of_the_dossier(tmp_path):
    record = {**claim(), "known_today": []}
    root = root_of(tmp_path, record)
    write(root, {"content/dossier.yaml": "title: Flood\nas_of: 2024-03-01\n"})
    before = dossier(root, "check", "--output-format", "concise").stdout
    assert code(root).returncode == 0
    after = dossier(root, "check", "--output-format", "concise")
    assert (after.returncode, after.stdout) == (0, before), after.stdout
    assert "\ndate: 2024-03-01\n" in written(root)


def test_a_second_call_changes_nothing_and_says_what_is_open_and_what_came_since(tmp_path):
    root = root_of(tmp_path, claim())
    code(root)
    path = root / "content/codings/ben-ray.yaml"
    path.write_text(written(root).replace("stance: open", "stance: silent", 2), "utf-8")
    was = path.read_bytes()
    late = {
        "statement": "It fell",
        "kind": "event",
        "coded": {"by": "A", "date": 2024, "articles": ["third"]},
    }
    done = code(root_of(tmp_path, claim(), late=late))
    assert done.returncode == 0, done.stderr
    line = was.decode().split("\n").index("  - {claim: height, article: second, stance: open}") + 1
    assert done.stdout.splitlines() == [
        "content/codings/ben-ray.yaml is there and stays as it is: 2 judged, 1 open.",
        f"content/codings/ben-ray.yaml:{line} second, height",
        "It could have 1 place more; paste at its end:",
        "  - {claim: late, article: third, stance: open}",
    ]
    assert path.read_bytes() == was


@pytest.mark.parametrize(
    ("asked", "exit_code", "told", "fix"),
    [
        (["--as", "Ben Ray", "--claim", "heigth"], 2, "no claim `heigth`", "write `height`"),
        (["--as", "Ben Ray", "--claim", "unsigned"], 1, "Nobody signs", "add `coded: {by: "),
        (["--as", "Ana Kos"], 1, "No claim has a first reading that is not by Ana Kos", "add `coded: {by: "),
        (["--as", "Ана Кос"], 2, "No id follows", "--id second-reader"),
        (["--as", "Ben Ray", "--id", "Ben Ray"], 2, "cannot be the name of a file", "--id second-reader"),
        (["--as", " ", "--id", "x"], 2, "no name that can sign", "letters that are seen"),
    ],
)
def test_what_cannot_be_read_is_told_in_two_lines_with_the_way_out(tmp_path, asked, exit_code, told, fix):
    done = code(root_of(tmp_path, claim(), unsigned={"statement": "S", "kind": "event"}), *asked)
    assert (done.returncode, done.stdout) == (exit_code, "")
    first, second = done.stderr.splitlines()
    assert told in first
    assert second.startswith("  fix: ")
    assert fix in second
    assert not (tmp_path / "content/codings").exists()


def test_a_name_without_an_id_takes_one_and_another_reader_takes_another_file(tmp_path):
    root = root_of(tmp_path, claim())
    assert code(root, "--as", "Ана Кос", "--id", "ana-second", "--claim", "height").returncode == 0
    assert load_dossier(root).library.codings["ana-second"].by == "Ана Кос"
    done = code(root, "--as", "Ben Ray", "--id", "ana-second")
    assert done.returncode == 2
    assert "is the second reading of Ана Кос, not of Ben Ray" in done.stderr


def test_a_dossier_with_mistakes_is_mended_first(tmp_path):
    done = code(root_of(tmp_path, {**claim(), "kind": "rumour"}))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[1] == "  fix: run `dossier check`"


def test_a_statement_on_several_lines_stays_a_comment(tmp_path):
    root = root_of(tmp_path, {**claim(), "statement": "How high\nby: Somebody else\nthe river rose"})
    assert code(root).returncode == 0
    assert load_dossier(root).library.codings["ben-ray"].by == "Ben Ray"
