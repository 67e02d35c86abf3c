"""The golden site: a miniature dossier, its whole built site as it is reviewed, and what differs from it.

A built site holds what no reader of a difference can judge: names that change with their content, an index in a
binary form, the same sprite on every page. Here it is settled into texts that differ only where a page does.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping
from difflib import unified_diff
from hashlib import sha256
from pathlib import Path

from tests.site.dossiers import build, files_of

HERE = Path(__file__).resolve().parent
DOSSIER = HERE / "dossier"
EXPECTED = HERE / "site"
LEFT_OUT = ("pagefind/", "pagefind-offline/", "saving/", "search-words/")
"""The search index: binary, and made of words that stand on the pages; tests/unit/search and tests/browser hold it. The
list of all files with their digests, which changes with every one of them: tests/browser/saving."""
NO_TEXT = frozenset({"card.png", "sw.js"})
"""What no reader of a difference can judge by its lines."""
LISTED = "assets.txt"
"""Where style, scripts, icons and symbols stand with their digests, so that pages change only with themselves."""
LINES_OF_A_FILE = 40
FILES_SHOWN = 12

_HASH = re.compile(r"(?<=\.)[0-9a-f]{8}(?=\.(?:css|js|svg)\b)")
_SYMBOL = re.compile(r'<symbol id="(?P<id>[^"]+)".*?</symbol>', re.DOTALL)
_BROKEN = "\n\t"


def build_golden(root: Path) -> Path:
    """Copy the dossier under a new folder, build it, and return its site."""
    shutil.copytree(DOSSIER, root)
    return build(root, "--strict")


def settled(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the texts by which a site is reviewed, by path: every page and document, and the list of the rest."""
    symbols: dict[str, str] = {}
    texts: dict[str, str] = {}
    listed: list[str] = []
    for path, content in files.items():
        if path.startswith(LEFT_OUT):
            continue
        name = _HASH.sub("*", path)
        if name != path or path in NO_TEXT:
            listed.append(f"{name} {_digest(content)}")
        else:
            text = content.decode("utf-8")
            texts[path] = _settled_page(text, symbols) if path.endswith(".html") else text
    listed += [f"symbol {name} {_digest(drawing.encode())}" for name, drawing in symbols.items()]
    return {**texts, LISTED: "".join(f"{line}\n" for line in sorted(listed))}


def _settled_page(page: str, symbols: dict[str, str]) -> str:
    """Return a page with a line break and a tab between neighbouring tags; `symbols` takes up its drawings."""
    assert _BROKEN not in page, (
        "a line of the page begins with a tab: it could not be told from a break set here"
    )

    def name_alone(match: re.Match[str]) -> str:
        drawing = symbols.setdefault(match["id"], match[0])
        assert drawing == match[0], f"two drawings are called {match['id']}"
        return f'<symbol id="{match["id"]}"/>'

    return _HASH.sub("*", _SYMBOL.sub(name_alone, page)).replace("><", f">{_BROKEN}<")


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:16]


def stored() -> dict[str, str]:
    """Return the accepted texts by path."""
    return {path: content.decode("utf-8") for path, content in files_of(EXPECTED).items()}


def accept(texts: Mapping[str, str]) -> None:
    """Put the given texts in the place of the accepted ones."""
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for path, text in texts.items():
        place = EXPECTED / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="")


def differences(accepted: Mapping[str, str], made: Mapping[str, str]) -> str:
    """Return what changed as unified diffs, a bounded number of lines for a bounded number of files; empty if equal."""
    changed = [path for path in sorted({*accepted, *made}) if accepted.get(path) != made.get(path)]
    if not changed:
        return ""
    shown = [
        line for path in changed[:FILES_SHOWN] for line in _shown(path, accepted.get(path), made.get(path))
    ]
    rest = changed[FILES_SHOWN:]
    more = [f"and {len(rest)} more: {', '.join(rest)}"] if rest else []
    return "\n".join(
        [f"{len(changed)} of {len({*accepted, *made})} files differ from tests/golden/site/", *shown, *more]
    )


def _shown(path: str, accepted: str | None, made: str | None) -> Iterator[str]:
    if accepted is None or made is None:
        yield f"{path}: {'new' if accepted is None else 'gone'}"
        return
    lines = list(
        unified_diff(_lines(accepted), _lines(made), f"accepted/{path}", f"built/{path}", n=1, lineterm="")
    )
    yield from lines[:LINES_OF_A_FILE]
    if len(lines) > LINES_OF_A_FILE:
        yield f"… {len(lines) - LINES_OF_A_FILE} more lines of {path}"


def _lines(text: str) -> list[str]:
    """Split at line feeds alone, and show what a terminal would not: no-break spaces, carriage returns."""
    return [line.replace("\u00a0", "⍽").replace("\r", "␍") for line in text.split("\n")]
