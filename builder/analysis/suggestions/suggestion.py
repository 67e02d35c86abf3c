"""One suggestion, and the code by which an editor answers it."""

from __future__ import annotations

from enum import StrEnum
from hashlib import sha256

from msgspec import Struct

from builder.model.base import ArticleId
from builder.model.library import Library
from builder.text import Span


class SuggestionKind(StrEnum):
    """What an editor may want to look at."""

    DAMAGE = "damage"
    """Words that do not belong to the report, or were damaged when the text was copied."""
    STANDING = "standing"
    """Words that an outlet prints under many of its texts."""
    PASSAGE = "passage"
    """Words that two texts share and no origin covers."""
    FIGURE = "figure"
    """Figures that differ and stand in no claim."""
    SPEECH = "speech"
    """A sentence that reports what somebody says and supports no claim."""
    NAME = "name"
    """A name that belongs to no entity."""


class Suggestion(Struct, frozen=True):
    """Something an editor may want to write. `article` is the one whose record can acknowledge it."""

    kind: SuggestionKind
    article: ArticleId
    places: tuple[tuple[ArticleId, Span], ...]
    """The ranges it is about, in the raw views."""
    message: str
    """What was seen, in a sentence."""
    file: str
    """Where the YAML belongs, from the dossier's root."""
    yaml: str
    """Lines ready to be pasted there; each ends with a line break."""
    code: str
    """`suggest-` with its kind and eight hex digits of its words: what an acknowledgement names."""
    is_acknowledged: bool


def made(
    library: Library,
    kind: SuggestionKind,
    places: tuple[tuple[ArticleId, Span], ...],
    message: str,
    file: str,
    yaml: str,
) -> Suggestion:
    """Return a suggestion about at least one place; its code follows from kind, articles and words alone."""
    told = [kind.value]
    for place, span in places:
        told += [place, span.of(library.texts[place].raw)]
    digest = sha256("\0".join(told).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    code = f"suggest-{kind.value}-{digest}"
    article = places[0][0]
    answered = any(answer.code == code for answer in library.articles[article].acknowledge)
    return Suggestion(kind, article, places, message, file, yaml, code, answered)


def article_file(article: ArticleId) -> str:
    """Return where an article's record is, from the dossier's root."""
    return f"content/articles/{article}.yaml"
