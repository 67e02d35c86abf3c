"""What no message may show: redacted words, wherever they stand, and the lines of the editors' files that write them.

The place of a mistake is told all the same; the words beside it are not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingOf

from msgspec import Struct
from msgspec.structs import replace

from builder.diagnostics import Diagnostic, did_you_mean
from builder.load.decode import Records
from builder.load.nodes import Mapping, Node, Scalar, Sequence, child
from builder.load.places import REDACTING, WITHDRAWING, RecordPlaces
from builder.load.samewords import SameWords
from builder.model.article import Article
from builder.model.marks import REDACTION_SIGN, MarkKind
from builder.regexes import regex

_NO_WORDS = frozenset({"kind", "note", "reason", "by", "date", "prefix", "suffix", "private"})
"""Keys of a redaction whose values are no redacted words."""
_CITED = regex(r"`[^`]{2,}`|[“\"'][^”\"']{2,}[”\"']")
_OWN_HINT = "mend this line: the words of a file that keeps some back are not shown"
_LINE_BREAK = regex(r"\r\n|\r|\n")


class Written(Struct, frozen=True, dict=True):
    """Words that one file of content keeps from readers, and the lines they stand on; None where all lines may be."""

    record_id: str
    path: str
    words: tuple[str, ...]
    lines: frozenset[int] | None
    count: int


def written_withdrawals(places: RecordPlaces) -> tuple[Written, ...]:
    """Return the words that withdrawals withhold, those with mistakes too."""
    return tuple(
        _unsaid(file.record_id, file.path, root)
        for file, root in places.files_with("correction", WITHDRAWING)
    )


def _unsaid(record_id: str, path: str, root: Mapping | None) -> Written:
    if root is None:
        return Written(record_id, path, (), None, 0)
    withhold = child(root, "withhold")
    is_said = withhold is None or (isinstance(withhold, Scalar) and withhold.text == "false")
    scalars = [] if is_said else [each for key in ("title", "was") for each in _scalars(child(root, key))]
    return Written(record_id, path, tuple(each.text for each in scalars), _lines_of(scalars), 0)


def written_redactions(places: RecordPlaces) -> tuple[Written, ...]:
    """Return what the files of articles redact, those with mistakes too: a misspelt key must not let the words out."""
    return tuple(
        _written(file.record_id, file.path, root) for file, root in places.files_with("article", REDACTING)
    )


def _written(record_id: str, path: str, root: Mapping | None) -> Written:
    if root is None:
        return Written(record_id, path, (), None, 0)
    marks = child(root, "marks")
    found = [
        entry
        for entry in (marks.items if isinstance(marks, Sequence) else [])
        if isinstance(entry, Mapping) and _redacts(entry)
    ]
    scalars = [scalar for entry in found for scalar in _words_of(entry)]
    return Written(record_id, path, tuple(each.text for each in scalars), _lines_of(scalars), len(found))


def _lines_of(scalars: list[Scalar]) -> frozenset[int]:
    return frozenset(line for scalar in scalars for line in range(scalar.start[0], scalar.end[0] + 1))


def _redacts(mark: Mapping) -> bool:
    kind = child(mark, "kind")
    if not isinstance(kind, Scalar):
        return "reason" in mark.entries
    return kind.text.casefold().startswith("redac") or did_you_mean(kind.text, MarkKind) == MarkKind.REDACT


def _words_of(mark: Mapping) -> Iterator[Scalar]:
    for key, (_, value) in mark.entries.items():
        if key not in _NO_WORDS:
            yield from _scalars(value)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if node is None:
        return
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    else:
        for _, value in node.entries.values():
            yield from _scalars(value)


def unread_redactions(written: tuple[Written, ...], records: Records) -> frozenset[str]:
    """Return the articles of which a redaction could not be read, so that nobody knows what to leave out."""
    return frozenset(one.record_id for one in written if one.count != _count(records, one.record_id))


def _count(records: Records, article_id: str) -> int:
    article = records.find("article", article_id)
    marks = article.marks if isinstance(article, Article) else ()
    return sum(mark.kind is MarkKind.REDACT for mark in marks)


def _wordless(one: Diagnostic) -> Diagnostic:
    """Return a problem of a file of which nobody can tell what it keeps back, without a word of the file."""
    message = _CITED.sub(f"`{REDACTION_SIGN}`", one.message)
    return replace(one, message=message, hint=_OWN_HINT, edits=())


class Withheld:
    """Makes messages and lines of sources fit to be shown."""

    def __init__(
        self, words: SameWords, lines: MappingOf[str, frozenset[int] | None], problems: Iterable[Diagnostic]
    ) -> None:
        """`lines` to hide are given by path, None for all; so are those of problems with words that stand elsewhere."""
        self._words = words
        self._lines = dict(lines)
        for one in problems:
            hidden = self._lines.get(one.span.path, frozenset())
            if one.code == "redacted-words" and hidden is not None:
                self._lines[one.span.path] = hidden | set(range(one.span.line, one.span.end_line + 1))

    @property
    def is_blind(self) -> bool:
        """Whether there are files of which nobody can tell what they keep back."""
        return None in self._lines.values()

    def masked(self, one: Diagnostic) -> Diagnostic:
        """Return a problem without the words; its places stay."""
        if self._lines.get(one.span.path, frozenset()) is None:
            one = _wordless(one)
        if not self._words:
            return one
        is_open = all(self.without(edit.text) == edit.text for edit in one.edits)
        return replace(
            one,
            edits=one.edits if is_open else (),
            message=self.without(one.message),
            hint=self.without(one.hint),
            related=tuple(replace(each, message=self.without(each.message)) for each in one.related),
        )

    def shown(self, path: str, text: str | None) -> str | None:
        """Return a file's text with a sign for each line that holds the words."""
        hidden = self._lines.get(path, frozenset())
        if text is None or hidden is None:
            return None
        if not hidden and not self._words:
            return text
        lines = set(hidden)
        starts = [match.end() for match in _LINE_BREAK.finditer(text)]
        for span in self._words.places(text):
            lines.update(range(bisect_right(starts, span.start) + 1, bisect_right(starts, span.end - 1) + 2))
        return "\n".join(
            REDACTION_SIGN if number in lines else line
            for number, line in enumerate(_LINE_BREAK.split(text), start=1)
        )

    def without(self, text: str) -> str:
        """Return words as they may be shown: a sign in place of those that are kept back."""
        parts: list[str] = []
        reached = 0
        for span in self._words.places(text):
            parts += [text[reached : span.start], REDACTION_SIGN]
            reached = span.end
        left = "".join([*parts, text[reached:]])
        return REDACTION_SIGN if self._words.owner_in_any_form(left) else left
