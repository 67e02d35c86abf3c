"""`dossier check --fix` mends what has one safe answer, changes no line that it need not, and mends what it says."""

from __future__ import annotations

import difflib
import tomllib
from hashlib import sha256

import pytest

from builder.editing.mending import mend
from builder.editing.written import with_edits
from builder.load import load_dossier
from tests.site.dossiers import PROJECT, dossier, write

TEXT = "He said “two metres” – or so.\nThe river rose.\n"
DIGEST = sha256(TEXT.encode()).hexdigest()
FILES = {
    "content/dossier.yaml": "title: Mending\n",
    "content/outlets/post.yaml": "name: The Post\n",
    "content/topics/floods.yaml": "name: Floods\n",
    "content/articles/first.yaml": "title: Flood\noutlet: post\npublished: 2026-05-12\n"
    f'text: {{file: seeds/a.txt, sha256: "{DIGEST}"}}\n',
    "seeds/a.txt": TEXT,
}
ARTICLE = "content/articles/first.yaml"
MENDED = [
    ("title: Flood: the facts", 'title: "Flood: the facts"'),
    ("title:Flood", "title: Flood"),
    ("title = Flood", "title: Flood"),
    ("titel: Flood  # ours", "title: Flood  # ours"),
    ("title: [Video] shows it", 'title: "[Video] shows it"'),
    ("title: @home", 'title: "@home"'),
    ("title:\u00a0Flood", "title: Flood"),
    ("title: Flo\u00adod", "title: Flood"),
    ("topics: floods  # one", "topics: [floods]  # one"),
    ("topics: [Floods]", "topics: [floods]"),
    ("language: [en]", "language: en"),
    ("url: www.example.org/a", "url: https://www.example.org/a"),
    ("published: 12 November 2015  # so", "published: 2015-11-12  # so"),
    ("published: 2026-05-13 20:57", 'published: {edtf: 2026-05-13, time: "20:57"}'),
    ("published:\n  edtf: 2026-05-13 20:57\n  basis: stated", None),
    ("published: {edtf: 2026-05-13 20:57}", 'published: {edtf: 2026-05-13, time: "20:57"}'),
    ("published: {edtf: before 20 May 2026}", "published: {unknown: true, before: 2026-05-20}"),
    ("text: seeds/a.txt", f'text: {{file: seeds/a.txt, sha256: "{DIGEST}"}}'),
    ("text: {file: seeds/a.txt}  # so", f'text: {{file: seeds/a.txt, sha256: "{DIGEST}"}}  # so'),
    ("text:\n  file: seeds/a.txt", f'text:\n  file: seeds/a.txt\n  sha256: "{DIGEST}"'),
    ('headline: He said "two metres"', 'headline: "He said “two metres”"'),
]


def article_with(line: str) -> str:
    """An article that writes one key in some way, the others as they should be."""
    key = line.replace("\u00a0", " ").replace("titel", "title").replace("=", ":").partition(":")[0].strip()
    kept = [each for each in FILES[ARTICLE].splitlines() if not each.startswith(f"{key}:")]
    return "\n".join(["# the first", *kept, line, "siglum: A # last"]) + "\n"


@pytest.mark.parametrize(("written", "mended"), MENDED, ids=[written for written, _ in MENDED])
def test_one_line_is_mended_the_dossier_passes_and_all_else_stays(tmp_path, written, mended):
    mended = mended or 'published:\n  edtf: 2026-05-13\n  time: "20:57"\n  basis: stated'
    was = article_with(written)
    root = write(tmp_path, {**FILES, ARTICLE: was})
    done = mend(root)
    assert done.loaded.settled() == ()
    (file,) = done.files
    assert (file.path, file.moved_to, file.was.decode()) == (ARTICLE, ARTICLE, was)
    assert file.now.decode() == was.replace(written, mended)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay_as_they_are(tmp_path, line_end, mark):
    was = mark + "title: Flood: it\noutlet: post\npublished: 2026\ntext:\n  file: seeds/a.txt\n".replace(
        "\n", line_end
    )
    write(tmp_path, {**FILES, ARTICLE: was})
    (file,) = mend(tmp_path).files
    now = was.replace("Flood: it", '"Flood: it"') + f'  sha256: "{DIGEST}"{line_end}'
    assert file.now.decode() == now


def test_a_file_gets_its_name_and_all_that_points_there_follows(tmp_path):
    files = {name: text for name, text in FILES.items() if "outlets" not in name}
    files |= {
        "content/outlets/The Post.yml": "name: The Post\n",
        ARTICLE: FILES[ARTICLE].replace("outlet: post", "outlet: The Post"),
        "content/claims/c.yaml": "statement: S\nkind: event\nappearances:\n"
        "  - {article: first, stance: attributes, attributed_to: The Post, quote: The river rose}\n",
        "content/topics/rivers.yaml": "name: R\nformer_ids: [streams]\ndescription: See [the flood](topic:floods).\n",
        "content/events/e.yaml": "title: E\ndate: 2026\ntopics: [streams]\ndescription: On [rivers](topic:streams)\n",
    }
    root = write(tmp_path, files)
    assert dossier(root, "check").returncode == 1
    done = dossier(root, "check", "--fix")
    assert done.returncode == 0, done.stdout
    assert not (root / "content/outlets/The Post.yml").exists()
    assert (root / "content/outlets/the-post.yaml").read_text("utf-8") == "name: The Post\n"
    assert "attributed_to: the-post," in (root / "content/claims/c.yaml").read_text("utf-8")
    event = (root / "content/events/e.yaml").read_text("utf-8")
    assert event == files["content/events/e.yaml"].replace("streams", "rivers")


@pytest.mark.parametrize(
    "line",
    [
        "published: 12/11/2015",
        "topics: [flods]",
        "text: {file: seeds/a.txt, sha256: " + 64 * "0" + "}",
        "text: seeds/b.txt",
        "byline: none",
        "outlet: poost",
        "text: {file: seeds/a.txt, sha256: " + DIGEST.upper() + "}",
        "assessments: reliable",
        "topics: (floods, rivers)",
        "title: flood: the river",
        "title: The flood in\nthe old town",
    ],
)
def test_what_has_two_answers_is_left_to_the_editor(tmp_path, line):
    root = write(tmp_path, {**FILES, ARTICLE: article_with(line)})
    mended = mend(root)
    assert (mended.files, mended.problems) == ((), ())
    assert mended.loaded.problems


def test_diff_prints_what_fix_does_and_writes_nothing(tmp_path):
    root = write(tmp_path, {**FILES, ARTICLE: article_with("topics: floods")})
    done = dossier(root, "check", "--diff")
    assert done.returncode == 1
    assert "-topics: floods\n+topics: [floods]\n" in done.stdout
    assert (root / ARTICLE).read_text("utf-8") == article_with("topics: floods")
    dossier(root, "check", "--fix")
    done = dossier(root, "check", "--diff")
    assert (done.returncode, done.stdout) == (0, "")


def test_no_difference_shows_redacted_words(tmp_path):
    redacted = (
        "marks:\n  - {kind: redact, quote: two metres, reason: R, by: E, date: 2026-05-14}\ntopics: floods"
    )
    root = write(tmp_path, {**FILES, ARTICLE: article_with(redacted)})
    shown = mend(root).diff()
    assert "+topics: [floods]" in shown
    assert "two metres" not in shown


MISTAKES = tomllib.loads((PROJECT / "tests/cases/showcase_mistakes/mistakes.toml").read_text("utf-8"))[
    "mistake"
]


def planted(mistake: dict[str, str]) -> tuple[str, str]:
    """Where a mistake is planted in the worked example, and the text with it."""
    path = mistake["file"]
    text = (
        (PROJECT / path).read_text("utf-8").replace(mistake["was"], mistake["now"], 1)
        if "was" in mistake
        else mistake["now"]
    )
    return path, text.replace("⌖", "")


@pytest.mark.slow
def test_every_fix_that_is_carried_mends_what_it_was_told_for_and_touches_its_own_lines():
    tried = 0
    for mistake in MISTAKES:
        path, text = planted(mistake)
        told = load_dossier(PROJECT, instead={path: text.encode()}).settled()
        for one in told:
            if not one.edits or one.span.path != path:
                continue
            tried += 1
            changed = with_edits(text, one.edits)
            left = load_dossier(PROJECT, instead={path: changed.encode()}).settled()
            what = (one.code, one.span.path, one.message)
            assert what not in {(each.code, each.span.path, each.message) for each in left}, mistake["what"]
            lines = {line for edit in one.edits for line in range(edit.span.line, edit.span.end_line + 1)}
            before = [line for number, line in enumerate(text.splitlines(), 1) if number not in lines]
            gone = [
                each
                for each in difflib.ndiff(text.splitlines(), changed.splitlines())
                if each.startswith("- ")
            ]
            assert not {each[2:] for each in gone} & set(before), mistake["what"]
    assert tried >= 15
