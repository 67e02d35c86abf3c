"""The page of one article: what it says and rests on, its text with the evidence in place, and who relied on whom."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.model.article import Article, Publish
from builder.model.base import ArticleId
from builder.model.datewords import date_words
from builder.pages.kinds import At, PageView, Subject, record_page
from builder.pages.parts.answers import claim_reading
from builder.pages.parts.article_head import head_facts, share_words
from builder.pages.parts.blocks import ArticleText, article_text
from builder.pages.parts.chain import chain_view, outside_source, reliance_views
from builder.pages.parts.citing import article_cite, article_tags
from builder.pages.parts.custody import CustodyView, custody_views
from builder.pages.parts.dates import statement_view
from builder.pages.parts.grades import TEXT, grade_views, rating_views
from builder.pages.parts.linked_data import article_data
from builder.pages.parts.links import article_links, numbered_link, record_link, told_apart
from builder.pages.parts.manuscript import DIGEST_NOTE, manuscript_of
from builder.pages.parts.onelines import count_line, onelines
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.rows import comparison_rows, correction_rows, event_rows
from builder.pages.parts.shared import beside_link, partner_rows
from builder.pages.parts.states import StatesView, states_view
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import ARTICLE_CHANGES, ARTICLE_PARTNERS, ARTICLE_RELIANCE
from builder.pages.shapes.lists import BacklinkView, CiteView, RelianceView, RowView
from builder.pages.shapes.pictures import OriginView
from builder.pages.shapes.small import DateView, GradeView, Link, NumberedLink, RatingView, RecordHeadView
from builder.pages.shapes.texts import BlockView, HeadFact, OutgoingLink, QuoteView
from builder.wording import language, marked, marked_many, numbered, say, say_many

NO_TEXT = ArticleText(None, (), ())
TEXT_LEADS: dict[Publish, str | None] = {
    Publish.FULL: None,
    Publish.EXCERPT: marked(
        "Only the sentences that hold evidence are published here; […] stands for the words between them."
    ),
    Publish.LINK: marked("Only the quoted words are published here; […] stands for the words between them."),
}


class ClaimsView(Struct, frozen=True):
    """The claims of the dossier from one article's side."""

    words: str
    """How many of the dossier's claims it speaks to, and in how many quotations."""
    spoken: tuple[NumberedLink, ...]
    """Those it speaks to; may be empty."""
    silent: tuple[NumberedLink, ...]
    """Those it was read for and says nothing of; may be empty."""
    before: tuple[NumberedLink, ...]
    """Those whose event it is older than; may be empty."""


class ArticleView(PageView, frozen=True, kw_only=True):
    """Everything that an article's page shows."""

    head: RecordHeadView
    """Siglum, and headline or the editors' title."""
    headline: BlockView | None
    """The paragraph that is the headline, with its evidence, for the title; None where the text has none apart."""
    outlet: Link
    """Who published it, leading to the outlet's page."""
    siglum: str | None
    """Its short name for the facts; None where it has none."""
    facts: tuple[HeadFact, ...]
    """What is known about the text besides outlet and date: author, language, title."""
    published: DateView
    """When, with the words that say so."""
    published_source: Link | None
    """Publication outside the dossier that dates it; None where there is none."""
    grades: tuple[GradeView, ...]
    """Our own notes on this text, latest first; may be empty."""
    ratings: tuple[RatingView, ...]
    """Others' judgements of it, latest first; may be empty."""
    share: str | None
    """How much of the stored text is the article; None where all of it is, or none is kept."""
    hash: str | None
    """SHA-256 of the stored text, 64 hex digits; None where none is kept."""
    hash_note: str | None
    """Of what the digest is where words are withheld; else None."""
    custody: tuple[CustodyView, ...]
    """What happened to the stored text before it came here, the oldest step first; may be empty."""
    outgoing: tuple[OutgoingLink, ...]
    """The original and archived copies; may be empty."""
    topics: tuple[Link, ...]
    """Those that it belongs to; may be empty."""
    claims: ClaimsView | None
    """What it speaks to and leaves out; None where it was read for no claim."""
    blocks: tuple[BlockView, ...]
    """The text as far as it may be published; empty where none is kept or all is the headline."""
    text_lead: str | None
    """What is left out of it and why; None where it is published in full."""
    has_folds: bool
    """True where words are folded away that a switch can show."""
    has_evidence: bool
    """True where some words are marked, so that the key to the marks is needed."""
    states: StatesView | None
    """Earlier states of the text and what changed; None where one is known only."""
    quotations: tuple[BacklinkView, ...]
    """Its quotations, claim by claim, where no text is kept; else empty."""
    quotations_lead: str
    """That they were compared with the text by hand."""
    chain: OriginView | None
    """Whom it relied on; None where nothing is known of that."""
    relied_on_by: tuple[RelianceView, ...]
    """Articles that relied on it; the first where they are many."""
    partners: tuple[RowView, ...]
    """Texts that it shares words with, by date, each leading to the page of the two."""
    events: tuple[RowView, ...]
    """What it reports, by date; may be empty."""
    entities: tuple[NumberedLink, ...]
    """Who and what its text names; may be empty."""
    comparisons: tuple[RowView, ...]
    """The editors' comparisons that it is in; may be empty."""
    corrections: tuple[RowView, ...]
    """Changes to this record after publication; may be empty."""
    cite: CiteView
    """Citation of the article as this dossier holds it."""
    wholes: Mapping[str, Link]
    """Where a list is cut: its whole by the name of its field, `relied_on_by`."""
    received: Link | None
    """The text as it was received, on a page of its own; None where nothing of it may be published."""
    beside: Link | None
    """Where a text to stand beside it is chosen; None where every two have a page."""
    onelines: Mapping[str, str]
    """What a folded section holds, in a line outside it, by the name of its field."""


_EVENTS = marked_many("{count} event.", "{count} events.")
_ENTITIES = marked_many(
    "{count} person, place, organisation or work.", "{count} persons, places, organisations or works."
)
_COMPARISONS = marked_many("{count} comparison.", "{count} comparisons.")


def _view(at: At, subject: Subject) -> ArticleView:
    article_id = ArticleId(subject)
    library, links = at.library, at.findings.backlinks
    article = library.articles[article_id]
    manuscript = manuscript_of(at, article_id)
    text = article_text(at.context, article, manuscript) if manuscript else NO_TEXT
    outlet = library.outlets[article.outlet]
    kept = library.texts.get(article_id)
    cue = library.quote("article", subject, "published", "cue")
    grades = grade_views(at, article.assessments, TEXT)
    changes = ARTICLE_CHANGES.first_of(at, subject)
    relied, partners = ARTICLE_RELIANCE.first_of(at, subject), ARTICLE_PARTNERS.first_of(at, subject)
    lead = TEXT_LEADS[library.publish_of(article_id)]
    events = event_rows(at, at.findings.in_event_order(article.events))
    entities, received = _entities(at, article_id), at.href("article-received", article_id)
    comparisons = comparison_rows(at, links.comparisons_by_article.get(article_id, ()))
    return ArticleView(
        title=told_apart(at.library, "article", subject),
        description=say(
            "{outlet}, {date}: {title}",
            outlet=outlet.name,
            date=date_words(article.published.edtf),
            title=library.title_of(article_id).text,
        ),
        linked_data=article_data(at, article),
        tags=article_tags(at, article),
        head=_head(at, article),
        headline=text.headline,
        outlet=record_link(at, "outlet", article.outlet),
        siglum=article.siglum,
        facts=head_facts(at.context, article, text.lifts),
        published_source=outside_source(article.published.source),
        published=statement_view(at, article.published, cue, sourced=False),
        grades=grades,
        ratings=rating_views(at, article.assessments),
        share=share_words(kept) if kept else None,
        hash=kept.sha256 if kept else None,
        hash_note=say(DIGEST_NOTE) if kept and kept.is_redacted else None,
        custody=custody_views(article, kept),
        outgoing=article_links(article),
        topics=tuple(record_link(at, "topic", topic) for topic in article.topics),
        claims=_claims(at, article_id),
        blocks=text.blocks,
        text_lead=say(lead) if lead else None,
        has_folds=any(block.fold and block.fold.text for block in text.blocks),
        has_evidence=any(segment.evidence for block in text.blocks for segment in block.segments),
        states=states_view(at, article, changes.entries),
        quotations=() if kept else _quotations(at, article_id),
        quotations_lead=say(
            "The text of this article is not kept here; the quotations were compared with it by hand."
        ),
        chain=chain_view(at, article_id),
        relied_on_by=reliance_views(at, relied.entries),
        partners=partner_rows(at, article_id, partners.entries),
        events=events,
        entities=entities,
        comparisons=comparisons,
        corrections=correction_rows(at, links.corrections_by_record.get(("article", subject), ())),
        cite=article_cite(at, article),
        wholes=links_of(relied_on_by=relied.all, partners=partners.all, states=changes.all),
        received=Link(received, say("The text as received")) if received else None,
        beside=beside_link(at, article_id),
        onelines=onelines(
            {},
            events=count_line(*_EVENTS, len(events)),
            entities=count_line(*_ENTITIES, len(entities)),
            comparisons=count_line(*_COMPARISONS, len(comparisons)),
        ),
    )


def _head(at: At, article: Article) -> RecordHeadView:
    title = at.library.cited_title_of(ArticleId(article.id))
    return RecordHeadView(
        kind=say("Article"),
        number=article.siglum,
        title=title.text,
        voice="ours" if title.is_ours else "theirs",
        title_lang=title.lang if title.lang != language() else None,
        standfirst=at.prose(article.summary) if article.summary else None,
    )


def _claims(at: At, article: ArticleId) -> ClaimsView | None:
    findings = at.findings
    spoken = findings.backlinks.claims_by_article.get(article, ())
    silence = findings.silences.get(article)
    silent = silence.silent if silence else ()
    before = silence.not_applicable if silence else ()
    if not (spoken or silent or before):
        return None
    quotations = len(findings.backlinks.sayings_by_article.get(article, ()))
    words = say_many(
        "{spoken} of {count} claim",
        "{spoken} of {count} claims",
        len(at.library.claims),
        spoken=numbered(len(spoken)),
    )
    if spoken:
        words = say_many(
            "{claims}, with {count} quotation", "{claims}, with {count} quotations", quotations, claims=words
        )
    return ClaimsView(
        words=words,
        spoken=tuple(numbered_link(at, "claim", claim) for claim in spoken),
        silent=tuple(numbered_link(at, "claim", claim) for claim in silent),
        before=tuple(numbered_link(at, "claim", claim) for claim in before),
    )


def _quotations(at: At, article: ArticleId) -> tuple[BacklinkView, ...]:
    sayings = at.findings.backlinks.sayings_by_article.get(article, ())
    return tuple(
        BacklinkView(
            title=numbered_link(at, "claim", saying.claim),
            quote=_quote_here(at, saying),
            reading=claim_reading(at.context, saying.claim),
        )
        for saying in sayings
    )


def _quote_here(at: At, saying: Saying) -> QuoteView:
    """A quotation on its own article's page: it names no source and leads nowhere else."""
    return replace(appearance_quote(at, saying, sourced=False), href=None)


def _entities(at: At, article: ArticleId) -> tuple[NumberedLink, ...]:
    entities = at.findings.backlinks.entities_by_article.get(article, ())
    return tuple(NumberedLink(None, record_link(at, "entity", entity)) for entity in entities)


KIND = record_page("article", "articles", _view)
