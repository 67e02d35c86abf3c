"""The script that checks a page computes what hashlib does, and the root of a tree as the builder made it."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

from builder.model.seedtext import SeedText
from builder.pages.documents.proofs import merkle_tree
from builder.text import Span

SCRIPT = Path(__file__).resolve().parents[3] / "templates" / "assets" / "js" / "checking.js"
RUN = """
const fs = require("fs"), vm = require("vm");
const { script, name, cases } = JSON.parse(fs.readFileSync(0, "utf-8"));
const page = { window: { dossier: {} }, document: {}, TextEncoder, console };
vm.runInContext(script, vm.createContext(page));
process.stdout.write(JSON.stringify(cases.map((each) => page.window.dossier.checking[name](each))));
"""
TEXT = "Nobody may print this. The mayor said he may resign. Никто не печатает это. 新闻在此。 The end 😀."
SHOWN = "The mayor said he may resign."


def answers(name: str, cases: list[object]) -> list[str]:
    node = compute_driver_executable()[0]
    told = json.dumps({"script": SCRIPT.read_text(encoding="utf-8"), "name": name, "cases": cases})
    done = subprocess.run([node, "-e", RUN], input=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[str] = json.loads(done.stdout)
    return found


def test_its_sha_256_is_that_of_hashlib_at_every_length_around_a_block_and_in_any_script():
    cases = ["a" * length for length in range(130)] + [
        "досье 新闻 שלום 😀" * 300,
        "\ufeff\r\n\x00",
        "x" * 100_000,
    ]
    assert answers("sha256", [*cases]) == [hashlib.sha256(case.encode()).hexdigest() for case in cases]


def seed(raw: str) -> SeedText:
    content = raw.encode()
    return SeedText("seeds/a.txt", raw, hashlib.sha256(content).hexdigest(), len(content))


def test_the_root_of_a_tree_with_any_part_of_it_open_is_the_root_of_the_whole_text():
    start = TEXT.index(SHOWN)
    shown = [(Span(start, start + len(SHOWN)),), (Span(0, len(TEXT)),), (Span(3, 9), Span(start, start + 4))]
    made = [merkle_tree(seed(TEXT), published) for published in shown]
    assert answers("rootOf", [tree for tree, _ in made]) == [root for _, root in made]


def test_nothing_but_what_is_published_stands_in_the_tree_and_closed_leaves_cannot_be_guessed():
    start = TEXT.index(SHOWN)
    tree, _ = merkle_tree(seed(TEXT), (Span(start, start + len(SHOWN)),))
    told = json.dumps(tree, ensure_ascii=False)
    assert SHOWN in told
    assert "Nobody" not in told
    assert "Никто" not in told
    digest = seed(TEXT).sha256
    for sentence in ("Nobody may print this. ", "Nobody may print this."):
        for salt in (b"", digest.encode(), bytes.fromhex(digest)):
            for prefix in (b"", b"\x00"):
                assert hashlib.sha256(prefix + salt + sentence.encode()).hexdigest() not in told


def test_a_change_of_any_letter_changes_the_root():
    start = TEXT.index(SHOWN)
    tree, root = merkle_tree(seed(TEXT), (Span(start, start + len(SHOWN)),))
    told = json.dumps(tree, ensure_ascii=False)
    at = told.index(SHOWN)
    changed = [json.loads(told[:place] + "#" + told[place + 1 :]) for place in range(at, at + len(SHOWN))]
    assert root not in answers("rootOf", changed)
