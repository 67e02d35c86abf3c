"""`dossier fmt` puts keys in order and quotes what others would misread; comments and all other lines stay."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
import yaml

from builder.diagnostics import Problems
from builder.editing.formatting import formatted, order_of, unformatted
from builder.load.nodes import plain
from builder.load.yaml_reader import read_mapping
from builder.model.article import Article
from builder.model.claim import Claim
from builder.model.dossier import Dossier
from builder.model.kinds import RECORD_KINDS
from builder.model.outlet import Outlet
from tests.site.dossiers import PROJECT, dossier, write

CASES = {
    "keys of a record": ("kind: event\nstatement: S\n", "statement: S\nkind: event\n", Claim),
    "nothing to do": (
        "statement:   S   # so\n\n\nkind: event",
        "statement:   S   # so\n\n\nkind: event",
        Claim,
    ),
    "comments go with the key below them": (
        "# of the file\nkind: event  # sort\n\n# what it says\nstatement: S\n# the end\n",
        "# of the file\n\n# what it says\nstatement: S\nkind: event  # sort\n# the end\n",
        Claim,
    ),
    "long texts and lists go whole": (
        "appearances:\n  - quote: a\n    stance: asserts\n    article: b\nexplanation: >-\n  Two\n\n  lines\nstatement: S\nkind: event\n",
        "statement: S\nkind: event\nappearances:\n  - article: b\n    stance: asserts\n    quote: a\nexplanation: >-\n  Two\n\n  lines\n",
        Claim,
    ),
    "between braces": (
        "statement: S\nkind: event\nappearances: [{quote: 'a, b', stance: asserts, article: c}] # so\n",
        'statement: S\nkind: event\nappearances: [{article: c, stance: asserts, quote: "a, b"}] # so\n',
        Claim,
    ),
    "over lines between braces only quoting": (
        "statement: S\nkind: event\nappearances: [{quote: a,\n  stance: asserts, article: c}]\n",
        "statement: S\nkind: event\nappearances: [{quote: a,\n  stance: asserts, article: c}]\n",
        Claim,
    ),
    "unknown keys go last": ("zeal: a\nname: Post\n", "name: Post\nzeal: a\n", Outlet),
    "what others would misread": (
        "name: Post\ncountry: NO\nprivate: 16:17\n",
        'name: Post\ncountry: "NO"\nprivate: "16:17"\n',
        Outlet,
    ),
    "what others read as it is": (
        "name: 2015\nprivate: 2015-11-12\n",
        "name: 2015\nprivate: 2015-11-12\n",
        Outlet,
    ),
    "marks in marks": ("name: 'It''s'\n", 'name: "It\'s"\n', Outlet),
    "marks that are better single": ("name: 'so \"so\"'\n", "name: 'so \"so\"'\n", Outlet),
    "unseen signs": ('name: "a\u00a0b"\n', 'name: "a\\u00a0b"\n', Outlet),
    "not YAML": ("name: [\n", "name: [\n", Outlet),
    "written twice": ("kind: blog\nname: A\nkind: blog\n", "kind: blog\nname: A\nkind: blog\n", Outlet),
}


@pytest.mark.parametrize("case", CASES)
def test_a_record_is_put_in_order_and_then_stays(case):
    was, now, model = CASES[case]
    assert formatted(was, "a.yaml", "claim", model) == now
    assert formatted(now, "a.yaml", "claim", model) == now


def test_front_matter_of_a_page_is_put_in_order_and_its_text_stays():
    page = RECORD_KINDS["page"].model
    first, second = order_of(page)[:2]
    was = f"---\n{second}: b\n{first}: a\n---\nText: '1'\n\n- b: 1\n  a: 2\n"
    assert formatted(was, "a.md", "page", page) == was.replace(
        f"{second}: b\n{first}: a", f"{first}: a\n{second}: b"
    )


FILES = [
    *sorted(PROJECT.glob("content/*/*.yaml")),
    *sorted(PROJECT.glob("tests/cases/honest/content/*/*.yaml")),
]


def model_of(path: Path):
    kinds = {one.plural: one.model for one in RECORD_KINDS.values()}
    return kinds.get(path.parent.name, Dossier)


def shuffled(text: str, chance: random.Random) -> str:
    """The same record with its keys in another order, one line each for values that take one."""
    blocks: list[list[str]] = []
    for line in text.splitlines():
        if line[:1] in ("", " ", "-", "#") and blocks:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    chance.shuffle(blocks)
    return "\n".join(line for block in blocks for line in block) + "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_the_values_stay_whatever_the_order_was_and_twice_is_once(path):
    text, model = path.read_text("utf-8"), model_of(path)
    once = formatted(text, "a.yaml", "claim", model)
    assert formatted(once, "a.yaml", "claim", model) == once
    assert sorted(once.split()) == sorted(text.split()) or "'" in text or "\u00a0" in text
    if "#" in text:
        return
    mixed = shuffled(text, random.Random(path.stem))
    ordered = formatted(mixed, "a.yaml", "claim", model)
    values = [plain(read_mapping(each, "a.yaml", Problems())) for each in (text, ordered)]
    assert values[0] == values[1]
    assert list(yaml.safe_load(ordered)) == sorted(values[0], key=order_of(model).index)


def test_the_command_names_writes_and_then_has_nothing_to_do(tmp_path):
    outlet = "content/outlets/post.yaml"
    root = write(tmp_path, {"content/dossier.yaml": "title: T\n", outlet: "kind: blog\r\nname: Post\r\n"})
    done = dossier(root, "fmt", "--check")
    assert (done.returncode, done.stdout) == (1, f"would be put in order: {outlet}\n")
    assert dossier(root, "fmt").stdout == f"put in order: {outlet}\n"
    assert (root / outlet).read_bytes() == b"name: Post\r\nkind: blog\r\n"
    assert dossier(root, "fmt", "--check").returncode == 0
    assert list(unformatted(root)) == []


def test_every_key_has_its_place():
    for model in (Article, Claim, Outlet):
        assert sorted(order_of(model)) == sorted(
            {field.alias or name for name, field in model.model_fields.items() if not field.exclude}
        )
