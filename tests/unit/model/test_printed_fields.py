"""Every text that a record can hold says what it is, so that none which prints escapes the check of quotations."""

from collections.abc import Iterable, Iterator, Sequence

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from builder.model.base import IsName, IsOutside, IsPrinted, Model, RefersTo, SiteUrl, Verbatim, WebUrl
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.walk import declared_fields, models_within

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


def texts(models: Iterable[type[Model]]) -> Iterator[tuple[str, str, Sequence[object]]]:
    """Every field of some models and of those inside them that may hold a text, with all that its type says."""
    for model in models_within(models):
        for field in declared_fields(model):
            if str in field.parts:
                yield model.__name__, field.name, field.parts


def has_own_form(hints: Sequence[object]) -> bool:
    """Whether the text is an id, an address, or has a pattern: no words."""
    addresses = [constraint for kind in (WebUrl, SiteUrl) for constraint in kind.__metadata__]
    patterns = [hint for hint in hints if isinstance(hint, StringConstraints | FieldInfo)]
    return any(isinstance(hint, RefersTo) or hint in addresses for hint in hints) or any(
        "pattern=" in repr(each) and "pattern=None" not in repr(each) for each in patterns
    )


def test_every_text_of_a_record_is_printed_and_checked_or_says_why_it_is_not():
    models = [Dossier, *(one.model for one in RECORD_KINDS.values())]
    unexplained = [
        f"{model}.{name}"
        for model, name, hints in texts(models)
        if not any(isinstance(hint, IsPrinted | IsName | IsOutside) for hint in hints)
        and not has_own_form(hints)
        and not any(constraint in hints for constraint in Verbatim.__metadata__)
        and not {name, f"{model}.{name}"} & UNPRINTED
    ]
    assert unexplained == []


def test_the_words_that_editors_write_at_length_are_all_checked():
    printed = {
        f"{model}.{name}"
        for model, name, hints in texts(one.model for one in RECORD_KINDS.values())
        if any(isinstance(hint, IsPrinted) for hint in hints)
    }
    assert printed >= {
        *("Claim.statement", "Claim.positions", "Claim.explanation", "Appearance.note"),
        *("Event.title", "Comparison.question", "Correction.was", "Mark.note", "Origin.note", "Page.body"),
        *("Assessment.basis", "DateStatement.note", "FalseFriend.note", "OriginTarget.what", "Topic.name"),
    }
