"""From a library to its findings: every rule applied once, in the order of what it needs."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from builder.analysis.agenda import claim_order
from builder.analysis.backlinks import backlinks
from builder.analysis.cells import cell_source, ladder, sayings_of
from builder.analysis.chains import chain_lengths
from builder.analysis.claimfindings import Cell, ClaimFindings
from builder.analysis.comparison import NOT_COMPARED, compare_texts
from builder.analysis.dissents import second_readings
from builder.analysis.excerpts import published_texts
from builder.analysis.findings import Findings, Known, cell_of
from builder.analysis.independence import position_support
from builder.analysis.knowntoday import known_today
from builder.analysis.lineage import Lineages
from builder.analysis.naming import find_names, naming_tables
from builder.analysis.order import article_order, event_order, timeline_order
from builder.analysis.origins import Stretches, origins_line, stretches_of
from builder.analysis.readings import allowed_readings, reading_of
from builder.analysis.revisions import revisions
from builder.analysis.silence import silences, topic_silences
from builder.model.base import ArticleId, ClaimId
from builder.model.claim import Claim
from builder.model.library import Library


def analyse(library: Library, known: Known | None = None, *, compare: bool = True) -> Findings:
    """Return all that follows from a library; `known` are results of an earlier analysis that may be taken over.

    Without `compare` its texts are not compared: no finding but `comparison` needs it, and it takes most of the time.
    The same library gives the same findings, whatever the order of its mappings and whatever is known.
    """
    articles = article_order(library)
    events = event_order(library)
    rank = {article: place for place, article in enumerate(articles)}
    claims = _claims(library, rank)
    claims_in_order = claim_order(library.claims, claims)
    known = known or Known()
    names, now_known = find_names(library, known)
    mentions = {article: names[article].mentions for article in names if names[article].mentions}
    comparison = compare_texts(library, articles, mentions, known.comparison) if compare else NOT_COMPARED
    links = backlinks(library, articles, events, claims_in_order, claims, names)
    sources = {claim: cell_source(library, library.claims[claim], claims[claim].sayings) for claim in claims}
    until = {article: library.articles[article].published.edtf.widened_upper for article in articles}

    def cell(claim: ClaimId, article: ArticleId) -> Cell:
        return cell_of(sources, until, claim, article)

    return Findings(
        article_order=articles,
        event_order=events,
        timeline_order=timeline_order(library),
        claim_order=claims_in_order,
        claims=claims,
        chain_lengths=chain_lengths(library),
        mentions=mentions,
        naming=naming_tables(library, names, articles),
        backlinks=links,
        silences=silences(library, claims_in_order, rank, cell),
        topic_silences=topic_silences(library, links.claims_by_topic, rank, cell),
        published=published_texts(library),
        cell_sources=sources,
        article_until=until,
        revisions=revisions(library),
        comparison=comparison,
        known=replace(now_known, comparison=comparison.known),
        second=second_readings(library, claims_in_order, rank, cell),
        without_names=tuple(article for article in names if names[article].is_cut),
    )


def _claims(library: Library, rank: Mapping[ArticleId, int]) -> Mapping[ClaimId, ClaimFindings]:
    stretches = {
        article: stretches_of(library, library.articles[article])
        for article in rank
        if library.articles[article].origins
    }
    lineages = Lineages(library)
    return {
        claim: _claim(library, library.claims[claim], rank, stretches, lineages)
        for claim in sorted(library.claims)
    }


def _claim(
    library: Library,
    claim: Claim,
    rank: Mapping[ArticleId, int],
    stretches: Mapping[ArticleId, Stretches],
    lineages: Lineages,
) -> ClaimFindings:
    sayings = sayings_of(library, claim, rank, stretches)
    return ClaimFindings(
        claim=ClaimId(claim.id),
        allowed=allowed_readings(claim),
        reading=reading_of(claim),
        disagreement=tuple(dict.fromkeys(each.kind for each in claim.disagreement)),
        sayings=sayings,
        origins=origins_line(lineages, sayings),
        support=position_support(claim, sayings),
        ladder=ladder(sayings),
        known_today=known_today(library, claim),
    )
