"""The folder where the next site is prepared and the last one is kept, and the step from one to the other.

It lies in the state folder when that is on the same mount as the output, else beside the output under a
hidden name. Its folders are the recovery notes: `ready` exists only while a complete site is being put in
place in several steps.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from hashlib import sha256

from msgspec import Struct

from builder.output import system, tree
from builder.output.destination import IGNORE_FILE, MARKER_FILE, Destination, require_ours
from builder.output.manifest import NO_MANIFEST
from builder.output.refusal import refusing
from builder.output.state import require_folder

RENAMED_NOTE = (
    "this file system cannot exchange two folders; {out} was missing for an instant while it was replaced"
)
EMPTIED_NOTE = "this file system cannot move {out}; it was emptied and then replaced, once"


class Workshop(Struct, frozen=True):
    """Where the site at `out` is prepared: `folder`, with the four folders below in it."""

    folder: str
    out: str
    is_in_state: bool

    @property
    def next(self) -> str:
        """The generation being written."""
        return f"{self.folder}/next"

    @property
    def ready(self) -> str:
        """A complete generation on its way to `out`, where an exchange is impossible."""
        return f"{self.folder}/ready"

    @property
    def replaced(self) -> str:
        """The site that `ready` takes the place of."""
        return f"{self.folder}/replaced"

    @property
    def previous(self) -> str:
        """The site before the published one, kept for readers that still have it open."""
        return f"{self.folder}/previous"

    def clear_leftovers(self) -> None:
        """Remove what a build that died has left; `previous` stays until the next change."""
        tree.remove_tree(self.next)
        tree.remove_tree(self.replaced)

    def take_previous(self) -> str | None:
        """Return a folder with the site before the published one, which nobody keeps any more; None where none is."""
        if not tree.exists(self.previous):
            return None
        if not stat.S_ISDIR(os.lstat(self.previous).st_mode):  # a link could lead our deletions elsewhere
            tree.remove_tree(self.previous)
            return None
        os.rename(self.previous, self.replaced)
        return self.replaced

    def close(self) -> None:
        """Leave no hidden folder beside an output on another mount, unless a site in it awaits rescue."""
        if not self.is_in_state and not tree.exists(self.ready):
            tree.remove_tree(self.folder)


def open_workshop(place: Destination) -> Workshop:
    """Make the workshop of an output, under the build's lock; finish or clear what a dead build left."""
    parent = os.path.dirname(place.out)
    with refusing("prepare the output in", parent):
        if not tree.exists(parent):
            os.makedirs(parent)
        is_in_state = system.mount_of(place.state) == system.mount_of(parent)
        folder = f"{place.state}/{place.key}" if is_in_state else _hidden_sibling(place, parent)
        require_folder(folder)
        workshop = Workshop(folder, place.out, is_in_state)
        if tree.exists(workshop.ready):
            if tree.exists(place.out):
                require_ours(place, tree.scan(place.out), NO_MANIFEST)
            _put_in_place(workshop)
        workshop.clear_leftovers()
    return workshop


def switch(workshop: Workshop) -> str | None:
    """Publish `next` and return None, or what readers may have noticed where the file system forced it on us.

    Everything in `next` must be on the disk. When this raises, `out` is the old site or is recovered at the
    next open.
    """
    if not tree.exists(workshop.out):
        os.rename(workshop.next, workshop.out)
        return None
    if system.exchange(workshop.next, workshop.out):
        return None
    os.rename(workshop.next, workshop.ready)
    return _put_in_place(workshop)


def retire(workshop: Workshop, *, keep: bool = True) -> None:
    """Keep the site that was just replaced as `previous`, or drop it; it goes too where the workshop is not to stay."""
    for old in (workshop.next, workshop.replaced):
        if tree.exists(old) and not keep:
            tree.remove_tree(old)
        elif tree.exists(old) and workshop.is_in_state:
            os.rename(old, workshop.previous)
    workshop.close()


def _put_in_place(workshop: Workshop) -> str:
    note = RENAMED_NOTE
    if tree.exists(workshop.out):
        try:
            tree.remove_tree(workshop.replaced)
            os.rename(workshop.out, workshop.replaced)
        except OSError as fault:
            if fault.errno != errno.EXDEV:
                raise
            # overlay: a folder of a container's image can be emptied, not moved
            _empty_and_remove(workshop.out)
            note = EMPTIED_NOTE
    try:
        os.rename(workshop.ready, workshop.out)
    except OSError:
        with suppress(OSError):
            os.rename(workshop.replaced, workshop.out)
        raise
    return note.format(out=workshop.out)


def _empty_and_remove(site: str) -> None:
    """Delete a site in place; the files that show whose it is go last, so that a second try may go on."""
    last = (MARKER_FILE, IGNORE_FILE)
    for name in sorted(os.listdir(site), key=lambda name: (name in last, name)):
        tree.remove_tree(f"{site}/{name}")
    os.rmdir(site)


def _hidden_sibling(place: Destination, parent: str) -> str:
    owner = sha256(os.fsencode(place.state)).hexdigest()[:8]
    return f"{parent}/.{os.path.basename(place.out)[:100]}.dossier-{owner}"
