"""Tells in what condition a stored text is: what an eye cannot see in it, and what looks wrong with it as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from operator import itemgetter

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.damage import damages
from builder.load.files import Where
from builder.load.nodes import position_at
from builder.memory import Memory
from builder.model.seedtext import SeedText, TextFacts
from builder.regexes import regex
from builder.signs import BYTE_ORDER_MARK, unseen_kind
from builder.text import paragraphs
from builder.unseen import stray_signs

_NO_TEXT = regex("[\ufffc\ufffd]")
"""What stands for something that is no text, or for what could not be read: seen, and yet no sign of the author's."""
_PAGE_END = "\f"


def tell_conditions(
    texts: Iterable[SeedText],
    named: Mapping[str, Where],
    problems: Problems,
    sound: Memory[str, TextFacts],
) -> None:
    """Warn of what an editor should know of each text; `named` gives the places that name them, by their paths.

    The texts are without what is redacted: nothing is told of words that nobody may see. `sound` are texts of which an
    earlier load had nothing to tell, by their digests.
    """
    by_path = {text.path: text for text in texts}
    for path, text in sorted(by_path.items(), key=itemgetter(0)):
        if sound.get(text.sha256) is None:
            own = Problems()
            _tell_condition(text.raw, path, named[path], own)
            problems.extend(own)
            if not len(own) and text.way is None:
                sound.used[text.sha256] = text.facts


def _tell_condition(raw: str, path: str, where: Where, problems: Problems) -> None:
    _tell_odd_characters(raw, path, where, problems)
    for damage in damages(raw, paragraphs(raw)):
        start, end = position_at(raw, damage.span.start), position_at(raw, damage.span.end)
        problems.warning(
            damage.code,
            f"`{path}` {damage.message} (first at {start[0]}:{start[1]})",
            where(),
            damage.hint,
            (Related(SourceSpan(path, *start, *end), "in the stored text"),),
        )


def _tell_odd_characters(raw: str, path: str, where: Where, problems: Problems) -> None:
    """Tell once per text and kind which unseen characters it holds that nothing around them needs."""
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for offset, signs in _odd_characters(raw):
        for sign, count in Counter(signs).items():
            if sign == _PAGE_END:
                continue
            at = offset + signs.index(sign)
            kind = (
                "byte order mark"
                if sign == BYTE_ORDER_MARK and at == 0
                else unseen_kind(sign) or "character that is no text"
            )
            counts[kind] += count
            first.setdefault(kind, at)
    for kind, offset in first.items():
        line, column = position_at(raw, offset)
        problems.warning(
            "seed-odd-characters",
            f"`{path}` holds characters that an eye cannot see:"
            f" {counts[kind]} × {kind} (first U+{ord(raw[offset]):04X} at {line}:{column})",
            where(),
            "nothing, if the text was received so: they are kept and shown as signs",
            (Related(SourceSpan(path, line, column, line, column + 1), kind),),
        )


def _odd_characters(raw: str) -> Iterator[tuple[int, str]]:
    yield from stray_signs(raw)
    for match in _NO_TEXT.finditer(raw):
        yield match.start(), match[0]
