"""Components print views: words beside every shape, text never as markup, nothing for what is absent."""

import re
from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser

from builder.pages.shapes.lists import CardSide, CardView, CiteView, CorrectionLabels, CorrectionView, RowView
from builder.pages.shapes.pictures import Circle, Label, OriginView, PictureView, Rect, TimelineEntry
from builder.pages.shapes.pictures import Path as Line
from builder.pages.shapes.small import (
    AnswerRun,
    AnswerView,
    DateView,
    FindingView,
    GradeView,
    Link,
    NumberedLink,
    Phrase,
    ReadingView,
    RecordHeadView,
    SiglumView,
    SourceView,
    StanceView,
)
from builder.pages.shapes.tables import (
    ColumnView,
    LadderView,
    MatrixCell,
    MatrixEntry,
    MatrixGroup,
    MatrixRow,
    MatrixView,
    PopQuote,
    RungCell,
    RungSaying,
    RungView,
    TableCell,
    TableHead,
    TableRow,
    TableView,
)
from builder.pages.shapes.texts import (
    BlockView,
    FacingSide,
    FacingView,
    FoldView,
    MarginNoteView,
    MarkedRun,
    PassageLine,
    PassageView,
    QuoteView,
    SegmentView,
    TagView,
)
from builder.render.templates import make_environment

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = make_environment(ROOT)

SIGLUM = SiglumView("002", "../articles/a.html", "The Jerusalem Post")
SOURCE = SourceView(SIGLUM, Phrase("The Jerusalem Post"), "12 Nov 2015")
ASSERTS = StanceView("asserts", "asserts")
ATTRIBUTES = StanceView(
    "attributes",
    "attributes",
    "Russia",
    "to Vladimir Putin",
    "quoting Daily Mail",
    Phrase("allegedly", "en"),
    "in the deck",
)
ANSWER = AnswerView((AnswerRun("2 texts assert: "), AnswerRun("Russia", True), AnswerRun("; 1 does not say")))
FINDING = FindingView("Two groups, one number", "The editors, 22 Nov 2026", "population")
SILENT = StanceView("silent", "silent")
CONFLICT = ReadingView("conflict", "Conflict", "population")
CLAIM = NumberedLink("C13", Link("../claims/c.html", "Five to seven thousand"))
DATE = DateView(
    "12 Nov 2015", "2015-11-12", "2015-11-12", Phrase("two weeks ago", "en"), "a.html#q", "inferred"
)
QUOTE = QuoteView(
    ATTRIBUTES,
    "Before ",
    (MarkedRun("the words "), MarkedRun("that meet", True)),
    " after.",
    "ru",
    SOURCE,
    "a.html#q-1",
    "paragraph 4",
)
GRADE = GradeView(
    "Source",
    "C",
    False,
    "Fairly reliable",
    "judged by The editors on 22 November 2026",
    "the editors’ assessment of this text",
    "on a scale",
)
ENTRY = MatrixEntry(
    ATTRIBUTES,
    "a.html#q-1",
    "words-1",
    (PopQuote(Phrase("verbatim", "en"), "paragraph 2"),),
    Phrase("002 The Jerusalem Post"),
)
MATRIX = MatrixView(
    id="matrix",
    caption="Claims by text",
    head="Claim",
    layout="table",
    brief=False,
    key=(ASSERTS, SILENT),
    key_words="Round goes with the claim.",
    switch="Show the quotations",
    columns=(
        ColumnView(SIGLUM, Phrase("The Jerusalem Post"), "12 Nov 2015"),
        ColumnView(SIGLUM, Phrase("Antiwar"), "12 Nov 2015"),
    ),
    groups=(
        MatrixGroup(
            CONFLICT,
            "1 claim",
            (
                MatrixRow(
                    "c13",
                    CLAIM,
                    ANSWER,
                    "Conflict: population",
                    (
                        MatrixCell("002 The Jerusalem Post", None, (ENTRY,)),
                        MatrixCell("003 Antiwar", SILENT, ()),
                    ),
                ),
            ),
        ),
    ),
)
HAND = OriginView(
    Link(None, "SITE"),
    None,
    "outside",
    "not in this dossier",
    "reports",
    "stated",
    "stated",
    Phrase("said on Thursday"),
)
CHAIN = OriginView(
    Link("a.html", "002"),
    None,
    "here",
    None,
    None,
    "none",
    None,
    origins=(replace(HAND, basis="inferred", origins=(HAND,)),),
)


def block(**fields):
    return BlockView(
        **(
            {
                "kind": "paragraph",
                "anchor": "p1",
                "number": "¶1",
                "label": "Paragraph 1",
                "notes_label": "Claims",
            }
            | fields
        )
    )


EVIDENCE = SegmentView(
    "said so", evidence=True, anchors=("q-1", "q-2"), tags=(TagView("C13", "c.html", "Evidence for C13"),)
)
NOTE = MarginNoteView(CLAIM, (ATTRIBUTES,), CONFLICT, "also in 001")
FOLD = FoldView("Appeal", "12 characters", None, "The editors", "1–12", "Dear  Reader", "en")
PICTURE = PictureView(
    "p", "Timeline, scrolls sideways", "Events", "Above the axis.", 100, 50,
    (Rect(0, 0, 9, 9, "lane"), Circle(5, 5, 4, "event"), Line("M0 0H9", "axis"), Label(1, 2, "Words", "label")),
)  # fmt: skip
LADDER = LadderView(
    "Certainty", "How firmly", (ColumnView(SIGLUM, Phrase("The Jerusalem Post"), "12 Nov 2015"),),
    (RungView("asserts", "asserts", "in its own voice", (RungCell("002", False, (RungSaying(Phrase("that bombing"), "a.html#q", "paragraph 3", "rises"),)),)),
     RungView("implies", "implies", "between the lines", (RungCell("002", True, ()),))),
)  # fmt: skip

# Classes that only say what something is: dossiers may style them, the look has no need to.
LOOKS_LIKE_ITS_SURROUNDINGS = set(
    "basis-none basis-stated block-fold grade-words moment-span p-label passage-source stance-note".split()
)

SAMPLES = {
    "stance.html: stance": (ATTRIBUTES,),
    "stance.html: stance_aside": (ATTRIBUTES,),
    "reading.html: reading": (CONFLICT,),
    "reading.html: answer": (ANSWER,),
    "reading.html: findings": ((FINDING,),),
    "siglum.html: source": (SOURCE,),
    "date.html: date": (DATE,),
    "grade.html: assessment": (replace(GRADE, basis=Markup("<p>One text.</p>"), review="due", source=Link("#s", "List")),),
    "quote.html: quote": (QUOTE,),
    "facing.html: facing": (FacingView((FacingSide("001", "2014", SOURCE, (QUOTE,)), FacingSide("004", "2016", SOURCE, (QUOTE,))), "22 months", "apart", CONFLICT),),
    "text.html: article_text": ((block(segments=(SegmentView("It "), EVIDENCE), notes=(NOTE,)), block(kind="fold", anchor="f", fold=FOLD)),),
    "matrix.html: matrix": (MATRIX,),
    "ladder.html: ladder": (LADDER,),
    "chain.html: chain": (CHAIN,),
    "picture.html: picture": (PICTURE,),
    "picture.html: timeline_list": ((TimelineEntry("span", DATE, "E1", SIGLUM, Link("#e", "Video"), Phrase("Reuters")),),),
    "claim.html: card": (CardView("card", CONFLICT, CLAIM, ANSWER, (FINDING,), (CardSide(ASSERTS, SOURCE, Phrase("words"), "a.html#q", "paragraph 1"),), "2 articles"),),
    "lists.html: rows": ((RowView(Link("#r", "Row"), SIGLUM, "aside", "words"),),),
    "cite.html: cite": (CiteView("Cite", "Text", "https://example.org/a", "ab12", "SHA-256", (Link("#ris", "RIS"),), ("A",)),),
    "correction.html: correction": (CorrectionView("k", DATE, "Correction", Link("#c", "C13"), "was", "now", "why", "The editors", CorrectionLabels("Was", "Now", "Why")),),
    "passages.html: passages": ((PassageView("Six words", (PassageLine(SOURCE, "headline", "a ", (MarkedRun("shared", True),), " b", "en", "#q"),)),),),
    "table.html: table": (TableView("Figures", False, (TableHead("Figure"), TableHead("002", True)), (TableRow("r", Link(None, "Killed"), (TableCell("224", True, "002"),)),)),),
}  # fmt: skip


def printed(sample: str, *arguments: object) -> str:
    """What the macro of a sample prints for the arguments, else for the sample's own."""
    file, macro = sample.split(": ")
    module = ENVIRONMENT.get_template(f"components/{file}").module
    return str(getattr(module, macro)(*(arguments or SAMPLES[sample])))


def tree(sample: str, *arguments: object) -> LexborHTMLParser:
    return LexborHTMLParser(printed(sample, *arguments))


def with_markup(value: object) -> object:
    """The view with a tag planted into every plain text."""
    if isinstance(value, Markup) or (
        not isinstance(value, str | tuple) and not hasattr(value, "__struct_fields__")
    ):
        return value
    if isinstance(value, str):
        return value + '<b x="y\'">'
    if isinstance(value, tuple):
        return tuple(with_markup(each) for each in value)
    kept = {"tag"}  # which element a shape is: a choice of the builder, never content
    return replace(
        value,
        **{name: with_markup(getattr(value, name)) for name in value.__struct_fields__ if name not in kept},
    )


@pytest.mark.parametrize("sample", SAMPLES)
def test_markup_in_any_text_of_a_view_is_printed_as_text(sample: str) -> None:
    clean, dirty = tree(sample), tree(sample, *with_markup(SAMPLES[sample]))
    assert dirty.css("b") == []
    assert [each.tag for each in dirty.css("*")] == [each.tag for each in clean.css("*")]
    assert '<b x="y\'">' in (dirty.body.text() if dirty.body else "")


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_link_never_stands_inside_a_link_and_ids_are_unique(sample: str) -> None:
    page = tree(sample)
    assert page.css("a a") == []
    ids = [each.attributes["id"] for each in page.css("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_component_carries_no_style_and_no_handler(sample: str) -> None:
    assert re.findall(r"\sstyle=|\son\w+=|<style|<script", printed(sample)) == []


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_class_of_a_component_has_a_rule(sample: str) -> None:
    sheets = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / "templates/assets/css").rglob("*.css")
    )
    classes = {name for each in tree(sample).css("[class]") for name in each.attributes["class"].split()}
    unstyled = {name for name in classes if not re.search(rf"\.{re.escape(name)}(?![\w-])", sheets)}
    assert sorted(unstyled - LOOKS_LIKE_ITS_SURROUNDINGS) == []


def test_a_shape_is_never_the_only_sign() -> None:
    for sample in SAMPLES:
        for shape in tree(sample).css('svg[width="16"]'):
            assert shape.attributes["aria-hidden"] == "true"
            assert shape.parent.text(strip=True) or shape.parent.parent.text(strip=True)


def test_every_shape_file_defines_the_shape_of_its_name() -> None:
    for path in sorted((ROOT / "templates/glyphs").glob("*.svg")):
        assert path.read_text(encoding="utf-8").startswith(f'<symbol id="g-{path.stem}" viewBox="0 0 16 16">')


def test_the_sprite_holds_the_shapes_a_page_names_and_a_page_without_shapes_has_none() -> None:
    sprite = ENVIRONMENT.get_template("components/sprite.html").module.sprite
    assert re.findall(r'id="g-([\w-]+)"', str(sprite(("asserts", "conflict")))) == ["asserts", "conflict"]
    assert str(sprite(())) == ""


def test_a_grade_without_basis_is_an_open_box_with_words_and_no_letter() -> None:
    page = tree("grade.html: assessment", replace(GRADE, mark=None, open=True, words="Not judged"))
    assert page.css_first(".grade-open").text() == ""
    assert page.css_first(".grade-says").text() == "Not judged"


def test_a_reliability_note_without_a_grade_has_no_box() -> None:
    assert tree("grade.html: assessment", replace(GRADE, mark=None)).css(".grade-mark") == []


def test_a_quotation_is_printed_letter_for_letter_with_its_language_and_locator() -> None:
    page = tree("quote.html: quote")
    assert page.css_first("blockquote").text() == "Before the words that meet after."
    assert page.css_first("blockquote").attributes["lang"] == "ru"
    assert page.css_first("mark").text() == "the words that meet"
    assert page.css_first("a.locator").attributes["href"] == "a.html#q-1"


def test_white_space_of_a_text_stays_as_it_was_received() -> None:
    page = tree(
        "text.html: article_text",
        (block(segments=(SegmentView("a  b "), EVIDENCE, SegmentView("\u00a0 c"))),),
    )
    assert page.css_first(".block-words").text() == "a  b said soC13\u00a0 c"


def test_every_quotation_that_begins_in_a_segment_can_be_linked_to() -> None:
    page = tree("text.html: article_text")
    assert [len(page.css(f'[id="{anchor}"]')) for anchor in ("q-1", "q-2")] == [1, 1]


def test_the_words_of_a_stance_in_the_matrix_stand_once_and_describe_its_link() -> None:
    page = tree("matrix.html: matrix")
    link = page.css_first("td a.stance")
    assert page.css_first(f'[id="{link.attributes["aria-describedby"]}"]').text().startswith("verbatim")
    assert page.html.count("verbatim") == 1


def test_a_cell_says_its_column_and_an_absence_says_its_word() -> None:
    page = tree("matrix.html: matrix")
    assert [cell.attributes["data-label"] for cell in page.css("td")] == [
        "002 The Jerusalem Post",
        "003 Antiwar",
    ]
    assert page.css_first("td.absent").text(strip=True) == "silent"


def test_no_part_of_a_table_has_a_role_in_the_markup() -> None:
    for sample in ("matrix.html: matrix", "ladder.html: ladder", "table.html: table"):
        assert tree(sample).css("table [role], table[role]") == []


def test_a_chain_is_nested_from_the_text_back_to_the_first_hand() -> None:
    page = tree("chain.html: chain")
    assert [step.attributes["class"] for step in page.css("ul.chain > li, ul.chain > li > ul > li, ul.chain li li li")] == [
        "step step-here basis-none", "step step-outside basis-inferred", "step step-outside basis-stated",
    ]  # fmt: skip


def test_a_picture_has_a_title_and_a_description_and_can_be_scrolled_by_keyboard() -> None:
    page = tree("picture.html: picture")
    named = page.css_first("svg").attributes["aria-labelledby"].split()
    assert [page.css_first(f'[id="{each}"]').tag for each in named] == ["title"]
    assert page.css_first("svg > desc").text()
    assert page.css_first(".picture").attributes["tabindex"] == "0"


def test_a_headline_keeps_its_language_and_its_voice() -> None:
    head = RecordHeadView("Article", "002", "Угрозы", "theirs", "ru")
    template = ENVIRONMENT.from_string(
        '{% from "components/record.html" import record_head %}{% call record_head(page) %}<p>under</p>{% endcall %}'
    )
    page = LexborHTMLParser(template.render(page=head))
    assert (page.css_first("h1").attributes["lang"], page.css_first("h1").attributes["class"]) == (
        "ru",
        "voice-theirs",
    )
    assert page.css_first(".record-body > p").text() == "under"


def test_the_frame_puts_the_policy_before_anything_it_rules() -> None:
    frame = (ROOT / "templates/base.html").read_text(encoding="utf-8")
    places = [
        frame.index(part)
        for part in ('charset="utf-8"', "Content-Security-Policy", "<title>", "theme_script", "stylesheet")
    ]
    assert places == sorted(places)
