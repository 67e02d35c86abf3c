"""Words that an editor redacts are in no file and no message; whatever would bring them back is refused."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

import pytest

from builder.analysis import analyse
from builder.analysis.suggestions import suggest
from builder.build import check_dossier
from builder.editing.suggested import suggestion_words
from builder.report import OutputFormat, format_diagnostics
from tests.site.dossiers import build, dossier, files_of, write

NOT_ASKED = {"redaction-in-repository", "not-coded"}
NAME = "Zyphora Quillbane"
SEED = f"""Girl found safe

By Ann Reporter

{NAME}, 9, was found safe on Tuesday.
Her school near the mill was closed for the day, the mayor said.

Reporters had waited for {NAME} at the gate.
"""
MARK = f'  - {{kind: redact, quote: "{NAME}", reason: A child, by: The editors, date: 2026-05-14}}\n'
ARTICLE = """title: Girl found safe
outlet: morning-post
published: 2026-05-13
publish: full
text: {file: seeds/third.txt, sha256: %s}
marks:
"""
BASIS = {
    "content/dossier.yaml": "title: The flood of May\nas_of: 2026-06-01\n",
    "content/outlets/morning-post.yaml": "name: The Morning Post\n",
}


def small(root: Path, files: dict[str, str] | None = None, *, seed: str = SEED, marks: str = MARK) -> Path:
    """Write a dossier with one redacted text, and more files."""
    article = ARTICLE % sha256(seed.encode()).hexdigest() + marks
    own = {"content/articles/third-report.yaml": article, "seeds/third.txt": seed}
    return write(root, {**BASIS, **own, **(files or {})})


BASE64 = re.compile(rb"[A-Za-z0-9+/]{60,}={0,2}")


def unpacked(content: bytes, path: str) -> bytes:
    """Return what a file holds, also one that is packed or written in base64."""
    if path.endswith(".js"):
        return content + b"".join(unpacked(b64decode(part), "") for part in BASE64.findall(content))
    if content.startswith(b"\x1f\x8b"):
        return gzip.decompress(content)
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return b"".join(archive.read(name) for name in archive.namelist())
    return content


def holds(content: bytes, words: str) -> bool:
    """Whether bytes hold any of the words, however a file writes them."""
    lower = content.lower()
    return any(
        form.lower() in lower
        for word in words.split()
        for form in (word.encode(), word.encode("utf-16-le"), json.dumps(word).encode())
    )


def told(root: Path, *arguments: str) -> list[dict[str, object]]:
    done = dossier(root, "check", "--output-format", "json", *arguments)
    return [json.loads(line) for line in done.stdout.splitlines()]


def codes(root: Path) -> list[str]:
    """Return `path:line code` of every problem but that the repository still holds the words."""
    checked = check_dossier(root)
    return [
        f"{one.span.path}:{one.span.line} {one.code}" for one in checked.problems if one.code not in NOT_ASKED
    ]


def everything_said(root: Path) -> str:
    """Return what a check tells in every format, and what it suggests."""
    checked = check_dossier(root)
    said = [format_diagnostics(checked.problems, checked.loaded.source, form) for form in OutputFormat]
    library = checked.loaded.library
    if library is not None:
        said.append(suggestion_words(library, suggest(library, analyse(library))))
    return "".join(said)


def test_redacted_words_are_in_no_file_of_the_site_nor_of_the_state_nor_in_the_zip(tmp_path):
    root = small(tmp_path)
    build(root)
    dossier(root, "pack", "--out", "packed.zip")
    made = {**files_of(root / "site"), **files_of(root / ".build")}
    assert any(path.startswith("site") or path.endswith(".pf_index") for path in made)
    for run in (("build",), ("quote", "was found safe"), ("check", "--output-format", "json")):
        done = dossier(root, *run)
        made[" ".join(run)] = (done.stdout + done.stderr).encode()
    made["packed.zip"] = (root / "packed.zip").read_bytes()
    assert not [path for path, content in made.items() if holds(unpacked(content, path), NAME)]
    raw = sha256(SEED.encode()).hexdigest()
    assert not [path for path, content in made.items() if holds(unpacked(content, path), raw[:16])]


def test_nothing_that_pages_are_made_from_knows_the_words(tmp_path):
    checked = check_dossier(small(tmp_path, marks=MARK.replace("reason", "prefix: waited for, reason")))
    library = checked.loaded.library
    assert library is not None
    known = (
        library.articles,
        library.quotes,
        [vars(text) for text in library.texts.values()],
        analyse(library),
    )
    assert library.texts["third-report"].redactions
    assert "waited for" not in repr(library.articles)
    assert "for Zyphora" not in repr(known)
    assert "for ▇" in library.texts["third-report"].raw


def test_the_page_shows_where_words_are_withheld_how_long_they_are_why_by_whom_and_since_when(tmp_path):
    page = (build(small(tmp_path)) / "articles/third-report.html").read_text("utf-8")
    assert "▇" in page
    for words in ("A short stretch: A child", "The editors, 14 May 2026", "2 stretches of the text"):
        assert words in page
    assert "the digest of the text as received is not published" in page


def test_every_place_of_the_words_is_redacted_and_paragraphs_keep_their_numbers(tmp_path):
    root = small(
        tmp_path,
        marks=MARK + "  - {kind: redact, start: Her school, end: at the gate, "
        "reason: Where she lives, by: The editors, date: 2026-05}\n",
    )
    text = json.loads((build(root) / "data/articles.json").read_text("utf-8"))["articles"][0]["text"]
    assert text["published"][0]["text"] == (
        "Girl found safe\n\nBy Ann Reporter\n\n▇, 9, was found safe on Tuesday.\n▇\n\n▇.\n"
    )
    assert text["characters"] == len(text["published"][0]["text"])
    assert text["sha256"] == sha256(text["published"][0]["text"].encode()).hexdigest()
    assert text["redacted"] is True
    assert "file" not in text


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"content/topics/girl.yaml": f"name: The search for {NAME}\n"}, "content/topics/girl.yaml:1"),
        ({"content/topics/girl.yaml": "name: ZYPHORA QUILLBANE\n"}, "content/topics/girl.yaml:1"),
        ({"content/topics/girl.yaml": "name: Zy\u0301phora\u00a0Quill\u00adbane\n"}, "content/topics/girl.yaml:1"),
        ({"content/topics/girl.yaml": "name: T\ndescription: '**Zyphora** Quill*bane*'\n"}, "content/topics/girl.yaml:2"),
        ({"content/topics/girl.yaml": "name: T\ndescription: 'Zyphora&#32;Quillbane'\n"}, "content/topics/girl.yaml:2"),
        ({"content/topics/zyphora-quillbane.yaml": "name: T\n"}, "content/topics/zyphora-quillbane.yaml:1"),
        ({"content/topics/girl.yaml": "name: T\nformer_ids: [zyphora-quillbane]\n"}, "content/topics/girl.yaml:2"),
        (
            {"content/outlets/x.yaml": "name: X\nurl: https://x.example/zyphora%20quillbane\n"},
            "content/outlets/x.yaml:2",
        ),
        ({"content/pages/about.md": f"---\ntitle: A\n---\n\nOn {NAME}.\n"}, "content/pages/about.md:5"),
        (
            {
                "content/articles/other.yaml": "title: O\noutlet: morning-post\npublished: 2026\ntext: seeds/o.txt\n",
                "seeds/o.txt": "Nothing.\nZyphora\nQuillbane is home.\n",
            },
            "seeds/o.txt:2",
        ),
    ],
    ids=["field", "capitals", "unicode", "markdown", "entity", "file name", "former id", "address", "page", "text"],
)  # fmt: skip
def test_the_same_words_anywhere_else_are_an_error_that_gives_the_place_and_not_the_words(
    tmp_path, files, place
):
    root = small(tmp_path, files)
    assert f"{place} redacted-words" in codes(root)
    said = "".join(line for line in everything_said(root).splitlines() if "zyphora-quillbane" not in line)
    assert not holds(said.encode(), NAME)


def test_another_name_of_an_entity_is_as_much_an_error_as_the_words(tmp_path):
    girl = f"name: {NAME}\nkind: person\naliases: [Little Zyx]\n"
    root = small(
        tmp_path,
        {"content/entities/girl.yaml": girl, "content/topics/t.yaml": "name: Where Little Zyx was\n"},
    )
    assert codes(root) == [
        "content/entities/girl.yaml:1 redacted-words",
        "content/entities/girl.yaml:3 redacted-words",
        "content/topics/t.yaml:1 redacted-words",
    ]


def test_a_single_name_out_of_what_is_redacted_is_told_where_it_stands_and_not_said(tmp_path):
    seed = SEED + "Mrs Quillbane thanked all.\n"
    files = {"content/topics/t.yaml": "name: Who is Zyphora\n", "content/topics/u.yaml": "name: A girl\n"}
    root = small(tmp_path, files, seed=seed)
    assert codes(root) == ["content/articles/third-report.yaml:6 redacted-remnant"]
    told_of = next(one for one in check_dossier(root).problems if one.code == "redacted-remnant")
    assert [(each.span.path, each.span.line) for each in told_of.related] == [
        ("content/topics/t.yaml", 1),
        ("seeds/third.txt", 9),
    ]
    assert "2 places" in told_of.message
    assert not holds(everything_said(root).encode(), NAME)


def test_a_name_that_a_record_has_for_its_own_is_no_remnant(tmp_path):
    files = {
        "content/entities/q.yaml": "name: Zyphora\nkind: place\n",
        "content/topics/t.yaml": "name: Of Zyphora\n",
    }
    assert codes(small(tmp_path, files)) == []


def test_a_record_without_a_name_hides_no_words_of_its_own(tmp_path):
    root = small(tmp_path, {"content/entities/girl.yaml": f"kind: person\naliases: [{NAME}]\n"})
    assert codes(root) == [
        "content/entities/girl.yaml:1 missing-field",
        "content/entities/girl.yaml:2 redacted-words",
    ]


def test_other_names_and_words_that_tell_nothing_may_stand(tmp_path):
    number = '  - {kind: redact, quote: "9", reason: Her age, by: The editors, date: 2026-05-14}\n'
    topics = {"content/topics/t.yaml": "name: Of zebras, falls and 9 mills\n"}
    assert codes(small(tmp_path, topics, marks=MARK + number)) == []


CLAIM = "statement: She is safe\nkind: detail\nreading: one-article\nappearances:\n  - {article: third-report, stance: asserts, quote: %s}\n"


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        (f'"{NAME}, 9, was found safe"', "redacted-words"),
        ('"Quillbane, 9, was found safe"', "quote-in-redaction"),
        ('"▇, 9, was found safe"', "quote-in-redaction"),
        ('"was found safe on Tuesday"', None),
    ],
)
def test_evidence_cannot_stand_in_what_is_withheld(tmp_path, quote, code):
    root = small(tmp_path, {"content/claims/safe.yaml": CLAIM % quote})
    found = [each for each in codes(root) if "safe.yaml" in each]
    assert found == ([f"content/claims/safe.yaml:5 {code}"] if code else [])
    assert not holds(everything_said(root).encode(), "Zyphora")


@pytest.mark.parametrize(
    "line",
    [
        f'  - {{kind: redaction, quote: "{NAME}", note: A child}}\n',
        f'  - {{kind: redact, quote: "{NAME}", by: The editors}}\n',
        f'  - {{kind: redact, qoute: "{NAME}", reason: r, by: b, date: 2026}}\n',
        f'  - {{kind: redact, quote: ["{NAME}"], reason: r, by: b, date: 2026}}\n',
        '  - {kind: redact, quote: "Zyphora Quillbain", reason: r, by: b, date: 2026}\n',
        f'  - {{kind: redact, quote: "{NAME}", prefix: nowhere, reason: r, by: b, date: 2026}}\n',
        '  - {kind: redact, quote: "Zyphora Quill", reason: r, by: b, date: 2026}\n',
        f'  - {{kind: redact, quote: "{NAME}", reason: r, by: b, date: yesterday}}\n',
        f'  - {{kind: redact, quote: "{NAME}, reason: r, by: b, date: 2026}}\n',
        MARK + '  - {kind: redact, start: "Quillbane, 9", end: safe, reason: r, by: b, date: 2026}\n',
    ],
)  # fmt: skip
def test_a_redaction_with_a_mistake_lets_no_word_out(tmp_path, line):
    claim = {"content/claims/safe.yaml": CLAIM % '"9, was found saffe on Tuesday"'}
    root = small(tmp_path, claim, marks=line)
    assert check_dossier(root).stops
    said = everything_said(root)
    assert not holds(said.encode(), "Zyphora Quillbane"), said


def test_nothing_is_told_of_the_letters_of_redacted_words(tmp_path):
    """A name read in a wrong encoding, with names of signs in it, or with signs that an eye cannot see."""
    name = "Zy\u00ad BergstrÃ¶m M&uuml;llerquist"
    seed = f"Girl found safe\n\n{name} was found. The cafÃ© is shut.\n"
    mark = MARK.replace(NAME, name.replace("\u00ad", "\\u00ad"))
    root = small(tmp_path, seed=seed, marks=mark)
    assert codes(root) == ["content/articles/third-report.yaml:5 seed-misread"]
    said = everything_said(root)
    assert "café" in said
    assert not holds(said.encode(), "Bergström Bergstr Müllerquist llerquist uuml")


def test_a_redaction_says_why_by_whom_and_since_when(tmp_path):
    root = small(tmp_path, marks=f'  - {{kind: redact, quote: "{NAME}", reason: r, by: b}}\n')
    assert codes(root) == ["content/articles/third-report.yaml:7 bad-redaction"]


def test_other_marks_lie_over_what_is_withheld(tmp_path):
    marks = MARK + "  - {kind: caption, start: Reporters had, end: the gate.}\n"
    page = (build(small(tmp_path, marks=marks)) / "articles/third-report.html").read_text("utf-8")
    assert "block-caption" in page


def test_the_former_site_that_had_the_words_is_kept_nowhere(tmp_path):
    root = small(tmp_path, marks="  - {kind: byline, quote: By Ann Reporter}\n")
    build(root)
    small(root)
    build(root)
    made = {**files_of(root / "site"), **files_of(root / ".build")}
    assert not [path for path, content in made.items() if holds(unpacked(content, path), NAME)]
    assert "0 written" in dossier(root, "build").stderr or "nothing changed" in dossier(root, "build").stderr


def test_check_says_that_the_repository_still_holds_the_words_and_what_it_says_helps(tmp_path):
    root = small(tmp_path)
    assert [one["path"] for one in told(root) if one["code"] == "redaction-in-repository"] == [
        "content/dossier.yaml"
    ]
    small(root, seed=SEED.replace(NAME, "▇"), marks=MARK.replace(NAME, "▇"))
    assert told(root) == []
    site = build(root)
    assert "A stretch of unknown length: A child" in (site / "articles/third-report.html").read_text("utf-8")
    small(
        root,
        {
            "content/dossier.yaml": "title: T\nacknowledge: [{code: redaction-in-repository, reason: Private}]\n"
        },
    )
    assert told(root) == []
