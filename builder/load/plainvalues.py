"""Values without quotation marks that do not say what their editor meant: words for nothing, and texts cut by a `#`.

Every scalar is a text here, so that `byline: null` would print an author called “null”. YAML keeps `Flood` of
`title: Flood #1`. Both are asked of the field: a text in quotation marks is always meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from builder.diagnostics import Edit, FieldPath, Problems, SourceSpan
from builder.load.fields import is_reference, is_required, model_at
from builder.load.nodes import Mapping, Node, Scalar, Sequence
from builder.load.wording import shortened
from builder.model.base import IsName, IsPrinted, IsProse, Record
from builder.model.walk import marked_keys
from builder.regexes import regex
from builder.yamltext import quoted, scalar

NOTHING = frozenset(
    """~ null Null NULL none None NONE nil nan NaN .nan undefined n/a N/A n.a. N.A. tbd TBD tba tbc TODO FIXME
    (none) (None) (null) <none> <null> - -- --- – — ― _ __ ___ ? ?? ??? . .. ... … / -/-""".split()
)
"""What people, spreadsheets and programs write where there is nothing. No word that is a name: `Nil` is a river,
`NA` a country, `unknown` a statement."""

_IN_CURLY = regex(r"[“„«‘‹「](?P<words>[^“”„«»‘’‹›「」]+)[”“»’›」]")
VERBATIM = frozenset({"quote", "prefix", "suffix", "hedge", "cue", "read", "start", "end", "exact", "stress"})
"""Keys of words copied from a text, which may well be `None` or `-`; that they stand there is checked."""


class Suspect(Struct, frozen=True):
    """A plain value that may not be meant: the way to it, and its node."""

    path: FieldPath
    node: Scalar

    @property
    def key(self) -> str:
        """The last key on the way to it."""
        return next(step for step in reversed(self.path) if isinstance(step, str))

    @property
    def whole(self) -> str:
        """The value with what a comment cuts off."""
        return self.node.text + self.node.cut


def suspects_in(nodes: Mapping) -> tuple[Suspect, ...]:
    """Return the plain values that say nothing or that a comment cuts, in the order of the file."""
    return tuple(_walk(nodes, ()))


def _walk(node: Node, path: FieldPath) -> Iterator[Suspect]:
    if node.faulty:
        return
    if isinstance(node, Mapping):
        for key, (_, inner) in node.entries.items():
            yield from _walk(inner, (*path, key))
    elif isinstance(node, Sequence):
        for index, inner in enumerate(node.items):
            yield from _walk(inner, (*path, index))
    elif node.is_plain and (node.cut or (node.text in NOTHING and path[-1] not in VERBATIM)):
        yield Suspect(path, node)


def curly_in(nodes: Mapping) -> tuple[Suspect, ...]:
    """Return the plain values that stand between curly quotation marks as a whole; words of a text may be so."""
    return tuple(
        one
        for one in _every(nodes, ())
        if _IN_CURLY.fullmatch(one.node.text) and one.path[-1] not in VERBATIM
    )


def _every(node: Node, path: FieldPath) -> Iterator[Suspect]:
    if isinstance(node, Scalar):
        if node.is_plain and not node.faulty:
            yield Suspect(path, node)
    elif isinstance(node, Mapping):
        for key, (_, inner) in node.entries.items():
            yield from _every(inner, (*path, key))
    else:
        for index, inner in enumerate(node.items):
            yield from _every(inner, (*path, index))


def tell_curly(
    suspects: Iterable[Suspect],
    errors: list[ErrorDetails],
    model: type[Record],
    path: str,
    problems: Problems,
) -> None:
    """Tell of curly quotation marks around a value: an error where it cannot be so, a warning around a name."""
    refused = {error["loc"][:length] for error in errors for length in range(1, len(error["loc"]) + 1)}
    for one in suspects:
        match = _IN_CURLY.fullmatch(one.node.text)
        owner = model_at(model, one.path[:-1])
        is_name = owner is not None and str(one.path[-1]) in _printed_lines(owner)
        cannot_be = one.path in refused or is_reference(model, one.path)
        if match is None or not (cannot_be or is_name):
            continue
        written = scalar(match["words"])
        span = SourceSpan(path, *one.node.start, *one.node.end)
        one.node.faulty = cannot_be
        add = problems.error if cannot_be else problems.warning
        add(
            "curly-marks",
            "curly quotation marks do not hold a value together; they would be a part of it",
            span,
            f"write {one.key}: {written}" if isinstance(one.path[-1], str) else f"write {written}",
            edits=(Edit(span, written),),
        )


def _printed_lines(owner: type[BaseModel]) -> frozenset[str]:
    """The keys of texts of one line, which are printed as they are."""
    return marked_keys(owner, IsName) | (marked_keys(owner, IsPrinted) - marked_keys(owner, IsProse))


def tell_suspects(
    suspects: tuple[Suspect, ...],
    errors: list[ErrorDetails],
    model: type[Record],
    path: str,
    problems: Problems,
) -> None:
    """Tell what is wrong with each of them. `errors` are those of the record with its cut values made whole."""
    refused = {error["loc"][:length] for error in errors for length in range(1, len(error["loc"]) + 1)}
    unknown = {error["loc"] for error in errors if error["type"] == "extra_forbidden"}
    for one in suspects:
        if one.path in unknown:
            continue
        fits = one.path not in refused and not is_reference(model, one.path)
        if one.node.cut:
            _tell_cut(one, path, problems, fits=fits)
        elif fits or one.path not in refused or not is_required(model, one.path):
            _tell_nothing(one, path, problems, fits=fits, is_needed=is_required(model, one.path))


def _tell_nothing(one: Suspect, path: str, problems: Problems, *, fits: bool, is_needed: bool) -> None:
    word = one.node.text
    written = quoted(word) if isinstance(one.path[-1], int) else f"{one.key}: {quoted(word)}"
    if is_needed:
        hint = "write a value"
    elif isinstance(one.path[-1], int):
        hint = f"remove `{word}` from the list"
    else:
        hint = f"remove `{one.key}: {word}`"
    one.node.faulty = True
    problems.error(
        "empty-value",
        f"`{word}` says that there is nothing, and is read as a word here",
        SourceSpan(path, *one.node.start, *one.node.end),
        f"{hint}, or quote it if the word itself is meant: {written}" if fits else hint,
    )


def _tell_cut(one: Suspect, path: str, problems: Problems, *, fits: bool) -> None:
    line, column = one.node.end
    span = SourceSpan(path, line, column, line, column + len(one.node.cut))
    lost = shortened(one.node.cut.strip(), 40)
    if not fits:  # a date or an id cannot go on so: it is a comment whose space is missing
        problems.warning("lost-to-comment", f"`{lost}` is read as a comment", span, "write a space after `#`")
        return
    one.node.faulty = one.key in VERBATIM
    written = quoted(one.whole) if isinstance(one.path[-1], int) else f"{one.key}: {quoted(one.whole)}"
    problems.error(
        "lost-to-comment",
        f"`{lost}` is read as a comment and lost to the text",
        span,
        f"write {written}; if it is a comment, write a space after `#`",
    )
