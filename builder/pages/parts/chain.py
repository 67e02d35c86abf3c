"""Who relied on whom in words: the chain behind an article, the articles behind a record, words from outside."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from builder.analysis.chains import chain_of
from builder.analysis.findings import ChainStep, OriginUse, StepKind, StepPlace
from builder.model.article import Origin, OriginTarget, Relation
from builder.model.base import ArticleId, QuotedFrom, Record
from builder.model.datewords import date_words
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library, PlacedQuote
from builder.model.sources import Source
from builder.pages.kinds import At, Context
from builder.pages.parts.cutter import printed_quote
from builder.pages.parts.links import record_link, source_view
from builder.pages.parts.names import sigled_name
from builder.pages.parts.quotes import locator, quote_href
from builder.pages.parts.words import BASIS_WORDS
from builder.pages.shapes.lists import RelianceView
from builder.pages.shapes.pictures import OriginView
from builder.pages.shapes.small import Link, OutsideQuote, Phrase
from builder.text import Span
from builder.wording import in_row, listed, marked, say, say_many

RELATION_WORDS: dict[str, str] = {
    Relation.TRANSLATES: marked("translates"),
    Relation.REPUBLISHES: marked("republishes"),
    Relation.QUOTES: marked("quotes"),
    Relation.REPORTS: marked("reports"),
    Relation.BASED_ON: marked("is based on"),
}
RELATION_TO_IT: dict[str, tuple[str, str]] = {
    Relation.TRANSLATES: (marked("translates it"), marked("through {hands}: translates it")),
    Relation.REPUBLISHES: (marked("republishes it"), marked("through {hands}: republishes it")),
    Relation.QUOTES: (marked("quotes it"), marked("through {hands}: quotes it")),
    Relation.REPORTS: (marked("reports it"), marked("through {hands}: reports it")),
    Relation.BASED_ON: (marked("is based on it"), marked("through {hands}: is based on it")),
}
"""The same on the page of what was relied on: at first hand, and through others."""
PLACE_WORDS: dict[StepPlace, str | None] = {
    StepPlace.HERE: marked("this text"),
    StepPlace.INSIDE: None,
    StepPlace.OUTSIDE: marked("not in this dossier"),
}
STANDS_AGAIN = marked("its own origins stand elsewhere in this chain")


def place_words(place: StepPlace) -> str | None:
    """Return where a step stands, in words; nothing for one that is a text of the dossier."""
    words = PLACE_WORDS[place]
    return None if words is None else say(words)


def chain_view(at: At, article: ArticleId, *, cued: bool = True) -> OriginView | None:
    """Return the chain that begins at an article, or None where no origin of it is known.

    Not `cued` it leaves out the words of the text that say so, for pages that quote them elsewhere.
    """
    length = at.findings.chain_lengths.get(article)
    if length is None:
        return None
    steps = chain_of(at.library, at.library.articles[article])
    children: dict[int, list[ChainStep]] = {}
    for step in steps[1:]:
        if step.parent is not None:
            children.setdefault(step.parent, []).append(step)
    view = _step_view(at, steps[0], children, cued=cued)
    more = length - (len(steps) - 1)
    if not more:
        return view
    words = say_many("and {count} more step further back", "and {count} more steps further back", more)
    return replace(view, more=words)


def _step_view(at: At, step: ChainStep, children: dict[int, list[ChainStep]], *, cued: bool) -> OriginView:
    origins = tuple(_step_view(at, child, children, cued=cued) for child in children.get(step.index, ()))
    if step.kind is StepKind.AGENT:
        return _agent_view(at, step, origins)
    if step.origin is None:
        return _article_view(at, step, origins)
    return _origin_view(at, step, step.origin, origins, cued=cued)


def _article_view(at: At, step: ChainStep, origins: tuple[OriginView, ...]) -> OriginView:
    name = sigled_name(at.library, step.owner)
    return OriginView(
        Link(None, name.text, name.lang),
        None,
        step.place,
        place_words(step.place),
        None,
        "none",
        None,
        origins=origins,
    )


def _agent_view(at: At, step: ChainStep, origins: tuple[OriginView, ...]) -> OriginView:
    assert step.agent is not None, "a step of an agent names the agent"
    href = at.href(*step.record) if step.record else None
    return OriginView(
        Link(href, step.agent.name), None, step.place, None, step.agent.role, "none", None, origins=origins
    )


def _origin_view(
    at: At, step: ChainStep, origin: Origin, origins: tuple[OriginView, ...], *, cued: bool
) -> OriginView:
    cue = printed_cue(at.context, step.owner, step.path) if cued else None
    return OriginView(
        name=record_link(at, *step.record) if step.record else Link(None, step.what or ""),
        what=_what(step, origin),
        place=step.place,
        place_words=say(STANDS_AGAIN) if step.stands_again else place_words(step.place),
        relation=say(RELATION_WORDS[origin.relation]),
        basis=origin.basis.value,
        basis_words=say(BASIS_WORDS[origin.basis]),
        cue=Phrase(cue.words, at.library.language_of(cue.article)) if cue else None,
        cue_href=at.href("article", cue.article, cue.anchor) if cue and cue.span else None,
        source=outside_source(origin.source),
        note=origin.note,
        covers=_covers_words(at.context, step),
        origins=origins,
    )


def _what(step: ChainStep, origin: Origin) -> str | None:
    what = step.what if step.record else None
    date = date_words(origin.date.edtf) if origin.date else None
    return in_row((what, date)) or None


def printed_cue(context: Context, owner: ArticleId, path: tuple[str | int, ...]) -> PlacedQuote | None:
    """Return the cue of an origin where its words may be published; `path` leads to the origin in the record."""
    cue = context.library.quote("article", owner, *path, "cue")
    return cue if cue is not None and printed_quote(context, cue) is not None else None


def outside_source(source: Source | None) -> Link | None:
    """Return an outside source in words, with its date, linked to its lasting copy where there is one."""
    if source is None:
        return None
    date = date_words(source.date) if source.date else None
    return Link(source.archived or source.url, in_row((source.title, source.publisher, date)))


def _covers_words(context: Context, step: ChainStep) -> str | None:
    """Say which stretch of the text rests on an origin, in paragraphs."""
    covered = context.library.quote("article", step.owner, *step.path, "covers")
    text = context.library.texts.get(step.owner)
    if covered is None or covered.span is None or text is None:
        return None
    first, last = (text.paragraph_at(offset) for offset in _ends(covered.span))
    if first is None or last is None:
        return None
    if first.number == last.number:
        return say("for paragraph {number}", number=first.number)
    return say("for paragraphs {first} to {last}", first=first.number, last=last.number)


def _ends(span: Span) -> tuple[int, int]:
    return span.start, max(span.start, span.end - 1)


def reliance_views(at: At, uses: Iterable[OriginUse], *, cued: bool = True) -> tuple[RelianceView, ...]:
    """Return articles that relied on a record, at whatever step of their chain.

    Not `cued` they lead to the words that say so and do not repeat them, for a page that has these elsewhere.
    """
    return tuple(_reliance(at, use, cued=cued) for use in uses)


def each_once(uses: Iterable[OriginUse]) -> tuple[OriginUse, ...]:
    """Return what each record writes once: carriers lead to the same step from several records."""
    found: dict[tuple[str, tuple[str | int, ...]], OriginUse] = {}
    for use in uses:
        found.setdefault((use.article, use.path), use)
    return tuple(found.values())


def _reliance(at: At, use: OriginUse, *, cued: bool) -> RelianceView:
    cue = printed_cue(at.context, use.article, use.path)
    return RelianceView(
        source=source_view(at, use.article),
        title=record_link(at, "article", use.article),
        relation=_relation_to_it(at.context, use),
        what=use.origin.of.what,
        basis=say(BASIS_WORDS[use.origin.basis]),
        cue=Phrase(cue.words, at.library.language_of(cue.article)) if cue and cued else None,
        href=quote_href(at, cue) if cue else None,
        locator=locator(at.context, cue) if cue else None,
        note=use.origin.note,
        outside=outside_source(use.origin.source),
    )


def _relation_to_it(context: Context, use: OriginUse) -> str:
    """Say what the article did, naming the origins between it and this one, nearest first."""
    origins = context.library.articles[use.article].origins
    names: list[str] = []
    for index in [part for part in use.path if isinstance(part, int)][:-1]:
        origin = origins[index]
        names.append(_target_words(context, origin.of))
        origins = origin.origins
    direct, through = RELATION_TO_IT[use.origin.relation]
    return say(through, hands=listed(names)) if names else say(direct)


def _target_words(context: Context, target: OriginTarget) -> str:
    return context.library.name_of(*target.record) if target.record else target.what or ""


REMARK = marked("in no text of this dossier")


_ONE_PAGE_FOR_ALL = {"corrections": "correction", "home": "dossier", "tour": "dossier"}
"""Pages that show records which have none of their own."""


def quoted_on(library: Library, kind: str, subject: str) -> tuple[OutsideQuote, ...]:
    """Return the words from outside that a page quotes in texts which are no Markdown."""
    shown = _ONE_PAGE_FOR_ALL.get(kind, kind)
    if shown == "dossier":
        return _outside_quotes(library, [library.dossier])
    if shown not in RECORD_KINDS:
        return ()
    records = library.records(shown)
    subjects = records.values() if shown != kind else filter(None, [records.get(subject)])
    return _outside_quotes(library, subjects)


def quoted_source(library: Library, source: QuotedFrom) -> str:
    """Return where words from outside are from: `The Echo, Evening news, 3 May 2015`."""
    publisher = library.outlets[source.outlet].name if source.outlet else source.publisher
    return say(", ").join(
        filter(None, (publisher, source.what, date_words(source.date) if source.date else None))
    )


def _outside_quotes(library: Library, records: Iterable[Record]) -> tuple[OutsideQuote, ...]:
    """Return the declared words of records that no Markdown of theirs shows with their source beside them."""
    return tuple(
        OutsideQuote(one.exact, Link(one.from_.url, quoted_source(library, one.from_)), say(REMARK))
        for record in records
        for one in record.quoted
        if one.from_.article is None and one.from_ not in library.sources_beside_words
    )
