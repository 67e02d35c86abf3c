"""What the drawing tool makes of code: one small change each, that compiles and can be told by its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutants.draw import draw, faults_of


def nows(text: str, file: str = "builder/x.py") -> set[str]:
    """The text of a file with each of its faults planted."""
    return {fault.planted(text) for fault in faults_of(file, text)}


@pytest.mark.parametrize(
    ("code", "broken"),
    [
        ("x = a < b", "x = a <= b"),
        ("x = a not in b", "x = a in b"),
        ("x = a is not b", "x = a is b"),
        ("x = not a", "x = a"),
        ("x = a and b and c", "x = a and b"),
        ("x = a or b", "x = b"),
        ("x = a[1:]", "x = a[2:]"),
        ("x = True", "x = False"),
        ("x = a + b", "x = a - b"),
        ("x = sorted(a, key=b)", "x = list(a)"),
        ("x = sorted(a)", "x = list(a)"),
        ("x = any(a)", "x = all(a)"),
        ("x = a.startswith(b)", "x = a.endswith(b)"),
        ("x = f(a, b)", "x = f(b, a)"),
        ("x = a if b else c", "x = c if b else a"),
        ("x = [a for a in b if a.c]", "x = [a for a in b if True]"),
        ("for a in b:\n    continue", "for a in b:\n    pass"),
        ("f(a)", "pass"),
        ("é = 'ä' < b", "é = 'ä' <= b"),
    ],
)
def test_a_rule_breaks_one_thing(code: str, broken: str):
    assert broken + "\n" in nows(code + "\n")


@pytest.mark.parametrize(
    "code",
    [
        '"""Words, 1 < 2."""\n',
        "def f(a: dict[str, 1]) -> g(1, 2): ...\n",
        "raise E(f(1, 2))\n",
        "@f(1, 2)\nclass A(B): ...\n",
        "if TYPE_CHECKING:\n    f(1, 2)\n",
        "x = 'a' + b\n",
    ],
)
def test_words_types_and_complaints_are_left_alone(code: str):
    assert nows(code) == set()


def test_a_fault_takes_as_many_words_with_it_as_tell_it_apart():
    (fault,) = (
        fault
        for fault in faults_of("builder/x.py", "first = 1\nsecond_and_longer = 1 if a else b\n")
        if "larger" in fault.what and "second" in fault.was
    )
    assert fault.was == "second_and_longer = 1 if"
    assert fault.now == "second_and_longer = 2 if"


def test_what_stands_twice_in_the_same_line_is_left_out():
    assert all("larger" not in fault.what for fault in faults_of("builder/x.py", "x = 1\nx = 1\n"))


def test_conditions_and_words_of_a_template_are_broken():
    page = "{% if page.note %}<p>{{ page.note }}</p>{% endif %}\n"
    assert nows(page, "templates/pages/x.html") == {
        "{% if not (page.note) %}<p>{{ page.note }}</p>{% endif %}\n",
        "{% if page.note %}<p></p>{% endif %}\n",
    }


def test_the_same_seed_draws_the_same_and_every_room_has_its_part(tmp_path: Path):
    for name in ("builder/load/a.py", "builder/load/b.py", "builder/text.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(
            "".join(f"x{number} = {number}\n" for number in range(30)), encoding="utf-8"
        )
    first, again, other = (draw(tmp_path, seed, 2) for seed in (1, 1, 2))
    assert first == again != other
    assert [fault.room for fault in first] == ["load", "load", "text", "text"]
    assert len({fault.file for fault in first}) == 3
