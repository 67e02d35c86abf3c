"""Reads a repository by git's own program, so that nothing which the repository sets can run.

Only commands that read objects are used. No hook, pager, filter, program for differences or helper of a network is
asked; variables of git's that were set outside are left out, but for those that say where the user's own settings are.
Whose repository may be read at all stays git's own decision (`safe.directory`).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from builder.regexes import regex

SECONDS: Final = 120
"""Longer than reading 12,000 articles takes tenfold."""
MOST_BYTES: Final = 1 << 30
"""Of one state of a dossier."""
_MOST_FILE_BYTES: Final = 2 << 20
_KEPT_VARIABLES: Final = frozenset(
    {"GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES"}
)
_ALWAYS: Final = (
    "--no-pager",
    "--no-replace-objects",
    "--no-optional-locks",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "core.quotePath=false"),
    *("-c", "log.showSignature=false"),
    *("-c", "log.mailmap=false"),
)
_PLAIN_FILES: Final = frozenset({"100644", "100755", "100664"})
_COMMIT: Final = regex("\x01(?=[0-9a-f]{40,64}\x02)")
"""Begins what is told of a commit; a name of an author may hold any sign but an end of a line."""
_DEEPEN: Final = "`git fetch --unshallow`; in GitHub Actions give actions/checkout `fetch-depth: 0`"


class GitRefused(Exception):
    """Why a state or a history cannot be read, in one line, and the way out."""

    def __init__(self, message: str, hint: str, *, is_usage: bool = False) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.is_usage = is_usage
        """Whether it lies in what was typed."""


class Touched(Struct, frozen=True):
    """A commit that changed a file: when (ISO 8601) and by whom, and what the file was before and after.

    A blob that is None was not there. Where it was before is another path where the commit renamed it.
    """

    commit: str
    date: str
    author: str
    path: str
    was_path: str
    was: str | None
    now: str | None


class Tag(Struct, frozen=True):
    """A tag of git and the commit that it names; `date` is the day of the tag, or of the commit, as ISO 8601."""

    name: str
    commit: str
    date: str


class Repository(Struct, frozen=True):
    """The repository that a dossier's folder lies in. `prefix` leads from its top to the dossier, ending in `/`."""

    folder: Path
    prefix: str
    is_bare: bool

    def commit(self, revision: str) -> str:
        """Return the commit that a revision names; raises `GitRefused`."""
        if not revision or revision.startswith("-") or not revision.isprintable():
            raise GitRefused(
                f"{revision!r} names no revision", "give a tag, a branch or a commit", is_usage=True
            )
        ended = _run(self.folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        found = ended.stdout.decode("ascii", "replace").strip()
        if ended.returncode == 0 and re.fullmatch(r"[0-9a-f]{40,64}", found):
            return found
        if ".." in revision:
            way = " ".join(part.strip(".") or "HEAD" for part in revision.split("..", 1))
            raise GitRefused(
                f"`{revision}` is a range, and one state is meant", f"write {way}", is_usage=True
            )
        if self.is_shallow:
            raise GitRefused(
                f"this clone has only the latest commits, and `{revision}` is not among them", _DEEPEN
            )
        raise GitRefused(
            f"there is no folder and no revision `{revision}`",
            "`git log --oneline` lists commits, `git tag` tags; a folder is one that holds `content`",
            is_usage=True,
        )

    @property
    def is_shallow(self) -> bool:
        """Whether older commits were left out when the repository was cloned."""
        return _run(self.folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"

    def refuse_shallow(self) -> None:
        """Raise `GitRefused` where part of the history is not here: what is told would be wrong."""
        if self.is_shallow:
            raise GitRefused("this clone has only the latest commits, not the history", _DEEPEN)

    def files(self, commit: str) -> Mapping[str, bytes]:
        """Return the plain files of the dossier's `content` and `seeds` at a commit, by path from the dossier.

        Links, submodules and what is larger than any file of a dossier are left out. Raises `GitRefused`.
        """
        wanted = [f"{self.prefix}content", f"{self.prefix}seeds"]
        listed = self._told("ls-tree", "-r", "-l", "-z", "--full-tree", commit, "--", *wanted)
        blobs: dict[str, str] = {}
        total = 0
        for entry in listed.split(b"\0"):
            facts, _, name = entry.partition(b"\t")
            mode, kind, blob, size = (facts.decode("ascii", "replace").split() + [""] * 4)[:4]
            if kind == "blob" and mode in _PLAIN_FILES and size.isdigit() and int(size) <= _MOST_FILE_BYTES:
                path = name.decode("utf-8", "surrogateescape").removeprefix(self.prefix)
                blobs[path] = blob
                total += int(size)
        if total > MOST_BYTES:
            raise GitRefused(f"the dossier at {commit[:10]} has more than 1 GiB", "compare folders instead")
        read = self.blobs(blobs.values())
        return {path: read[blob] for path, blob in blobs.items()}

    def blobs(self, wanted: Iterable[str]) -> Mapping[str, bytes]:
        """Return the bytes of blobs by their names; raises `GitRefused` where one is not here."""
        names = list(dict.fromkeys(wanted))
        told = self._told("cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode("ascii"))
        found: dict[str, bytes] = {}
        reached = 0
        for name in names:
            end = told.find(b"\n", reached)
            head = told[reached:end].split()
            if end < 0 or len(head) != 3 or head[1] != b"blob":
                raise GitRefused(
                    "a part of the history is not in this clone", "fetch all of it: `git fetch --refetch`"
                )
            reached = end + 1 + int(head[2])
            found[name] = told[end + 1 : reached]
            reached += 1
        return found

    def touching(self, path: str, most: int) -> Iterator[Touched]:
        """Yield the commits that changed a file of the dossier, the latest first, followed over renames.

        `most` bounds how many. Raises `GitRefused`.
        """
        commit: str | None = "HEAD"
        while commit is not None and most > 0:
            start, commit = commit, None
            for one in self._touching(start, path, most):
                most -= 1
                former = self._former_path(one) if one.was is None else None
                if former is None:
                    yield one
                    continue
                path, blob = former
                yield Touched(one.commit, one.date, one.author, one.path, path, blob, one.now)
                commit = f"{one.commit}^"
                break

    def _touching(self, start: str, path: str, most: int) -> Iterator[Touched]:
        told = self._told(
            *("log", f"--max-count={most}", "--no-ext-diff", "--no-textconv", "--no-renames", "--full-index"),
            *("-c", "--raw", "-z", "--no-abbrev", "--no-color", "--format=%x01%H%x02%aI%x02%an%x02"),
            *(start, "--", f"{self.prefix}{path}"),
        )
        for entry in _COMMIT.split(told.decode("utf-8", "replace"))[1:]:
            commit, date, rest = entry.split("\x02", 2)
            author, _, changed = rest.rpartition("\x02")
            facts = changed.strip("\0\n").partition("\0")[0]
            parents = len(facts) - len(facts.lstrip(":"))
            blobs = facts.split()[parents + 1 :]
            if parents and len(blobs) > parents:
                yield Touched(commit, date, author, path, path, _there(blobs[0]), _there(blobs[parents]))

    def _former_path(self, added: Touched) -> tuple[str, str] | None:
        """Return where a file that a commit added was before, and as what, where git takes it for a rename."""
        told = self._told(
            *("diff-tree", "-r", "-z", "--no-commit-id", "--no-ext-diff", "--no-textconv", "--find-renames"),
            *("--diff-filter=R", "--full-index", "--root", added.commit),
        )
        parts = told.decode("utf-8", "surrogateescape").split("\0")
        for facts, was, now in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
            if now == f"{self.prefix}{added.path}" and was.startswith(self.prefix):
                return was.removeprefix(self.prefix), facts.split()[2]
        return None

    def tags(self) -> tuple[Tag, ...]:
        """Return the tags that lie on the history of the present state, the oldest first; raises `GitRefused`."""
        told = self._told(
            "for-each-ref",
            "--merged=HEAD",
            "--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)%00%(creatordate:iso-strict)",
            "refs/tags",
        )
        found = []
        for line in told.decode("utf-8", "replace").splitlines():
            name, plain, peeled, date = line.split("\0")
            if date:
                found.append(Tag(name, peeled or plain, date))
        order = self._told("rev-list", "--topo-order", "--reverse", "HEAD").decode("ascii").split()
        place = {commit: number for number, commit in enumerate(order)}
        known = (tag for tag in found if tag.commit in place)
        return tuple(sorted(known, key=lambda tag: (place[tag.commit], tag.date, tag.name)))

    def changers(self, start: str, end: str, path: str) -> tuple[str, tuple[str, ...]] | None:
        """Return the day of the last commit after `start` up to `end` that changed a file, and who made such commits.

        None where there is none.
        """
        told = self._told(
            *("log", "--format=%as%x00%an", "--no-renames", f"{start}..{end}", "--", f"{self.prefix}{path}")
        )
        lines = [line.partition("\0") for line in told.decode("utf-8", "replace").splitlines()]
        if not lines:
            return None
        return max(day for day, _, _ in lines), tuple(dict.fromkeys(name for _, _, name in lines[::-1]))

    def _told(self, *arguments: str, given: bytes = b"") -> bytes:
        ended = _run(self.folder, *arguments, given=given)
        if ended.returncode != 0:
            raise GitRefused(f"git cannot read the history: {_reason(ended.stderr)}", "see `git fsck`")
        return ended.stdout


def repository_of(folder: Path) -> Repository:
    """Return the repository that a folder lies in; raises `GitRefused` where there is none that git lets be read."""
    ended = _run(folder, "rev-parse", "--is-bare-repository", "--show-prefix")
    told = ended.stdout.decode("utf-8", "surrogateescape").split("\n")
    if ended.returncode == 0 and len(told) > 1:
        is_bare = told[0] == "true"
        return Repository(folder, "" if is_bare else told[1], is_bare)
    reason = _reason(ended.stderr)
    if "dubious ownership" in reason:
        raise GitRefused(
            "the repository belongs to somebody else, and git lets it be read once you say so",
            f"`git config --global --add safe.directory {folder}`, if you trust it",
        )
    raise GitRefused(
        f"{folder.name or folder} lies in no repository of git: {reason}",
        "run the command in a clone, or compare two folders",
    )


def _run(folder: Path, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    surroundings = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT_VARIABLES
    }
    surroundings |= {
        "GIT_ALLOW_PROTOCOL": "none",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }
    program = _program()
    if program is None:
        raise GitRefused("git is not installed here", "install git, or compare two folders")
    try:
        return subprocess.run(
            [program, *_ALWAYS, *arguments],
            cwd=folder,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env=surroundings,
        )
    except subprocess.TimeoutExpired:
        raise GitRefused(
            f"git takes more than {SECONDS} seconds", "run `git gc`, or compare folders"
        ) from None


def _program() -> str | None:
    """Return where git is installed; never a program of that name in the folder that is worked in."""
    places = os.environ.get("PATH", os.defpath).split(os.pathsep)
    found = (shutil.which(os.path.join(place, "git")) for place in places if os.path.isabs(place))
    return next(filter(None, found), None)


def _reason(told: bytes) -> str:
    lines = told.decode("utf-8", "replace").strip().splitlines() or ["it does not say why"]
    return lines[0].removeprefix("fatal: ").rstrip(".")


def _there(blob: str) -> str | None:
    return blob if blob.strip("0") else None
