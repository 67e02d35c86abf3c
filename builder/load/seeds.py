"""Stored texts: bytes as received into the raw view, by a written rule.

The rule. Bytes are decoded as UTF-8 and nothing else: no guessing, no normalising, no line endings changed. Surrogates
that somebody encoded are kept as lone surrogates; any other byte that is not UTF-8 is an error with line and column.
A byte order mark stays as U+FEFF at offset 0. CRLF, no-break spaces, control characters, NUL, zero-width characters
and bidirectional controls stay where they are; those that an eye cannot see and a page must show are told once per
text, with counts and first places. Nothing in a text is markup, ever. The bytes' SHA-256 is on record; a text that
has another is refused, because every quote rests on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.content import encoding_fault, place_of_bad_byte
from builder.load.decode import Records
from builder.load.files import MAX_SEED_BYTES, SourceTree, path_fault
from builder.load.nodes import position_at
from builder.load.places import RecordPlaces
from builder.model.article import Article, SeedFile
from builder.model.seedtext import SeedText
from builder.yamltext import flow

_ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\U000e0000-\U000e007f]"
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
_UNSEEN = dict.fromkeys(
    [*range(0x20), *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xAD, 0xFEFF], " "
)
_OTHER = "character that is no text"


@dataclass(frozen=True, slots=True)
class _Use:
    """An article that names a stored text, and where."""

    article_id: str
    seed: SeedFile
    places: RecordPlaces

    def where(self) -> SourceSpan:
        """Where the article names the text."""
        return self.places.span("article", self.article_id, ("text", "file"))


@dataclass(frozen=True, slots=True)
class ReadSeeds:
    """The stored texts by article id; apart from them those that are not the ones on record, and serve for nothing."""

    texts: Mapping[str, SeedText]
    changed: Mapping[str, SeedText]


def read_seeds(
    tree: SourceTree,
    records: Records,
    quote_counts: Mapping[str, int],
    places: RecordPlaces,
    problems: Problems,
) -> ReadSeeds:
    """Return the stored text of each article by article id, without marks; the others have problems or no text.

    `quote_counts` says how many quotes each article has, which a changed text would break.
    """
    texts: dict[str, SeedText] = {}
    changed: dict[str, SeedText] = {}
    first_use: dict[str, _Use] = {}
    read: dict[str, SeedText | None] = {}
    for use in _uses(records, places):
        path = use.seed.file
        if path in first_use:
            first = first_use[path]
            problems.warning(
                "seed-shared",
                f"`{path}` is the text of the article `{first.article_id}` too",
                use.where(),
                "give each article its own text, or drop one of the two",
                (Related(first.where(), "it is named here"),),
            )
        else:
            first_use[path] = use
            read[path] = _read_seed(tree, use, problems)
        text = read[path]
        if text is not None:
            is_recorded = _is_as_recorded(text, use, quote_counts.get(use.article_id, 0), problems)
            (texts if is_recorded else changed)[use.article_id] = text
    return ReadSeeds(texts, changed)


def _uses(records: Records, places: RecordPlaces) -> list[_Use]:
    uses = []
    for kind, record_id, record in records.every():
        if kind == "article" and isinstance(record, Article) and record.text is not None:
            uses.append(_Use(record_id, record.text, places))
    return sorted(uses, key=lambda use: use.article_id)


def _read_seed(tree: SourceTree, use: _Use, problems: Problems) -> SeedText | None:
    path = use.seed.file
    fault = path_fault(path)
    if fault:
        problems.error(
            "bad-path",
            f"`{path}` cannot be a stored text: {fault}",
            use.where(),
            "write it like `seeds/a.txt`",
        )
        return None
    if not tree.resolve(path, use.where):
        return None
    content = tree.read(path, MAX_SEED_BYTES, use.where)
    if content is None:
        return None
    raw = _decode(content, path, use, problems)
    if raw is None:
        return None
    if not raw.translate(_UNSEEN).strip():
        problems.error(
            "seed-empty", f"`{path}` holds no words", use.where(), "store the text, or remove `text`"
        )
        return None
    _tell_odd_characters(raw, path, use, problems)
    return SeedText(path, raw, tree.digest(path), len(content))


def _decode(content: bytes, path: str, use: _Use, problems: Problems) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as fault:
        line, column = place_of_bad_byte(content, fault.start)
        problems.error(
            "not-utf-8",
            encoding_fault(content, fault.start),
            SourceSpan(path, line, column, line, column + 1),
            "save the text as UTF-8, then record its new SHA-256",
            (Related(use.where(), "the article that needs it"),),
        )
        return None


def _tell_odd_characters(raw: str, path: str, use: _Use, problems: Problems) -> None:
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
        use.where(),
        "nothing, if the text was received so: they are kept and shown as signs",
        tuple(related),
    )


def _is_as_recorded(text: SeedText, use: _Use, quote_count: int, problems: Problems) -> bool:
    recorded = use.seed.sha256
    if recorded is None:
        problems.warning(
            "seed-not-pinned",
            "the text has no SHA-256 on record, so a change of it would go unseen",
            use.where(),
            f"text: {flow({'file': text.path, 'sha256': text.sha256})}",
        )
        return True
    if recorded == text.sha256:
        return True
    rest = f"; {quote_count} quotes rest on it" if quote_count > 1 else ""
    problems.error(
        "seed-changed",
        f"`{text.path}` is not the text on record{rest}: its SHA-256 is {text.sha256}, the record says {recorded}",
        use.where(),
        "bring the recorded text back; if the new one is right, write its SHA-256 and check the quotes",
    )
    return False
