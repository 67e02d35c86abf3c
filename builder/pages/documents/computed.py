"""What follows from a claim or an article by rule, never written by an editor: `computed` in their records."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated

from msgspec import Struct
from msgspec.structs import asdict

from builder.analysis.answers import KINDS, answer_of
from builder.analysis.claimfindings import (
    Cell,
    CellKind,
    IndependenceStatus,
    NamedOrigin,
    RecordKey,
    Rung,
    Saying,
)
from builder.analysis.knowntoday import WhenKnown
from builder.model.article import Article, Relation
from builder.model.base import ArticleId, ClaimId, CodingId, Model
from builder.model.claim import Claim, Reading, Stance
from builder.model.coding import Coding
from builder.pages.documents.rows import Row, one_of, row_of
from builder.pages.kinds import Context
from builder.pages.parts.answers import answer_words

Articles = tuple[ArticleId, ...]
Position = Annotated[str | None, "The id of the position; null where the claim has none."]
RUNGS = {rung: rung.name.lower().replace("_", "-") for rung in Rung}


class Named(Row, frozen=True, kw_only=True):
    """A record, by what it is called."""

    kind: Annotated[str, "Its kind: `entity`."]
    id: Annotated[str, "Its id."]
    name: Annotated[str, "Its name."]


class NamedSource(Row, frozen=True, kw_only=True):
    """On whose word something rests: a record, and what of it; words alone where there is no record."""

    kind: Annotated[str | None, "The kind of the record."] = None
    id: Annotated[str | None, "The id of the record."] = None
    name: Annotated[str | None, "The name of the record."] = None
    what: Annotated[str | None, "What of it, or its name where there is no record."] = None


class Step(Row, frozen=True, kw_only=True):
    """A step that a text states itself, by which words in it come from somebody else."""

    relation: Annotated[Relation, "How the text relies on it."]
    kind: Annotated[str | None, "The kind of the record."] = None
    id: Annotated[str | None, "The id of the record."] = None
    name: Annotated[str | None, "The name of the record."] = None
    what: Annotated[str | None, "What of it, or its name where there is no record."] = None


class AnswerPart(Row, frozen=True, kw_only=True):
    """The articles that answer a claim in one way."""

    state: Annotated[str, one_of(kind.state for kind in KINDS), "The stance, or the way to say nothing."]
    hedged: Annotated[bool, "Whether it is softened."]
    position: Position
    articles: Annotated[Articles, "Who answers so, by date."]


class Answer(Row, frozen=True, kw_only=True):
    """What all texts answer to a claim."""

    words: Annotated[str, "The answer in one line."]
    parts: Annotated[tuple[AnswerPart, ...], "Its parts, firmest first, absence last."]
    hardening: Annotated[Articles, "Articles that grow firmer from one place to a later one."]
    several: Annotated[Articles, "Articles that stand in more than one part."]


class AppearanceFound(Row, frozen=True, kw_only=True):
    """What follows from one appearance of a claim."""

    index: Annotated[int, "Its place among the claim's appearances."]
    article: Annotated[str, "The id of its article."]
    stance: Annotated[Stance, "What the article does with the statement."]
    counts: Annotated[bool, "Whether it takes a side."]
    rung: Annotated[str | None, one_of(RUNGS.values()), "How firmly it is said."] = None
    hardens: Annotated[bool, "Whether certainty rises here, within the article."]
    origin: Annotated[NamedSource | None, "The nearest named origin."] = None
    through: Annotated[tuple[Step, ...], "The stated steps behind the words, from the article outward."] = ()


class Origins(Row, frozen=True, kw_only=True):
    """On whose word a claim rests; an appearance that only mentions it does not count."""

    articles: Annotated[Articles, "The articles that take a side."]
    named: Annotated[tuple[NamedSource, ...], "The different origins that they name."]
    linked: Annotated[tuple[NamedSource, ...], "Origins that stand behind one of those in a chain."]
    meeting: Annotated[tuple[NamedSource, ...], "Where the chains behind two or more of them meet."]
    described: Annotated[Articles, "Articles that describe a source and do not name it."]
    without: Annotated[Articles, "Articles that name no origin."]


class Support(Row, frozen=True, kw_only=True):
    """The articles that say the same."""

    position: Position
    articles: Annotated[Articles, "Who says so, by date."]
    independence: Annotated[IndependenceStatus, "What is known of their independence."]


class CellFound(Row, frozen=True, kw_only=True):
    """What one article says to the claim."""

    article: Annotated[str, "The id of the article."]
    state: Annotated[CellKind, "Stances, or why there are none."]
    appearances: Annotated[tuple[int, ...], "The places of its appearances among those of the claim."] = ()
    hardens: Annotated[bool | None, "Whether certainty rises within the article."] = None


class ClaimFound(Row, frozen=True, kw_only=True):
    """What follows from a claim's appearances."""

    reading: Annotated[Reading | None, "What the texts do to each other; null where none takes a side."]
    known_today: Annotated[tuple[WhenKnown | None, ...], "What each thing known today is to the texts."]
    answer: Annotated[Answer, "What the texts answer."]
    appearances: Annotated[tuple[AppearanceFound, ...], "Every appearance, by date, then place in the text."]
    origins: Annotated[Origins, "On whose word the claim rests."]
    support: Annotated[tuple[Support, ...], "The articles behind each position that somebody takes."]
    cells: Annotated[tuple[CellFound, ...], "What each article says to it, silence included."]


class ArticleFound(Row, frozen=True, kw_only=True):
    """What follows from an article: which claims quote it, what it leaves out, whom it names."""

    claims: Annotated[tuple[ClaimId, ...], "The claims that it speaks to."]
    silent: Annotated[tuple[ClaimId, ...], "Claims that it was read for and says nothing of."]
    not_applicable: Annotated[tuple[ClaimId, ...], "Claims whose event is later than the text."]
    names: Annotated[tuple[str, ...], "The entities that it names, by id."]


class PlaceFound(Row, frozen=True, kw_only=True):
    """A place that a second reader judged, beside the first reading."""

    index: Annotated[int, "Its place among the readings."]
    claim: Annotated[str, "The id of the claim."]
    article: Annotated[str, "The id of the article."]
    first: Annotated[tuple[str, ...], "The words of the first reading, in text order."]
    first_word: Annotated[
        str,
        "The one of them that agreement is reckoned from: one that a second reader chose, else the first.",
    ]
    second: Annotated[str, "The second reader's word."]
    agrees: Annotated[bool, "Whether the second word is among the first ones."]
    decided: Annotated[tuple[int, ...], "Which of the claim's decisions answer it, by their places."] = ()


class CodingFound(Row, frozen=True, kw_only=True):
    """What follows from a second reading. All readers' words for a place, from all codings, are a unit of agreement."""

    places: Annotated[tuple[PlaceFound, ...], "The places that are compared with the first reading."]


def claim_findings(context: Context, claim_id: str) -> ClaimFound:
    """Return what follows from a claim's appearances."""
    found = context.findings.claims[ClaimId(claim_id)]
    cells, line = context.findings.cells(found.claim), found.origins
    return ClaimFound(
        reading=found.reading,
        known_today=tuple(known.when for known in found.known_today),
        answer=_answer(context, context.library.claims[found.claim], cells),
        appearances=tuple(_appearance(context, saying) for saying in found.sayings),
        origins=row_of(
            Origins,
            line,
            named=tuple(source(context, each) for each in line.named),
            linked=tuple(source(context, each) for each in line.linked),
            meeting=tuple(_meeting(context, key) for key in line.meeting),
        ),
        support=tuple(row_of(Support, each) for each in found.support),
        cells=tuple(_cell(cell) for cell in cells),
    )


def _answer(context: Context, claim: Claim, cells: tuple[Cell, ...]) -> Answer:
    """The line in words, and its parts: which articles answer in which way on which position."""
    answer = answer_of(cells, claim.positions)
    parts = (
        row_of(AnswerPart, part, state=part.kind.state, hedged=part.kind.hedged) for part in answer.parts
    )
    return row_of(Answer, answer, words=answer_words(context, claim), parts=tuple(parts))


def _cell(cell: Cell) -> CellFound:
    return CellFound(
        article=cell.article,
        state=cell.kind,
        appearances=tuple(saying.index for saying in cell.sayings),
        hardens=cell.hardens if cell.sayings else None,
    )


def _appearance(context: Context, saying: Saying) -> AppearanceFound:
    through = (row_of(Step, source(context, each.origin), relation=each.relation) for each in saying.through)
    return row_of(
        AppearanceFound,
        saying,
        rung=RUNGS[saying.rung] if saying.rung is not None else None,
        origin=source(context, saying.origin) if saying.origin is not None else None,
        through=tuple(through),
    )


def source(context: Context, named: NamedOrigin) -> NamedSource:
    """Return a named origin: the record, where there is one, and what of it."""
    found = asdict(record(context, named.record)) if named.record else {}
    return NamedSource(**found, what=named.what or None)


def _meeting(context: Context, key: RecordKey) -> NamedSource:
    return NamedSource(what=key[1]) if key[0] == "what" else NamedSource(**asdict(record(context, key)))


def record(context: Context, key: RecordKey) -> Named:
    """Return kind, id and name of a record."""
    kind, record_id = key
    return Named(kind=kind, id=record_id, name=context.library.name_of(kind, record_id))


def article_findings(context: Context, article_id: str) -> ArticleFound:
    """Return what follows from an article."""
    article = ArticleId(article_id)
    silence = context.findings.silences.get(article)
    links = context.findings.backlinks
    return ArticleFound(
        claims=links.claims_by_article.get(article, ()),
        silent=silence.silent if silence else (),
        not_applicable=silence.not_applicable if silence else (),
        names=links.entities_by_article.get(article, ()),
    )


def coding_findings(context: Context, coding_id: str) -> CodingFound:
    """Return what follows from a second reading."""
    second = context.findings.second
    return CodingFound(
        places=tuple(
            row_of(
                PlaceFound,
                place,
                first_word=second.first_words[place.claim, place.article],
                agrees=not place.differs,
            )
            for place in second.by_coding[CodingId(coding_id)]
        )
    )


class Computed(Struct, frozen=True):
    """What the records of a kind carry: its type, and how it is made from a record's id."""

    type: type[Row]
    make: Callable[[Context, str], Row]


COMPUTED: Mapping[type[Model], Computed] = {
    Article: Computed(ArticleFound, article_findings),
    Claim: Computed(ClaimFound, claim_findings),
    Coding: Computed(CodingFound, coding_findings),
}
