"""Parts are parsed strictly, and elements are put where the schema wants them."""

from __future__ import annotations

import pytest

from papers.errors import PapersError, TemplateError
from papers.office.ooxml import as_bytes, etree, parse_part, put_before

CHOICE = '<m:AlternateContent xmlns:m="x"><m:Choice><controls/></m:Choice></m:AlternateContent>'


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ("", "new"),
        ("<a/><controls/>", "a new controls"),
        ("<a/><!-- controls --><b/>", "a b new"),
        (f"<a/>{CHOICE}<b/>", "a new AlternateContent b"),
    ],
)
def test_an_element_is_put_before_its_followers(children, expected):
    """Comments are passed over; a choice between versions of Office goes by what it offers."""
    root = etree.fromstring(f"<root>{children}</root>")

    put_before(root, etree.Element("new"), ("controls", "tail"))

    assert " ".join(etree.QName(child).localname for child in root if isinstance(child.tag, str)) == expected


def test_a_damaged_part_is_named_with_the_program_to_mend_it_in():
    """A Word template by default; other files say what they are."""
    with pytest.raises(TemplateError, match=r"^it\.docx: its part a\.xml is damaged; open it in Word"):
        parse_part(b"<a>", "it.docx", "a.xml")
    with pytest.raises(PapersError, match=r"^it\.xlsx: its part a\.xml is damaged; open it in Excel") as raised:
        parse_part(b"<a>", "it.xlsx", "a.xml", "Excel", PapersError)
    assert type(raised.value) is PapersError


def test_a_part_is_written_whole():
    """What stands beside the root stays, with the declaration that Office writes."""
    content = b'<?mso-application progid="Excel.Sheet"?><a b="1">x</a>'

    written = as_bytes(parse_part(content, "it.xlsx", "a.xml"))

    assert b"standalone" in written
    assert b"mso-application" in written
    assert written.endswith(b'<a b="1">x</a>')
