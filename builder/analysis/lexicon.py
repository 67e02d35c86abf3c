"""The names that entities go by, arranged so that one pass over a text finds them all.

A name matches whole words, across the forms of Unicode (`builder.matching`); apostrophes and hyphens match in any of
their shapes. The cost of a pass grows with the text, not with the number of names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from typing import Final

from msgspec import Struct, field

from builder.matching import FoldedText, folded_words
from builder.model.base import ArticleId, EntityId
from builder.model.entity import Alias, AliasCase, Entity
from builder.regexes import regex
from builder.signs import UNSPACED
from builder.text import Span, paragraphs

_TOKEN = regex(rf"[{UNSPACED}]|[^\W_{UNSPACED}]+")
_LIKE = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2018": "'", "\u2010": "-", "\u2011": "-"})
_BREAK = regex(r"[\n\r\x0b\x0c\x85\u2028\u2029]")


MOST_STEPS: Final = 1_500_000
"""Steps that one text may take; one of 2 MiB, with a name in every eighth word, takes half a million."""
_STEPS_A_NAME: Final = 10
"""A name that is found takes as long as so many words that are held against names."""


class Patience(Struct):
    """How many more steps a text may take; none are left where names in it mean too many places."""

    left: int = MOST_STEPS


class Form(Struct, frozen=True):
    """One name of one entity. `rank` is its place among the entity's names."""

    entity: EntityId
    text: str
    exact: bool
    only: frozenset[ArticleId]
    rank: int


class NameMatch(Struct, frozen=True):
    """A name found in a text."""

    span: Span
    form: Form


class _Node(Struct):
    """Where a name may go on: by the joint and the next word, both in one shape."""

    following: dict[tuple[str, str], _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


class Lexicon:
    """All names of some entities."""

    def __init__(self, entities: tuple[Entity, ...]) -> None:
        self._first: dict[str, _Node] = {}
        self.forms = tuple(form for entity in entities for form in forms_of(entity))
        """Every name, by entity in the given order, then as written."""
        for form in self.forms:
            self._add(form)

    @property
    def digest(self) -> str:
        """A digest of all names with their rules."""
        told = [(form.entity, form.text, form.exact, sorted(form.only)) for form in self.forms]
        return sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()

    def _add(self, form: Form) -> None:
        tokens = _tokens(folded_words(form.text))
        if not tokens:
            return
        node = self._first.setdefault(tokens[0][1].casefold(), _Node())
        for joint, word in tokens[1:]:
            node = node.following.setdefault((joint, word.casefold()), _Node())
        node.forms.append(form)

    def matches(self, text: str, article: ArticleId, patience: Patience | None = None) -> Iterator[NameMatch]:
        """Yield every name that stands in a text, overlapping ones too, by start, while there is patience."""
        patience = patience or Patience()
        if not self._first:
            return
        folded = FoldedText(text, paragraphs(text))
        for word in _TOKEN.finditer(folded.text):
            node = self._first.get(word[0].casefold())
            if patience.left <= 0:
                return
            if node is not None:
                found = _matches_from(node, folded.text, Span(*word.span()), article, patience)
                yield from _in_raw(folded, found)


def forms_of(entity: Entity) -> tuple[Form, ...]:
    """Return the names of an entity, its own first; an alias that repeats the name sets the name's rules."""
    name = next((alias for alias in entity.aliases if alias.text == entity.name), None)
    others = [alias for alias in entity.aliases if alias is not name]
    return tuple(
        Form(EntityId(entity.id), alias.text, alias.case is AliasCase.EXACT, frozenset(alias.only), rank)
        for rank, alias in enumerate([name or Alias(text=entity.name), *others])
    )


def _in_raw(folded: FoldedText, matches: Iterator[NameMatch]) -> Iterator[NameMatch]:
    for match in matches:
        span = folded.raw(match.span.start, match.span.end)
        if span is not None:
            yield NameMatch(span, match.form)


def _matches_from(
    node: _Node, text: str, first_word: Span, article: ArticleId, patience: Patience
) -> Iterator[NameMatch]:
    """Yield the names that begin with a word, shortest first."""
    end = first_word.end
    following: _Node | None = node
    while following is not None:
        patience.left -= 1 + _STEPS_A_NAME * len(following.forms)
        if following.forms and not _goes_on(text, end):
            yield from _valid(following.forms, text, Span(first_word.start, end), article)
        word = _TOKEN.search(text, end) if following.following else None
        if word is None:
            return
        following = following.following.get((_joint(text[end : word.start()]), word[0].casefold()))
        end = word.end()


def _valid(forms: list[Form], text: str, span: Span, article: ArticleId) -> Iterator[NameMatch]:
    for form in forms:
        if form.only and article not in form.only:
            continue
        if not form.exact or spelled(span.of(text)) == spelled(folded_words(form.text)):
            yield NameMatch(span, form)


def _goes_on(text: str, end: int) -> bool:
    """Whether a combining mark follows: the word is another one."""
    return end < len(text) and unicodedata.category(text[end])[0] == "M"


def spelled(name: str) -> str:
    """Return a name with its joints in one shape and its own capitals."""
    return "".join(joint + word for joint, word in _tokens(name))


def _tokens(name: str) -> list[tuple[str, str]]:
    """Return (joint before it, word) of every word of a name; nothing joins the first."""
    found: list[tuple[str, str]] = []
    before: int | None = None
    for match in _TOKEN.finditer(name):
        found.append(("" if before is None else _joint(name[before : match.start()]), match[0]))
        before = match.end()
    return found


def _joint(between: str) -> str:
    """What stands between two words, in one shape; a line break joins nothing."""
    if between in (" ", ""):
        return between
    if _BREAK.search(between):
        return "\n"
    return re.sub(r"\s+", " ", between.translate(_LIKE))
