"""Every date that the chapter on dates tells to write is read."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from builder.model.event import Event

PROJECT = Path(__file__).resolve().parents[2]


def test_every_form_of_the_chapter_on_dates_is_read() -> None:
    chapter = (PROJECT / "docs" / "editing.md").read_text("utf-8").partition("## Dates")[2]
    rows = [line.rpartition(" | ")[2] for line in chapter.splitlines() if line.startswith("| ")][2:]
    forms = [form for row in rows for form in re.findall(r"`([^`]+)`", row)]
    assert len(forms) > 25
    for form in forms:
        written = yaml.load(form, Loader=yaml.BaseLoader)
        assert Event(title="E", date=written).date.edtf is not None, form
