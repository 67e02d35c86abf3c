"""Finds words in the stored texts, however they are typed, and writes the YAML that quotes them.

What is printed is what the build accepts: the text's own words, whole, told apart by `prefix` or `suffix` where needed,
hidden characters as escapes. A place that no quote can mean is told as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from msgspec import Struct

from builder.load.context import telling_context
from builder.load.nearest import made_alike
from builder.load.placing import nearest_in, widened
from builder.load.wording import shortened
from builder.load.yaml_reader import FORBIDDEN_IN_TEXT
from builder.logs import safe
from builder.matching import folded_words
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.regexes import regex
from builder.text import Span
from builder.yamltext import scalar

MOST_SHOWN: Final = 20
_MOST_NEAR: Final = 3
_MOST_BESIDE: Final = 160
"""So many characters of a sentence are shown on either side of the words."""
_MOST_OF_WORDS: Final = 400
_DASHES: Final = "-‐‑‒–—―−"
_SINGLE: Final = "'’‘ʼ‛`´′‹›‚"
_DOUBLE: Final = '"“”„‟«»″'
_TYPED: Final = regex(
    rf"(?P<ellipsis>…|\.\s?\.\s?\.)|(?P<dash>\s*[{_DASHES}]+\s*)|(?P<double>''|[{_DOUBLE}])|(?P<single>[{_SINGLE}])"
    r"|(?P<space>\s+)"
)
_MEANT: Final = {
    "ellipsis": r"(?:…|\. ?\. ?\.)",
    "dash": f" ?[{_DASHES}]{{1,3}} ?",
    "double": f" ?(?:''|[{_DOUBLE}]) ?",
    "single": f"[{_SINGLE}]",
    "space": r"[ \n]",
}
"""What stands in a text for what is typed: marks, dashes and ellipses in any of their shapes."""
_LINE_END: Final = regex(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t]*")


class Found(Struct, frozen=True):
    """Words found in an article: their place, and what quotes them, or `remark` says why nothing can."""

    article: ArticleId
    file: str
    span: Span
    paragraph: int
    words: tuple[tuple[str, str], ...]
    """Keys and values of the quote: `quote`, and `prefix` or `suffix` where needed; empty where nothing quotes it."""
    remark: str = ""
    sentence: str = ""
    """The sentence that holds the words, which stand between `»` and `«` in it."""
    is_exact: bool = True
    """Whether these are the words that were asked for, in whatever form."""

    @property
    def heading(self) -> str:
        """Where the words stand, in which sentence, and what is to be said of them, as remarks in YAML."""
        lines = [f"{self.file}, paragraph {self.paragraph}", self.sentence, self.remark]
        return "\n".join(f"# {safe(line)}" for line in lines if line)

    @property
    def yaml(self) -> str:
        """The lines that quote them; nothing where nothing can."""
        lines = [f"  {name}: {scalar(value)}" for name, value in self.words]
        return "\n".join([f"- article: {self.article}", *lines]) if lines else ""


def find_quotes(library: Library, wanted: str, article: str | None = None) -> tuple[Found, ...]:
    """Return every place where `wanted` stands in a text, capitals, kinds of marks, dashes and spaces aside.

    A find grows to whole words. Ordered by article and place; what quotes them is made for the first `MOST_SHOWN`.
    """
    pattern = _pattern(wanted)
    if pattern is None:
        return ()
    places = dict.fromkeys(
        (name, widened(text, span))
        for name, text in _texts(library, article)
        for span in _places(text, pattern)
    )
    return tuple(
        _found(library, name, span, is_shown=number < MOST_SHOWN)
        for number, (name, span) in enumerate(places)
    )


def find_near(library: Library, wanted: str, article: str | None = None) -> tuple[Found, ...]:
    """Return the few passages that are most like words which stand in no text, the likest first."""
    if not wanted.strip():
        return ()
    alike = made_alike(folded_words(wanted))
    near = [
        (_likeness(alike, passage.span.of(text.raw)), name, passage)
        for name, text in _texts(library, article)
        if (passage := nearest_in(text, wanted)) is not None
    ]
    near.sort(key=lambda one: (-one[0], one[1]))
    return tuple(
        _found(
            library,
            name,
            widened(library.texts[name], passage.span),
            f"not the same words: {passage.difference}",
            is_exact=False,
        )
        for _, name, passage in near[:_MOST_NEAR]
    )


def _texts(library: Library, article: str | None) -> list[tuple[ArticleId, SeedText]]:
    return [(name, text) for name, text in sorted(library.texts.items()) if article in (None, name)]


def _pattern(wanted: str) -> re.Pattern[str] | None:
    """Return what to look for in a folded text, or None where nothing was typed that can be looked for."""
    typed = folded_words(wanted).strip()
    parts: list[str] = []
    reached = 0
    for match in _TYPED.finditer(typed):
        parts += re.escape(typed[reached : match.start()]), _MEANT[match.lastgroup or "space"]
        reached = match.end()
    parts.append(re.escape(typed[reached:]))
    return re.compile("".join(parts), re.IGNORECASE) if any(map(str.isalnum, typed)) else None


def _places(text: SeedText, pattern: re.Pattern[str]) -> Iterator[Span]:
    found = {
        text.folded.around(Span(*match.span()).trimmed(text.folded.text))
        for match in pattern.finditer(text.folded.text)
    }
    if text.clean.text != text.raw:
        view = text.shown
        found |= {
            text.clean.to_raw(view.around(Span(*match.span()).trimmed(view.text)))
            for match in pattern.finditer(view.text)
        }
    yield from sorted(found)


def _likeness(alike: str, passage: str) -> float:
    return SequenceMatcher(None, alike, made_alike(folded_words(passage)), autojunk=False).ratio()


def _found(
    library: Library,
    article: ArticleId,
    span: Span,
    remark: str = "",
    *,
    is_shown: bool = True,
    is_exact: bool = True,
) -> Found:
    text = library.texts[article]
    paragraph = text.paragraph_at(span.start)
    words, fault = _words(text, span) if is_shown else ((), "")
    remarks = [each for each in (remark, fault, _draft(library, article)) if each]
    number = paragraph.number if paragraph else 0
    sentence = _sentence(text, span) if is_shown else ""
    return Found(article, text.path, span, number, words, "; ".join(remarks), sentence, is_exact)


def _sentence(text: SeedText, span: Span) -> str:
    """Return the sentence around a range in one line, of a long one what stands next to the range."""
    whole = text.sentence_around(span)
    before, after = text.quoted(Span(whole.start, span.start)), text.quoted(Span(span.end, whole.end))
    lead = before if len(before) <= _MOST_BESIDE else "…" + before[1 - _MOST_BESIDE :]
    tail = after if len(after) <= _MOST_BESIDE else after[: _MOST_BESIDE - 1] + "…"
    return f"{lead}»{shortened(text.quoted(span), _MOST_OF_WORDS)}«{tail}".strip()


def _draft(library: Library, article: ArticleId) -> str:
    return "the article is a draft" if library.articles[article].draft else ""


def _words(text: SeedText, span: Span) -> tuple[tuple[tuple[str, str], ...], str]:
    """Return what quotes a range, as keys and values, or nothing and why no quote can mean it."""
    fold = text.fold_cut_by(span)
    if fold is not None:
        return (), f"no evidence: a mark folds these words away as `{fold.mark.kind.value}`"
    exact = text.typed(span)
    if FORBIDDEN_IN_TEXT.search(_LINE_END.sub(" ", exact)):
        return (), "a control character stands among these words; quote what stands before or behind it"
    for words in dict.fromkeys((_LINE_END.sub(" ", exact), exact)):
        context = telling_context(text, words, span, whole_words=True)
        if context is not None:
            named = (("quote", words), ("prefix", context.prefix), ("suffix", context.suffix))
            return tuple((name, value) for name, value in named if value), ""
    return (), "nothing beside these words tells them from the same words elsewhere in the text; quote more"
