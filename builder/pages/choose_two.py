"""Where a reader chooses any two texts of a dossier that is too large for a page of every two.

A script lays the two side by side on this very page. Without it the pairs that share most words stand here as links.
"""

from __future__ import annotations

from msgspec import Struct

from builder.analysis.findings import Findings
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject
from builder.pages.parts.links import source_words
from builder.pages.parts.names import title_name
from builder.pages.parts.shared import CHOOSE_TWO, chosen_among, pair_rows
from builder.pages.shapes.lists import RowView
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath
from builder.wording import say, say_many

MOST_PAIRS = 50
"""So many pairs are links here; all of them are in the list of comparisons."""
_TITLE = 60
"""How much of a title is told where a text is chosen, in letters: an open list is as wide as its longest line."""


class TextChoice(Struct, frozen=True):
    """A text that can be chosen."""

    id: str
    """Its id, which the address of the page keeps."""
    source: str
    """Siglum, outlet and date."""
    title: str
    """The whole title."""
    title_lang: str | None
    """Language tag of the title; None where it is ours."""
    short: str
    """The title, or how it begins."""
    lang: str
    """Language tag of the text."""
    is_cut_before: bool
    """Whether it has words before the first that are published."""
    is_cut_behind: bool
    """Whether it has words behind the last that are published."""


class ChooseTwoView(PageView, frozen=True, kw_only=True):
    """All texts, of which a reader chooses two, and the pairs that share most words."""

    head: RecordHeadView
    """What the page is, and how many texts there are."""
    texts: tuple[TextChoice, ...]
    """By date, two at least."""
    pairs: tuple[RowView, ...]
    """50 at most, those with most words in common first; may be empty."""
    more: Link | None
    """How many more there are, leading to the list of comparisons; None where there are none."""
    rule: Link
    """How passages are found that two texts share."""


def choose_two_view(at: At, _subject: Subject) -> ChooseTwoView:
    """Return what the page shows."""
    texts = chosen_among(at.library, at.findings)
    pairs = sorted(at.findings.comparison.pairs.values(), key=lambda pair: -pair.shared)
    rest = len(pairs) - MOST_PAIRS
    told = say("Choose two texts to read them side by side.")
    return ChooseTwoView(
        title=say("Any two texts side by side"),
        description=told,
        head=RecordHeadView(
            say("Comparisons"),
            say_many("{count} text", "{count} texts", len(texts)),
            say("Any two texts side by side"),
        ),
        texts=tuple(_choice(at, text) for text in texts),
        pairs=pair_rows(at, pairs[:MOST_PAIRS]),
        more=Link(
            at.href("comparisons"),
            say_many(
                "{count} more pair is in the list of comparisons",
                "{count} more pairs are in the list of comparisons",
                rest,
            ),
        )
        if rest > 0
        else None,
        rule=Link(at.href("methodology"), say("How shared passages are found")),
    )


def _choice(at: At, text: ArticleId) -> TextChoice:
    title, raw, published = (
        title_name(at.library, text),
        at.library.texts[text].raw,
        at.findings.published[text],
    )
    short = title.text if len(title.text) <= _TITLE else f"{title.text[: _TITLE - 1].rstrip()}…"
    return TextChoice(
        id=text,
        source=source_words(at.context, text),
        title=title.text,
        title_lang=title.lang,
        short=short,
        lang=at.library.language_of(text),
        is_cut_before=bool(raw[: published[0].start].strip()),
        is_cut_behind=bool(raw[published[-1].end :].strip()),
    )


def _subjects(library: Library, findings: Findings) -> tuple[Subject, ...]:
    return ("",) if chosen_among(library, findings) else ()


KIND = PageKind(
    CHOOSE_TWO,
    "pages/choose-two.html",
    "comparisons",
    _subjects,
    lambda _: SitePath("any-two.html"),
    choose_two_view,
)
