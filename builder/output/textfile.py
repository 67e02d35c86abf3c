"""Single text files that editors asked for: a new record, a changed one, a schema.

Content and place are the caller's; here only the writing is made safe.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from builder.output import tree
from builder.output.refusal import OutputRefused, refusing


def create_text_file(path: Path, text: str) -> None:
    """Write a new UTF-8 file with the line ends of `text`, and the folders that lead to it.

    Raises `OutputRefused` when something stands there already, a link included; it is never overwritten.
    """
    if tree.exists(str(path)):
        raise OutputRefused(f"{path} is there already", "choose another name or edit that file")
    with refusing("write", str(path)):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            tree.create_file(str(path), text.encode())
        except FileExistsError:
            raise
        except BaseException:
            with suppress(OSError):
                os.unlink(path)
            raise


def replace_text_file(path: Path, text: str) -> None:
    """Replace the text of an existing UTF-8 file in one step, its mode kept.

    Raises `OutputRefused` where it is missing, a link or no file; on any fault the former text stays.
    """
    with refusing("read", str(path)):
        mode = os.lstat(path).st_mode
    if not stat.S_ISREG(mode):
        raise OutputRefused(f"{path} is not a plain file", "name the file itself")
    with refusing("write", str(path)):
        tree.replace_file(str(path), text.encode(), stat.S_IMODE(mode))
