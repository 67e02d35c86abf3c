"""Modules name the package of the wheel in their imports, and nowhere else."""

from __future__ import annotations

import pytest

from tools.wheel import CannotRename, renamed


@pytest.mark.parametrize(
    ("source", "made"),
    [
        ("from builder import __version__\n", "from dossier_builder import __version__\n"),
        ("def f():\n    from builder.text import Span; g()\n", "def f():\n    from dossier_builder.text import Span; g()\n"),
        ("if x: from builder.a import (\n  b,\n)\n", "if x: from dossier_builder.a import (\n  b,\n)\n"),
        ("S = '\u2028'\n# é\nfrom builder.a import b\n", "S = '\u2028'\n# é\nfrom dossier_builder.a import b\n"),
    ],
)  # fmt: skip
def test_an_import_names_the_package_of_the_wheel(source: str, made: str) -> None:
    assert renamed(source) == made


@pytest.mark.parametrize(
    "source",
    [
        '"""\nfrom builder.a import b\n"""\n',
        "S = 'from builder.a import b'  # from builder.a import b\n",
        "builder = 1\nraise X from builder\n",
        "def f():\n    yield from builder.pages\n",
        "from pages.builder import builder\n",
        "from builders import b\n",
    ],
)
def test_texts_and_other_names_stay_as_they_are(source: str) -> None:
    assert renamed(source) == source


@pytest.mark.parametrize("source", ["import builder\n", "import os, builder.text as t\n"])
def test_an_import_that_binds_the_name_itself_is_refused(source: str) -> None:
    with pytest.raises(CannotRename, match="line 1"):
        renamed(source)
