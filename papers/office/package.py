"""Office packages: a zip of named parts, read whole and written the same on every machine."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from posixpath import join, normpath

from papers.errors import PapersError

MOST_UNPACKED = 200_000_000
# The author of every note that is written into a workbook here, so that it is told from people's notes.
AUTHOR = "committee-papers"


def read_package(content: bytes, name: str, kind: str = "a Word document (.docx)") -> dict[str, bytes]:
    """The parts of a package by name, in its order.

    Raises PapersError, naming the file and the `kind` it was to be, where it is none.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = [entry for entry in package.infolist() if not entry.is_dir()]
            names = {entry.filename.casefold() for entry in entries}
            if len(names) < len(entries) or any(part in ("", "..") for name in names for part in name.split("/")):
                raise PapersError(f"{name}: this is not {kind}: two of its parts have one name, or a name of no part")
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
                raise PapersError(f"{name}: this unpacks to more than {MOST_UNPACKED // 1_000_000} MB")
            return {entry.filename: package.read(entry) for entry in entries}
    except (
        zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, NotImplementedError, OSError, RuntimeError,
        ValueError,
    ) as error:  # fmt: skip
        raise PapersError(f"{name}: this is not {kind}, or it is damaged") from error


def part_at(folder: str, target: str) -> str:
    """The part that a relationship of a part in `folder` leads to: "word" and "../docProps/core.xml" is
    "docProps/core.xml" (ECMA-376 part 2).
    """
    return normpath(join("/", folder, target)).lstrip("/")


# A file header as PKZIP's APPNOTE 6.3.3 has it (4.3.7, 4.3.12 and 4.3.16): version 2.0, names in UTF-8, deflated, and
# midnight on 1 January 1980, the first moment that a zip can name.
_ENTRY = struct.pack("<HHHHH", 20, 0x800, 8, 0, 0x21)
_LEVEL = 6


def write_package(parts: Mapping[str, bytes | bytearray]) -> bytes:
    """A zip of `parts` in their order. The same parts give the same bytes whatever the machine, its zlib or its clock.

    The zip is put together here because zipfile deflates with the zlib of the machine, of which there are several
    with different output; libdeflate comes with the package, in one version.
    """
    import deflate

    body, directory, offset = [], [], 0
    for name, content in parts.items():
        packed = bytes(deflate.deflate_compress(content, _LEVEL))
        filename = name.encode("utf-8")
        facts = _ENTRY + struct.pack("<LLLHH", zlib.crc32(content), len(packed), len(content), len(filename), 0)
        body.append(b"PK\3\4" + facts + filename + packed)
        # Made by version 2.0 on Unix; comment, disk, attributes, then where the entry starts.
        directory.append(b"PK\1\2\x14\3" + facts + struct.pack("<HHHLL", 0, 0, 0, 0o100644 << 16, offset) + filename)
        offset += len(body[-1])
    listing = b"".join(directory)
    end = struct.pack("<HHHHLLH", 0, 0, len(body), len(body), len(listing), offset, 0)
    return b"".join((*body, listing, b"PK\5\6", end))
