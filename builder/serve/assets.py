"""What the preview adds to pages in the browser: it reloads them, shows problems, and marks links to drafts."""

from __future__ import annotations

from pathlib import Path

from builder.render.assets import worker
from builder.render.templatefiles import template_folders

_FOLDER = Path(__file__).resolve().parent
SCRIPT = (_FOLDER / "preview.js").read_bytes()
STYLE = (_FOLDER / "preview.css").read_bytes()
FAREWELL = worker(template_folders(_FOLDER), "farewell.js")
"""For a worker that some built site has left at this very address."""
