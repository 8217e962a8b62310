"""Finished files -> a folder: all of them or none, whatever happens meanwhile."""

from __future__ import annotations

import contextlib
import errno
import itertools
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from papers.errors import PapersError
from papers.office.package import read_package, write_package
from papers.writing.exchange import ASIDE, exchange

MANIFEST = "manifest.json"
_BESIDE = ".building"
# A build that was killed leaves its half-made folder; one this much older than ours belongs to nobody any more.
_STALE_SECONDS = 3600


def publish(files: Mapping[str, bytes], folder: Path, replace_edited: bool = False) -> None:
    """Put `files`, among them the manifest, into `folder` as one set; what else lies in the folder stays.

    The set is written beside the folder and takes its place in one step, so that a process killed at any moment
    leaves the old set or the new one, and two builds at once leave the set of one of them.

    Raises PapersError, with the old set untouched, where a file is open in Word, was edited since it was built (and
    not `replace_edited`), or the place cannot be written.
    """
    try:
        folder = folder.resolve() if folder.is_symlink() else folder
        if folder.exists() and not folder.is_dir():
            raise PapersError(f"{folder.as_posix()}: this is a file, where a folder is to be; move it away")
        _refuse_open_files(folder)
        if not replace_edited:
            _refuse_edited_files(folder, files)
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.parent / f".{folder.name}.{secrets.token_hex(8)}{_BESIDE}"
        with _cleared(beside):
            beside.mkdir()
            for name, content in files.items():
                _write(beside / name, content)
            _keep_other_files(folder, beside, set(files))
            exchange(beside, folder)
            _keep_other_files(beside, folder, set(files))
        _clear_stale(folder)
    except OSError as error:
        raise PapersError(_sentence(error, folder)) from error


def publish_copy(content: bytes, path: Path) -> Path:
    """Write a file that people may go on working in; returns where it is.

    One of that name that was written here and is unchanged is replaced. One that anybody changed stays, and the new
    one gets the next number that is free: "plan-findings-2.xlsx". Raises PapersError where the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        names = (path if number == 1 else path.with_stem(f"{path.stem}-{number}") for number in itertools.count(1))
        target = next(name for name in names if not os.path.lexists(name) or _is_as_written(name))
        beside = target.with_name(f".{target.name}.{secrets.token_hex(8)}{_BESIDE}")
        try:
            _write(beside, content)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise PapersError(_sentence(error, path)) from error
    return target


def publish_new(files: Mapping[str, bytes], folder: Path) -> None:
    """Make `folder` with `files` in it, whole or not at all. Raises PapersError where there is anything of its name."""
    if os.path.lexists(folder):
        raise PapersError(f"{folder.as_posix()}: this is there already; choose another name, or move it away")
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = folder.parent / f".{folder.name}.{secrets.token_hex(8)}{_BESIDE}"
        with _cleared(beside):
            beside.mkdir()
            for name, content in files.items():
                _write(beside / name, content)
            beside.rename(folder)
    except OSError as error:
        raise PapersError(_sentence(error, folder)) from error


def _is_as_written(path: Path) -> bool:
    """Whether a package is as write_package left it: no other program zips the same parts to the same bytes."""
    content = path.read_bytes() if path.is_file() else b""
    try:
        return write_package(read_package(content, path.name)) == content
    except PapersError:
        return False


def digest(content: bytes) -> str:
    """The SHA-256 of `content`, in hexadecimal digits."""
    return sha256(content).hexdigest()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextlib.contextmanager
def _cleared(beside: Path) -> Iterator[None]:
    """Remove `beside` at the end: it holds the old set by then, or an unfinished one."""
    try:
        yield
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _keep_other_files(old: Path, new: Path, ours: set[str]) -> None:
    """Carry what people put beside the old set over to the new one; what an earlier build made is not carried."""
    if not old.is_dir():
        return
    made = ours | set(_manifest(old).get("outputs", {}))
    for path in sorted(old.rglob("*")):
        name = path.relative_to(old).as_posix()
        if name in made or os.path.lexists(new / name):
            continue
        if path.is_symlink():
            (new / name).symlink_to(path.readlink())
        elif path.is_file():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, new / name)
        elif not any(file.startswith(f"{name}/") for file in made):
            (new / name).mkdir(parents=True, exist_ok=True)


def _clear_stale(folder: Path) -> None:
    for path in (*folder.parent.glob(f".{folder.name}.*{_BESIDE}"), *folder.parent.glob(f".{folder.name}.*{ASIDE}")):
        with contextlib.suppress(OSError):
            if folder.stat().st_mtime - path.stat().st_mtime > _STALE_SECONDS:
                shutil.rmtree(path, ignore_errors=True)


def _manifest(folder: Path) -> dict[str, dict[str, str]]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return manifest if isinstance(manifest, dict) and isinstance(manifest.get("outputs"), dict) else {}


def _refuse_open_files(folder: Path) -> None:
    """Word leaves `~$port.docx` beside a document that it has open, LibreOffice `.~lock.report.docx#`."""
    for path in sorted((*folder.glob("~$*"), *folder.glob(".~lock.*#"))) if folder.is_dir() else ():
        name = path.name.removeprefix(".~lock.").removesuffix("#")
        raise PapersError(f"{folder.as_posix()}: {name} is open in Word or LibreOffice; close it and build again")


def _refuse_edited_files(folder: Path, files: Mapping[str, bytes]) -> None:
    edited = _edited(folder, files)
    before: dict[str, dict[str, str]] = {}
    # Another build may have put its set there between the reading of the manifest and of a file.
    while edited and before != (before := _manifest(folder)):
        edited = _edited(folder, files)
    if edited:
        raise PapersError(
            f"{folder.as_posix()}: {', '.join(edited)} changed since it was built, perhaps edited in Word; move it "
            "away to keep it, or build with --force to replace it"
        )


def _edited(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """The names of `files` that stand in `folder` other than they were built, or are to be built now."""
    built = _manifest(folder).get("outputs", {})
    edited = []
    for name, content in files.items():
        path = folder / name
        if name != MANIFEST and path.is_file():
            there = path.read_bytes()
            if digest(there) != built.get(name) and there != content:
                edited.append(name)
    return edited


def _sentence(error: OSError, folder: Path) -> str:
    where = folder.as_posix()
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"{where}: there is no room left to write; the papers built before are untouched"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return f"{where}: this may not be written; is a file in it open, or the folder read-only? Nothing was changed"
    return f"{where}: this cannot be written ({error.strerror}); the papers built before are untouched"
