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
from builder.load.nearest import made_alike, nearest_passage
from builder.load.placing import widened
from builder.load.yaml_reader import FORBIDDEN_IN_TEXT
from builder.logs import safe
from builder.matching import folded_words
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.text import Span
from builder.yamltext import scalar

MOST_SHOWN: Final = 20
_MOST_NEAR: Final = 3
_DASHES: Final = "-‐‑‒–—―−"
_SINGLE: Final = "'’‘ʼ‛`´′‹›‚"
_DOUBLE: Final = '"“”„‟«»″'
_TYPED: Final = re.compile(
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
_LINE_END: Final = re.compile(r"[ \t]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029])[ \t]*")


class Found(Struct, frozen=True):
    """Words found in an article: their place, and the lines that quote them, or `remark` says why none can."""

    article: ArticleId
    file: str
    span: Span
    paragraph: int
    yaml: str
    remark: str = ""

    @property
    def heading(self) -> str:
        """Where the words stand, and what is to be said of them, as a remark in YAML."""
        where = f"# {safe(self.file)}, paragraph {self.paragraph}"
        return f"{where}\n# {safe(self.remark)}" if self.remark else where


def find_quotes(library: Library, wanted: str) -> tuple[Found, ...]:
    """Return every place where `wanted` stands in a text, capitals, kinds of marks, dashes and spaces aside.

    A find grows to whole words. Ordered by article and place; lines are written for the first `MOST_SHOWN`.
    """
    pattern = _pattern(wanted)
    if pattern is None:
        return ()
    places = dict.fromkeys(
        (article, widened(text.raw, span))
        for article, text in sorted(library.texts.items())
        for span in _places(text, pattern)
    )
    return tuple(
        _found(library, article, span, is_shown=number < MOST_SHOWN)
        for number, (article, span) in enumerate(places)
    )


def find_near(library: Library, wanted: str) -> tuple[Found, ...]:
    """Return the few passages that are most like words which stand in no text, the likest first."""
    if not wanted.strip():
        return ()
    alike = made_alike(folded_words(wanted))
    near = [
        (_likeness(alike, passage.span.of(text.raw)), article, passage)
        for article, text in sorted(library.texts.items())
        if (passage := nearest_passage(text.folded, wanted)) is not None
    ]
    near.sort(key=lambda one: (-one[0], one[1]))
    return tuple(
        _found(
            library,
            article,
            widened(library.texts[article].raw, passage.span),
            f"not the same words: {passage.difference}",
        )
        for _, article, passage in near[:_MOST_NEAR]
    )


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
    library: Library, article: ArticleId, span: Span, remark: str = "", *, is_shown: bool = True
) -> Found:
    text = library.texts[article]
    paragraph = text.paragraph_at(span.start)
    yaml, fault = _yaml(article, text, span) if is_shown else ("", "")
    remarks = [each for each in (remark, fault, _draft(library, article)) if each]
    return Found(article, text.path, span, paragraph.number if paragraph else 0, yaml, "; ".join(remarks))


def _draft(library: Library, article: ArticleId) -> str:
    return "the article is a draft" if library.articles[article].draft else ""


def _yaml(article: ArticleId, text: SeedText, span: Span) -> tuple[str, str]:
    """Return the lines that quote a range, or none and why no quote can mean it."""
    fold = text.fold_cut_by(span)
    if fold is not None:
        return "", f"no evidence: a mark folds these words away as `{fold.mark.kind.value}`"
    exact = text.typed(span)
    if FORBIDDEN_IN_TEXT.search(_LINE_END.sub(" ", exact)):
        return "", "a control character stands among these words; quote what stands before or behind it"
    for words in dict.fromkeys((_LINE_END.sub(" ", exact), exact)):
        context = telling_context(text, words, span, whole_words=True)
        if context is not None:
            named = {"quote": words, "prefix": context.prefix, "suffix": context.suffix}
            lines = [f"  {name}: {scalar(value)}" for name, value in named.items() if value]
            return "\n".join([f"- article: {article}", *lines]), ""
    return "", "nothing beside these words tells them from the same words elsewhere in the text; quote more"
