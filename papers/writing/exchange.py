"""Putting one folder in the place of another in one step, as far as the system can."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import sys
from pathlib import Path

_AT_FDCWD = -100  # Linux <fcntl.h>
_RENAME_EXCHANGE = 2  # Linux <linux/fs.h>, renameat2(2)
_RENAME_SWAP = 2  # macOS <sys/stdio.h>, renamex_np(2)
_TRIES = 20
ASIDE = ".old"


def exchange(new: Path, place: Path) -> None:
    """Put folder `new` where `place` is; what stood at `place`, if anything, then stands where `new` was.

    On Linux and macOS this is one step of the file system. Elsewhere, and on file systems that cannot do it (some
    network drives), the old folder is first renamed: killed between the two, it stays beside under its own name with
    ".old" at the end. Raises OSError with both folders where they were.
    """
    for _ in range(_TRIES):  # another build may put its folder there, or take it away, between two steps of ours
        try:
            if not place.exists():
                new.rename(place)
            elif not _swapped(new, place):
                _renamed_in_turn(new, place)
            return
        except FileNotFoundError:
            if not new.exists():
                raise
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST) or not place.is_dir():
                raise
    raise OSError(errno.EBUSY, "another build keeps putting its papers here")


def _swapped(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system or file system has no such step."""
    library = ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "linux" and hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)  # type: ignore[union-attr]
    elif sys.platform == "darwin" and hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _RENAME_SWAP)  # type: ignore[union-attr]
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))


def _renamed_in_turn(new: Path, place: Path) -> None:
    aside = place.with_name(f".{place.name}.{secrets.token_hex(8)}{ASIDE}")
    place.rename(aside)
    try:
        new.rename(place)
    except OSError:
        aside.rename(place)
        raise
    aside.rename(new)
