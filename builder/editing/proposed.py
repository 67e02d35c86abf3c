"""Proposals as files: drafts below `content/`, marked until an editor confirms them.

A proposal is a record with `draft: true` and a remark `private` that begins with `MARK`: no build shows it, `check`
reads it as any other, and `dossier review` takes both lines out where an editor accepts it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct

from builder.intake.found import Found, FoundDate
from builder.load.context import telling_context
from builder.model.kinds import RECORD_KINDS
from builder.model.library import Library
from builder.model.seedtext import SeedText
from builder.paths import MAX_ID_LENGTH, id_fault, propose_id
from builder.regexes import regex
from builder.text import Span
from builder.urls import web_url_fault
from builder.yamltext import scalar

MARK: Final = "Proposed by a program, not confirmed yet"
_LONGEST_ID: Final = 60
"""A proposed id ends with a whole word before this length, and leaves room for a number."""
_UNKNOWN_OUTLET: Final = "Outlet not known"
_NO_LINE: Final = regex(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class NewFile(Struct, frozen=True):
    """A file to be written, by its path from the dossier's root."""

    path: str
    content: bytes


class NewArticle(Struct, frozen=True):
    """What is to be written for one find, and what is told of it."""

    article: str
    files: tuple[NewFile, ...]
    told: tuple[str, ...]


class Wishes(Struct, frozen=True):
    """What an editor has said for all files of one run; what is empty is proposed."""

    outlet: str = ""
    language: str = ""
    topics: tuple[str, ...] = ()
    record_id: str = ""


class Known(Struct):
    """What a dossier has by now; what is proposed is added to it, so that one run proposes nothing twice."""

    names: dict[str, str]
    """Outlets by what they are called and by the host of their site."""
    addresses: dict[str, str]
    """Articles by address."""
    digests: dict[str, str]
    """Articles by the SHA-256 of their texts."""
    root: Path
    taken: set[str]

    @classmethod
    def of(cls, library: Library, root: Path) -> Known:
        """Return what a dossier has."""
        known = cls({}, {}, {}, root, set())
        for record_id, outlet in library.outlets.items():
            known.names[record_id] = known.names[outlet_key(outlet.name)] = record_id
            if outlet.url:
                known.names[_host(outlet.url)] = record_id
        known.addresses = {article.url: each for each, article in library.articles.items() if article.url}
        known.digests = {text.sha256: each for each, text in library.texts.items()}
        return known

    def free_id(self, kind: str, wanted: str) -> str:
        """Return an id near to the one wanted under which no record stands yet."""
        folder = self.root / "content" / RECORD_KINDS[kind].plural
        for number in range(1, 10_000):
            proposed = wanted if number == 1 else f"{wanted}-{number}"
            stands = (folder / f"{proposed}.yaml").exists() or f"{kind}/{proposed}" in self.taken
            has_text = kind == "article" and (self.root / "seeds" / f"{proposed}.txt").exists()
            if not stands and not has_text and id_fault(proposed) is None:
                self.taken.add(f"{kind}/{proposed}")
                return proposed
        raise FileExistsError(f"{folder}/{wanted}.yaml")


def propose_article(found: Found, source: str, known: Known, wishes: Wishes) -> NewArticle | str:
    """Return the files of a find from the file `source`; or in words why there is nothing to write."""
    content = found.text.encode("utf-8", "replace")
    digest = sha256(content).hexdigest() if content else ""
    there = known.digests.get(digest) or (known.addresses.get(found.url) if found.url else None)
    if there is not None:
        return f"it is in the dossier already as the article `{there}`"
    outlet, outlet_files = _outlet(found, known, wishes, source)
    record_id = known.free_id("article", wishes.record_id or _proposed_id(found, outlet))
    files = list(outlet_files)
    if content:
        files.append(NewFile(f"seeds/{record_id}.txt", content))
        known.digests[digest] = record_id
    if found.url:
        known.addresses[found.url] = record_id
    text = SeedText(f"seeds/{record_id}.txt", found.text, digest, len(content)) if content else None
    lines = _article_lines(found, source, outlet, text, wishes)
    files.append(NewFile(f"content/articles/{record_id}.yaml", _encoded(lines)))
    return NewArticle(record_id, tuple(files), tuple(_told(found, outlet)))


def proposal_head(remark: str) -> list[str]:
    """Return the lines that mark a record as a proposal, with what it rests on."""
    return ["draft: true", f"private: {scalar(_one_line(f'{MARK}. {remark}')[:1_900])}"]


def outlet_key(name: str) -> str:
    """Return what two spellings of an outlet's name have in common."""
    plain = "".join(sign for sign in name.casefold() if sign.isalnum() or sign == " ")
    return plain.removeprefix("the ").replace(" ", "")


def short_id(words: str) -> str:
    """Return the id that words propose, cut behind a whole word; empty where their letters are not Latin."""
    whole = propose_id(words)
    if len(whole) <= _LONGEST_ID:
        return whole
    return whole[: _LONGEST_ID + 1].rpartition("-")[0] or whole[:_LONGEST_ID]


def _proposed_id(found: Found, outlet: str) -> str:
    when = found.published.edtf if found.published else "undated"
    own = short_id(found.title)
    return own if id_fault(own) is None else f"{outlet[: MAX_ID_LENGTH - 20]}-{when.lower()}".strip("-")


def _outlet(found: Found, known: Known, wishes: Wishes, source: str) -> tuple[str, list[NewFile]]:
    """Return the id of the outlet, and the record to be written where the dossier has none of that name or host."""
    host = _host(found.url)
    name = _one_line(wishes.outlet or found.outlet or host) or _UNKNOWN_OUTLET
    there = (
        known.names.get(name)
        or known.names.get(outlet_key(name))
        or (None if wishes.outlet else known.names.get(host))
    )
    if there is not None:
        return there, []
    wanted = short_id(name.removeprefix("The ")) or short_id(host.replace(".", " ")) or "outlet"
    record_id = known.free_id("outlet", wanted)
    for each in filter(None, (outlet_key(name), host, record_id)):
        known.names[each] = record_id
    where = "/".join(found.url.split("/")[:3]) + "/" if host else ""
    lines = [
        *proposal_head(f"From {source}."),
        f"name: {scalar(name[:200])}",
        *([f"url: {scalar(where)}"] if where and web_url_fault(where) is None else []),
    ]
    return record_id, [NewFile(f"content/outlets/{record_id}.yaml", _encoded(lines))]


def _article_lines(
    found: Found, source: str, outlet: str, text: SeedText | None, wishes: Wishes
) -> Iterator[str]:
    rests = "; ".join(found.sources)
    look = f" Look at this: {'; '.join(found.remarks)}." if found.remarks else ""
    language = wishes.language or found.language
    yield from proposal_head(f"From {source}. Read from: {rests}.{look}")
    yield f"title: {scalar(_one_line(found.title) or 'To be written')}"
    if text is not None and found.headline:
        yield f"headline: {scalar(found.headline)}"
    yield f"outlet: {outlet}"
    if text is not None:
        yield from ("text:", f"  file: {text.path}", f"  sha256: {text.sha256}")
    yield from _published(found, text, outlet)
    for name, value in (("language", language), ("url", found.url), ("byline", _one_line(found.byline))):
        if value and (name != "url" or web_url_fault(value) is None):
            yield f"{name}: {scalar(value)}"
    if found.archive and web_url_fault(found.archive) is None:
        yield "archives:"
        yield f"  - {{url: {scalar(found.archive)}, service: Internet Archive, date: {found.archived}}}"
    yield "publish: excerpt"
    if wishes.topics:
        yield f"topics: [{', '.join(wishes.topics)}]"
    yield from _marks(found, text)


def _published(found: Found, text: SeedText | None, outlet: str) -> Iterator[str]:
    when = found.published
    if when is None:
        yield "published: unknown"
        return
    yield "published:"
    yield from (
        ("  unknown: true", f"  before: {when.edtf}") if when.is_update else (f"  edtf: {when.edtf}",)
    )
    if when.time and not when.is_update:
        yield f"  time: {scalar(when.time)}"
    cue = _cue_lines(found, text, when) if text is not None and when.in_text else None
    if cue is not None:
        yield from cue
    else:
        yield "  basis: external"
        yield f"  note: {scalar(f'The text does not say so; read from {when.where}: {_one_line(when.cue)}')}"
        yield f"  source: {{publisher: {scalar(_one_line(found.outlet or _host(found.url) or outlet))}}}"


def _cue_lines(found: Found, text: SeedText, when: FoundDate) -> list[str] | None:
    line = found.date_line or found.byline_line
    return _quote_lines(text, when.cue, line, "cue", "  ")


def _quote_lines(text: SeedText, words: str, line: str, key: str, indent: str) -> list[str] | None:
    """Return the lines that quote words of a line of the text, told from equal words elsewhere; None where none can."""
    start = text.raw.find(f"\n{line}\n")
    place = text.raw.find(words, start + 1 if start >= 0 else 0)
    if place < 0:
        return None
    context = telling_context(text, words, Span(place, place + len(words)), whole_words=True)
    if context is None:
        return None
    beside = [
        (name, value) for name, value in (("prefix", context.prefix), ("suffix", context.suffix)) if value
    ]
    if key == "cue" and beside:
        return [
            f"{indent}cue:",
            f"{indent}  quote: {scalar(words)}",
            *(f"{indent}  {name}: {scalar(value)}" for name, value in beside),
        ]
    return [f"{indent}{name}: {scalar(value)}" for name, value in ((key, words), *beside)]


def _marks(found: Found, text: SeedText | None) -> Iterator[str]:
    """Yield the lines about author and date as marks: pages lift them to the head."""
    marked = [("byline", found.byline_line), ("dateline", found.date_line)]
    lines = [
        (kind, _quote_lines(text, line, line, "quote", "    "))
        for kind, line in marked
        if line and text is not None
    ]
    if any(quoted for _, quoted in lines):
        yield "marks:"
        for kind, quoted in lines:
            yield from (f"  - kind: {kind}", *quoted) if quoted else ()


def _told(found: Found, outlet: str) -> Iterator[str]:
    """Yield what is told of an article: each proposal with what it was read from, one a line."""
    when = found.published
    read = dict(each.partition(": ")[::2] for each in found.sources)
    yield f"title      {found.title}  ({read.get('title', 'not stated')})"
    yield f"outlet     {outlet}  ({read.get('outlet', 'not stated')})"
    bound = "not known, before " if when and when.is_update else ""
    yield (
        f"published  {bound}{when.edtf} {when.time}  ({when.where}: {when.cue})"
        if when
        else "published  unknown  (no date is stated)"
    )
    yield f"author     {found.byline}  ({read.get('byline')})" if found.byline else "author     not stated"
    yield f"language   {found.language or 'not stated'}"
    yield from (f"look       {remark}" for remark in found.remarks)


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()


def _one_line(text: str) -> str:
    return " ".join(_NO_LINE.sub(" ", text).split())


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
