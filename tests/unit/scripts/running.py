"""Runs the scripts of pages without a browser, in the Node.js that comes with Playwright: what they compute, not what
they draw.

Each run is a process of its own with a page that has nothing on it; browsers are in tests/browser.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright._impl._driver import compute_driver_executable

SCRIPTS = Path(__file__).resolve().parents[3] / "templates" / "assets" / "js"
_PAGE = """
const vm = require("vm");
const fs = require("fs");
const { scripts, language, before, expression, cases } = JSON.parse(fs.readFileSync(0, "utf-8"));
const page = {
  window: { dossier: { search: {} } },
  document: { documentElement: { dataset: { language } } },
  console, Promise, Map, Set, URL,
};
page.dossier = page.window.dossier;
const context = vm.createContext(page);
for (const text of scripts) vm.runInContext(text, context);
vm.runInContext(before, context);
const run = vm.runInContext("(" + expression + ")", context);
Promise.all(cases.map((each) => Promise.resolve().then(() => run(...each)))).then(
  (found) => process.stdout.write(JSON.stringify(found)),
  (fault) => { process.stderr.write(String(fault && fault.stack)); process.exit(1); }
);
"""


def answers(
    scripts: Sequence[str],
    expression: str,
    cases: Sequence[Sequence[Any]],
    before: str = "",
    language: str = "en",
) -> list[Any]:
    """Load scripts by name in the order given, run `before`, and return what a function answers to each case."""
    asked = {
        "scripts": [(SCRIPTS / name).read_text(encoding="utf-8") for name in scripts],
        "language": language,
        "before": before,
        "expression": expression,
        "cases": cases,
    }
    node, _ = compute_driver_executable()
    done = subprocess.run(
        [str(node), "-e", _PAGE],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    found: list[Any] = json.loads(done.stdout)
    return found
