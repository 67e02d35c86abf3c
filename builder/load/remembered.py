"""What one process need not find out again when it loads a dossier once more: whatever its files alone decide.

Each result stands under all that it follows from, so nothing in it can be wrong.
"""

from __future__ import annotations

from builder.load.content import RecordFile
from builder.load.decode import DecodedRecord
from builder.load.files import ReadFile
from builder.memory import Memory
from builder.model.seedtext import SeedText


class LoadMemory:
    """What the load that it is given to finds out, with what is taken over from the memory of an earlier one."""

    def __init__(self, earlier: LoadMemory | None = None) -> None:
        self.files: Memory[str, ReadFile] = Memory(earlier.files.used if earlier else None)
        """What files hold, by their paths."""
        self.records: Memory[RecordFile, DecodedRecord] = Memory(earlier.records.used if earlier else None)
        self.texts: Memory[tuple[str, str], SeedText] = Memory(earlier.texts.used if earlier else None)
        """Stored texts without marks, by path and SHA-256 of what was read there."""
        self.sound: Memory[str, bool] = Memory(earlier.sound.used if earlier else None)
        """Texts with nothing in them that an editor should be told of."""
