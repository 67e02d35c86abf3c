"""A checkout that changed line ends is told as that, and the text on record is used as it was."""

from __future__ import annotations

from hashlib import sha256

import pytest

from builder.load.lineends import LineEnds, recorded_bytes

RECORD = "title: {title}\noutlet: news\npublished: 2025\ntext: {{file: seeds/{name}, sha256: {digest}}}\n"
CLAIM = "statement: S\nkind: event\nappearances:\n  - {article: one, stance: asserts, quote: It rose}\n"


def files(recorded: bytes, now: bytes, name: str = "a.txt", article: str = "one") -> dict[str, str | bytes]:
    digest = sha256(recorded).hexdigest()
    return {
        f"content/articles/{article}.yaml": RECORD.format(title=article, name=name, digest=digest),
        f"seeds/{name}": now,
    }


@pytest.mark.parametrize(
    ("recorded", "now"),
    [
        (b"Title\n\nIt rose.\n", b"Title\r\n\r\nIt rose.\r\n"),
        (b"Title\r\n\r\nIt rose.\r\n", b"Title\n\nIt rose.\n"),
        (b"\xef\xbb\xbfIt rose.\nIt fell.", b"\xef\xbb\xbfIt rose.\r\nIt fell."),
        (b"It rose.\n\rIt fell.\n", b"It rose.\r\n\rIt fell.\r\n"),
        (b"It rose.\r\nIt fell.\r\n", b"It rose.\nIt fell.\r\n"),
    ],
)
def test_the_recorded_text_is_used_and_the_checkout_is_told(load, recorded, now):
    loaded = load({**files(recorded, now), "content/claims/c.yaml": CLAIM})
    [problem] = [one for one in loaded.settled() if one.code.startswith("seed-") and "odd" not in one.code]
    assert (problem.code, problem.severity) == ("seed-line-ends", "warning")
    assert problem.span.path == "content/articles/one.yaml"
    assert "`seeds/** -text`" in problem.hint
    assert ".gitattributes" in problem.hint
    assert "git" in problem.message
    assert sha256(now).hexdigest() not in problem.message + problem.hint
    text = loaded.library.texts["one"]
    assert text.raw == recorded.decode()
    assert (text.sha256, text.size_bytes) == (sha256(recorded).hexdigest(), len(recorded))
    assert loaded.library.quote("claim", "c", "appearances", 0).span.start == recorded.decode().index(
        "It rose"
    )


@pytest.mark.parametrize(
    ("recorded", "now"),
    [
        (b"It rose.\nIt fell.\n", b"It rose.\r\nIt fell!\r\n"),
        (b"It rose.\r\nIt fell.\nNow.", b"It rose.\nIt fell.\nNow."),
        (b"It rose.\nIt fell.\n", b"It rose.\n\nIt fell.\n"),
        (b"It rose.\nIt fell.\n", b"It rose.\rIt fell.\r"),
        (b"It rose. It fell.", b"It rose.\nIt fell."),
    ],
)
def test_anything_else_is_a_changed_text(load, recorded, now):
    codes = [one.code for one in load(files(recorded, now)).settled()]
    assert "seed-changed" in codes
    assert "seed-line-ends" not in codes


def test_many_texts_of_one_checkout_are_told_in_one_message(load):
    written: dict[str, str | bytes] = {}
    for number in range(14):
        text = f"Text {number}\n\nIt rose.\n".encode()
        written |= files(text, text.replace(b"\n", b"\r\n"), f"{number}.txt", f"a{number}")
    told = [one for one in load(written).settled() if one.code == "seed-line-ends"]
    assert len(told) == 1
    assert "and 13 more texts" in told[0].message


def test_a_text_as_recorded_and_one_without_digest_are_left_alone(load):
    crlf = b"Title\r\n\r\nIt rose.\r\n"
    assert [one.code for one in load(files(crlf, crlf)).settled()] == []
    record = "title: One\noutlet: news\npublished: 2025\ntext: seeds/a.txt\n"
    [problem] = load({"content/articles/one.yaml": record, "seeds/a.txt": crlf}).settled()
    assert problem.code == "seed-not-pinned"
    assert sha256(crlf).hexdigest() in problem.hint


def test_two_articles_that_pin_one_file_differently_each_get_their_own_text(load):
    lf, crlf = b"It\nrose.\n", b"It\r\nrose.\r\n"
    loaded = load({**files(lf, crlf), **files(crlf, crlf, article="two")})
    assert loaded.library.texts["one"].raw == lf.decode()
    assert loaded.library.texts["two"].raw == crlf.decode()


def test_bytes_are_found_by_their_digest_alone():
    content = b"a\r\nb\r\n"
    assert recorded_bytes(content, sha256(b"a\nb\n").hexdigest()) == (b"a\nb\n", LineEnds.CRLF_FOR_LF)
    assert recorded_bytes(content, sha256(b"a\nb").hexdigest()) is None
    assert recorded_bytes(b"ab", sha256(b"ab").hexdigest()) is None
