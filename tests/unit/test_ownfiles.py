"""What the terminal says of the publisher's own files."""

from builder.load.static import StaticFile
from builder.ownfiles import static_notes


def file(path: str, *, active: str | None = None, is_listed: bool = False) -> StaticFile:
    return StaticFile(path, "0" * 64, 1, active, is_listed)


def test_only_listed_files_that_could_act_are_named_and_a_domain_beside_them():
    assert static_notes([file("map.pdf"), file("a.html", active="HTML with markup")]) == ()
    (note,) = static_notes([file("map.pdf", is_listed=True), file("a.js", active="a script", is_listed=True)])
    assert note.endswith(": a.js (a script)")
    (note,) = static_notes([file("CNAME", is_listed=True)])
    assert "under which domain" in note
