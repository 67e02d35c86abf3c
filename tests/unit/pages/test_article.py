"""The page of an article, from facts as editors write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from builder.pages.article import ArticleView
from builder.pages.shapes.texts import BlockView
from tests.unit.pages.small import SmallDossier, dossier, with_base

TEXT = """Shots at the harbour
By Ann Lee

PORT - Two men were shot at the harbour, police said.

Dear reader, please subscribe.
We thank you.

picture of a harbourThe mayor blamed Carlos gang. It was Belsan.The end.
"""
OUTLETS = {"gazette": {"name": "The Gazette"}}


def article(**more: object) -> dict[str, object]:
    return {
        "title": "Shots at the harbour",
        "outlet": "gazette",
        "published": "2015-05-02",
        "language": "en",
        **more,
    }


def claim(statement: str, quote: str, *, number: str | None = None, **more: object) -> dict[str, object]:
    numbered = {"number": number} if number else {}
    appearance = {"article": "shots", "stance": "asserts", "quote": quote, **more}
    return {"statement": statement, "kind": "event", "appearances": [appearance], **numbered}


MARKS: list[dict[str, object]] = [
    {"kind": "byline", "quote": "By Ann Lee"},
    {"kind": "dateline", "quote": "PORT - "},
    {
        "kind": "appeal",
        "start": "Dear reader",
        "end": "thank you.",
        "by": "The editors",
        "note": "Not the article.",
    },
    {"kind": "alt-text", "quote": "picture of a harbour", "suffix": "The mayor"},
    {"kind": "sic", "quote": "Carlos", "note": "Read: Carlos's."},
    {"kind": "lost-space", "quote": "Belsan.The", "read": "Belsan. The"},
]


def build(folder: Path, **records: dict[str, dict[str, object]]) -> SmallDossier:
    given = {"articles": {"shots": article(marks=MARKS, headline="Shots at the harbour")}, **records}
    return dossier(folder, {"shots": TEXT}, outlets=OUTLETS, **given)


def view(small: SmallDossier, path: str = "articles/shots.html") -> ArticleView:
    found = small.view(path)
    assert isinstance(found, ArticleView)
    return found


def words(block: BlockView) -> str:
    return "".join(segment.text for segment in block.segments)


def test_paragraphs_are_numbered_over_the_seed_and_the_headline_is_shown_once(tmp_path: Path):
    page = view(build(tmp_path))
    assert page.headline is not None
    assert (page.headline.anchor, words(page.headline)) == ("p-1", "Shots at the harbour")
    assert [(block.kind, block.anchor) for block in page.blocks] == [
        ("paragraph", "p-3"),
        ("fold", "p-4"),
        ("fold", f"mark-{TEXT.index('picture of')}"),
        ("paragraph", "p-6"),
    ]


def test_marks_never_renumber_paragraphs(tmp_path: Path):
    bare = view(build(tmp_path / "bare", articles={"shots": article()}))
    marked = view(build(tmp_path / "marked"))
    assert [block.anchor for block in bare.blocks] == [f"p-{number}" for number in range(1, 7)]
    assert {block.anchor for block in marked.blocks if block.kind == "paragraph"} <= {
        block.anchor for block in bare.blocks
    }


def test_every_paragraph_of_the_seed_keeps_its_address_on_the_page_whatever_is_marked(tmp_path: Path):
    markup = build(tmp_path).markup("articles/shots.html")
    assert [markup.count(f'id="p-{number}"') for number in range(1, 7)] == [1] * 6


def test_a_fold_tells_its_kind_size_reason_author_and_offsets_and_holds_the_raw_words(tmp_path: Path):
    fold = next(block.fold for block in view(build(tmp_path)).blocks if block.fold)
    start = TEXT.index("Dear")
    end = TEXT.index("thank you.") + len("thank you.")
    assert (fold.words, fold.reason, fold.by) == ("Appeal to readers", "Not the article.", "The editors")
    assert (fold.size, fold.offsets) == (f"{end - start} characters", f"{start}–{end}")
    assert fold.text == TEXT[start:end]


def test_lifted_words_stand_at_the_head_and_no_longer_in_the_text(tmp_path: Path):
    page = view(build(tmp_path))
    heads = {fact.label: "".join(s.text for lift in fact.lifts for s in lift.segments) for fact in page.facts}
    assert (heads["Author"], heads["Dateline"]) == ("By Ann Lee", "PORT -")
    assert words(page.blocks[0]) == "Two men were shot at the harbour, police said."


def test_a_repair_is_shown_as_read_and_its_remark_carries_the_raw_words(tmp_path: Path):
    last = view(build(tmp_path)).blocks[-1]
    assert words(last) == "The mayor blamed Carlos gang. It was Belsan. The end."
    assert [(remark.word, remark.quote and remark.quote.text) for remark in last.remarks] == [
        ("Sic", "Carlos"),
        ("Lost space", "Belsan.The"),
    ]
    assert [remark.text for remark in last.remarks] == [
        "Read: Carlos's.",
        "Shown here with the space between the words.",
    ]
    assert next(segment.sign for segment in last.segments if segment.sign) == "sic"


def test_a_repair_of_white_space_names_the_characters_that_do_not_show(tmp_path: Path):
    repair = {"kind": "no-break-space", "prefix": "of", "quote": "\u00a0 ", "read": " "}
    small = dossier(
        tmp_path, {"a": "chants of\u00a0 soon\n"}, outlets=OUTLETS, articles={"a": article(marks=[repair])}
    )
    (block,) = view(small, "articles/a.html").blocks
    assert words(block) == "chants of soon"
    assert [(remark.quote, remark.text) for remark in block.remarks] == [
        (None, "Stored: no-break space, space. Shown: space.")
    ]


def test_evidence_is_marked_tagged_and_told_in_the_margin(tmp_path: Path):
    claims = {"two-shot": claim("Two men were shot", "Two men were shot", number="c01")}
    block = view(build(tmp_path, claims=claims)).blocks[0]
    marked = next(segment for segment in block.segments if segment.evidence)
    assert (marked.text, [tag.label for tag in marked.tags]) == ("Two men were shot", ["C01"])
    assert marked.anchors[0].startswith("q-")
    (note,) = block.notes
    assert (note.claim.link.label, [stance.stance for stance in note.stances]) == (
        "Two men were shot",
        ["asserts"],
    )
    assert note.elsewhere is None


def test_evidence_inside_lifted_words_keeps_its_address_where_they_are_shown(tmp_path: Path):
    small = build(tmp_path, claims={"author": claim("Ann Lee wrote it", "Ann Lee")})
    placed = small.context.library.quote("claim", "author", "appearances", 0)
    assert placed is not None
    markup = small.markup("articles/shots.html")
    assert markup.count(f'id="{placed.anchor}"') == 1
    assert f'<mark class="evidence" id="{placed.anchor}">Ann Lee</mark>' in markup


def test_evidence_in_the_headline_is_marked_in_the_title_and_noted_beneath_it(tmp_path: Path):
    small = build(tmp_path, claims={"harbour": claim("Shots fell at the harbour", "Shots at the harbour")})
    page = view(small)
    assert page.headline is not None
    assert [note.claim.link.label for note in page.headline.notes] == ["Shots fell at the harbour"]
    assert '<mark class="evidence" id="q-' in small.markup("articles/shots.html").split("</h1>")[0]


def test_the_first_mention_of_an_entity_in_a_paragraph_is_linked_and_no_other(tmp_path: Path):
    text = "Rome fell. Rome rose.\n\nRome again.\n"
    small = dossier(
        tmp_path,
        {"a": text},
        outlets=OUTLETS,
        articles={"a": article()},
        entities={"rome": {"name": "Rome", "kind": "place"}},
    )
    linked = [s for block in view(small, "articles/a.html").blocks for s in block.segments if s.href]
    assert [(segment.text, segment.href, segment.title) for segment in linked] == [
        ("Rome", "../entities/rome.html", None)
    ] * 2


def test_an_excerpt_shows_sentences_with_evidence_alone(tmp_path: Path):
    text = "First one here. Second one there. Third one gone.\n\nNothing quoted in this.\n"
    appearance = {"article": "a", "stance": "asserts", "quote": "Second one"}
    small = dossier(
        tmp_path,
        {"a": text},
        outlets=OUTLETS,
        articles={
            "a": article(publish="excerpt", marks=[{"kind": "appeal", "quote": "Nothing quoted in this."}])
        },
        claims={"c": {"statement": "S", "kind": "event", "appearances": [appearance]}},
    )
    assert [words(block) for block in view(small, "articles/a.html").blocks] == ["[…] Second one there. […]"]
    markup = small.markup("articles/a.html")
    assert not any(left_out in markup for left_out in ("First one", "Third one", "Nothing quoted"))


def test_a_link_publishes_the_quoted_words_alone(tmp_path: Path):
    appearance = {"article": "a", "stance": "asserts", "quote": "Second one"}
    small = dossier(
        tmp_path,
        {"a": "First one here. Second one there.\n"},
        outlets=OUTLETS,
        articles={"a": article(publish="link")},
        claims={"c": {"statement": "S", "kind": "event", "appearances": [appearance]}},
    )
    assert [words(block) for block in view(small, "articles/a.html").blocks] == ["[…] Second one […]"]


def test_an_article_without_text_says_so_and_shows_its_quotations_as_checked_by_hand(tmp_path: Path):
    checked = {"by": "A. B.", "date": "2016-05-03"}
    appearance = {"article": "a", "stance": "asserts", "quote": "His words", "checked": checked}
    small = dossier(
        tmp_path,
        outlets=OUTLETS,
        articles={"a": article()},
        claims={"c": {"statement": "S", "kind": "event", "appearances": [appearance]}},
    )
    page = view(small, "articles/a.html")
    assert page.blocks == ()
    assert ("Text", "not kept here") in [(fact.label, fact.words) for fact in page.facts]
    assert [quotation.quote.checked for quotation in page.quotations] == [
        "checked by hand, A. B., 3 May 2016"
    ]


def test_the_smallest_article_has_no_section_but_its_text_and_its_citation(tmp_path: Path):
    small = dossier(
        tmp_path,
        {"a": "One line.\n"},
        outlets=OUTLETS,
        articles={"a": {"title": "A", "outlet": "gazette", "published": "2015"}},
    )
    markup = small.markup("articles/a.html")
    assert [part.split('"')[0] for part in markup.split('<section class="section" id="')[1:]] == [
        "text",
        "cite",
    ]


def test_the_chain_names_every_hand_and_what_is_not_in_the_dossier(tmp_path: Path):
    origin = {
        "relation": "translates",
        "of": {"outlet": "politika", "what": "Article in Serbian"},
        "agent": {"role": "translator", "name": "Цвеја"},
        "cue": "translated by Цвеја",
        "covers": {"start": "One", "end": "Two."},
    }
    small = dossier(
        tmp_path,
        {"a": "One.\n\nTwo.\n\nSource: translated by Цвеја\n"},
        outlets={**OUTLETS, "politika": {"name": "Politika"}},
        articles={"a": article(origins=[origin])},
    )
    chain = view(small, "articles/a.html").chain
    assert chain is not None
    (translator,) = chain.origins
    (original,) = translator.origins
    assert (chain.place, translator.relation, translator.name.label) == ("here", "translator", "Цвеја")
    assert (original.relation, original.name.label, original.what) == (
        "translates",
        "Politika",
        "Article in Serbian",
    )
    assert (original.place_words, original.covers) == ("not in this dossier", "for paragraphs 1 to 2")
    assert original.cue_href is not None
    assert f'id="{original.cue_href[1:]}"' in small.markup("articles/a.html")


def test_a_quote_over_two_paragraphs_is_marked_in_both_and_has_its_address_once(tmp_path: Path):
    small = dossier(
        tmp_path,
        {"a": "One came.\n\nTwo came.\n"},
        outlets=OUTLETS,
        articles={"a": article()},
        claims={"c": claim("They came", "One came.\n\nTwo", article="a")},
    )
    marked = [s for block in view(small, "articles/a.html").blocks for s in block.segments if s.evidence]
    assert [(segment.text, len(segment.anchors), len(segment.tags)) for segment in marked] == [
        ("One came.", 1, 0),
        ("Two", 0, 1),
    ]


def test_links_out_of_the_site_show_their_host_and_pass_nothing_on(tmp_path: Path):
    small = build(
        tmp_path,
        articles={"shots": article(url="https://example.org/a", archives=["https://archive.test/x"])},
    )
    assert [link.host for link in view(small).outgoing] == ["example.org", "archive.test"]
    assert 'href="https://example.org/a" rel="noopener noreferrer nofollow"' in small.markup(
        "articles/shots.html"
    )


@pytest.mark.parametrize(
    ("base", "permalink"), [(None, None), ("https://d.test/x/", "https://d.test/x/articles/shots.html")]
)
def test_the_citation_names_a_lasting_address_only_where_the_site_has_one(
    tmp_path: Path, base: str | None, permalink: str | None
):
    small = build(tmp_path)
    cite = view(with_base(small, base) if base else small).cite
    assert cite.permalink == permalink
    assert [name.text for name in cite.names] == ["“Shots at the harbour”", "The Gazette"]
    assert cite.text == "2 May 2015. In: Small (dossier)."
    assert cite.hash == small.context.library.texts["shots"].sha256  # type: ignore[index]


def test_markup_in_a_text_is_text(tmp_path: Path):
    small = build(tmp_path, articles={"shots": article(byline="<script>alert(1)</script>")})
    markup = small.markup("articles/shots.html")
    assert "&lt;script&gt;alert(1)" in markup
    assert "<script>alert" not in markup
