"""The lock and the workflow say one version of the builder, and moving it changes nothing else."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builder.editing.beginning.pinned import (
    changes_since,
    is_older,
    lock_of,
    locked_version,
    pinned_anew,
    to_fill_in,
    with_wheel_of,
    workflow_of,
)
from builder.editing.beginning.release import Release

OLD, NEW = "a" * 40, "b" * 40
RELEASE = Release(
    "0.10.0",
    "jinja2==3.1.6 \\\n    --hash=sha256:aa\n",
    "",
    "https://x.example/wheel",
    "d" * 64,
    f"o/r@{NEW}",
)
CHANGES = """# Changelog

## Unreleased
- u

## [0.10.0] - 2026-12-01
- ten

## 0.9.0
- nine

## 0.8.0
- eight
"""


def test_the_lock_names_the_wheel_by_address_and_digest_and_every_part() -> None:
    lock = lock_of(RELEASE)
    assert locked_version(lock) == "0.10.0"
    assert f"\nnews-dossier @ https://x.example/wheel --hash=sha256:{'d' * 64}\n" in lock
    assert lock.endswith(RELEASE.parts)


@pytest.mark.parametrize("lacks", ["address", "digest"])
def test_what_is_not_known_waits_behind_a_sign_of_comment_on_line_five(lacks: str) -> None:
    release = replace(RELEASE, **{lacks: None}, action=None)
    lines = lock_of(release).splitlines()
    assert lines[4].startswith("# news-dossier @ ")
    assert [line for line in lines if line.startswith("news-dossier")] == []
    assert any("line 5" in told for told in to_fill_in(release))


def test_what_an_editor_filled_in_stays_for_the_same_version_alone() -> None:
    unknown = replace(RELEASE, address=None)
    filled_in = lock_of(RELEASE)
    assert lock_of(with_wheel_of(filled_in, unknown)) == filled_in
    assert with_wheel_of(filled_in.replace("0.10.0", "0.9.0", 1), unknown) == unknown
    assert with_wheel_of(lock_of(unknown), unknown) == unknown
    known = replace(RELEASE, address="https://y.example/wheel")
    assert with_wheel_of(filled_in, known) == known


def test_a_pin_moves_wherever_the_action_is_used_and_nowhere_else() -> None:
    used = f"""\
# uses the action o/r@{OLD}
      - uses: actions/checkout@{OLD} # v7.0.1
      - uses: o/r@{OLD} # v0.9.0
        with: {{root: mine}} # kept
      - uses: o/rest@{OLD}
    uses: o/r/.github/workflows/pages.yml@v1
"""
    assert (
        pinned_anew(used, RELEASE)
        == f"""\
# uses the action o/r@{OLD}
      - uses: actions/checkout@{OLD} # v7.0.1
      - uses: o/r@{NEW} # v0.10.0
        with: {{root: mine}} # kept
      - uses: o/rest@{OLD}
    uses: o/r/.github/workflows/pages.yml@{NEW} # v0.10.0
"""
    )


def test_a_workflow_without_the_action_is_no_pin_and_the_editor_is_told() -> None:
    used = f"      - uses: fork/r@{OLD}\n"
    assert pinned_anew(used, RELEASE) is None
    assert pinned_anew(used, replace(RELEASE, action=None)) is None
    assert any("no line of it uses o/r" in told for told in to_fill_in(RELEASE, used, None))
    assert list(to_fill_in(RELEASE, used, used)) == []


def test_the_workflow_is_the_one_by_the_action_where_one_is_known() -> None:
    made = workflow_of(RELEASE, "uses: @ACTION@\nuses: @PAGES@\n", "by the lock")
    assert made == f"uses: o/r@{NEW} # v0.10.0\nuses: o/r/.github/workflows/pages.yml@{NEW} # v0.10.0\n"
    assert workflow_of(replace(RELEASE, action=None), "", "by the lock") == "by the lock"
    assert pinned_anew(made.replace(NEW, OLD), RELEASE) == made


def test_versions_are_compared_as_numbers() -> None:
    assert is_older("0.9", "0.10")
    assert not is_older("0.10.0", "0.9.1")
    assert not is_older("1.0", "1.0")


@pytest.mark.parametrize("lock", ["", "jinja2==3\n", "# dossier builder\n", "# a\n# dossier builder 0.1.0\n"])
def test_a_lock_whose_first_line_says_no_version_has_none(lock: str) -> None:
    assert locked_version(lock) is None


def test_what_changed_is_told_down_to_the_version_that_was_in_use() -> None:
    told = changes_since(CHANGES, "0.9.0")
    assert "- u" in told
    assert "- ten" in told
    assert "nine" not in told
    assert changes_since(CHANGES, None).endswith("- eight")
    assert changes_since("nothing", "0.1.0") == ""
