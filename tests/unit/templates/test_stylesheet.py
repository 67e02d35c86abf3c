"""The style sheet keeps its own rules: one order, roles instead of values, logical directions, readable pairs."""

import re
from pathlib import Path

import pytest

CSS = Path(__file__).resolve().parents[3] / "templates" / "assets" / "css"
LAYERS = ("tokens", "base", "layout", "components", "print")
ORDER = tuple((CSS / "order.txt").read_text(encoding="utf-8").split())
INCLUDED = ("tokens-dark.css",)
USES = tuple(sorted(path.relative_to(CSS).as_posix() for path in (CSS / "uses").glob("*.css")))
"""What a file that is handed on has behind the style sheet of the site."""
TOKEN_FILES = ("tokens.css", "tokens-dark.css")

# (words, ground): every pair that text is set in. Links and labels stand on all three grounds.
TEXT_PAIRS = [
    (words, ground)
    for words in ("ink", "ink-2", "ink-3", "act", "act-2")
    for ground in ("paper", "sheet", "sunk")
]
STANCES = ("asserts", "attributes", "implies", "doubts", "disputes", "contradicts")
TEXT_PAIRS += [
    (stance, ground) for stance in STANCES for ground in (f"{stance}-wash", "paper", "sheet", "sunk")
]
TEXT_PAIRS += [("absent", "sheet"), ("on-ink", "ink"), ("on-marker", "marker"), ("ink", "marker-soft")]
TEXT_PAIRS += [("ink", "implies-wash"), ("ink", "act-wash")]
# Lines that carry meaning of their own need 3 : 1 (WCAG 2.2, 1.4.11).
LINE_PAIRS = [("rule-2", "paper"), ("rule-2", "sheet"), ("act", "paper"), ("ink", "paper")]


def source(name: str) -> str:
    """The rules of a file without its comments."""
    return re.sub(r"/\*.*?\*/", "", (CSS / name).read_text(encoding="utf-8"), flags=re.DOTALL)


def colours(name: str, words: str | None = None) -> dict[str, str]:
    """The six-digit colours that a file sets."""
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", source(name) if words is None else words))


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio as WCAG defines it."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def light() -> dict[str, str]:
    return colours("tokens.css", source("tokens.css").split("@media")[0])


def dark() -> dict[str, str]:
    return light() | colours("tokens-dark.css")


def more_contrast() -> dict[str, str]:
    block = source("tokens.css").split("prefers-contrast: more")[1].split("@media")[0]
    return light() | colours("tokens.css", block)


def test_every_file_is_listed_once_or_included() -> None:
    files = sorted(path.relative_to(CSS).as_posix() for path in CSS.rglob("*.css"))
    assert sorted(ORDER + INCLUDED + USES) == files


def test_the_order_of_layers_is_declared_before_all_rules() -> None:
    assert ORDER[0] == "layers.css"
    assert source("layers.css").strip() == f"@layer {', '.join(LAYERS)};"


@pytest.mark.parametrize("name", ORDER[1:] + USES)
def test_a_file_puts_all_its_rules_into_one_layer(name: str) -> None:
    words = source(name).strip()
    opened = re.match(r"@layer ([a-z]+) \{", words)
    assert opened is not None
    assert opened[1] in LAYERS
    depth = 0
    for place, sign in enumerate(words):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert depth > 0 or place < opened.end() or place == len(words) - 1
    assert depth == 0


@pytest.mark.parametrize("name", [name for name in ORDER + USES if name not in (*TOKEN_FILES, "print.css")])
def test_colours_are_named_by_role_outside_the_tokens(name: str) -> None:
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(|\boklch\(", source(name)) == []


@pytest.mark.parametrize("name", ORDER + INCLUDED + USES)
def test_no_rule_selects_an_id(name: str) -> None:
    selectors = re.findall(r"(?:^|[{};])\s*([^{};]+)\{", source(name))
    assert [each for each in selectors if re.search(r"#[a-zA-Z]", each)] == []


@pytest.mark.parametrize("name", ORDER + INCLUDED + USES)
def test_directions_are_logical_so_that_a_right_to_left_page_needs_no_second_sheet(name: str) -> None:
    physical = r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|max-width|min-width|max-height|min-height)\s*:"
    words = re.sub(r"@media[^{]*\{", "{", source(name))
    assert re.findall(physical, words) == []


def test_every_role_that_is_used_is_set_and_every_role_that_is_set_is_used() -> None:
    everything = "".join(source(name) for name in ORDER + INCLUDED + USES)
    used = set(re.findall(r"var\(--([\w-]+)", everything))
    defined = set(re.findall(r"--([\w-]+)\s*:", everything))
    assert sorted(used - defined) == []
    assert sorted(defined - used) == []


def test_the_dark_set_gives_a_value_for_every_colour_and_stands_once() -> None:
    assert set(colours("tokens-dark.css")) == set(light())
    assert (CSS / "dark.css").read_text(encoding="utf-8").count("/* include tokens-dark.css */") == 2
    assert source("tokens-dark.css").count("--paper") == 1
    assert colours("dark.css") == {}


def test_the_dark_set_is_for_the_screen_only_so_that_paper_stays_light() -> None:
    assert re.findall(r"@media\s+(\w+)", source("dark.css")) == ["screen", "screen"]


@pytest.mark.parametrize("palette", [light, dark, more_contrast])
@pytest.mark.parametrize(("words", "ground"), TEXT_PAIRS)
def test_words_can_be_read_on_their_ground(palette, words: str, ground: str) -> None:
    values = palette()
    assert contrast(values[words], values[ground]) >= 4.5


@pytest.mark.parametrize("palette", [light, dark, more_contrast])
@pytest.mark.parametrize(("line", "ground"), LINE_PAIRS)
def test_lines_that_mean_something_can_be_seen(palette, line: str, ground: str) -> None:
    values = palette()
    assert contrast(values[line], values[ground]) >= 3


def test_motion_is_only_for_readers_who_did_not_ask_for_less() -> None:
    everything = "".join(source(name) for name in ORDER)
    outside = re.sub(
        r"@media \(prefers-reduced-motion: no-preference\) \{.*?\}\s*\}", "", everything, flags=re.DOTALL
    )
    assert re.findall(r"scroll-behavior|transition|animation", outside) == []


def test_nothing_is_fetched_by_the_style_sheet() -> None:
    everything = "".join(source(name) for name in ORDER + INCLUDED + USES)
    assert re.findall(r"url\(|@import|@font-face", everything) == []
