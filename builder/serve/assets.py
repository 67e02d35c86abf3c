"""What the preview adds to pages in the browser: it reloads them, shows problems, and marks links to drafts."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).resolve().parent
SCRIPT = (_FOLDER / "preview.js").read_bytes()
STYLE = (_FOLDER / "preview.css").read_bytes()
