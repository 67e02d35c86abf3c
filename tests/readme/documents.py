"""The files that a page of the documentation tells its reader to write."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_NAMED = re.compile(r"\A(?:# (?P<yaml>content/\S+)|<!-- (?P<page>content/\S+) -->)\n")


@dataclass(frozen=True)
class Block:
    """A fenced block: the language it names, the file that it is (empty where none), and its text."""

    language: str
    path: str
    text: str


def blocks_of(document: str) -> list[Block]:
    """Every fenced block in order. One that holds several named files counts as one for each."""
    found: list[Block] = []
    for fence in _FENCE.finditer(document):
        language, _, path = fence["info"].partition(" ")
        parts = re.split(r"\n(?=# content/)", fence["body"]) if language == "yaml" else [fence["body"]]
        for part in parts:
            named = _NAMED.match(part)
            own = (named["yaml"] or named["page"]) if named else path
            text = part[named.end() :] if named and named["page"] else part
            found.append(Block(language, own, text if text.endswith("\n") else text + "\n"))
    return found


def sections_of(document: str) -> list[tuple[str, list[Block]]]:
    """Each chapter by its heading, with its blocks."""
    parts = re.split(r"^## ", document, flags=re.MULTILINE)
    return [(part.partition("\n")[0], blocks_of(part)) for part in parts[1:]]


def write_files(root: Path, blocks: list[Block]) -> None:
    """Write what the blocks name, the later over the earlier, as a reader would."""
    for block in blocks:
        if block.path:
            path = root / block.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, encoding="utf-8", newline="")
