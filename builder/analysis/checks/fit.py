"""Whether the numbers and names of a claim stand in the sentences that it quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from builder.analysis.checks.told import listed, warning
from builder.analysis.findings import Findings
from builder.analysis.fitting import Basis, basis_of, holds_name, missing_numbers, unlisted_names
from builder.analysis.lexicon import Lexicon
from builder.diagnostics import Diagnostic, FieldPath, Places
from builder.model.base import ArticleId, EntityId
from builder.model.claim import Appearance, AttributedTo, Claim
from builder.model.library import Library
from builder.text import Span, joined

_MOST_KEPT = 2_000
"""Of so many sets of sentences at once what they say is kept."""
_CAPITALS_FOR_ALL_NOUNS = frozenset({"de", "lb"})


def unfounded_words(library: Library, findings: Findings, places: Places) -> Iterator[Diagnostic]:
    """A number or a name of a claim stands in a sentence that it quotes, or in what is known of its event."""
    fit = _Fit(library)
    for claim in library.claims.values():
        indexes = range(len(claim.appearances))
        if not indexes:
            continue
        every = fit.grounds(claim, indexes)
        parts: list[tuple[FieldPath, str, _Grounds]] = [(("statement",), claim.statement, every)]
        taking: dict[str | None, list[int]] = {}
        for index in indexes:
            taking.setdefault(claim.appearances[index].position, []).append(index)
        for position, words in claim.positions.items():
            own = fit.grounds(claim, taking[position]) if position in taking else every
            parts.append((("positions", position), words, own))
        for path, words, grounds in parts:
            missing = fit.missing(words, grounds)
            if missing:
                yield warning(
                    places,
                    claim,
                    path,
                    "claim-not-in-quotes",
                    f"no sentence that is quoted for it has {listed([f'`{each}`' for each in missing], 'or')}",
                    "quote the words that have it, change the statement, or acknowledge the warning with a reason",
                )


class _Grounds(Struct, frozen=True):
    """What some quotes of a claim say: what stands in their sentences, and the entities that they name."""

    basis: Basis
    known: frozenset[str]


class _Fit:
    """Holds words of claims against what their quotes say."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lexicon = Lexicon(tuple(library.entities.values()))
        self._language = library.dossier.language.split("-")[0]
        self._known: dict[tuple[object, ...], _Grounds] = {}

    def grounds(self, claim: Claim, indexes: Sequence[int]) -> _Grounds:
        """Return what the quotes at these places say."""
        heard = self._heard(claim, indexes)
        said = tuple(entity for index in indexes for entity in _spoken(claim.appearances[index]))
        key = (heard, said, claim.event)  # claims of one event quote the same sentences
        if key not in self._known:
            if len(self._known) >= _MOST_KEPT:
                self._known.clear()
            basis = self._basis(claim, indexes, [words for _, words in heard])
            self._known[key] = _Grounds(basis, self._entities(claim, said, heard))
        return self._known[key]

    def missing(self, words: str, grounds: _Grounds) -> list[str]:
        """Return the numbers and names of `words`, as written, that the quotes behind them do not have."""
        named = {match.span: match.form.entity for match in self._lexicon.matches(words, ArticleId(""))}
        spans = tuple(sorted(named))
        basis, stems, known = grounds.basis, grounds.basis.stems, grounds.known
        found = list(missing_numbers(words, basis, spans))
        for span in _outermost(spans):
            entity = named[span]
            if entity not in known and not any(holds_name(name, stems) for name in self._names(entity)):
                found.append(span.of(words))
        if basis.is_readable and self._language not in _CAPITALS_FOR_ALL_NOUNS:
            names = (span.of(words) for span in unlisted_names(words, spans))
            found += [name for name in names if not holds_name(name, stems)]
        return list(dict.fromkeys(found))

    def _basis(self, claim: Claim, indexes: Sequence[int], heard: Iterable[str]) -> Basis:
        title = [] if claim.event is None else [self._library.events[claim.event].title]
        articles = (self._library.articles[claim.appearances[index].article] for index in indexes)
        languages = {(article.language or self._language).split("-")[0] for article in articles}
        return basis_of(" · ".join((*heard, *title)), is_readable=languages <= {self._language})

    def _heard(self, claim: Claim, indexes: Sequence[int]) -> tuple[tuple[ArticleId, str], ...]:
        """The sentences that are quoted, with their speakers and outlets, each once, by the article they are from."""
        heard: dict[tuple[ArticleId, str], None] = {}
        sentences: dict[ArticleId, list[Span]] = {}
        for index in indexes:
            appearance = claim.appearances[index]
            article = appearance.article
            placed = self._library.quote("claim", claim.id, "appearances", index)
            text = self._library.texts.get(article)
            if placed is not None and placed.span is not None and text is not None:
                sentences.setdefault(article, []).append(text.sentence_around(placed.span))
            else:
                heard[article, appearance.quote] = None
            if appearance.attributed_to is not None:
                heard[article, self._speaker(appearance.attributed_to)] = None
            outlet = self._library.outlets.get(self._library.articles[article].outlet)
            if outlet is not None:
                heard[article, outlet.name] = None
        for article, spans in sentences.items():
            raw = self._library.texts[article].raw
            heard.update(((article, span.of(raw)), None) for span in joined(spans))
        return tuple(heard)

    def _speaker(self, said: AttributedTo) -> str:
        for kind, record in (("entity", said.entity or said.record), ("outlet", said.outlet or said.record)):
            if record is not None and record in self._library.records(kind):
                return self._library.name_of(kind, record)
        return said.described or ""

    def _entities(
        self, claim: Claim, said: Iterable[str], heard: Iterable[tuple[ArticleId, str]]
    ) -> frozenset[str]:
        """The entities that the quoted sentences, the event and the speakers name, with those they are parts of."""
        found = set(said)
        for article, words in heard:
            found.update(match.form.entity for match in self._lexicon.matches(words, article))
        if claim.event is not None:
            event = self._library.events[claim.event]
            found.update(event.entities)
            found.update(filter(None, [event.place]))
            found.update(match.form.entity for match in self._lexicon.matches(event.title, ArticleId("")))
        return frozenset(whole for entity in found for whole in self._with_wholes(entity))

    def _with_wholes(self, entity: str) -> Iterator[str]:
        seen: set[str] = set()
        current: str | None = entity
        while current is not None and current not in seen and current in self._library.entities:
            seen.add(current)
            yield current
            current = self._library.entities[EntityId(current)].part_of

    def _names(self, entity: EntityId) -> Iterator[str]:
        record = self._library.entities[entity]
        yield record.name
        yield from (alias.text for alias in record.aliases if not alias.only)


def _spoken(appearance: Appearance) -> Iterator[str]:
    said = appearance.attributed_to
    if said is not None:
        yield from filter(None, (said.entity, said.record))


def _outermost(spans: Sequence[Span]) -> Iterator[Span]:
    end = -1
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.end > end:
            end = span.end
            yield span
