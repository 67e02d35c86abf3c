"""What a reader's browser needs to check an article's words by itself: one small script of data for each stored text.

A text that is published whole stands there as it is, with its SHA-256. Of any other only what is published stands
there, as opened leaves of a Merkle tree over all its sentences (RFC 6962 §2.1 has the two prefixes, against a node that
passes for a leaf). Each leaf has a salt that follows from the whole text, so that nobody can guess a sentence that is
not shown and try it against its digest. Where readers choose two texts to lay side by side, it tells too what is shown
of a text there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import sha256
from itertools import pairwise

from builder.model.article import Publish
from builder.model.base import ArticleId
from builder.model.library import Library
from builder.model.marks import MarkEffect
from builder.model.seedtext import SeedText
from builder.pages.documents.choices import choice_of
from builder.pages.documents.kinds import DocumentKind
from builder.pages.documents.rows import Json, JsonObject
from builder.pages.kinds import Context
from builder.paths import SitePath
from builder.text import Span

FOLDER = "check/"
_HIDDEN = frozenset({MarkEffect.FOLD, MarkEffect.LIFT})
_LEAF, _NODE, _SALTS = b"\x00", b"\x01", b"dossier: salts of sentences\x00"
_SALT_BYTES = 16


def proof_files(library: Library) -> Iterator[DocumentKind]:
    """Yield what the words of each article can be checked with."""
    for article in sorted(library.articles):
        yield DocumentKind(SitePath(f"{FOLDER}{article}.js"), partial(_proof, article=article))


def _proof(context: Context, article: ArticleId) -> JsonObject:
    text, record = context.library.texts.get(article), context.library.articles[article]
    name = record.siglum or record.title.text
    if text is None:
        return {"article": article, "name": name, "kept": False}
    digests = [state.text.sha256 for state in context.library.earlier.get(article, ())]
    if not text.is_redacted:  # else they are digests of words that are kept back
        stated = (*(each.sha256 for each in record.custody), *(each.sha256 for each in record.states))
        digests += [each for each in stated if each is not None]
    kept: list[Json] = [each for each in dict.fromkeys(digests) if each != text.sha256]
    choice = choice_of(context, article, name)
    head: JsonObject = {
        "article": article,
        "name": name,
        "sha256": text.sha256,
        **({"others": kept} if kept else {}),
        **({"choice": choice} if choice else {}),
    }
    if context.library.publish_of(article) is Publish.FULL:
        hidden: list[Json] = [
            [each.span.start, each.span.end] for each in text.marks if each.mark.effect in _HIDDEN
        ]
        return {**head, "text": text.raw, **({"hidden": hidden} if hidden else {})}
    tree, root = merkle_tree(text, context.findings.published[article])
    return {**head, "root": root, "tree": tree}


def merkle_tree(text: SeedText, published: Sequence[Span]) -> tuple[Json, str]:
    """Return the tree over all sentences of a text with what is published opened, and its root in hexadecimal.

    A leaf that is open is `{"salt": …, "text": …}`, a node `[left, right]`, and what is closed its digest alone.
    """
    key = sha256(_SALTS + _bytes(text.raw)).digest()
    leaves = [
        _leaf(key, number, text, span, published) for number, span in enumerate(_pieces(text, published))
    ]
    tree, root = _joined(leaves)
    return tree, root.hex()


def _pieces(text: SeedText, published: Sequence[Span]) -> Iterator[Span]:
    """The whole text in order, cut where sentences begin and where what is published begins and ends."""
    cuts = {0, len(text.raw)}
    at = 0
    while at < len(text.raw):
        cuts.add(at)
        at = max(at + 1, text.sentence_around(Span(at, at + 1)).end)
    cuts.update(end for span in published for end in (span.start, span.end))
    return (Span(start, end) for start, end in pairwise(sorted(cuts)))


def _leaf(
    key: bytes, number: int, text: SeedText, span: Span, published: Sequence[Span]
) -> tuple[Json, bytes]:
    salt = sha256(key + number.to_bytes(8, "big")).digest()[:_SALT_BYTES]
    digest = sha256(_LEAF + salt + _bytes(span.of(text.raw))).digest()
    place = bisect_right(published, span.start, key=lambda one: one.start) - 1
    if place >= 0 and span.end <= published[place].end:
        return {"salt": salt.hex(), "text": span.of(text.raw)}, digest
    return digest.hex(), digest


def _joined(leaves: Sequence[tuple[Json, bytes]]) -> tuple[Json, bytes]:
    """Two halves, the first a power of two; one in which nothing is open is told as its digest."""
    if len(leaves) < 2:
        return leaves[0] if leaves else ("", sha256().digest())
    half = 1 << (len(leaves) - 1).bit_length() - 1
    (left, one), (right, other) = _joined(leaves[:half]), _joined(leaves[half:])
    digest = sha256(_NODE + one + other).digest()
    if isinstance(left, str) and isinstance(right, str):
        return digest.hex(), digest
    return [left, right], digest


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
