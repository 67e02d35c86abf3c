"""A hand that edits a dossier at random: records, texts, templates, static files, settings; and what goes wrong meanwhile.

Every edit leaves the dossier as an editor could; one that does not pass the checks is taken back by the caller.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random

from builder.build import build_site

_WORDED = re.compile(
    r"^(?:title|name|statement|question|description|summary|note|commentary): (.*[a-z])$", re.MULTILINE
)
_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
_SETTINGS = ("subtitle: Edition {}\n", "url: https://example.org/{}/\n", "contact: desk-{}@example.org\n")


class Killed(BaseException):
    """Stands for a build that is ended in the middle."""


class Editor:
    """Edits the dossier at `root`; the same seed makes the same edits."""

    def __init__(self, root: Path, seed: int) -> None:
        self._root = root
        self._draw = Random(seed)
        self._count = 0

    def edit(self) -> str:
        """Make one edit; return what was done, in words."""
        self._count += 1
        edit = self._draw.choice(EDITS)
        return f"{edit.__name__} {edit(self)}"

    @contextmanager
    def undoing(self) -> Iterator[Callable[[], None]]:
        """Give what brings content, seeds, static files and templates back as they were."""
        saved = self._root.parent / "saved"
        shutil.rmtree(saved, ignore_errors=True)
        saved.mkdir()
        for folder in FOLDERS:
            if (self._root / folder).is_dir():
                shutil.copytree(self._root / folder, saved / folder)

        def undo() -> None:
            for folder in FOLDERS:
                shutil.rmtree(self._root / folder, ignore_errors=True)
                if (saved / folder).is_dir():
                    shutil.copytree(saved / folder, self._root / folder)

        yield undo

    def _records(self, kind: str = "*") -> list[Path]:
        return sorted(self._root.glob(f"content/{kind}/*.yaml"))

    def _any(self, paths: list[Path]) -> Path:
        return self._draw.choice(paths)

    def word(self) -> str:
        """Say something else in a line of some record."""
        worded = [path for path in self._records() if _WORDED.search(path.read_text("utf-8"))]
        path = self._any(worded)
        text = path.read_text("utf-8")
        match = self._draw.choice(list(_WORDED.finditer(text)))
        path.write_text(f"{text[: match.end()]} anew {self._count}{text[match.end() :]}", "utf-8")
        return path.stem

    def text(self) -> str:
        """Let a text go on, with its new digest in the record."""
        seed = self._any(sorted(self._root.glob("seeds/*.txt")))
        before = seed.read_bytes()
        after = (
            before
            + f"\n\nMore came in at {self._count} o'clock, {self._draw.randint(2, 99)} people said.\n".encode()
        )
        seed.write_bytes(after)
        for path in self._records("articles"):
            record = path.read_text("utf-8")
            path.write_text(record.replace(sha256(before).hexdigest(), sha256(after).hexdigest()), "utf-8")
        return seed.name

    def add(self) -> str:
        """Add an article with a text of its own, on a topic and an event."""
        name = f"late-{self._count}-{self._draw.randint(0, 999)}"
        words = f"The harbour was quiet on day {self._count}.\n\nNobody said more than that.\n".encode()
        (self._root / f"seeds/{name}.txt").write_bytes(words)
        outlet, topic, event = (
            self._any(self._records(kind)).stem for kind in ("outlets", "topics", "events")
        )
        (self._root / f"content/articles/{name}.yaml").write_text(
            f"title: Late {name}\noutlet: {outlet}\npublished: 201{self._draw.randint(0, 9)}\nlanguage: en\n"
            f"topics: [{topic}]\nevents: [{event}]\npublish: full\n"
            f"text: {{file: seeds/{name}.txt, sha256: {sha256(words).hexdigest()}}}\n",
            "utf-8",
        )
        return name

    def take_away(self) -> str:
        """Delete a record; most are needed by others, and the edit does not pass then."""
        late = self._records("articles")[:1] + [each for each in self._records() if "late-" in each.name]
        path = self._any(late + self._records("corrections") + self._records("entities"))
        path.unlink()
        return path.stem

    def rename(self) -> str:
        """Rename a record, with everything that points to it."""
        path = self._any(self._records())
        new = f"{path.stem[:40].rstrip('-')}-n{self._count}"
        path.rename(path.with_name(f"{new}.yaml"))
        for other in [
            *self._records(),
            *self._root.glob("content/*/*.md"),
            self._root / "content/dossier.yaml",
        ]:
            text = other.read_text("utf-8")
            other.write_text(re.sub(rf"(?<![\w./-]){path.stem}(?![\w-])", new, text), "utf-8")
        return f"{path.stem} to {new}"

    def template(self) -> str:
        """Override a template, change the override, or go back to the one that comes with the builder."""
        name = self._draw.choice(
            ["base.html", "pages/article.html", "components/date.html", "pages/topics.html"]
        )
        path = self._root / "templates" / name
        if path.exists() and self._draw.random() < 0.4:
            path.unlink()
            return f"without {name}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text((_TEMPLATES / name).read_text("utf-8") + f"<!-- {self._count} -->\n", "utf-8")
        return name

    def static(self) -> str:
        """Add, change or remove a file of the editors' own."""
        path = self._root / "static" / f"own-{self._draw.randint(0, 2)}.txt"
        if path.exists() and self._draw.random() < 0.5:
            path.unlink()
            return f"without {path.name}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{self._count}\n", "utf-8")
        return path.name

    def setting(self) -> str:
        """Change a setting of the dossier, or its day."""
        path = self._root / "content/dossier.yaml"
        line = self._draw.choice(_SETTINGS).format(self._count)
        key = line.partition(":")[0]
        kept = [
            each
            for each in path.read_text("utf-8").splitlines(keepends=True)
            if not each.startswith(f"{key}:")
        ]
        path.write_text("".join([*kept, line]), "utf-8")
        return key

    def interrupt(self) -> str:
        """Begin a build and leave it at some step, by a signal or as a kill does."""
        stop_at, by_kill = self._draw.randint(1, 5), self._draw.random() < 0.5
        steps = iter(range(1, 99))

        def tell(_step: str) -> None:
            if next(steps) == stop_at:
                if by_kill:
                    os._exit(0)
                raise Killed

        child = os.fork() if by_kill else 0
        if child:
            os.waitpid(child, 0)
            return f"killed at step {stop_at}"
        try:
            build_site(self._root, search=False, tell=tell)
        except Killed:
            pass
        finally:
            if by_kill:
                os._exit(0)
        return f"left at step {stop_at}"

    def poison(self) -> str:
        """Damage what the builder keeps for itself, or a page that it made."""
        kept = sorted(
            path for path in self._root.glob(".build/**/*") if path.is_file() and path.name != "lock"
        )
        pages = sorted(self._root.glob("site/**/*.html"))
        if not kept or not pages:
            return "nothing"
        path = self._any(self._draw.choice([kept, pages]))
        content = path.read_bytes()
        place = self._draw.randrange(len(content)) if content else 0
        damaged = [content[:place], content[:place] + b"?" + content[place + 1 :], content + b" ", b""]
        path.write_bytes(self._draw.choice(damaged))
        return path.name


FOLDERS = ("content", "seeds", "static", "templates")
"""What belongs to the editors."""

EDITS: tuple[Callable[[Editor], str], ...] = (
    *[Editor.word] * 4,
    *[Editor.text] * 2,
    *[Editor.add] * 2,
    Editor.take_away,
    *[Editor.rename] * 2,
    Editor.template,
    Editor.static,
    Editor.setting,
    Editor.interrupt,
    Editor.poison,
)
"""What a hand does, the common things more often."""
