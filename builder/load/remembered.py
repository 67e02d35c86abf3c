"""What need not be found out again when a dossier is loaded once more: whatever its files alone decide.

Each result stands under all that it follows from, so nothing in it can be wrong.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from builder.load.content import FileKey
from builder.load.decode import DecodedRecord
from builder.load.files import ReadFile
from builder.memory import Memory
from builder.model.seedtext import SeedText, TextFacts


class Remembered(Struct, frozen=True):
    """What a load found out."""

    files: Mapping[str, ReadFile] = field(default_factory=dict)
    """The files that were read, by path."""
    records: Mapping[FileKey, DecodedRecord] = field(default_factory=dict)
    texts: Mapping[FileKey, SeedText] = field(default_factory=dict)
    """Stored texts without marks."""
    sound: Mapping[str, TextFacts] = field(default_factory=dict)
    """Texts with nothing in them that an editor should be told of, by their SHA-256."""


class LoadMemory:
    """What the load that it is given to finds out, with what is taken over from an earlier one."""

    def __init__(self, earlier: Remembered | None = None) -> None:
        earlier = earlier or Remembered()
        self.files = Memory(earlier.files)
        self.records = Memory(earlier.records)
        self.texts = Memory(earlier.texts)
        self.sound = Memory(earlier.sound)

    def is_known(self, file: FileKey) -> bool:
        """Whether a file of content need not be read: its record is known, and nothing in it is to be withheld."""
        decoded = self.records.get(file)
        return decoded is not None and not decoded.places.withholds

    @property
    def found(self) -> Remembered:
        """What this load found out, for the next one."""
        return Remembered(self.files.used, self.records.used, self.texts.used, self.sound.used)
