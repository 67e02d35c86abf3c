"""Files in a published site that no build made: somebody put them there, and the next site would not have them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from builder.output import tree
from builder.output.destination import LITTER
from builder.output.published import Published
from builder.output.refusal import OutputRefused

IsMade = Callable[[str, bytes], bool]
"""Tells of a file by its path and content whether a build made it."""

_MOST_NAMED = 5


def require_nothing_lost(published: Published, coming: AbstractSet[str], is_made: IsMade) -> None:
    """Raise `OutputRefused` where the site has files that no build made and that are not among those `coming`."""
    lost = sorted(_of_others(published, coming, is_made))
    if not lost:
        return
    named = ", ".join(f"{published.folder}/{path}" for path in lost[:_MOST_NAMED])
    more = f" and {len(lost) - _MOST_NAMED:,} more" if len(lost) > _MOST_NAMED else ""
    it = "it" if len(lost) == 1 else "them"
    raise OutputRefused(
        f"{named}{more}: no build made {it}, and the next site would be without {it}",
        f"move {it} into the folder `static`, from where files are copied into every site; or delete {it}",
    )


def _of_others(published: Published, coming: AbstractSet[str], is_made: IsMade) -> Iterator[str]:
    known = published.manifest.files
    for path in published.tree.files.keys() - coming - known.keys():
        if path.rpartition("/")[2] not in LITTER and not is_made(
            path, tree.read_file(f"{published.folder}/{path}") or b""
        ):
            yield path
    for path in set(published.tree.strays) - coming - known.keys():
        if path not in published.tree.folders:
            yield path
