"""A wrapped text reads on its pages as if it were not: one paragraph, whole sentences, names and passages over lines."""

import json

import pytest

from tests.site.dossiers import build, dossier, pages_of, write
from tests.site.readable import holders

PAPER = (
    "Flood in the old town\n\n"
    "The mayor did not say on Wednesday that more than five hundred people had\n"
    "left their homes when the river came over its banks. The evacu-\n"
    "ation took six hours, and the engineer of the city, who is called Peter\n"
    "Hall, counted the houses that stand below the line of the water until\n\n"
    "FOLIO 31\n\n\x0cmidnight. The council had been asked for boats and for many blankets,\n"
    "which came from the coast. Nobody thought of the ferryman and his dog.\n"
)
RADIO = (
    "Flood\n\nIt was late. The mayor did not say on Wednesday that more than five hundred people had left their homes "
    "when the river came over its banks. Peter Hall went home.\n"
)
FILES = {
    "content/dossier.yaml": "title: The flood of May\n",
    "content/outlets/post.yaml": "name: The Morning Post\n",
    "content/outlets/radio.yaml": "name: Radio Valley\n",
    "content/entities/peter-hall.yaml": "name: Peter Hall\nkind: person\n",
    "content/articles/paper.yaml": (
        "title: Flood in the old town\noutlet: post\npublished: 2026-05-13\ntext: seeds/paper.txt\nmarks:\n"
        '  - {kind: joined, quote: "evacu-\\nation", read: evacuation}\n  - {kind: widget, quote: FOLIO 31}\n'
    ),
    "content/articles/radio.yaml": "title: Flood\noutlet: radio\npublished: 2026-05-14\ntext: seeds/radio.txt\n",
    "content/claims/left.yaml": (
        "statement: People left their homes\nkind: detail\nappearances:\n"
        "  - {article: paper, stance: asserts, quote: people had left their homes}\n"
        "  - {article: paper, stance: asserts, quote: The evacuation took six hours}\n"
        "  - {article: paper, stance: asserts, quote: of the water until midnight}\n"
        "  - {article: radio, stance: asserts, quote: people had left their homes}\n"
    ),
    "seeds/paper.txt": PAPER,
    "seeds/radio.txt": RADIO,
}


@pytest.fixture(scope="module", params=["full", "excerpt"])
def publish(request):
    return request.param


@pytest.fixture(scope="module")
def wrapped(tmp_path_factory, publish):
    """The site of a wrapped text and of one that is not, published in full or in excerpts."""
    files = {**FILES, "content/dossier.yaml": f"{FILES['content/dossier.yaml']}publish: {publish}\n"}
    return build(write(tmp_path_factory.mktemp("wrapped"), files), "--no-search")


def read(path):
    return json.loads(path.read_text(encoding="utf-8"))


def words_of(node):
    return " ".join(node.text(deep=True).split())


def test_a_block_is_one_paragraph_with_one_number_and_one_anchor(wrapped):
    page = pages_of(wrapped)["articles/paper.html"]
    assert not page.css("#p-3")
    shown = words_of(page.css_first("#p-2 .block-words"))
    assert shown.startswith("The mayor did not say on Wednesday that more than five hundred people had left")
    assert "The evacuation took six hours" in shown
    assert "of the water until midnight" in shown


def test_a_claim_prints_whole_sentences_in_one_line(wrapped):
    page = pages_of(wrapped)["claims/left.html"]
    quotes = [node.text(deep=True) for node in page.css("q, blockquote")]
    assert any(
        "The mayor did not say on Wednesday" in words and "over its banks." in words for words in quotes
    )
    assert any("The evacuation took six hours, and the engineer of the city" in words for words in quotes)
    assert any("the line of the water until midnight." in words for words in quotes)
    assert not [words for words in quotes if "\n" in words.strip()]
    assert not [words for words in quotes if "[…]" in words]


def test_a_name_is_found_across_a_line_end(wrapped):
    page = pages_of(wrapped)["entities/peter-hall.html"]
    assert "who is called Peter Hall, counted" in words_of(page.css_first("main"))


def test_words_of_a_wrapped_text_are_found_in_one_that_is_not(wrapped):
    [pair] = read(wrapped / "data/passages.json")["pairs"]
    assert [passage["words"] for passage in pair["passages"]] == [24]


def test_the_data_have_the_bytes_and_offsets_of_the_stored_text(wrapped, publish):
    [claim] = read(wrapped / "data/claims.json")["claims"]
    quotes = [each["quote"] for each in claim["appearances"]]
    spans = [PAPER[quote["range"][0] : quote["range"][1]] for quote in quotes[:3]]
    assert spans[:2] == ["people had\nleft their homes", "The evacu-\nation took six hours"]
    assert [quote["exact"] for quote in quotes[:2]] == spans[:2]
    assert quotes[2]["exact"] == (spans[2] if publish == "full" else "of the water until midnight")


def test_excerpts_hold_the_sentences_with_evidence_and_no_word_more(wrapped, publish):
    found = holders(wrapped, "FOLIO 31", "ferryman", "blankets")
    assert bool(found) is (publish == "full")


def test_the_check_tells_of_the_negation_on_another_line(tmp_path):
    done = dossier(write(tmp_path, FILES), "check", "--output-format", "concise")
    assert done.returncode == 0
    assert "content/claims/left.yaml:4:46: warning[quote-cuts-negation]" in done.stdout
