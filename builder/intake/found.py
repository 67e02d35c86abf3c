"""What was found in a file from outside: proposals, each with what it was read from."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

MOST_BYTES: Final = 32 << 20
"""A larger file is refused: saved pages with all their pictures inside have 2 to 20 MB."""
MOST_TEXT_BYTES: Final = 2 << 20
"""What one stored text may have."""
MOST_FINDS: Final = 1_000
"""Articles of one list; more are brought in by several files."""
MOST_PROBLEM_CHARS: Final = 300


class Unreadable(Exception):
    """A file that nothing can be taken from: why in a line, and the way out."""

    def __init__(self, reason: str, fix: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fix = fix


class FoundDate(Struct, frozen=True):
    """When something was published, as far as it is stated."""

    edtf: str
    cue: str
    """The words it was read from; never empty."""
    where: str
    """Where these stand: `the text`, or the name of a field of the page (`article:published_time`)."""
    time: str = ""
    in_text: bool = False
    """Whether the cue stands in the text that is stored."""
    is_update: bool = False
    """Whether it only says when the text was last changed."""


class Found(Struct, frozen=True):
    """One article as a file tells of it. What is not told is empty."""

    title: str = ""
    headline: str = ""
    """The title as a line of `text`, letter for letter."""
    text: str = ""
    """What is to be stored: headline, lines about author and date, body; parts of it are parted by blank lines."""
    outlet: str = ""
    url: str = ""
    byline: str = ""
    byline_line: str = ""
    """The line of the text that tells the author, or author and date."""
    date_line: str = ""
    """The line of the text that tells the date, where it is another one."""
    language: str = ""
    published: FoundDate | None = None
    archive: str = ""
    """The address of a lasting copy that the file is."""
    archived: str = ""
    """When that copy was made, as EDTF."""
    sources: tuple[str, ...] = ()
    """For each proposal one line that says where it was read: `title: og:title`."""
    remarks: tuple[str, ...] = ()
    """What an editor should look at."""


class Answer(Struct, frozen=True):
    """What the reading process hands back: finds, or why there are none."""

    found: tuple[Found, ...] = ()
    reason: str = ""
    fix: str = ""
