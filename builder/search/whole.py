"""Judges an index by what was made: all of it is there, readable, of exactly these pages, and answers a question.

How the indexer ended says nothing: on a full disk it ended well and left empty files. Nothing is mended here.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate, islice
from typing import cast

from msgspec import Struct

from builder.regexes import regex
from builder.search.bundle import Bundle, EngineChanged, bundle_of
from builder.search.cbor import values_of
from builder.search.settled import ENTRY, FILTERS, plain_of

ENGINE = frozenset({"pagefind.js", "pagefind-worker.js"})
MOST_WORDS = 32
"""How many words of a page are looked up: some stand in the index by their stem, which only the engine knows."""
MOST_PAGES = 5
"""And of how many pages: one that answers is enough."""
STEM_LETTERS = 3
"""How many first letters a stem has in common with its word: `rising` is kept as `rise`."""

_WASM = b"\0asm"
_WORD = regex(r"[^\W_]+")


class _Page(Struct, frozen=True):
    """A page as the index has it; its number is its place among the pages of its language."""

    url: str
    content: str
    words: int


class _Language(Struct, frozen=True):
    """What the metadata of a language names: the stem of each page and its words, and which words a chunk holds."""

    pages: Sequence[tuple[str, int]]
    chunks: Sequence[tuple[str, str, str]]
    filters: Sequence[tuple[str, str]]


def require_whole(
    index: Mapping[str, bytes], addresses: Collection[str], wordless: Collection[str] = ()
) -> None:
    """Raise `EngineChanged` unless the files, by path, are one whole index of the pages at these addresses.

    Those that are `wordless` may be missing: the engine keeps no page without a word.
    """
    empty = sorted(path for path, content in index.items() if not content)
    if empty:
        raise EngineChanged(f"{empty[0]} is empty")
    try:
        bundle = bundle_of(index)
        languages = [_language(bundle, meta) for meta, _ in bundle.languages.values()]
        _require_files(index, bundle, languages)
        pages = [[_page(index, stem) for stem, _ in language.pages] for language in languages]
        _require_counts(bundle, languages, pages)
        _require_pages([page.url for each in pages for page in each], addresses, wordless)
        if not all(_answers(index, *each) for each in zip(languages, pages, strict=True)):
            raise EngineChanged("the words of a page do not lead to it")
    except (OSError, EOFError, zlib.error, LookupError, TypeError, ValueError, RecursionError) as fault:
        raise EngineChanged(f"the index has another form ({fault!r})") from fault


def _language(bundle: Bundle, path: str) -> _Language:
    version, *lists = values_of(plain_of(path, bundle.files[path]))
    pages, chunks, filters, *_ = cast("list[list[list[str]]]", lists)
    if version != bundle.version:
        raise EngineChanged(f"{path} is of version {version}, the rest of version {bundle.version}")
    return _Language(
        [(stem, int(words)) for stem, words in pages],
        [(first, last, stem) for first, last, stem in chunks],
        [(name, stem) for name, stem in filters],
    )


def _require_files(index: Mapping[str, bytes], bundle: Bundle, languages: Sequence[_Language]) -> None:
    """Every file that is named is there and can be read, and no other is there."""
    named = {ENTRY, *ENGINE, *(name for names in bundle.languages.values() for name in names)}
    for language in languages:
        named.update(f"fragment/{stem}.pf_fragment" for stem, _ in language.pages)
        named.update(f"index/{stem}.pf_index" for _, _, stem in language.chunks)
        named.update(f"{FILTERS}/{stem}.pf_filter" for _, stem in language.filters)
    present = {path for path in index if path in named or not path.startswith("wasm.")}
    for path in sorted(named ^ present):
        raise EngineChanged(f"{path} is " + ("missing" if path in named else "named by no other file"))
    for path in ENGINE:
        if f'"{bundle.version}"' not in index[path].decode("utf-8"):
            raise EngineChanged(f"{path} is not of version {bundle.version}")
    for path in index.keys() - ENGINE - {ENTRY}:
        plain = plain_of(path, index[path])
        if path.startswith(f"{FILTERS}/"):
            values_of(plain)
        elif path.startswith("wasm.") and not plain.startswith(_WASM):
            raise EngineChanged(f"{path} is no program")


def _page(index: Mapping[str, bytes], stem: str) -> _Page:
    path = f"fragment/{stem}.pf_fragment"
    told = json.loads(plain_of(path, index[path]))
    return _Page(told["url"], told["content"], told["word_count"])


def _require_counts(bundle: Bundle, languages: Sequence[_Language], pages: Sequence[Sequence[_Page]]) -> None:
    counted = json.loads(bundle.files[ENTRY])["languages"]
    for language, told, its_pages in zip(languages, bundle.languages, pages, strict=True):
        if counted[told]["page_count"] != len(its_pages):
            raise EngineChanged(f"it counts {counted[told]['page_count']} pages and has {len(its_pages)}")
        if [words for _, words in language.pages] != [page.words for page in its_pages]:
            raise EngineChanged("its pages have other numbers of words than its metadata says")


def _require_pages(found: Sequence[str], addresses: Collection[str], wordless: Collection[str]) -> None:
    wanted = set(addresses)
    if len(found) != len(set(found)) or set(found) - wanted or wanted - set(found) - set(wordless):
        raise EngineChanged(f"it holds {len(found)} pages, and not the {len(wanted)} that it was given")


def _answers(index: Mapping[str, bytes], language: _Language, pages: Sequence[_Page]) -> bool:
    """Ask for words of a few pages, the last first: for one of them its words must lead to it.

    Asked are words that stand in the index as they are; where no page has any, their beginnings, which the engine
    answers with every word that begins so.
    """
    if not any(_WORD.search(page.content) for page in pages):
        return True
    for letters in (None, STEM_LETTERS):
        asked = (
            _leads(index, language, number, pages[number].content, letters)
            for number in reversed(range(len(pages)))
        )
        told = list(islice((leads for leads in asked if leads is not None), MOST_PAGES))
        if told:
            return any(told)
    return False


def _leads(
    index: Mapping[str, bytes], language: _Language, number: int, content: str, letters: int | None
) -> bool | None:
    """Whether most words of a page that stand on one page, or else most of all, lead to it; None where none is found.

    Not each: a word may also be the stem of another.
    """
    words = {word[:letters] for word in _WORD.findall(content.lower())}
    longest = sorted(words, key=lambda word: (-len(word), word))
    found = list(islice(_found(index, language, longest, as_it_is=letters is None), MOST_WORDS))
    telling = [those for those in found if len(those) == 1] or found
    return sum(number in those for those in telling) > len(telling) / 2 if telling else None


def _found(
    index: Mapping[str, bytes], language: _Language, words: Sequence[str], *, as_it_is: bool
) -> Iterator[set[int]]:
    """Yield the pages of each of the words that the index has, as it is or as a beginning, by the engine's own way."""
    opened: dict[str, dict[str, set[int]]] = {}
    for word in words:
        length = None if as_it_is else len(word)
        those: set[int] = set()
        for first, last, stem in language.chunks:
            if first[:length] <= word <= last[:length]:
                if stem not in opened:
                    opened[stem] = _chunk(index, f"index/{stem}.pf_index")
                those.update(*(pages for other, pages in opened[stem].items() if other[:length] == word))
        if those:
            yield those


def _chunk(index: Mapping[str, bytes], path: str) -> dict[str, set[int]]:
    """Return the pages of each word of a chunk; a page's number is told as how much it is more than the one before."""
    (words,) = cast("list[list[tuple[str, list[list[int]]]]]", values_of(plain_of(path, index[path])))
    return {word: set(accumulate(page[0] for page in pages)) for word, pages, *_ in words}
