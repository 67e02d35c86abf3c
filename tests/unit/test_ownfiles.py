"""What the terminal says of the publisher's own files."""

import pytest

from builder.load.static import StaticFile
from builder.ownfiles import is_made, static_notes


@pytest.mark.parametrize(
    ("path", "content", "made"),
    [
        ("sw.js", b'var own = "dossier|" + 1;', True),
        ("sw.js", b"self.addEventListener('fetch', mine)", False),
        ("saving/edition.json", b"{}", True),
        ("saving/notes.txt", b"", False),
    ],
)
def test_a_worker_of_somebody_else_is_not_taken_for_a_made_one(path: str, content: bytes, made: bool):
    assert is_made(path, content) is made


def file(path: str, *, active: str | None = None, is_listed: bool = False) -> StaticFile:
    return StaticFile(path, "0" * 64, 1, active, is_listed)


def test_only_listed_files_that_could_act_are_named_and_a_domain_beside_them():
    assert static_notes([file("map.pdf"), file("a.html", active="HTML with markup")]) == ()
    (note,) = static_notes([file("map.pdf", is_listed=True), file("a.js", active="a script", is_listed=True)])
    assert note.endswith(": a.js (a script)")
    (note,) = static_notes([file("CNAME", is_listed=True)])
    assert "under which domain" in note
