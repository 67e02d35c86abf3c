"""Words for nothing and texts cut by a `#`: told where no quotation mark says that they are meant."""

import pytest

from builder.load import load_dossier
from builder.load.plainvalues import NOTHING
from builder.yamltext import scalar

ARTICLE = "content/articles/one.yaml"
HEAD = "title: One\noutlet: news\npublished: 2025\n"
WORDS = [
    "null",
    "Null",
    "NULL",
    "~",
    "None",
    "none",
    "nil",
    "n/a",
    "N/A",
    "NaN",
    "TBD",
    "tbd",
    "--",
    "–",
    "…",
    "??",
]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(
    "key", ["byline", "siglum", "summary", "language", "url", "topics", "publish", "text"]
)
def test_a_word_for_nothing_is_an_error_in_every_field(load, told, key, word):
    assert told(load({ARTICLE: f"{HEAD}{key}: {word}\n"})) == [f"{ARTICLE}:4:{len(key) + 3} empty-value"]


@pytest.mark.parametrize("sign", ["-", "?"])
@pytest.mark.parametrize(
    "line", ["byline: {}", "byline: {}   ", "byline: {} # unknown", "byline: {}\nsiglum: a"]
)
def test_a_sign_for_nothing_that_yaml_takes_for_its_own_is_the_same_error(load, told, line, sign):
    assert told(load({ARTICLE: HEAD + line.format(sign) + "\n"})) == [f"{ARTICLE}:4:9 empty-value"]


@pytest.mark.parametrize(
    "lines",
    [
        *(f'byline: "{word}"' for word in [*WORDS, "-", "?"]),
        "byline: 'None'",
        "byline: Nil",
        "byline: None of them",
        "byline: Null Island",
        "byline: N. A.",
        "siglum: NA",
        "summary: |\n  None",
        "publish: full",
    ],
)
def test_a_word_in_quotation_marks_or_one_that_is_a_name_is_text(load, told, lines):
    assert told(load({ARTICLE: f"{HEAD}{lines}\n"})) == []


def test_namibia_and_norway_stay_countries(load, told):
    files = {f"content/outlets/{name}.yaml": f"name: A\ncountry: {name.upper()}\n" for name in ("na", "no")}
    assert told(load(files)) == []


def test_entries_of_lists_and_values_inside_values_are_looked_at_too(load, told):
    entity = "name: A\nkind: person\naliases: [~, Nil, {text: null}]\n"
    claim = "statement: S\nkind: event\npositions: {a: None, b: N/A}\nassessments:\n  - {by: -, date: 2025, basis: n/a}\n"
    assert told(load({"content/entities/a.yaml": entity, "content/claims/c.yaml": claim})) == [
        "content/claims/c.yaml:3:16 empty-value",
        "content/claims/c.yaml:3:25 empty-value",
        "content/claims/c.yaml:5:10 empty-value",
        "content/claims/c.yaml:5:32 empty-value",
        "content/entities/a.yaml:3:11 empty-value",
        "content/entities/a.yaml:3:26 empty-value",
    ]


def test_a_dash_in_a_list_is_one_mistake(load, told):
    lists = {"a": "aliases:\n  - -\n", "b": "aliases: [-]\n", "c": "aliases: -\n"}
    files = {
        f"content/entities/{name}.yaml": f"name: A\nkind: person\n{text}" for name, text in lists.items()
    }
    assert told(load(files)) == [
        "content/entities/a.yaml:4:6 empty-value",
        "content/entities/b.yaml:3:11 empty-value",
        "content/entities/c.yaml:3:10 empty-value",
    ]


def test_words_copied_from_a_text_may_be_any_words(load_seed, write, told):
    load_seed(b"He said: None. Then - nil came ~ at last. She wrote null there.")
    claim = (
        "statement: S\nkind: event\nappearances:\n"
        "  - article: one\n    stance: asserts\n    quote: nil\n    prefix: '-'\n    suffix: came\n    hedge: None\n"
    )
    marked = (
        "marks:\n  - {kind: sic, quote: null}\n  - {kind: remark, start: None, end: Then}\n"
        "origins:\n  - {relation: quotes, of: {what: A letter}, cue: None}\n"
    )
    article = write({}).joinpath(ARTICLE).read_text("utf-8")
    root = write({"content/claims/c.yaml": claim, ARTICLE: article + marked})
    assert "empty-value" not in " ".join(told(load_dossier(root)))


def test_a_field_that_must_be_there_says_what_it_takes(load):
    claim = "statement: ~\nkind: null\n"
    found = {
        one.span.line: one
        for one in load({"content/claims/c.yaml": claim}).settled()
        if one.span.path == "content/claims/c.yaml"
    }
    assert found[1].hint == 'write a value, or quote it if the word itself is meant: statement: "~"'
    assert found[2].code == "unknown-choice"


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("byline: null", 'remove `byline: null`, or quote it if the word itself is meant: byline: "null"'),
        ("language: N/A", "remove `language: N/A`"),
        ("topics: [~]", "remove `~` from the list"),
    ],
)
def test_the_hint_says_how_to_leave_a_value_out(load, line, hint):
    assert [one.hint for one in load({ARTICLE: f"{HEAD}{line}\n"}).settled()] == [hint]


@pytest.mark.parametrize("text", ["\\u200b", "\\u00ad", " \\u2060 ", "\\ufeff"])
def test_a_text_of_signs_that_nobody_sees_is_empty(load, told, text):
    assert told(load({ARTICLE: f'{HEAD}byline: "{text}"\n'})) == [f"{ARTICLE}:4:9 empty-text"]


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("title: Report #1: the flood", 'title: "Report #1: the flood"'),
        ("title: Flood #überall", 'title: "Flood #überall"'),
        ('title: The "great" flood #2', "title: 'The \"great\" flood #2'"),
        ("title: Flood   #1 # and #2", 'title: "Flood   #1 # and #2"'),
    ],
)
def test_a_title_that_a_comment_cuts_is_an_error_whose_fix_passes(load, told, line, written):
    rest = "outlet: news\npublished: 2025\n"
    (found,) = load({ARTICLE: f"{line}\n{rest}"}).settled()
    place = len(line.partition("#")[0].rstrip()) + 1
    assert (found.code, found.severity, found.span.column) == ("lost-to-comment", "error", place)
    assert found.hint == f"write {written}; if it is a comment, write a space after `#`"
    assert told(load({ARTICLE: f"{written}\n{rest}"})) == []


@pytest.mark.parametrize("line", ["byline: A #1", "summary: A #b", "translator: A #1 B"])
def test_every_text_of_one_line_is_looked_at(load, line):
    found = load({ARTICLE: f"{HEAD}{line}\n"}).settled()
    assert [(one.code, one.severity) for one in found] == [("lost-to-comment", "error")]


@pytest.mark.parametrize(
    "line", ["byline: A # 1 remark", "byline: A #", "byline: A #!", "byline: A#1", 'byline: "A #1"']
)
def test_a_comment_and_a_number_sign_inside_a_word_are_silent(load, told, line):
    assert told(load({ARTICLE: f"{HEAD}{line}\n"})) == []


def test_behind_a_date_or_an_id_it_is_a_comment_that_lacks_its_space(load):
    article = "title: One\noutlet: news #wire\npublished: 2025 #checked\n"
    found = load({ARTICLE: article}).settled()
    assert [(one.code, one.severity, one.hint) for one in found] == [
        ("lost-to-comment", "warning", "write a space after `#`")
    ] * 2


def test_a_misspelt_key_is_told_alone(load, told):
    assert told(load({ARTICLE: f"{HEAD}bylin: null\n"})) == [f"{ARTICLE}:4:1 unknown-field"]


def test_a_bracket_behind_a_number_sign_is_told_with_the_text_in_quotation_marks(load):
    origins = "origins:\n  - {relation: quotes, of: {what: Report #1}, basis: inferred, note: N}\n"
    (found,) = load({ARTICLE: HEAD + origins}).settled()
    assert (found.code, found.span.line, found.span.column) == ("lost-to-comment", 5, 42)
    assert found.hint == 'write what: "Report #1"'


def test_what_we_print_to_paste_is_never_a_word_for_nothing():
    assert not [word for word in NOTHING if scalar(word) == word]
