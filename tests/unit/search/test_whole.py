"""An index is taken for whole only if all of it is there, can be read, is of these pages and answers a question."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable

import pytest

from builder.search.bundle import EngineChanged
from builder.search.cbor import values_of
from builder.search.feed import fed
from builder.search.index import IndexedPages
from builder.search.indexer import run_indexer
from builder.search.patience import Patience
from builder.search.settled import ENTRY, plain_of, settled
from builder.search.whole import require_whole
from tests.unit.search.conftest import page

Index = dict[str, bytes]
ADDRESSES = tuple(f"/p{number:02}.html" for number in range(20))
FACET = '<span hidden data-pagefind-filter="kind:event" data-pagefind-sort="date:1"></span>'


def text(number: int) -> str:
    return page(f"<h1>Page {number}</h1>{FACET}<p>The river rises by {number} feet, as every page tells.</p>")


@pytest.fixture(scope="module")
def index() -> Index:
    return settled(run_indexer(((f"/p{n:02}.html", text(n)) for n in range(20)), Patience()))


def test_a_whole_index_is_taken(index: Index):
    require_whole(index, ADDRESSES)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ru", "Исламское государство угрожало России войной"),
        ("ar", "هدد تنظيم الدولة روسيا"),
        ("zh", "俄罗斯受到威胁"),
        ("th", "รัสเซียถูกคุกคาม"),
        ("de", "Überschwemmungen bedrohten die Städte"),
        ("fi", "kaupunkia uhattiin"),
        ("en", "rising threats"),
    ],
)
def test_a_whole_index_of_any_language_is_taken(language: str, words: str):
    document = fed(f"<main data-pagefind-body><p>{words}</p>".encode(), language)
    require_whole(settled(run_indexer([("/a.html", document)], Patience())), ["/a.html"])


@pytest.mark.parametrize("words", ["", "…", "<h1>…</h1>", "<h1>&hellip;</h1><nav>menu</nav>"])
def test_a_page_without_words_is_missing_in_a_whole_index(words: str):
    """The engine keeps none: of a title that is but signs nothing can be found."""
    pages = IndexedPages("en")
    for path, said in (("a.html", words), ("b.html", "river")):
        pages.add(path, page(said).encode())
    documents = [("/a.html", page(words)), ("/b.html", page("river"))]
    pages.require_whole(settled(run_indexer(documents, Patience())))
    with pytest.raises(EngineChanged, match="it holds 0 pages, and not the 2"):
        pages.require_whole(settled(run_indexer([], Patience())))


def test_any_file_that_is_missing_is_noticed(index: Index):
    for path in index:
        if path != "wasm.unknown.pagefind":  # no page asks for it
            refused({other: content for other, content in index.items() if other != path})


def test_any_file_that_is_empty_or_cut_is_noticed(index: Index):
    for path, content in index.items():
        if not path.endswith(".js"):
            for length in {0, 1, len(content) // 2, len(content) - 1}:
                refused(index | {path: content[:length]})


def test_any_file_of_other_bytes_is_noticed(index: Index):
    for path, content in index.items():
        if path != "wasm.unknown.pagefind":
            for other in (b"x", b"\0" * len(content), gzip.compress(b"pagefind_dcd"), gzip.compress(b"[]")):
                refused(index | {path: other})


def test_a_file_that_nothing_names_is_noticed(index: Index):
    refused(index | {"fragment/en_0000000.pf_fragment": next(iter(index.values()))}, "named by no other file")


@pytest.mark.parametrize("addresses", [ADDRESSES[1:], (*ADDRESSES, "/p99.html"), (*ADDRESSES[1:], "/x.html")])
def test_an_index_of_other_pages_is_noticed(index: Index, addresses: tuple[str, ...]):
    with pytest.raises(EngineChanged, match="it holds 20 pages, and not the"):
        require_whole(index, addresses)


def test_a_wrong_count_of_pages_is_noticed(index: Index):
    entry = json.loads(index[ENTRY])
    entry["languages"]["en"]["page_count"] = 19
    refused(index | {ENTRY: json.dumps(entry).encode()}, "it counts 19 pages and has 20")


def test_another_number_of_words_is_noticed(index: Index):
    refused(
        changed(index, "fragment/", lambda plain: plain.replace(b'"word_count":', b'"word_count":1')), "words"
    )


def test_scripts_of_another_version_are_noticed(index: Index):
    other = index["pagefind-worker.js"].replace(b"1.5.2", b"1.5.1")
    refused(index | {"pagefind-worker.js": other}, r"pagefind-worker\.js is not of version 1\.5\.2")


def test_an_index_whose_words_lead_to_other_pages_is_noticed(index: Index):
    """Each word is found, on the page before its own."""

    def one_too_low(plain: bytes) -> bytes:
        return re.sub(rb"(\x81\x83)([\x01-\x13])", lambda one: one[1] + bytes([one[2][0] - 1]), plain)

    refused(changed(index, "index/", one_too_low), "do not lead to it")


def test_an_index_without_words_is_noticed(index: Index):
    refused(changed(index, "index/", lambda _plain: b"\x81\x80"), "do not lead to it")


@pytest.mark.parametrize(
    ("array", "values"),
    [(b"\x80", []), (b"\x84\x00\x18\x64\x20\x61\x61", [0, 100, -1, "a"]), (b"\x82\x81\x01\x80", [[1], []])],
)
def test_arrays_are_read_as_rfc_8949_has_them(array: bytes, values: list[object]):
    assert values_of(array) == values


@pytest.mark.parametrize("array", [b"", b"\x01", b"\x81", b"\x80\x80", b"\x81\xf6", b"\x9f\xff", b"\x81\x40"])
def test_what_is_no_array_as_known_is_refused(array: bytes):
    with pytest.raises((ValueError, IndexError)):
        values_of(array)


def changed(index: Index, folder: str, change: Callable[[bytes], bytes]) -> Index:
    """The index with what is behind the signature of each file of a folder changed."""
    return {
        path: gzip.compress(b"pagefind_dcd" + change(plain_of(path, content)))
        if path.startswith(folder)
        else content
        for path, content in index.items()
    }


def refused(index: Index, told: str | None = None) -> None:
    with pytest.raises(EngineChanged, match=told):
        require_whole(index, ADDRESSES)
