"""The site as a build finds it: what is in the folder, what the record knows of that, what somebody else put there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from msgspec import Struct
from msgspec.structs import replace

from builder.output import tree
from builder.output.destination import LITTER
from builder.output.manifest import Manifest
from builder.output.refusal import OutputRefused


class Published(Struct, frozen=True):
    """A published site, listed once; `folder` is absolute and may be missing, the tree is empty then."""

    folder: str
    tree: tree.Tree
    manifest: Manifest

    def holds(self, path: str, size: int, digest: str) -> bool:
        """Tell whether the site has at `path` the content of this SHA-256, by the record or else by reading."""
        stamp = self.tree.files.get(path)
        if stamp is None or stamp.size != size:
            return False
        known = self.manifest.files.get(path)
        if known is not None and known.stamp == stamp:
            return known.digest == digest
        try:
            return tree.digest_of(f"{self.folder}/{path}") == digest
        except OSError:
            return False  # what can no longer be read is written anew

    def untouched_under(self, prefix: str, made_from: str) -> tuple[str, ...]:
        """Return the sorted files under `prefix` if all are as when made from that; else nothing."""
        wanted = {path for path in self.manifest.files if path.startswith(f"{prefix}/")}
        present = {path for path in self.tree.files if path.startswith(f"{prefix}/")}
        untouched = wanted == present and all(
            self.manifest.knows(path, self.tree.files[path]) for path in wanted
        )
        return tuple(sorted(wanted)) if untouched and self.manifest.made_from.get(prefix) == made_from else ()

    def without_record(self, prefix: str) -> Published:
        """Return the same site with nothing known of the files under `prefix`, which are then compared by reading."""
        files = {
            path: known for path, known in self.manifest.files.items() if not path.startswith(f"{prefix}/")
        }
        return replace(self, manifest=self.manifest._replace(files=files))


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
