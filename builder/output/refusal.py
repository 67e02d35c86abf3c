"""What the room says when the folder or the operating system does not let it publish."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from builder.output import system

_HINTS = {
    errno.ENOSPC: "free some space on that disk, then build again",
    errno.EDQUOT: "your quota on that disk is used up; free some space, then build again",
    errno.EROFS: "that disk is mounted read-only; build into a folder you may write with --out DIR",
    errno.EACCES: "you may not write there; change its permissions or build elsewhere with --out DIR",
    errno.EPERM: "you may not change it; look at its owner or build elsewhere with --out DIR",
    errno.EMFILE: "too many files are open in this process; raise the limit with `ulimit -n 1024`",
    errno.ENFILE: "too many files are open on this machine; close some programs, then build again",
    errno.ENOMEM: "not enough memory; close some programs, then build again",
    errno.EAGAIN: "too many processes run; close some programs, then build again",
    errno.EFBIG: "the file is larger than the limit of this shell or disk; look at `ulimit -f`",
    errno.EIO: "the disk reported a fault; check it before building again",
    errno.EXDEV: "it cannot be moved; delete the output folder or choose another with --out DIR",
}
_NO_INODE = "no inode is left on that disk, which takes no more files"
_NO_INODE_HINT = "delete some files on that disk, then build again; `df -i` shows how many it takes"
_ANY_HINT = "the last published site is unchanged; mend the cause and build again"


class OutputRefused(Exception):
    """The site cannot be published: `message` says what stands in the way in one line, `hint` the way out.

    It is never a bug of the builder and never leaves a half-written site.
    """

    def __init__(self, message: str, hint: str = _ANY_HINT) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def refusal(fault: OSError, doing: str, path: str) -> OutputRefused:
    """Put a fault of the system into words: `cannot write /site/a.html: No space left on device`.

    A disk that takes no more files says that it has no space; here it says what it lacks.
    """
    named = fault.filename2 or fault.filename  # of a link or a move, the name that was to be
    where = named if isinstance(named, str) else path
    if fault.errno == errno.ENOSPC and system.lacks_inodes(where):
        return OutputRefused(f"cannot {doing} {where}: {_NO_INODE}", _NO_INODE_HINT)
    reason = fault.strerror or type(fault).__name__
    return OutputRefused(f"cannot {doing} {where}: {reason}", _HINTS.get(fault.errno or 0, _ANY_HINT))


@contextmanager
def refusing(doing: str, path: str) -> Iterator[None]:
    """Turn every `OSError` of the block into an `OutputRefused` that names the path."""
    try:
        yield
    except OSError as fault:
        raise refusal(fault, doing, path) from fault
