"""The site as a build finds it: what is in the folder, and what the record knows of that."""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.output import tree
from builder.output.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Published:
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
        return replace(self, manifest=replace(self.manifest, files=files))
