"""Words about a page itself: its title, and who did what when."""

from __future__ import annotations

from collections.abc import Iterable

from builder.model.edtf import Edtf
from builder.pages.kinds import Context
from builder.pages.parts.dates import date_words


def page_title(context: Context, words: str) -> str:
    """Return the title of a browser's window: what the page is about, then the dossier."""
    return f"{words} · {context.library.dossier.title}"


def signed(by: str, date: Edtf) -> str:
    """Return who signs, and when."""
    return f"{by}, {date_words(date)}"


def shapes(*groups: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the shapes that a page draws, each once, in order of name."""
    return tuple(sorted({name for group in groups for name in group}))


STANCE_SHAPES = (
    "asserts",
    "attributes",
    "contradicts",
    "disputes",
    "doubts",
    "implies",
    "mentions",
    "not-applicable",
    "not-read",
    "silent",
)
READING_SHAPES = ("agree", "compatible", "conflict", "differ", "mentions", "one-article", "variant")
TIME_SHAPES = ("event", "late", "span", "text", "text-unsure")
