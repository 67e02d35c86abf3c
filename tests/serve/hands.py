"""A hand that edits a dossier at random as editors' programs save: at one stroke, in halves, by renaming, all at once."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

from tests.edits.editor import EDITS, FOLDERS, Editor

_HALF_SECONDS = 0.03


class Saver(Editor):
    """Edits the dossier at `root` in the ways in which a save comes about; the same seed makes the same edits."""

    def edit(self) -> str:
        """Make one edit; return what was done, in words."""
        self._count += 1
        edit = self._draw.choice(SAVES)
        return f"{edit.__name__} {edit(self)}"

    def half_saved(self) -> str:
        """Save a record in two halves, with a moment between them."""
        path, text = self._worded_anew()
        with path.open("w", encoding="utf-8") as file:
            file.write(text[: len(text) // 2])
            file.flush()
            time.sleep(_HALF_SECONDS)
            file.write(text[len(text) // 2 :])
        return path.stem

    def as_vim_does(self) -> str:
        """Rename the file to a backup, write a new one of its name, delete the backup; with a swap file beside it."""
        path, text = self._worded_anew()
        swap, backup = path.with_name(f".{path.name}.swp"), path.with_name(f"{path.name}~")
        swap.write_bytes(b"b0VIM 9.0")
        path.rename(backup)
        path.write_text(text, encoding="utf-8")
        backup.unlink()
        swap.unlink()
        return path.stem

    def at_one_stroke(self) -> str:
        """Write a file beside it, and rename it over the record."""
        path, text = self._worded_anew()
        beside = path.with_name(f".{path.name}.new")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
        return path.stem

    def within_a_tick(self) -> str:
        """Save twice at once, the second time with as many bytes and the same time on the file."""
        path, text = self._worded_anew()
        path.write_text(text.replace(" anew ", " anow "), encoding="utf-8")
        times = path.stat()
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        return path.stem

    def another_branch(self) -> str:
        """Put other folders in the place of those that are there."""
        path, text = self._worded_anew()
        for name in FOLDERS:
            here, beside = self._root / name, self._root / f"{name}-other"
            if here.is_dir():
                shutil.copytree(here, beside)
        (self._root / f"{path.relative_to(self._root).parts[0]}-other").joinpath(
            *path.relative_to(self._root).parts[1:]
        ).write_text(text, encoding="utf-8")
        for name in FOLDERS:
            here, beside = self._root / name, self._root / f"{name}-other"
            if beside.is_dir():
                here.rename(self._root / f"{name}-gone")
                beside.rename(here)
                shutil.rmtree(self._root / f"{name}-gone")
        return path.stem

    def garbage(self) -> str:
        """Save something that is no record."""
        path = self._any(self._records())
        path.write_bytes(
            self._draw.choice([b"title: [", b"\xff\xfe", b"", b"title: A\ntitle: B\n", b"- x\n"])
        )
        return path.stem

    def broken_template(self) -> str:
        """Save a template that cannot be compiled, or that asks for what is not there."""
        path = self._root / "templates" / "pages" / "article.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(self._draw.choice(["{% if %}", "{{ page.nothing_of_the_kind }}"]), encoding="utf-8")
        return path.name

    def _worded_anew(self) -> tuple[Path, str]:
        """Return a record and what it shall say."""
        path = self._any([path for path in self._records() if "\ntitle: " in f"\n{path.read_text('utf-8')}"])
        lines = path.read_text("utf-8").splitlines(keepends=True)
        anew = [
            f"title: Title anew {self._count}\n" if line.startswith("title: ") else line for line in lines
        ]
        return path, "".join(anew)


SAVES: tuple[Callable[[Saver], str], ...] = (
    *(edit for edit in EDITS if edit not in (Editor.interrupt, Editor.poison)),
    *[Saver.half_saved] * 2,
    *[Saver.as_vim_does] * 2,
    *[Saver.at_one_stroke] * 2,
    Saver.within_a_tick,
    Saver.another_branch,
    *[Saver.garbage] * 2,
    Saver.broken_template,
)
"""What a hand does."""
