"""How firmly each text puts a claim, shown where certainty varies."""

from __future__ import annotations

from builder.analysis.claimfindings import Ladder, LadderRung, Rung
from builder.analysis.claimfindings import Saying as SayingFound
from builder.model.base import ClaimId
from builder.model.claim import Stance
from builder.pages.kinds import At, Context
from builder.pages.parts.links import source_words
from builder.pages.parts.matrix import column_view
from builder.pages.parts.places import saying_phrase, saying_place
from builder.pages.parts.sourcing import through_words
from builder.pages.parts.stances import on_whose_word
from builder.pages.parts.words import in_row, listed
from builder.pages.shapes.tables import LadderView, RungCell, RungView, Saying
from builder.wording import marked, say, say_many

RUNG_WORDS: dict[Rung, tuple[Stance, str, str]] = {
    Rung.ASSERTS: (Stance.ASSERTS, marked("asserts"), marked("in its own voice")),
    Rung.ASSERTS_HEDGED: (
        Stance.ASSERTS,
        marked("asserts, hedged"),
        marked("in its own voice, with softening words"),
    ),
    Rung.ATTRIBUTES: (Stance.ATTRIBUTES, marked("attributes"), marked("on somebody’s word")),
    Rung.IMPLIES: (Stance.IMPLIES, marked("implies"), marked("without saying so")),
}
"""Each rung: the shape that it wears, its word and what makes it so."""


MOST_TEXTS = 12
"""A ladder of more texts than this is a wall; those that stand on several rungs are shown, then the earliest."""


def ladder_view(at: At, claim: ClaimId) -> LadderView | None:
    """Return the ladder of a claim, firmest rung first, or None where all texts speak alike."""
    whole = at.findings.claims[claim].ladder
    if len(whole.rungs) < 2:
        return None
    ladder = _first_texts(whole)
    record = at.library.claims[claim]
    columns = tuple(source_words(at.context, article) for article in ladder.articles)
    left_out = len(whole.articles) - len(ladder.articles)
    return LadderView(
        caption=say("How firmly each text answers: {statement}", statement=record.statement)
        if record.positions
        else say("How firmly each text says: {statement}", statement=record.statement),
        head=say("How firmly"),
        columns=tuple(column_view(at, article) for article in ladder.articles),
        rungs=tuple(_rung(at, rung, columns) for rung in ladder.rungs),
        rest=say_many(
            "{count} more text, each on one rung: see what each text says.",
            "{count} more texts, each on one rung: see what each text says.",
            left_out,
        )
        if left_out
        else None,
    )


def _first_texts(ladder: Ladder) -> Ladder:
    """The ladder as far as it is shown: texts that climb never fall behind others."""
    if len(ladder.articles) <= MOST_TEXTS:
        return ladder
    places = range(len(ladder.articles))
    rungs = [sum(bool(rung.sayings[place]) for rung in ladder.rungs) for place in places]
    shown = sorted(sorted(places, key=lambda place: -rungs[place])[:MOST_TEXTS])
    return Ladder(
        tuple(ladder.articles[place] for place in shown),
        tuple(
            LadderRung(
                rung.rung,
                tuple(rung.sayings[place] for place in shown),
                tuple(rung.passed[place] for place in shown),
            )
            for rung in ladder.rungs
        ),
    )


def hardening_words(context: Context, claim: ClaimId) -> str | None:
    """Return which texts grow firmer within themselves, in one sentence, or None."""
    rising = dict.fromkeys(
        saying.article for saying in context.findings.claims[claim].sayings if saying.hardens
    )
    if not rising:
        return None
    names = [
        context.library.articles[article].siglum
        or context.library.outlets[context.library.articles[article].outlet].name
        for article in rising
    ]
    return say_many(
        "{texts} grows firmer within the same text.",
        "{texts} grow firmer within the same text.",
        len(names),
        texts=listed(names),
    )


def _rung(at: At, rung: LadderRung, columns: tuple[str, ...]) -> RungView:
    stance, word, meaning = RUNG_WORDS[rung.rung]
    cells = zip(columns, rung.passed, rung.sayings, strict=True)
    return RungView(
        stance=stance.value,
        word=say(word),
        meaning=say(meaning),
        cells=tuple(
            RungCell(column, passed, tuple(_saying(at, saying) for saying in sayings))
            for column, passed, sayings in cells
        ),
    )


def _saying(at: At, saying: SayingFound) -> Saying:
    href, place = saying_place(at, saying)
    rises = say("firmer than before in the same text") if saying.hardens else None
    word = in_row((on_whose_word(at.context, saying.appearance), through_words(at.context, saying)))
    position = at.library.claims[saying.claim].positions.get(saying.appearance.position or "")
    return Saying(saying_phrase(at.context, saying), href, place, rises, word or None, position)
