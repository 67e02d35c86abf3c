"""The words of texts, found when somebody asks for them: those of most texts of an edited dossier nobody does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from builder.analysis.comparedtext import ComparedText
from builder.analysis.passages.tokens import Tokens, tokenise


class Words:
    """The words of texts by their places. `sizes` tells how many a text has, by its digest, where that is known."""

    def __init__(self, texts: Sequence[ComparedText], sizes: Mapping[str, int]) -> None:
        self._texts = texts
        self._sizes = sizes
        self._found: dict[int, Tokens] = {}
        self.digests = tuple(text.digest for text in texts)

    def __len__(self) -> int:
        return len(self._texts)

    def __getitem__(self, place: int) -> Tokens:
        return self.of((place,))[0]

    def of(self, places: Iterable[int]) -> list[Tokens]:
        """Return the words of some texts; those that nobody asked for before are read together."""
        wanted = list(places)
        missing = [place for place in wanted if place not in self._found]
        if missing:
            found = tokenise([self._texts[place].clean for place in missing])
            self._found.update(zip(missing, found, strict=True))
        return [self._found[place] for place in wanted]

    def sizes(self) -> list[int]:
        """Return how many words each text has."""
        unknown = [place for place, digest in enumerate(self.digests) if digest not in self._sizes]
        found = dict(zip(unknown, map(len, self.of(unknown)), strict=True))
        return [
            found[place] if place in found else self._sizes[digest]
            for place, digest in enumerate(self.digests)
        ]
