"""Compiled templates, kept beside the compiled modules of the program, where Python itself keeps what it compiles.

Whoever can write there can change the program, so what is read there is trusted as the program is; a dossier's own
folders are not. It only saves time: where nothing can be written, templates are compiled by each build.
"""

from __future__ import annotations

import sys
from base64 import b64decode, b64encode
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from builder.output.refusal import OutputRefused
from builder.output.state import read_record, write_record

_RECORD: Final = Path(__file__).resolve().parent / "__pycache__" / "templates.json"
_MOST: Final = 400
"""Templates of several dossiers are kept together; of more than this, those of the last one."""


def read_compiled(made_by: str) -> Mapping[str, bytes]:
    """Return the code of templates by a key of each, as the same program left it."""
    record = read_record(_RECORD, made_by)
    if not isinstance(record, dict):
        return {}
    return {key: b64decode(code) for key, code in record.items() if isinstance(code, str)}


def keep_compiled(made_by: str, before: Mapping[str, bytes], new: Mapping[str, bytes]) -> None:
    """Keep the code of more templates, unless Python is told to leave nothing it compiles, or it cannot."""
    if not new or sys.dont_write_bytecode:
        return
    every = {**before, **new} if len(before) + len(new) <= _MOST else new
    with suppress(OutputRefused):
        write_record(_RECORD, made_by, {key: b64encode(code).decode() for key, code in every.items()})
