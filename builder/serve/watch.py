"""Asks the system to say when a file of a dossier changes; where it cannot, the folders are looked at in turns.

An event is no more than a reason to look: which file, and what happened to it, tells a look at all of them.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from builder.output.unchanged import READ
from builder.serve.sight import Sight

_CHANGES = frozenset({"created", "deleted", "modified", "moved", "closed"})
"""Kinds of events that a change brings; opening a file, which a look does, is another."""
_UNFINISHED = frozenset({"created", "modified"})
"""Those of a file in the midst of a save. Linux tells its end as well (`closed`), and nobody need look before."""
_TELLS_THE_END = sys.platform == "linux"
NEXT_LOOK_SECONDS = 2.0
"""How long a change may go unseen of which the system said nothing."""
POLL_SECONDS = 1.0
"""How long, where it never says anything."""
SOON_SECONDS = 0.1
"""How long, where a file was changed just now and might change again without another stamp."""
_RESTS = 30
"""How many times as long as a look takes it rests, where no event comes: of 20,000 files a look takes .1 seconds."""
_LIMITS = frozenset({errno.ENOSPC, errno.EMFILE, errno.ENFILE, errno.ENOMEM})
_FULL = (
    "the system watches no more folders, so the files are looked at every second instead;"
    " on Linux raise fs.inotify.max_user_watches and max_user_instances to see each save at once"
)


class _Bell(FileSystemEventHandler):
    """Rings for every change."""

    def __init__(self, bell: Event) -> None:
        self._bell = bell

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring, unless somebody only read, or has not finished writing."""
        kind = event.event_type
        is_unfinished = _TELLS_THE_END and kind in _UNFINISHED and not event.is_directory
        if kind in _CHANGES and not is_unfinished:
            self._bell.set()


class Watch:
    """Rings `bell` when it is time to look; `tell` is told once where the system gives no events."""

    def __init__(self, root: Path, bell: Event, tell: Callable[[str], None], *, poll: bool = False) -> None:
        self._folders = tuple(os.path.join(root, name) for name in READ)
        self._bell = bell
        self._tell = tell
        self._observer: BaseObserver | None = None
        self._armed: dict[str, object] = {}
        self.is_polling = poll
        _report_at_once()

    def follow(self, sight: Sight) -> None:
        """Watch the folders that were seen last: anew where one came, went, or is another one of the same name."""
        if self.is_polling or self._armed == sight.folders:
            return
        self.end()
        try:
            self._observer = Observer()
            self._observer.start()
            for folder in self._folders:
                if folder in sight.folders:
                    self._observer.schedule(_Bell(self._bell), folder, recursive=True)
        except (OSError, RuntimeError) as fault:
            self._give_up(fault)
        self._armed = dict(sight.folders)
        self._bell.set()  # what changed while nobody watched is seen by one more look

    def seconds(self, sight: Sight) -> float:
        """Return how long to wait for an event before the next look."""
        if not sight.is_settled:
            return SOON_SECONDS
        least = POLL_SECONDS if self.is_polling else NEXT_LOOK_SECONDS
        return max(least, _RESTS * sight.took_seconds)

    def end(self) -> None:
        """Watch no more."""
        observer, self._observer = self._observer, None
        self._armed = {}
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join()

    def _give_up(self, fault: OSError | RuntimeError) -> None:
        self.end()
        self.is_polling = True
        is_limit = isinstance(fault, OSError) and fault.errno in _LIMITS
        self._tell(_FULL if is_limit else f"{fault}: the files are looked at every second instead")


def _report_at_once() -> None:
    """Let a moved file be told at once, not after half a second of waiting for the other half of the move.

    And let the library's own log and warnings say nothing: what they are of, lost events and a folder that came while
    its place was being watched, the next look makes good.
    """
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.")
    log = logging.getLogger("watchdog")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    try:
        from watchdog.observers.inotify_move_event_grouper import InotifyMoveEventGrouper
    except (ImportError, AttributeError):  # another system than Linux
        return
    InotifyMoveEventGrouper.delay = 0
