"""Where paragraphs of a stored text begin: blank lines part, and single line ends join where lines fill a width."""

from textwrap import dedent

import pytest

from builder.lines import LineEnds, TextLines, is_cut_word


def paragraphs(text, way=None):
    """The paragraphs of a text; `/` stands for a line end inside one."""
    lines = TextLines(text, way)
    found = ""
    for place, span in enumerate(lines.spans):
        found += span.of(text) + ("/" if place in lines.joined else "\n")
    return found.splitlines()


def written(text):
    return dedent(text).lstrip("\n")


WRAPPED = {
    "mail at 72 columns": """
        the river came over its banks on Tuesday night, and the mayor would not
        say how many people had left their homes. The fire service spoke of more
        than five hundred, and asked the council for boats.
        """,
    "wire at 44 columns": """
        The mayor did not say on Wednesday that more
        than five hundred people left their homes
        when the river came over its banks. He was
        asked twice by reporters of the Fire
        Service Gazette.
        """,
    "two lines": """
        The mayor did not say on Wednesday that more
        than five hundred people left their homes.
        """,
    "German, with long words and capitals": """
        Der Bürgermeister hat am Mittwoch nicht
        gesagt, dass mehr als fünfhundert Menschen
        ihre Häuser verlassen mussten, als der Fluss
        über die Ufer trat. Die Feuerwehr zählte am
        12. Mai die Häuser der Unterstadt.
        """,
    "Russian": """
        Мэр не сказал в среду, что более пятисот человек
        покинули свои дома, когда река вышла из берегов и
        затопила старый город.
        """,
    "Chinese": """
        市长星期三没有说有五百多人在河水漫过堤岸时离开
        了家园。消防部门一直数到半夜，并向市政府要求派
        船。
        """,
    "Japanese": """
        市長は水曜日に、川が氾濫したときに五百人以上が
        家を離れたとは言わなかった。消防署は真夜中まで家
        を数え、市に船を求めた。
        """,
    "Arabic": """
        لم يقل رئيس البلدية يوم الأربعاء إن أكثر من خمسمئة
        شخص غادروا منازلهم عندما فاض النهر على ضفتيه وغمر
        المدينة القديمة.
        """,
    "a dash and a number at the head of a line": """
        The council met at noon and had three answers
        – none of them short – to the letter of May
        12. It asked who had built the dam, and when.
        """,
    "lines that end with white space": """
        The mayor did not say on Wednesday that more\x20
        than five hundred people left their homes\x20
        when the river came over its banks.
        """,
}


@pytest.mark.parametrize("text", WRAPPED.values(), ids=WRAPPED)
def test_a_wrapped_block_is_one_paragraph(text):
    text = written(text)
    assert len(paragraphs(text)) == 1
    assert paragraphs(text.replace("\n", "\r\n")) == paragraphs(text)


APART = {
    "each line a paragraph that closes a sentence": """
        The river rose on Monday and reached the old town in the evening.
        The mayor called a meeting of the council for Tuesday at noon.
        Five hundred people left their homes on Tuesday night.
        """,
    "bullets": """
        • A user experience almost completely free of advertising
        • Access to our premium section and to all that is in it
        • Content from the monthly magazine
        """,
    "dashes": """
        - an inspection of the dam by people who did not build it
        - a list of the houses that lie below the new line, and of
        - money for those who lost their homes.
        """,
    "a numbered list": """
        The council decided three things on Wednesday, and these are:
        1. the dam is to be inspected by people who did not build it
        2. the houses that lie below the line are to be listed, and
        3. money is to be found.
        """,
    "names and offices": """
        Ronit Hasin-Hochman, CEO, Jerusalem Post Group
        Yaakov Katz, Editor-in-Chief
        """,
    "an address": """
        The Morning Post Editorial Department
        Old Mill Lane 4 at the Corner of Bridge Street
        Lower Town
        """,
    "the head of a mail": """
        From: Anna Smith <anna@example.org>
        To: desk@example.org
        Subject: Flood, the mayor, the dam and what to do about it
        Date: Wed, 13 May 2026 16:17:00 +0200
        """,
    "quoted mail": """
        > did the mayor say anything about the dam that was to be
        > inspected in April, or about the one that was not to be
        > inspected?
        """,
    "a table": """
        Town            Houses    People
        Lower Town         120       500
        Upper Town          12        40
        """,
    "verse with capitals": """
        Shall I compare thee to a summer's day?
        Thou art more lovely and more temperate:
        Rough winds do shake the darling buds of May,
        And summer's lease hath all too short a date;
        """,
    "verse without capitals": """
        the river came in the night and took the bridge,
        it took the boats and the names of the boats,
        and what it left on the field in the morning,
        was a silence with reeds in it.
        """,
    "a list without signs": """
        eggs and milk from the farm at the bridge
        bread
        cheese from the market
        a new pair of boots for the flood next year
        """,
    "a date, a widget and a photo's title": """
        November 12, 2015 16:17
        1 minute read.
        Russian air strikes in Syria
        """,
    "a heading over a long paragraph": f"""
        Flood reaches the old town
        {"The river rose and rose and did not stop rising. " * 10}
        """,
    "long paragraphs without a stop": f"""
        {"the river rose and rose " * 10}
        {"and did not stop rising " * 10}
        """,
}


@pytest.mark.parametrize("text", APART.values(), ids=APART)
def test_lines_that_fill_no_common_width_stay_apart(text):
    text = written(text)
    assert len(paragraphs(text)) == len(text.splitlines())


BODY = """
The mayor did not say on Wednesday that more than five
hundred people left their homes when the river came over
its banks. He was asked twice.
"""
JOINED = BODY.strip().replace("\n", "/")


@pytest.mark.parametrize(
    "line",
    [
        "Flood reaches the old town",
        "By Jane Miller and Peter Hall in Lower Town",
        "LOWER TOWN, 13 May 2026",
        "Wednesday, 13 May 2026, 16:17 CET",
        "People wait at the old bridge on Wednesday (Photo: AP)",
        "Photo: people wait at the old bridge on Wednesday",
        "=====",
        "https://example.org/news/2026/05/13/the-flood.html",
        "> did the mayor say how many people left their homes",
    ],
)
def test_a_line_of_another_kind_over_a_wrapped_block_stays_apart(line):
    assert paragraphs(f"{line}{BODY}") == [line, JOINED]


def test_what_follows_the_dashes_of_a_signature_stays_in_lines():
    signature = [
        "--",
        "Anna Smith, who writes for the Morning Post about water",
        "and about those who live by it.",
    ]
    assert paragraphs(f"{BODY}\n" + "\n".join(signature)) == [JOINED, *signature]


def test_a_wrapped_text_says_the_width_of_its_short_blocks():
    heading = "Prime Minister calls the council together on\nWednesday"
    assert paragraphs(heading) == heading.split("\n")
    assert paragraphs(f"{heading}\n\n{BODY}\n{BODY}") == [heading.replace("\n", "/"), JOINED, JOINED]


def test_an_entry_of_a_list_goes_on_in_the_next_line():
    text = written(
        """
        The council decided three things on Wednesday:
        1. The dam is to be inspected by people who did not
           build it, before the end of the month.
        2. The houses below the line are listed.
        """
    )
    assert paragraphs(text)[1] == (
        "1. The dam is to be inspected by people who did not/build it, before the end of the month."
    )
    assert len(paragraphs(text)) == 3


def test_an_indented_line_begins_a_paragraph():
    text = (
        "  The river came over its banks on Tuesday night, and the mayor did\n"
        "not say how many people had left their homes and how many had\n"
        "stayed until the end.\n"
        "  Nobody was hurt. The council met at noon and decided to have the\n"
        "dam inspected by people who did not build it.\n"
    )
    assert [each.split()[0] for each in paragraphs(text)] == ["The", "Nobody"]


def test_a_short_line_that_closes_a_sentence_ends_its_paragraph():
    text = written(
        """
        The mayor did not say on Wednesday that more than five
        hundred people left their homes. He went home.
        The fire service counted the houses below the line and
        asked the council for boats.
        """
    )
    assert [each[:8] for each in paragraphs(text)] == ["The mayo", "The fire"]


def test_a_full_line_that_closes_a_sentence_joins_only_in_a_block_that_is_plainly_wrapped():
    two = "The river rose on Monday and reached the old town.\nAbout three hundred people had to leave their homes\n"
    assert len(paragraphs(f"{two}when the water came.\n")) == 2
    plain = (
        "when the water came over the bank and into the old\ntown, where the fire service had been counting all\n"
        "those houses that lay below the line of the flood.\n"
    )
    assert len(paragraphs(two + plain)) == 1


@pytest.mark.parametrize(
    "end",
    [
        "\n\x0c",
        "\x0c",
        "\n- 3 -\n",
        "\n3\n",
        "\n\n3\n\n\x0c",
        "\n\nPage 3 of 9\n\n",
        "\n\n\x0c",
        "\n\nSeite 3\n\n",
    ],
)
def test_a_page_ends_inside_a_sentence_and_the_paragraph_goes_on(end):
    text = f"The mayor did not say on Wednesday that more{end}than five hundred people left their homes.\n"
    assert len(paragraphs(text)) == 1


@pytest.mark.parametrize("end", ["\n- 3 -\n", "\n\n3\n\n\x0c", "\n\n\x0c", "\n\nPage 3 of 9\n\n"])
def test_a_page_that_ends_with_a_sentence_ends_the_paragraph(end):
    text = f"The mayor did not say on Wednesday how many left.{end}He was asked twice by reporters of two papers.\n"
    assert len(paragraphs(text)) == (3 if end.strip() else 2)


def test_a_blank_line_parts_even_inside_a_sentence():
    assert len(paragraphs(BODY.replace("\n", "\n\n"))) == 3


@pytest.mark.parametrize("hyphen", ["-", "\u00ad", "\u2010"])
def test_a_word_cut_by_a_hyphen_goes_on_in_the_next_line(hyphen):
    assert len(paragraphs(f"The evacua{hyphen}\ntion took six hours.\n")) == 1
    assert len(paragraphs(f"The evacua{hyphen}\n\ntion took six hours.\n")) == 2
    assert len(paragraphs("He said –\nand left\n")) == 2


def test_an_editor_says_that_lines_are_wrapped():
    text = "The river\nrose. It\nfell:\n- twice\n- thrice\nBy Anna Smith\n> quoted\n\nNobody\nsaw it.\n"
    assert paragraphs(text, LineEnds.WRAPPED) == [
        *("The river/rose. It/fell:", "- twice", "- thrice", "By Anna Smith", "> quoted", "Nobody/saw it."),
    ]


def test_an_editor_says_that_every_line_is_a_paragraph():
    for text in (BODY, "The evacua-\ntion took six hours.", "so that more\x0cthan five"):
        assert len(paragraphs(text, LineEnds.PARAGRAPHS)) == len(text.strip().splitlines())


def test_the_stored_texts_of_the_showcase_keep_each_line_as_a_paragraph(project):
    seeds = sorted((project / "seeds").glob("*.txt"))
    assert len(seeds) == 5
    for seed in seeds:
        text = seed.read_text(encoding="utf-8")
        assert len(paragraphs(text)) == sum(bool(line.strip()) for line in text.splitlines())


@pytest.mark.parametrize(
    ("text", "is_cut"),
    [
        ("gov-ernment", True),
        ("GOV-ERNMENT", True),
        ("gov\u00adernment", True),
        ("USA-based", False),
        ("pre-War", False),
    ],
)
def test_a_word_goes_on_behind_its_hyphen_in_letters_of_one_case(text, is_cut):
    assert is_cut_word(text, 4, 4) is is_cut
