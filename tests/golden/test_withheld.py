"""What the golden dossier withholds is in no file that a build makes: redacted words, drafts, answers to warnings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.load import load_dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from tests.golden.golden import DOSSIER, build_golden
from tests.site.dossiers import dossier
from tests.site.readable import holders

DOSSIER_TEXT = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DOSSIER.rglob("content/**/*.*")))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds all that a build and a packing make of the golden dossier, and nothing else."""
    root = tmp_path_factory.mktemp("golden") / "dossier"
    folder = root.parent / "made"
    folder.mkdir()
    build_golden(root)
    names = {"--out": "site.zip", "--single-file": "site.html", "--print": "print.html"}
    forms = [word for form, name in names.items() for word in (form, str(folder / name))]
    assert dossier(root, "pack", *forms).returncode == 0
    (root / "site").rename(folder / "site")
    (root / ".build").rename(folder / "state")
    return folder


def library() -> Library:
    found = load_dossier(DOSSIER, with_drafts=True).library
    assert found is not None
    return found


def redacted() -> list[str]:
    """The words of each redacting mark, as the file has them: what reads the file forgets them at once."""
    return re.findall(r"kind: redact, quote: ([^,}]+)", DOSSIER_TEXT)


def drafts() -> list[str]:
    return [
        library().name_of(kind, record_id)
        for kind in RECORD_KINDS
        for record_id, record in library().records(kind).items()
        if record.draft
    ]


def answers() -> list[str]:
    records = [record for kind in RECORD_KINDS for record in library().records(kind).values()]
    return [answer.reason for record in (library().dossier, *records) for answer in record.acknowledge]


@pytest.mark.parametrize("withheld", [redacted, drafts, answers])
def test_it_is_in_no_file(made: Path, withheld) -> None:
    words = withheld()
    assert words
    assert all(word in DOSSIER_TEXT for word in words)
    assert holders(made, *words) == []


def test_what_stands_beside_it_is_found_in_pages_index_and_zip(made: Path) -> None:
    found = {
        place.partition(":")[0].partition("/")[2].partition("/")[0] for place in holders(made, "المدخل يضيق")
    }
    assert {"articles", "claims", "data"} <= found
    assert {"site.zip: المدخل يضيق", "site.html: المدخل يضيق"} <= set(holders(made, "المدخل يضيق"))
    assert [place for place in holders(made / "site", "يضيق") if place.startswith("pagefind")]
