"""The files that a new dossier begins with: settings, an invented example, and what git and editors need."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from builder.editing.beginning.answers import Answers
from builder.editing.beginning.pinned import LOCK, WORKFLOW, lock_of, workflow_of
from builder.editing.beginning.release import Release
from builder.editing.schemas import SETTINGS, settings_file
from builder.regexes import regex
from builder.yamltext import scalar

_PLACE = regex(r"@([A-Z]+)@")
_FILES = Path(__file__).resolve().parent / "files"
_EXAMPLE: Mapping[str, str] = {
    "seeds/example-clock-stops.txt": "example-clock-stops.txt",
    "seeds/example-clock-costs.txt": "example-clock-costs.txt",
    "content/articles/example-clock-stops.yaml": "article-example-clock-stops.yaml",
    "content/articles/example-clock-costs.yaml": "article-example-clock-costs.yaml",
    "content/outlets/example-fenwick-chronicle.yaml": "outlet-example-fenwick-chronicle.yaml",
    "content/outlets/example-radio-fenwick.yaml": "outlet-example-radio-fenwick.yaml",
    "content/topics/example-tower-clock.yaml": "topic-example-tower-clock.yaml",
    "content/claims/example-cost-of-repairs.yaml": "claim-example-cost-of-repairs.yaml",
}
_AROUND: Mapping[str, str] = {
    ".gitattributes": "gitattributes",
    ".gitignore": "gitignore",
    ".vscode/extensions.json": "extensions.json",
}


def beginnings(answers: Answers, release: Release) -> dict[str, bytes]:
    """Return every file of a new dossier, by its path from the dossier's folder."""
    said = {
        "TITLE": scalar(answers.title),
        "LANGUAGE": scalar(answers.language),
        "EDITORS": ", ".join(map(scalar, answers.editors)),
        "RIGHTS": answers.rights,
    }
    settings = _PLACE.sub(lambda place: said[place[1]], _text("dossier.yaml"))
    made = {
        "content/dossier.yaml": settings,
        "README.md": _text("readme.md").replace("@HEADING@", _plain(answers.title)),
        LOCK: lock_of(release),
        WORKFLOW: workflow_of(release, _text("workflow-by-action.yml"), _text("workflow-by-lock.yml")),
        "static/.gitkeep": "",
    }
    copied = {path: _text(name) for path, name in {**_EXAMPLE, **_AROUND}.items()}
    files = {path: text.encode(errors="backslashreplace") for path, text in {**made, **copied}.items()}
    return dict(sorted({**files, SETTINGS: settings_file()}.items()))


def _text(name: str) -> str:
    return (_FILES / name).read_text("utf-8")


def _plain(title: str) -> str:
    """Return a title as a heading of Markdown that is nothing but its words."""
    words = " ".join(title.split())
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>#&!" else sign for sign in words)
