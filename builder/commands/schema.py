"""`dossier schema`: JSON Schemas with the dossier's own ids, and the settings that bind them to its files."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from builder.commands.telling import EXIT_CONTENT
from builder.console import say


def run(asked: Namespace) -> None:
    """Write the schemas, and the settings where there are none yet; ends the process with 1 where the disk refuses."""
    from builder.editing.schemas import SCHEMAS, SETTINGS, settings_file
    from builder.output.refusal import OutputRefused
    from builder.output.sources import create_source

    root = asked.root.resolve()
    try:
        changed = write_schemas(root)
        say(f"{SCHEMAS}: {changed} of them new or changed; a build keeps them fresh from now on.")
        if not (root / SETTINGS).exists():
            create_source(root / SETTINGS, settings_file())
            say(f"{SETTINGS} binds them in Visual Studio Code, with the extension redhat.vscode-yaml.")
        elif SCHEMAS not in (root / SETTINGS).read_text("utf-8", "replace"):
            say(f"{SETTINGS} is there already and stays as it is. To bind the schemas add to it:")
            say(settings_file().decode(), end="")
    except OutputRefused as refused:
        say(f"{refused.message}\n  = fix: {refused.hint}", to_error=True)
        sys.exit(EXIT_CONTENT)


def refresh(root: Path) -> None:
    """Bring schemas up to date that are there; what the disk refuses is no reason to end a build."""
    from builder.editing.schemas import SCHEMAS
    from builder.output.refusal import OutputRefused

    if (root / SCHEMAS).is_dir():
        try:
            write_schemas(root)
        except OutputRefused as refused:
            say(f"note: {refused.message}", to_error=True)


def write_schemas(root: Path) -> int:
    """Write each schema that is not as it should be, and return how many were not; raises `OutputRefused`."""
    from builder.editing.schemas import schema_files
    from builder.output.sources import keep_file

    return sum(keep_file(root / path, content) for path, content in schema_files(root))
