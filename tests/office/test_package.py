"""The zip that is written here by hand, read by everybody else's."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.errors import PapersError
from papers.office.package import MOST_UNPACKED, read_package, write_package

names = st.text(st.characters(whitelist_categories=["L", "Nd"], whitelist_characters="._-[] "), min_size=1, max_size=30)
paths = st.lists(names, min_size=1, max_size=3).map("/".join)
packages = st.dictionaries(paths, st.one_of(st.binary(max_size=300), st.binary(max_size=40).map(lambda b: b * 500)))


@settings(deadline=None, max_examples=100)
@given(packages)
def test_any_parts_are_read_back_by_zipfile(parts):
    """Names, contents and order come back, and every checksum is right."""
    with zipfile.ZipFile(io.BytesIO(write_package(parts))) as package:
        assert package.testzip() is None
        assert package.namelist() == list(parts)
        assert {name: package.read(name) for name in package.namelist()} == parts


@settings(deadline=None, max_examples=50)
@given(packages)
def test_any_parts_are_read_back_by_our_own_reader(parts):
    """What is written is read the same, in the same order."""
    read = read_package(write_package(parts), "it.docx")

    assert list(read.items()) == list(parts.items())


@settings(deadline=None, max_examples=50)
@given(packages)
def test_the_same_parts_make_the_same_bytes(parts):
    """Nothing of the moment or the machine is in the zip."""
    assert write_package(parts) == write_package(dict(parts))


def test_an_entry_says_nothing_of_the_clock():
    """Every entry bears the first moment that a zip can name, and a regular file's permissions."""
    with zipfile.ZipFile(io.BytesIO(write_package({"a.xml": b"<a/>", "é.xml": b""}))) as package:
        for entry in package.infolist():
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)
            assert entry.external_attr >> 16 == 0o100644
            assert entry.compress_type == zipfile.ZIP_DEFLATED
            assert entry.extra == b""
            assert entry.comment == b""
            assert not entry.flag_bits & 0x08, "Word wants sizes in front, not behind"


def test_each_entry_is_read_without_the_directory_at_the_end():
    """A reader that goes from the front finds each part by its own header."""
    parts = {"one.xml": b"<one/>" * 50, "two.xml": b"<two/>"}
    content, at = write_package(parts), 0
    for name, part in parts.items():
        mark, *_, packed, size, named, extra = struct.unpack_from("<4sHHHHHLLLHH", content, at)
        start = at + 30 + named + extra
        assert (mark, content[at + 30 : at + 30 + named].decode(), size) == (b"PK\3\4", name, len(part))
        assert zlib.decompress(content[start : start + packed], -15) == part
        at = start + packed


SOUND = write_package({"[Content_Types].xml": b"<Types/>" * 20, "word/document.xml": b"<w:document/>" * 100})


@settings(deadline=None, max_examples=100)
@given(st.integers(0, len(SOUND) - 1))
def test_a_package_cut_short_is_refused_in_a_sentence(length):
    """However much of it is missing, the file is named, and nothing else happens."""
    with pytest.raises(PapersError, match=r"it\.docx: "):
        read_package(SOUND[:length], "it.docx")


@settings(deadline=None, max_examples=300)
@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_a_package_with_a_changed_byte_is_read_or_refused(at, change):
    """A changed byte gives what was there, or a sentence; never another error, and never other contents."""
    spoiled = SOUND[:at] + bytes([SOUND[at] ^ change]) + SOUND[at + 1 :]
    try:
        read = read_package(spoiled, "it.docx")
    except PapersError:
        return

    assert set(read.values()) <= {b"<Types/>" * 20, b"<w:document/>" * 100, b""}


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=200))
def test_bytes_that_are_no_package_are_refused_in_a_sentence(content):
    """Any file may be given a name that ends in .docx."""
    with pytest.raises(PapersError, match=r"it\.docx: "):
        read_package(content, "it.docx")


def test_a_package_that_would_fill_the_memory_is_refused():
    """A small file that unpacks to a huge one is refused before it is unpacked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package, package.open("big.xml", "w") as part:
        for _ in range(MOST_UNPACKED // 10_000_000 + 1):
            part.write(bytes(10_000_000))

    with pytest.raises(PapersError, match=r"it\.docx: .*MB"):
        read_package(content.getvalue(), "it.docx")


def test_a_package_with_a_password_is_refused():
    """A part that is marked as encrypted is refused in a sentence."""
    content = bytearray(SOUND)
    content[6] |= 1
    content[content.rindex(b"PK\1\2", 0, content.rindex(b"PK\1\2")) + 8] |= 1

    with pytest.raises(PapersError, match=r"it\.docx: "):
        read_package(bytes(content), "it.docx")


def test_folders_in_a_package_are_passed_over():
    """Some programs write entries for folders, which hold nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("word/", b"")
        package.writestr("word/document.xml", b"<a/>")

    assert read_package(content.getvalue(), "it.docx") == {"word/document.xml": b"<a/>"}
