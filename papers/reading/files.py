"""The disk, for the whole wing: the bytes of a file, and the format that reads them."""

from __future__ import annotations

import functools
from pathlib import Path

from papers import wording
from papers.errors import PapersError
from papers.modules import found_in
from papers.reading import formats
from papers.reading.format import Format, Holds


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; PapersError where there is none, or it is locked, a folder or not for this user."""
    try:
        if path.exists() and not path.is_file():
            raise PapersError(f"{path.as_posix()}: this is a folder, where a file is to be")
        return path.read_bytes()
    except FileNotFoundError as error:
        there = sorted(p.name for p in path.parent.glob("*") if p.is_file()) if path.parent.is_dir() else []
        near = wording.did_you_mean(path.name, there)
        raise PapersError(f"{path.as_posix()}: there is no such file{'; ' + near if near else ''}") from error
    except PermissionError as error:
        raise PapersError(f"{path.as_posix()}: this may not be read; is it open in Excel, or not yours?") from error
    except OSError as error:
        raise PapersError(f"{path.as_posix()}: this cannot be read: {error.strerror}") from error


def format_of(path: Path, holds: Holds) -> Format:
    """The format for files with the ending of `path`. Raises PapersError, naming those there are, where none has it."""
    suffix = path.suffix.lower()
    for known in _formats():
        if known.holds == holds and suffix in known.suffixes:
            return known
    suffixes = wording.listing((s for known in _formats() if known.holds == holds for s in known.suffixes), "or")
    raise PapersError(f"{path.as_posix()}: a {suffix or 'file without an ending'} cannot be read here; use {suffixes}")


@functools.cache
def _formats() -> list[Format]:
    return found_in(formats, "FORMAT", Format)
