"""Single names out of redacted words that stand alone elsewhere: half of a name may tell whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from builder.diagnostics import Problems, Related, SourceSpan
from builder.load.elsewhere import PRIVATE, names_of, seed_span
from builder.load.places import RecordPlaces
from builder.load.redaction import Redacted, is_sign
from builder.load.samewords import MOST_WORDS, SameWords, tells, tokens
from builder.load.wanted import wanted_quotes
from builder.model.walk import texts_in
from builder.text import words

_MOST_PLACES = 5
_NO_NAMES = frozenset(
    "the a an and or of in on at by for from with his her its their this that he she it they mr mrs ms miss dr prof sir"
    " der die das und von el la le les de du des da di del van".split()
)


def remnants_of(redacted: Redacted) -> tuple[tuple[str, str], ...]:
    """Return the single names in what is redacted, with the article; those of which a record is called are left out."""
    names = {" ".join(tokens(name)) for _, _, record in redacted.records.every() for name in names_of(record)}
    return tuple(
        (part, owner) for text, owner in redacted.held for part in _names_in(text) if part not in names
    )


def tell_remnants(whole: SameWords, redacted: Redacted, places: RecordPlaces, problems: Problems) -> None:
    """Tell of each article where single names that it redacts stand elsewhere; the names are never said.

    Where all of the redacted words stand (`whole`) that is an error of its own.
    """
    remnants = SameWords(remnants_of(redacted))
    if not remnants:
        return
    found: dict[str, list[SourceSpan]] = {}
    for owner, span in _places_of(remnants, whole, redacted, places):
        found.setdefault(owner, []).append(span)
    for owner, spans in sorted(found.items()):
        number = f"{len(spans):,} places" if len(spans) > 1 else "a place"
        problems.warning(
            "redacted-remnant",
            f"a single name out of what is redacted here stands in {number} that readers see",
            places.span("article", owner, ("marks",), key=True),
            "redact it there too, or acknowledge this where it means somebody or something else",
            tuple(Related(span, "here") for span in spans[:_MOST_PLACES]),
        )


def _names_in(text: str) -> Iterator[str]:
    """Yield the words of a short redaction that look like names: they begin with a capital and are no small words."""
    if is_sign(text) or not 1 < len(tokens(text)) <= MOST_WORDS:
        return
    for span in words(text):
        word = span.of(text)
        if word[0].isupper() and tells(tokens(word)) and word.casefold() not in _NO_NAMES:
            yield " ".join(tokens(word))


def _places_of(
    remnants: SameWords, whole: SameWords, redacted: Redacted, places: RecordPlaces
) -> Iterator[tuple[str, SourceSpan]]:
    quoted = {(one.key.kind, one.key.record_id, one.words_path) for one in wanted_quotes(redacted.records)}
    for kind, record_id, record in redacted.records.every():
        for path, value in texts_in(record, PRIVATE):
            if (kind, record_id, path) in quoted:
                continue  # what stands in a text is told of the text
            owner = remnants.owner_in_any_form(value)
            if owner is not None and whole.owner_in_any_form(value) is None:
                yield owner, places.span(kind, record_id, path)
    for text in (each for each in redacted.every_text if whole.owner(each.raw) is None):
        for span in remnants.places(text.raw):
            owner = remnants.owner(span.of(text.raw))
            if owner is not None:
                yield owner, seed_span(text, span)
