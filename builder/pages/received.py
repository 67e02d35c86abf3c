"""The text of an article as it was received, on a page of its own: nothing is folded, repaired, moved or marked."""

from __future__ import annotations

from collections.abc import Iterable

from builder.analysis.findings import Findings
from builder.model.article import Publish
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.pages.kinds import At, PageKind, PageView, Subject, told_language
from builder.pages.parts.cutter import cut_runs, published_of
from builder.pages.parts.links import siglum_of, told_apart
from builder.pages.parts.manuscript import DIGEST_NOTE
from builder.pages.parts.names import foreign, short_name
from builder.pages.shapes.small import Link, RecordHeadView
from builder.paths import SitePath
from builder.text import Span
from builder.wording import marked, say

RECEIVED = "article-received"
"""The name of the page kind; its subjects are articles."""
LEAD = marked("The stored text letter for letter, with everything that stood around the article.")
LEAD_CUT = marked(
    "The stored text letter for letter, as far as it may be published; […] stands for the rest."
)


class ReceivedView(PageView, frozen=True, kw_only=True):
    """A text as it was received."""

    head: RecordHeadView
    """The title by which the article is known here."""
    article: Link
    """The page on which the editors' marks are applied and the evidence is shown."""
    lead: str
    """That nothing is changed, and what is left out for rights."""
    text: str
    """What may be published of the stored text, with its line breaks."""
    lang: str
    """Language tag of the text."""
    hash: str
    """SHA-256 of the stored text, 64 hex digits."""
    hash_note: str | None
    """Of what the digest is where words are withheld; else None."""


def _view(at: At, subject: Subject) -> ReceivedView:
    article = ArticleId(subject)
    text, title = at.library.texts[article], at.library.cited_title_of(article)
    whole = Span(0, len(text.raw))
    runs = cut_runs(text.raw, whole, published_of(at.context, article), ends=True)
    is_full = at.library.publish_of(article) is Publish.FULL
    return ReceivedView(
        title=say("As received: {title}", title=told_apart(at.library, "article", subject)),
        description=say("The stored text of {title}, letter for letter.", title=title.text),
        head=RecordHeadView(
            say("Text as received"),
            at.library.articles[article].siglum,
            title.text,
            title_lang=told_language(title.lang),
        ),
        article=Link(
            at.href("article", article),
            say("With its evidence: {text}", text=siglum_of(at.context, article)),
            names=foreign(short_name(at.library, article)),
        ),
        lead=say(LEAD if is_full else LEAD_CUT),
        text="".join(run.text for run in runs),
        lang=at.library.language_of(article),
        hash=text.sha256,
        hash_note=say(DIGEST_NOTE) if text.is_redacted else None,
    )


def _subjects(library: Library, findings: Findings) -> Iterable[Subject]:
    """Every article of whose stored text something may be published."""
    return tuple(article for article in library.texts if findings.published.get(article))


def _path(subject: Subject) -> SitePath:
    return SitePath(f"articles/{subject}/received.html")


KIND = PageKind(RECEIVED, "pages/received.html", "articles", _subjects, _path, _view)
