"""Tells in what condition a stored text is: what an eye cannot see in it, and what looks wrong with it as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.damage import damages
from builder.load.files import Where
from builder.load.nodes import position_at
from builder.model.seedtext import SeedText
from builder.text import paragraphs

_ODD = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_GROUPS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("byte order mark", re.compile(r"\A\ufeff")),
    ("NUL", re.compile("\x00")),
    ("control character", re.compile("[\x01-\x1f\x7f-\x9f]")),
    ("lone surrogate", re.compile("[\ud800-\udfff]")),
    ("bidirectional control", re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")),
    ("zero-width character", re.compile("[\xad\u180e\u200b-\u200d\u2060-\u2064\ufeff]")),
    ("tag character", re.compile("[\U000e0000-\U000e007f]")),
    ("line or paragraph separator", re.compile("[\u2028\u2029]")),
)
_OTHER = "character that is no text"


def tell_conditions(texts: Iterable[SeedText], named: Mapping[str, Where], problems: Problems) -> None:
    """Warn of what an editor should know of each text; `named` gives the places that name them, by their paths.

    The texts are without what is redacted: nothing is told of words that nobody may see.
    """
    by_path = {text.path: text.raw for text in texts}
    for path, raw in sorted(by_path.items()):
        _tell_condition(raw, path, named[path], problems)


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
    """Tell once per text which unseen characters it holds; a clean text costs one search."""
    found = list(_ODD.finditer(raw))
    if not found:
        return
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for match in found:
        group = next((name for name, form in _GROUPS if form.match(raw, match.start())), _OTHER)
        counts[group] += 1
        first.setdefault(group, match.start())
    parts = []
    related = []
    for group, offset in first.items():
        line, column = position_at(raw, offset)
        parts.append(f"{counts[group]} × {group} (first U+{ord(raw[offset]):04X} at {line}:{column})")
        related.append(Related(SourceSpan(path, line, column, line, column + 1), group))
    problems.warning(
        "seed-odd-characters",
        f"`{path}` holds characters that an eye cannot see: {', '.join(parts)}",
        where(),
        "nothing, if the text was received so: they are kept and shown as signs",
        tuple(related),
    )
