"""Writes the pages of docs/ that are made from the code: `python tests/write_documents.py`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    from builder.codes import errors_document

    (ROOT / "docs" / "errors.md").write_text(errors_document(), "utf-8")
