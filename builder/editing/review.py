"""Proposals one by one: an editor accepts, drops or passes over each. Nothing is accepted by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from msgspec import Struct

from builder.editing.proposed import MARK
from builder.logs import safe, safe_line
from builder.model.kinds import RECORD_KINDS
from builder.output.sources import remove_source, replace_source
from builder.regexes import regex
from builder.yamltext import scalar

TO_WRITE: Final = "To be written"
"""How a statement begins that only an editor can write."""
_DRAFT: Final = regex(r"^draft: true\n", re.MULTILINE)
_REMARK: Final = regex(rf"^private: \"?'?{MARK}.*\n", re.MULTILINE)
_NEEDS: Final = regex(r"^\s*(?:- )?(?P<kind>outlet|article|event): (?P<id>[a-z0-9-]+)$", re.MULTILINE)
_STATEMENT: Final = regex(r"^(?P<key>statement|title): (?P<words>.*)\n", re.MULTILINE)
_SEED: Final = regex(
    r"^  file: (?P<path>seeds/[a-z0-9-]+\.txt)\n  sha256: (?P<digest>[0-9a-f]{64})\n", re.MULTILINE
)
_TOLD_IN: Final = regex(r"Told in (?P<articles>[a-z0-9, -]+): where you accept it")
_MOST_LINES: Final = 40
_ASK: Final = "a accept, s skip, d drop, q quit: "

Ask = Callable[[str], str]
"""Puts a question and returns what was typed; raises `EOFError` where nobody answers any more."""
Tell = Callable[[str], None]


class Proposal(Struct, frozen=True):
    """A record that waits for an editor, with its file's text as it was read."""

    kind: str
    record_id: str
    path: Path
    text: str

    @property
    def name(self) -> str:
        """How it is named in options: `article/flood`."""
        return f"{self.kind}/{self.record_id}"

    @property
    def needs(self) -> frozenset[str]:
        """The records that it names, by the same sort of name."""
        return frozenset(f"{found['kind']}/{found['id']}" for found in _NEEDS.finditer(self.text))

    @property
    def is_unwritten(self) -> bool:
        """Whether its statement is only a place for one."""
        found = _STATEMENT.search(self.text)
        return found is not None and found["words"].lstrip("\"'").startswith(TO_WRITE)


class Refused(Exception):
    """Why a proposal cannot be accepted or dropped yet, with what to do."""


def proposals(root: Path) -> list[Proposal]:
    """Return what waits, in the order in which it is shown."""
    found: list[Proposal] = []
    for kind in RECORD_KINDS:  # what others need comes first
        folder = root / "content" / RECORD_KINDS[kind].plural
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            text = _read(path)
            if _DRAFT.search(text) and _REMARK.search(text):
                found.append(Proposal(kind, path.stem, path, text))
    return found


def review(root: Path, ask: Ask, tell: Tell) -> None:
    """Show each proposal and do what is typed; ends where nobody answers, with all others left as they are."""
    waiting = proposals(root)
    for number, proposal in enumerate(waiting, 1):
        tell(f"\n[{number} of {len(waiting)}] {proposal.name}\n{_shown(proposal)}")
        try:
            if not _answered(root, proposal, ask, tell):
                break
        except EOFError:
            break
    left = len(proposals(root))
    tell(
        f"\n{left} {'proposal waits' if left == 1 else 'proposals wait'}." if left else "\nNo proposal waits."
    )


def _answered(root: Path, proposal: Proposal, ask: Ask, tell: Tell) -> bool:
    """Ask until a proposal is done with; False where the editor stops."""
    while True:
        typed = ask(_ASK).strip().lower()[:1]
        if typed in ("q", "s", ""):
            return typed != "q"
        try:
            if typed == "a":
                words = ask("statement: ").strip() if proposal.is_unwritten else ""
                tell(accept(root, proposal, words))
                return True
            if typed == "d":
                tell(drop(root, proposal))
                return True
        except Refused as refused:
            tell(str(refused))


def accept(root: Path, proposal: Proposal, words: str = "") -> str:
    """Make a proposal a record, with `words` for its statement where they are given, and say so.

    Raises `Refused` where it names others that wait themselves, or its statement is still to be written.
    """
    waiting = {each.name for each in proposals(root)} & proposal.needs
    if waiting:
        names = ", ".join(sorted(waiting))
        needed = " ".join(f"--accept {name}" for name in (*sorted(waiting), proposal.name))
        raise Refused(f"it names {names}, which waits itself; fix: dossier review {needed}")
    if proposal.is_unwritten and not words:
        raise Refused("its statement is still to be written; fix: type it, or write it into the file")
    text = _REMARK.sub("", _DRAFT.sub("", proposal.text, count=1), count=1)
    if words:
        text = _STATEMENT.sub(lambda found: f"{found['key']}: {scalar(words)}\n", text, count=1)
    replace_source(proposal.path, was=proposal.text.encode(), content=text.encode())
    told = _TOLD_IN.search(proposal.text)
    if proposal.kind == "event" and told:
        for article in told["articles"].split(", "):
            _add_event(root / "content" / "articles" / f"{article}.yaml", proposal.record_id)
    return f"accepted: {proposal.path.relative_to(root).as_posix()}"


def drop(root: Path, proposal: Proposal) -> str:
    """Delete a proposal, an article's stored text with it, and say so; raises `Refused` where another one names it."""
    users = sorted(each.name for each in proposals(root) if proposal.name in each.needs)
    if users:
        raise Refused(f"{', '.join(users)} names it; fix: drop that first")
    remove_source(proposal.path, was=proposal.text.encode())
    seed = _SEED.search(proposal.text)
    if seed is not None and (root / seed["path"]).is_file():
        remove_source(root / seed["path"], was=(root / seed["path"]).read_bytes())
    return f"dropped: {proposal.path.relative_to(root).as_posix()}"


def _add_event(path: Path, event: str) -> None:
    """Name an event in an article's record, behind those that it names already."""
    text = _read(path)
    listed = re.search(r"^events: \[(?P<ids>[^\]\n]*)\]", text, re.MULTILINE)
    if listed is not None:
        changed = text[: listed.end() - 1] + f", {event}" + text[listed.end() - 1 :]
    elif not text or re.search(r"^events:", text, re.MULTILINE):
        return
    else:
        changed = f"{text}events: [{event}]\n"
    replace_source(path, was=text.encode(), content=changed.encode())


def _shown(proposal: Proposal) -> str:
    remark = _REMARK.search(proposal.text)
    lines = _REMARK.sub("", _DRAFT.sub("", proposal.text)).splitlines()
    more = [f"  … {len(lines) - _MOST_LINES} more lines in the file"] if len(lines) > _MOST_LINES else []
    said = safe(remark[0].partition(": ")[2].strip()) if remark else ""
    return "\n".join([f"  # {said}", *(f"  {safe_line(line)}" for line in lines[:_MOST_LINES]), *more])


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError):
        return ""  # `check` says what is wrong with it


def named(root: Path, names: list[str]) -> Iterator[Proposal]:
    """Yield the proposals of these names, what others need first; raises `Refused` for one that there is not."""
    waiting = proposals(root)
    unknown = sorted(set(names) - {each.name for each in waiting})
    if unknown:
        raise Refused(f"no proposal is called {unknown[0]!r}; fix: `dossier review --list` names them")
    yield from (each for each in waiting if each.name in names)
