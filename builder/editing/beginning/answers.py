"""What a new dossier is asked: its title, its language, how much of the texts is published, who edits it.

Whatever is not said is asked on a terminal, with what it will be otherwise; elsewhere it is that at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from builder.model.article import Publish
from builder.regexes import regex

Ask = Callable[[str], str]
"""Shows a question and returns the line that is typed."""

RIGHTS = tuple(str(each) for each in Publish)
_WORDS = regex(r"[^\W_]+(?:[ _-]+[^\W_]+)*")
_ANY_TITLE = "A new dossier"
_ANY_EDITOR = "The editors"
_RIGHTS_TOLD = {
    Publish.EXCERPT: "excerpt (sentences that hold a quote)",
    Publish.FULL: "full (whole texts; ask their owners)",
    Publish.LINK: "link (none)",
}


class Answers(Struct, frozen=True):
    """What an editor says of a new dossier."""

    title: str
    language: str
    rights: str
    editors: tuple[str, ...]


def title_from(folder: str) -> str:
    """Return a title from the name of a folder: `flood-of-may` gives `Flood of may`."""
    if not _WORDS.fullmatch(folder):
        return _ANY_TITLE
    words = re.sub(r"[ _-]+", " ", folder)
    return words[0].upper() + words[1:]


def answered(
    folder: str,
    title: str | None,
    language: str | None,
    rights: str | None,
    editors: Sequence[str],
    ask: Ask | None,
) -> Answers:
    """Return the answers: those that were given, then those of `ask`, which is None where nobody can be asked."""
    return Answers(
        title or _asked(ask, "Title", title_from(folder)),
        language or _asked(ask, "Language of your own words (en, de, sr-Cyrl …)", "en"),
        rights or _rights(ask),
        tuple(editors) or _names(_asked(ask, "Editors, with commas between them", _ANY_EDITOR)),
    )


def _rights(ask: Ask | None) -> str:
    """Ask until the answer is one of the three; an empty one is the default, so that it ends."""
    question = f"How much of the texts is published: {', '.join(_RIGHTS_TOLD.values())}"
    while (said := _asked(ask, question, Publish.EXCERPT).casefold()) not in RIGHTS:
        pass
    return said


def _asked(ask: Ask | None, question: str, otherwise: str) -> str:
    said = ask(f"{question} [{otherwise}]: ").strip() if ask else ""
    return said or otherwise


def _names(said: str) -> tuple[str, ...]:
    return tuple(name for part in said.split(",") if (name := part.strip())) or (_ANY_EDITOR,)
