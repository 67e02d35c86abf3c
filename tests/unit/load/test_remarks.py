"""A note is published where it stands; what is not for readers is `private`, in every value written with keys."""

from hashlib import sha256

import pytest

from builder.load import load_dossier

RECORDS = {
    "content/dossier.yaml": ("title: T\n", "description"),
    "content/outlets/a.yaml": ("name: A\n", "description"),
    "content/articles/a.yaml": ("title: A\noutlet: news\npublished: 2025\n", "summary"),
    "content/topics/a.yaml": ("name: A\n", "description"),
    "content/events/a.yaml": ("title: A\ndate: 2025\n", "description"),
    "content/entities/a.yaml": ("name: A\nkind: person\n", "description"),
    "content/claims/a.yaml": ("statement: S\nkind: event\n", "explanation"),
    "content/comparisons/a.yaml": ("title: A\narticles: [one]\n", "commentary"),
    "content/corrections/a.yaml": (
        "date: 2025\nkind: update\nabout: outlet:news\nreason: R\nby: B\n",
        "reason",
    ),
}


@pytest.mark.parametrize("path", RECORDS)
def test_a_record_has_no_note_and_the_fix_passes(write, told, path):
    text, printed = RECORDS[path]
    noted = f"{text}note: Ask the paper\n"
    (found,) = load_dossier(write({path: noted})).settled()
    assert (found.code, found.span.line, found.span.column) == ("unknown-field", noted.count("\n"), 1)
    assert "write `private`, or the field that prints" in found.message
    assert found.hint == (
        f"rename to `private` what is a remark for editors; words for readers stand under `{printed}`"
    )
    assert told(load_dossier(write({path: noted.replace("note:", "private:")}))) == []


def test_a_page_has_no_note_either(write, told):
    page = "---\ntitle: P\nprivate: R\n---\nWords.\n"
    path = "content/pages/p.md"
    assert told(load_dossier(write({path: page}))) == []
    assert told(load_dossier(write({path: page.replace("private", "note")}))) == [f"{path}:3:1 unknown-field"]


def test_values_inside_a_record_keep_their_notes_and_may_have_remarks_beside_them(write, told):
    seed = "The mayor said on Tuesday that it rose."
    article = (
        "title: One\noutlet: news\n"
        "published: {edtf: 2025, note: Printed, private: Ask, cue: {quote: Tuesday, private: Ask}}\n"
        f"text: {{file: seeds/a.txt, sha256: {sha256(seed.encode()).hexdigest()}, private: Ask}}\n"
        "marks:\n  - {kind: sic, quote: rose, note: Printed, private: Ask}\n"
        "origins:\n  - {relation: quotes, of: {what: W, private: Ask}, basis: inferred, note: Printed, private: Ask}\n"
    )
    entity = "name: M\nkind: person\naliases: [{text: Mayor, private: Ask}]\n"
    files = {"seeds/a.txt": seed, "content/articles/one.yaml": article, "content/entities/m.yaml": entity}
    assert told(load_dossier(write(files))) == []
    files["content/entities/m.yaml"] = entity.replace("private", "note")
    assert told(load_dossier(write(files))) == ["content/entities/m.yaml:3:25 unknown-field"]
