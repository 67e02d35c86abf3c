"""Small faults in the program, as data: which words of which file become which, and what that breaks.

The quick tests are held against them (`make mutants`): a fault that no test notices shows which test is missing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
HAND_PICKED = "hand.toml"
DRAWN = "drawn.toml"


@dataclass(frozen=True)
class Fault:
    """One small fault: in `file` the words `was`, which stand there once, become `now`."""

    file: str
    was: str
    now: str
    what: str
    """What goes wrong, in words."""
    seen_by: str = ""
    """The test that noticed it last time; it is asked first."""
    equal: str = ""
    """Why no test can notice it, where that is so; such a fault is not tried."""
    drawn: bool = False
    """Whether the tool drew it (`tests/mutants/draw.py`), or a person picked it."""

    @property
    def room(self) -> str:
        """The room of the house that it stands in: `analysis`, `templates`."""
        folder, _, rest = self.file.partition("/")
        return rest.partition("/")[0].removesuffix(".py") if folder == "builder" else folder

    def planted(self, text: str) -> str:
        """Return the text of its file with the fault in it. Raises `ValueError` where `was` does not stand there once."""
        if text.count(self.was) != 1:
            raise ValueError(
                f"{self.file}: stands there {text.count(self.was)} times, not once: {self.was!r}"
            )
        return text.replace(self.was, self.now)


def read_faults(folder: Path = HERE) -> tuple[Fault, ...]:
    """Return every fault of the two lists, in the order in which they are written."""
    found: list[Fault] = []
    for name in (HAND_PICKED, DRAWN):
        path = folder / name
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["fault"] if path.exists() else []
        found += [Fault(**entry, drawn=name == DRAWN) for entry in entries]
    return tuple(found)


def written(faults: Iterable[Fault], head: str) -> str:
    """Return faults as the text of a list, below a remark of one or more lines."""
    return "\n".join([*(f"# {line}".rstrip() for line in head.splitlines()), *map(_entry, faults)])


def _entry(fault: Fault) -> str:
    keys = {
        name: value for name, value in asdict(fault).items() if (value or name == "now") and name != "drawn"
    }
    return "\n[[fault]]\n" + "".join(f"{name} = {_toml(value)}\n" for name, value in keys.items())


def _toml(value: str) -> str:
    """A text as TOML: a basic string is JSON's, and a literal one spares the escapes."""
    plain = "'" not in value and value.isprintable()
    return f"'{value}'" if plain and '"' in value else json.dumps(value, ensure_ascii=False)
