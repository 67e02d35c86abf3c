"""Two texts side by side, as aligned paragraphs.

Alignment follows shared runs and claims that both speak to; what is tied but stands elsewhere is linked across.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from builder.analysis.alignment import AlignedStretch, Tie, aligned_stretches, far_stretches
from builder.analysis.claimfindings import Saying
from builder.analysis.comparisonfindings import PairComparison
from builder.model.base import ArticleId, ClaimId
from builder.model.seedtext import Paragraph, SeedText
from builder.pages.kinds import At, Context
from builder.pages.parts.blocks import paragraph_anchor
from builder.pages.parts.cutter import clean_parts, printed_runs, published_of
from builder.pages.parts.links import claim_tags, numbered_link, siglum_of, siglum_view, source_view
from builder.pages.parts.names import short_name
from builder.pages.shapes.comparing import (
    AlignedParagraph,
    AlignedRow,
    AlignedRun,
    AlignedSide,
    AlignedView,
    LeftOut,
)
from builder.pages.shapes.small import Link
from builder.pages.shapes.texts import TagView
from builder.text import Span, SpanIndex
from builder.wording import say

CLAIM_WEIGHT = 12
"""A claim that two paragraphs speak to ties them as firmly as so many words in a row."""


class _Mark(Struct, frozen=True):
    """A raw range with what lies over it."""

    span: Span
    mark: str | None = None
    tags: tuple[TagView, ...] = ()
    evidence: bool = False


class _Text(Struct, frozen=True, dict=True):
    """One of the two texts: its paragraphs that print anything, and what to mark in them."""

    article: ArticleId
    text: SeedText
    published: tuple[Span, ...]
    language: str
    marks: tuple[_Mark, ...]

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(paragraph for paragraph in self.text.paragraphs if self._prints(paragraph))

    def _prints(self, paragraph: Paragraph) -> bool:
        parts = clean_parts(self.text, self.published, paragraph.span)
        return any(part.of(self.text.clean.text).strip() for part in parts)

    @cached_property
    def _marked(self) -> SpanIndex:
        return SpanIndex(mark.span for mark in self.marks)

    def marks_meeting(self, span: Span) -> list[_Mark]:
        """Return the marks that share a code point with a raw range."""
        return [self.marks[place] for place in self._marked.meeting(span)]

    @cached_property
    def left_out(self) -> Mapping[int, range]:
        """The stretches for which a line stands, by where they begin.

        A paragraph of which nothing is printed counts with the next that is, so that a line is true of all it spans.
        """
        ends = (0, *(paragraph.span.end for paragraph in self.paragraphs))
        spans = map(Span, ends[:-1], ends[1:])
        far = far_stretches([bool(self.marks_meeting(span)) for span in spans])
        return {stretch.start: stretch for stretch in far}

    @cached_property
    def _starts(self) -> list[int]:
        return [paragraph.span.start for paragraph in self.paragraphs]

    def place(self, span: Span) -> int | None:
        """Return which of the paragraphs holds the beginning of a raw range."""
        at = bisect_right(self._starts, span.start) - 1
        return at if at >= 0 and self.paragraphs[at].span.meets(span) else None


class _Reason(Struct, frozen=True):
    """What ties two paragraphs: a shared passage by its number, or a claim."""

    passage: int | None
    claim: ClaimId | None


Reasons = Mapping[tuple[int, int], dict[_Reason, int]]
"""For each two paragraphs, by place, what ties them and how firmly."""


def aligned_view(at: At, pair: PairComparison, claims: tuple[ClaimId, ...], anchors: str) -> AlignedView:
    """Return two texts side by side; `anchors` begins the address of each passage, before its number."""
    texts = (_text(at, pair, claims, 0), _text(at, pair, claims, 1))
    reasons = _reasons(at.context, pair, claims, texts)
    ties = [Tie(*places, sum(found.values())) for places, found in reasons.items()]
    stretches = aligned_stretches(ties, len(texts[0].paragraphs), len(texts[1].paragraphs))
    first, second = pair.articles
    return AlignedView(
        heads=(source_view(at, first), source_view(at, second)),
        rows=tuple(_row(at, stretch, texts, reasons, anchors) for stretch in stretches),
        lead=_lead(cut=any(text.left_out for text in texts)),
    )


def _lead(*, cut: bool) -> str:
    if cut:
        return say(
            "Where both texts share words or speak to the same claim, with the paragraphs around; a line stands in"
            " place of a longer stretch of others. Each number and each line leads to the article."
        )
    return say(
        "Both texts as readers read them, laid against each other where they share words or speak to the same claim."
        " Each number leads to the paragraph in its article."
    )


def _text(at: At, pair: PairComparison, claims: tuple[ClaimId, ...], side: int) -> _Text:
    article = pair.articles[side]
    return _Text(
        article=article,
        text=at.library.texts[article],
        published=published_of(at.context, article),
        language=at.library.language_of(article),
        marks=(*_passage_marks(pair, article), *_claim_marks(at, claims, article)),
    )


def _passage_marks(pair: PairComparison, article: ArticleId) -> Iterator[_Mark]:
    for passage in pair.passages:
        yield _Mark(passage.span_in(article), "differs")
        for run in passage.runs_in(article):
            yield _Mark(run, "same")


def _claim_marks(at: At, claims: tuple[ClaimId, ...], article: ArticleId) -> Iterator[_Mark]:
    for claim in claims:
        for span in _spans(at.context, claim, article):
            yield _Mark(span, None, claim_tags(at, claim), evidence=True)


def _spans(context: Context, claim: ClaimId, article: ArticleId) -> tuple[Span, ...]:
    sayings: Iterable[Saying] = context.findings.cell(claim, article).sayings
    return tuple(saying.quote.span for saying in sayings if saying.quote and saying.quote.span)


def _reasons(
    context: Context, pair: PairComparison, claims: tuple[ClaimId, ...], texts: tuple[_Text, _Text]
) -> Reasons:
    found: dict[tuple[int, int], dict[_Reason, int]] = {}

    def tie(spans: tuple[Span, Span], reason: _Reason, weight: int) -> None:
        first, second = texts[0].place(spans[0]), texts[1].place(spans[1])
        if first is not None and second is not None:
            weights = found.setdefault((first, second), {})
            weights[reason] = weights.get(reason, 0) + weight if reason.passage else weight

    for number, passage in enumerate(pair.passages, start=1):
        for run in passage.runs:
            tie(run.spans, _Reason(number, None), run.words)
    for claim in claims:
        for own in _spans(context, claim, pair.articles[0]):
            for other in _spans(context, claim, pair.articles[1]):
                tie((own, other), _Reason(None, claim), CLAIM_WEIGHT)
    return found


def _row(
    at: At,
    stretch: AlignedStretch,
    texts: tuple[_Text, _Text],
    reasons: Reasons,
    anchors: str,
) -> AlignedRow:
    inside = dict.fromkeys(
        reason
        for (first, second), found in sorted(reasons.items())
        if first in stretch.first and second in stretch.second
        for reason in found
    )
    across = _across(at, stretch, texts, reasons)
    return AlignedRow(
        passages=tuple(
            Link(f"#{anchors}{reason.passage}", say("Passage {number}", number=reason.passage))
            for reason in inside
            if reason.passage is not None
        ),
        claims=tuple(
            numbered_link(at, "claim", reason.claim) for reason in inside if reason.claim is not None
        ),
        sides=(
            _side(at, texts[0], stretch.first, across[0]),
            _side(at, texts[1], stretch.second, across[1]),
        ),
    )


Across = Mapping[int, tuple[Link, ...]]


def _across(
    at: At,
    stretch: AlignedStretch,
    texts: tuple[_Text, _Text],
    reasons: Reasons,
) -> tuple[Across, Across]:
    """For each paragraph of the stretch the tied paragraphs of the other text that stand in other rows."""
    links: tuple[dict[int, tuple[Link, ...]], dict[int, tuple[Link, ...]]] = ({}, {})
    for first, second in sorted(reasons):
        if first in stretch.first and second not in stretch.second:
            link = _paragraph_link(at, texts[1], second)
            links[0][first] = (*links[0].get(first, ()), link)
        if second in stretch.second and first not in stretch.first:
            link = _paragraph_link(at, texts[0], first)
            links[1][second] = (*links[1].get(second, ()), link)
    return links


def _paragraph_link(at: At, text: _Text, place: int) -> Link:
    number = text.paragraphs[place].number
    return Link(_href(at, text, place), f"{siglum_of(at.context, text.article)} ¶{number}")


def _side(at: At, text: _Text, places: range, across: Across) -> AlignedSide:
    return AlignedSide(
        siglum=siglum_view(at, text.article),
        name=short_name(at.library, text.article),
        paragraphs=tuple(_paragraphs(at, text, places, across)),
    )


def _paragraphs(at: At, text: _Text, places: range, across: Across) -> Iterator[AlignedParagraph | LeftOut]:
    """Those of a row. What is left out is never tied, so it ends in the row in which it begins."""
    place = places.start
    while place < places.stop:
        if left_out := text.left_out.get(place):
            yield _left_out(at, text, left_out)
            place = left_out.stop
        else:
            yield _paragraph(at, text, place, across.get(place, ()))
            place += 1


def _left_out(at: At, text: _Text, places: range) -> LeftOut:
    first, last = (text.paragraphs[place].number for place in (places[0], places[-1]))
    words = say(
        "{first} to {last} share no passage and no claim with the other text",
        first=f"¶{first}",
        last=f"¶{last}",
    )
    return LeftOut(Link(_href(at, text, places[0]), words))


def _href(at: At, text: _Text, place: int) -> str:
    href = at.href("article", text.article, paragraph_anchor(text.paragraphs[place].number))
    assert href is not None, f"no page for article {text.article}"
    return href


def _paragraph(at: At, text: _Text, place: int, across: tuple[Link, ...]) -> AlignedParagraph:
    paragraph = text.paragraphs[place]
    return AlignedParagraph(
        number=f"¶{paragraph.number}",
        label=say(
            "Paragraph {number} of {text}",
            number=paragraph.number,
            text=siglum_of(at.context, text.article),
        ),
        href=_href(at, text, place),
        lang=text.language,
        runs=tuple(_runs(text, paragraph)),
        across=across,
    )


def _runs(text: _Text, paragraph: Paragraph) -> Iterator[AlignedRun]:
    """The paragraph's words that may be published, cut where a mark begins or ends."""
    clean = text.text.clean
    marks = [(clean.to_clean(mark.span), mark) for mark in text.marks_meeting(paragraph.span)]
    spans = [span for span, _ in marks]
    for run in printed_runs(text.text, text.published, paragraph.span, spans, ends=True):
        over = [(span, mark) for span, mark in marks if run.meets([span])]
        kinds = {mark.mark for _, mark in over}
        ending = (mark.tags for span, mark in over if run.span and span.end == run.span.end)
        yield AlignedRun(
            text=run.text,
            mark="same" if "same" in kinds else "differs" if "differs" in kinds else None,
            evidence=any(mark.evidence for _, mark in over),
            tags=tuple(dict.fromkeys(tag for tags in ending for tag in tags)),
        )
