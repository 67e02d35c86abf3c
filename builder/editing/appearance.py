"""Writes one more appearance into a claim's file: the stance of an article, with the words that show it."""

from __future__ import annotations

from msgspec import Struct

from builder.diagnostics import Diagnostic, Problems
from builder.editing.formatting import order_of
from builder.editing.quote import Found
from builder.editing.written import with_entry, written_pairs
from builder.load.content import RecordFile, record_path
from builder.load.decode import decode_records
from builder.load.page import read_record_nodes
from builder.load.places import RecordPlaces
from builder.model.claim import Claim


class Asked(Struct, frozen=True):
    """What an editor says of an article's words on a claim; what is empty is not written."""

    stance: str
    position: str = ""
    attributed_to: str = ""
    note: str = ""


def with_appearance(text: str, claim: str, found: Found, asked: Asked) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the text of a claim's file with the words found as its last appearance, and what is wrong with it then.

    With mistakes nothing should be written: a stance of no such name, one that needs `attributed_to` or `note`.
    """
    path = record_path("claim", claim)
    problems = Problems()
    root = read_record_nodes(RecordFile("claim", claim, path, text), problems)
    if root is None:
        return text, tuple(problems)
    values = {
        "article": found.article,
        "stance": asked.stance,
        "position": asked.position,
        "attributed_to": asked.attributed_to,
        **dict(found.words),
        "note": asked.note,
    }
    changed = with_entry(text, root, "appearances", written_pairs(values.items()), order_of(Claim))
    decode_records([RecordFile("claim", claim, path, changed)], RecordPlaces(), problems)
    return changed, tuple(problems)
