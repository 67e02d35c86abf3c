"""The real command on a dossier of two editions: what a fault has left is held against a clean build of each."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from builder.build import build_site
from builder.output.destination import destination
from tests.fault.toy_build import in_child, read_site

PROJECT = Path(__file__).parents[2]
LIMIT_SECONDS = 180
"""Far above the two to ten seconds of a build, also where other work takes the cores."""
STOP_SECONDS = 2
COLUMNS = ("torn", "false success", "hangs", "tracebacks", "untold", "next build wrong")
TRACES = ("Traceback", "This is a bug", "Exception ignored", "Fatal Python error")

SMALL = {
    "content/dossier.yaml": "title: {0}, day by day\nlanguage: en\nas_of: 2026-11-22\npublish: full\noffline_search: true\n",
    "content/outlets/post.yaml": "name: The Post\n",
    "content/topics/flood.yaml": "name: {0}\n",
    "content/articles/one.yaml": "title: The river rose\noutlet: post\npublished: 2026-11-01\n"
    "text: {{file: seeds/one.txt, sha256: {2}}}\ntopics: [flood]\n",
    "content/articles/{1}.yaml": "title: The river fell\noutlet: post\npublished: 2026-11-02\n"
    "text: {{file: seeds/two.txt, sha256: {3}}}\ntopics: [flood]\n",
    "seeds/one.txt": "The river rose by a metre in the night, the mayor of Sill said. Nobody was hurt.\n",
    "seeds/two.txt": "{0}: the river rose by a metre in the night, the mayor of Sill said, and then it fell.\n",
}
WORDS = {"A": ("The flood", "two"), "B": ("High water", "another")}
Files = dict[str, bytes]
Editions = dict[str, Files]


def small(root: Path, edition: str) -> None:
    """Lay out an edition of a dossier of a few sentences: other titles, another text, a page the other has not."""
    shutil.rmtree(root / "content", ignore_errors=True)
    words = WORDS[edition]
    seeds = [
        sha256(SMALL[f"seeds/{name}.txt"].format(*words).encode()).hexdigest() for name in ("one", "two")
    ]
    for path, text in SMALL.items():
        file = root / path.format(*words)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.format(*words, *seeds))


def showcase(root: Path, edition: str) -> None:
    """Lay out the dossier of this repository; the editions differ in its title, so in every page."""
    for name in ("content", "seeds", "static"):
        if (PROJECT / name).exists():
            shutil.copytree(PROJECT / name, root / name, dirs_exist_ok=True)
    settings = root / "content/dossier.yaml"
    settings.write_text(re.sub("(?m)^title: (.*)$", rf"title: \1, edition {edition}", settings.read_text()))


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code (None: it did not within its time), what it said, what its pipe was told."""

    code: int | None
    said: str
    told: bytes = b""
    stopped_late: bool = False
    seconds: float = 0


def run(
    arguments: Sequence[str], *, program: Sequence[str] = ("-m", "builder"), number: int = 0, after: float = 0
) -> Ended:
    """Run a command; where `number` is given, send that signal `after` some seconds."""
    hears, says = os.pipe()
    command = [sys.executable, *(part.format(pipe=says) for part in program), *arguments]
    began = time.monotonic()
    with subprocess.Popen(
        command, cwd=PROJECT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, pass_fds=[says], text=True
    ) as process:
        os.close(says)
        late = False
        try:
            if number:
                time.sleep(after)
                process.send_signal(number)
                sent = time.monotonic()
            said = process.communicate(timeout=LIMIT_SECONDS)[0]
            late = bool(number) and process.returncode != 0 and time.monotonic() - sent > STOP_SECONDS
        except subprocess.TimeoutExpired:
            process.kill()
            said = process.communicate()[0]
            late = True
    took = time.monotonic() - began
    with os.fdopen(hears, "rb") as pipe:
        told = pipe.read()
    return Ended(None if late and not number else process.returncode, said, told, late, took)


@dataclass
class Room:
    """A dossier under `root` whose site is the edition `stands`; `clean` are both editions as a clean build makes them."""

    root: Path
    lay_out: Callable[[Path, str], None]
    clean: Editions
    stands: str = "A"

    @property
    def wanted(self) -> str:
        """The edition that comes next."""
        return "B" if self.stands == "A" else "A"

    def build(self, **options: object) -> Ended:
        """Run the real command, with search."""
        return run(["build", "--root", str(self.root)], **options)  # type: ignore[arg-type]

    def begin(self) -> None:
        """Publish the first edition into an empty folder."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        self.stands = "A"
        self.lay_out(self.root, self.stands)
        ended = in_child(partial(build_here, self.root))
        assert ended.code == 0, ended.said
        assert read_site(self.root / "site") == self.clean["A"]

    def attempt(
        self,
        strike: Callable[[], Ended],
        free: Callable[[], None] = lambda: None,
        codes: frozenset[int] = frozenset(),
        words: str = "",
    ) -> tuple[list[str], Ended]:
        """Edit, let a fault strike a build, judge what it left, then build again; return what is wrong, by `COLUMNS`."""
        self.lay_out(self.root, self.wanted)
        try:
            ended = strike()
        finally:
            free()
        left = read_site(self.root / "site")
        wrong = judged(ended, left, self.clean[self.stands], self.clean[self.wanted], codes, words)
        wrong += [column for column in COLUMNS if column.encode() in ended.told]
        again = in_child(partial(build_here, self.root))
        if again.code != 0 or read_site(self.root / "site") != self.clean[self.wanted] or self.litter():
            wrong.append("next build wrong")
            ended = Ended(ended.code, f"{ended.said}\n--- next: {again.code} {self.litter()}\n{again.said}")
        self.stands = self.wanted
        if wrong:
            self.begin()
        return wrong, ended

    def litter(self) -> list[str]:
        """Names that a finished build does not leave beside the dossier."""
        key, state = destination(self.root).key, self.root / ".build"
        known = {
            ".gitignore",
            "lock",
            key,
            f"{key}.json",
            f"{key}.seen.json",
            f"{key}.made.json",
            "comparison.json",
            "load.json",
            "search.json",
        }
        found = [
            path.name
            for path in self.root.iterdir()
            if path.name not in {"content", "seeds", "static", "site", ".build"}
        ]
        found += [path.name for path in state.iterdir() if path.name not in known]
        return found + [path.name for path in (state / key).iterdir() if path.name != "previous"]


def judged(
    ended: Ended, left: Files | None, old: Files, new: Files, codes: frozenset[int], words: str
) -> list[str]:
    """Return what is wrong with a struck build. `words` is a pattern that its one line of refusal matches."""
    wrong = []
    if left not in (old, new):
        wrong.append("torn")
    if ended.code == 0 and left != new:
        wrong.append("false success")
    if ended.code is None or ended.stopped_late:
        wrong.append("hangs")
    if any(trace in ended.said for trace in TRACES):
        wrong.append("tracebacks")
    refusals = [line for line in ended.said.splitlines() if line.startswith("error")]
    # each file that the disk did not give is told, and perhaps what then seems to be missing
    unread = any(line.startswith("error[unreadable-") for line in refusals)
    told = (len(refusals) == 1 or unread) and re.search(words, ended.said)
    if ended.code is not None and ended.code not in {0, *(codes or ({1} if told else ()))}:
        wrong.append("untold")
    return wrong


def build_here(root: Path) -> str:
    """Build in this process, copied: what it has loaded already takes most of the time of a small build."""
    built = build_site(root)
    assert built.summary is not None, built.problems
    assert not built.search_problems, built.problems
    return ""


def clean_editions(folder: Path, lay_out: Callable[[Path, str], None]) -> Editions:
    """Build each edition with the real command in an empty folder of the name that a room has."""
    clean = {}
    for edition in "AB":
        room = Room(folder / edition / "dossier", lay_out, {})
        room.root.mkdir(parents=True)
        lay_out(room.root, edition)
        ended = room.build()
        assert ended.code == 0, ended.said
        clean[edition] = read_site(room.root / "site") or {}
    return clean


def struck(what: str, at: int, calls: Sequence[str], for_good: bool = False) -> tuple[str, ...]:
    """The program that runs the command with a fault."""
    return (
        "-m",
        "tests.fault.struck",
        "{pipe}",
        what,
        str(at),
        ",".join(calls),
        "for-good" if for_good else "once",
    )
