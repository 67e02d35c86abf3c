"""Every text that a record can hold says what it is, so that none which prints escapes the check of quotations."""

from collections.abc import Iterator
from typing import get_args

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from builder.model.base import IsName, IsOutside, IsPrinted, Model, RefersTo, SiteUrl, Verbatim, WebUrl
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS

UNPRINTED = {
    *("id", "former_ids", "private"),
    *(
        "Acknowledgement.code",
        "Acknowledgement.reason",
        "SeedFile.file",
        "Version.file",
        "ListedFile.path",
        "Dossier.contact",
    ),
}
"""Texts that no page prints as words, by field or by model and field."""


def texts(model: type[Model], seen: set[type[Model]]) -> Iterator[tuple[str, str, list[object]]]:
    """Every field of a model and of those inside it that may hold a text, with all that its type says."""
    seen.add(model)
    for name, info in model.model_fields.items():
        hints = [info.annotation, *info.metadata, *unfolded(info.annotation)]
        if str in hints:
            yield model.__name__, name, hints
        for hint in hints:
            if isinstance(hint, type) and issubclass(hint, Model) and hint not in seen:
                yield from texts(hint, seen)


def unfolded(hint: object) -> Iterator[object]:
    yield hint
    yield from getattr(hint, "__metadata__", ())
    for inner in get_args(hint):
        yield from unfolded(inner)


def has_own_form(hints: list[object]) -> bool:
    """Whether the text is an id, an address, or has a pattern: no words."""
    addresses = [constraint for kind in (WebUrl, SiteUrl) for constraint in kind.__metadata__]
    patterns = [hint for hint in hints if isinstance(hint, StringConstraints | FieldInfo)]
    return any(isinstance(hint, RefersTo) or hint in addresses for hint in hints) or any(
        "pattern=" in repr(each) and "pattern=None" not in repr(each) for each in patterns
    )


def test_every_text_of_a_record_is_printed_and_checked_or_says_why_it_is_not():
    seen: set[type[Model]] = set()
    models = [Dossier, *(one.model for one in RECORD_KINDS.values())]
    unexplained = [
        f"{model}.{name}"
        for record in models
        for model, name, hints in texts(record, seen)
        if not any(isinstance(hint, IsPrinted | IsName | IsOutside) for hint in hints)
        and not has_own_form(hints)
        and not any(constraint in hints for constraint in Verbatim.__metadata__)
        and not {name, f"{model}.{name}"} & UNPRINTED
    ]
    assert unexplained == []


def test_the_words_that_editors_write_at_length_are_all_checked():
    seen: set[type[Model]] = set()
    printed = {
        f"{model}.{name}"
        for record in (one.model for one in RECORD_KINDS.values())
        for model, name, hints in texts(record, seen)
        if any(isinstance(hint, IsPrinted) for hint in hints)
    }
    assert printed >= {
        *("Claim.statement", "Claim.positions", "Claim.explanation", "Appearance.note"),
        *("Event.title", "Comparison.question", "Correction.was", "Mark.note", "Origin.note", "Page.body"),
        *("Assessment.basis", "DateStatement.note", "FalseFriend.note", "OriginTarget.what", "Topic.name"),
    }
