"""The page of one article: what it says and rests on, its text with the evidence in place, and who relied on whom."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from builder.analysis.claimfindings import Saying
from builder.model.article import Article, Publish
from builder.model.base import ArticleId
from builder.pages.kinds import At, PageView, Subject, record_page
from builder.pages.parts.article_head import head_facts, share_words
from builder.pages.parts.blocks import ArticleText, article_text
from builder.pages.parts.chain import chain_view, outside_source
from builder.pages.parts.cite import article_cite
from builder.pages.parts.dates import date_words, statement_view
from builder.pages.parts.grades import grade_views, rating_views
from builder.pages.parts.linked_data import article_data
from builder.pages.parts.links import numbered_link, record_link
from builder.pages.parts.manuscript import manuscript_of
from builder.pages.parts.outgoing import article_links
from builder.pages.parts.quotes import appearance_quote
from builder.pages.parts.readings import claim_reading
from builder.pages.parts.redactions import DIGEST_NOTE
from builder.pages.parts.reliance import reliance_views
from builder.pages.parts.rows import comparison_rows, correction_rows, event_rows
from builder.pages.parts.shared import article_partners, article_passages
from builder.pages.parts.states import states_view
from builder.pages.parts.titles import told_apart
from builder.pages.parts.whole import links_of
from builder.pages.parts.wholes import ARTICLE_RELIANCE
from builder.pages.shapes.lifts import HeadFact, OutgoingLink
from builder.pages.shapes.lists import BacklinkView, CiteView, RowView
from builder.pages.shapes.pictures import OriginView
from builder.pages.shapes.reliance import RelianceView
from builder.pages.shapes.small import DateView, GradeView, Link, NumberedLink, RatingView, RecordHeadView
from builder.pages.shapes.states import StatesView
from builder.pages.shapes.texts import BlockView, PassageView, QuoteView
from builder.wording import language, marked, say, say_many

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
    spoken: tuple[NumberedLink, ...]
    silent: tuple[NumberedLink, ...]
    before: tuple[NumberedLink, ...]


class ArticleView(PageView, frozen=True, kw_only=True):
    """Everything that an article's page shows. `quotations` are there only where no text is kept."""

    head: RecordHeadView
    headline: BlockView | None
    outlet: Link
    siglum: str | None
    facts: tuple[HeadFact, ...]
    published: DateView
    published_source: Link | None
    grades: tuple[GradeView, ...]
    ratings: tuple[RatingView, ...]
    share: str | None
    hash: str | None
    hash_note: str | None
    outgoing: tuple[OutgoingLink, ...]
    topics: tuple[Link, ...]
    claims: ClaimsView | None
    blocks: tuple[BlockView, ...]
    text_lead: str | None
    has_folds: bool
    has_evidence: bool
    states: StatesView | None
    quotations: tuple[BacklinkView, ...]
    quotations_lead: str | None
    chain: OriginView | None
    relied_on_by: tuple[RelianceView, ...]
    passages: tuple[PassageView, ...]
    partners: tuple[RowView, ...]
    events: tuple[RowView, ...]
    entities: tuple[NumberedLink, ...]
    comparisons: tuple[RowView, ...]
    corrections: tuple[RowView, ...]
    cite: CiteView
    wholes: Mapping[str, Link]


def _view(at: At, subject: Subject) -> ArticleView:
    article_id = ArticleId(subject)
    library, links = at.library, at.findings.backlinks
    article = library.articles[article_id]
    manuscript = manuscript_of(at, article_id)
    text = article_text(at.context, article, manuscript) if manuscript else NO_TEXT
    outlet = library.outlets[article.outlet]
    kept = library.texts.get(article_id)
    cue = library.quote("article", subject, "published", "cue")
    grades = grade_views(at, article.assessments, say("this text"))
    relied = ARTICLE_RELIANCE.first_of(at, subject)
    lead = TEXT_LEADS[library.publish_of(article_id)]
    return ArticleView(
        title=told_apart(at.library, "article", subject),
        description=say(
            "{outlet}, {date}: {title}",
            outlet=outlet.name,
            date=date_words(article.published.edtf),
            title=library.title_of(article_id).text,
        ),
        linked_data=article_data(at, article),
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
        outgoing=article_links(article),
        topics=tuple(record_link(at, "topic", topic) for topic in article.topics),
        claims=_claims(at, article_id),
        blocks=text.blocks,
        text_lead=say(lead) if lead else None,
        has_folds=any(block.fold and block.fold.text for block in text.blocks),
        has_evidence=any(segment.evidence for block in text.blocks for segment in block.segments),
        states=states_view(at.context, article),
        quotations=() if kept else _quotations(at, article_id),
        quotations_lead=say(
            "The text of this article is not kept here; the quotations were compared with it by hand."
        ),
        chain=chain_view(at, article_id),
        relied_on_by=reliance_views(at, relied.entries),
        passages=article_passages(at, article_id),
        partners=article_partners(at, article_id),
        events=event_rows(at, at.findings.in_event_order(article.events)),
        entities=_entities(at, article_id),
        comparisons=comparison_rows(at, links.comparisons_by_article.get(article_id, ())),
        corrections=correction_rows(at, links.corrections_by_record.get(("article", subject), ())),
        cite=article_cite(at, article),
        wholes=links_of(relied_on_by=relied.all),
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
        spoken=f"{len(spoken):,}",
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
