"""Templates from anybody: what they must not carry into a briefing."""

from __future__ import annotations

import contextlib
import re

import pytest

from papers.errors import PapersError, TemplateError
from tests.documents.opened import changed, parts, zipped
from tests.slides.decks import a_template, made, opened, saved, titles

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def tied(kind, target, mode="", part="ppt/slides/_rels/slide1.xml.rels", content=b"x"):
    """A template one of whose parts is tied to something else."""
    named = parts(a_template({"title": "A"}))
    tie = f'<Relationship Id="rId99" Type="{OFFICE}{kind}" Target="{target}"{mode and f" TargetMode={mode!r}"}/>'
    named[part] = named[part].replace(b"</Relationships>", tie.encode() + b"</Relationships>")
    if not mode and target.startswith("../"):
        named[f"ppt/{target.removeprefix('../')}"] = content
        types = named["[Content_Types].xml"].decode()
        named["[Content_Types].xml"] = types.replace(
            "<Override", '<Default Extension="bin" ContentType="application/octet-stream"/><Override', 1
        ).encode()
    return zipped(named)


@pytest.mark.parametrize(
    ("template", "sentence"),
    [
        (tied("oleObject", "../embeddings/a.bin"), "it carries an embedded object"),
        (tied("package", "../embeddings/a.bin"), "it carries an embedded file"),
        (tied("vbaProject", "../vba.bin"), "it carries macros"),
        (tied("control", "../a.bin"), "an ActiveX control"),
        (tied("video", "file:///film.mp4", "External"), 'it fetches "file:///film.mp4"'),
        (tied("image", "https://a.uk/pixel.png", "External"), 'it fetches "https://a.uk/pixel.png"'),
        (tied("hyperlink", "file://server/share", "External"), "which is not on the web"),
        (tied("comments", "../comments/a.bin"), "it carries comments"),
        (tied("diagramData", "../a.bin"), "it carries SmartArt"),
        (tied("somethingNew", "../a.bin"), 'something that slides do not need ("somethingnew")'),
        (tied("image", "gone.png"), 'it refers to "gone.png", which is not in the file'),
        (
            changed(a_template({"title": "A"}), "presentation.main+xml", "presentation.macroEnabled.main+xml",
                    "[Content_Types].xml"),
            "it carries macros",
        ),
    ],
)  # fmt: skip
def test_what_a_template_must_not_carry_is_refused(template, sentence):
    """Programs, objects, whatever is fetched from elsewhere and whatever nobody knows, with what to do about it."""
    with pytest.raises(TemplateError, match="this template cannot be used, because of what it carries") as error:
        made(template)

    assert sentence in str(error.value)


def test_a_document_type_is_refused():
    """Entities that grow without end are declared in one."""
    part = "ppt/slides/slide1.xml"
    template = a_template({"title": "A"})
    text = parts(template)[part].decode()
    bomb = re.sub(r"(<p:sld )", r'<!DOCTYPE sld [<!ENTITY a "aaaa">]>\1', text, count=1)

    with pytest.raises(TemplateError, match="declares a document type"):
        made(zipped({**parts(template), part: bomb.encode()}))


@pytest.mark.parametrize("content", [b"", b"PK\3\4", b"no zip", zipped({"word/document.xml": b"<a/>"})])
def test_what_is_no_presentation_is_refused(content):
    """With the name of the template, never a traceback."""
    with pytest.raises(PapersError, match=r"^t.pptx: this is no"):
        made(content)


@pytest.mark.parametrize("part", sorted(parts(a_template({"title": "A", "notes": ["x"]}))))
def test_a_template_that_lacks_a_part_is_refused_or_does_without(part):
    """Whatever somebody's program left out: a sentence, never a traceback."""
    named = parts(a_template({"title": "A", "notes": ["x"]}))
    del named[part]
    with contextlib.suppress(PapersError):
        made(zipped(named))


def test_traces_of_people_are_left_behind():
    """The names of whoever saved the template, its thumbnail and the like are in no briefing."""
    deck = opened(a_template({"title": "A"}))
    deck.core_properties.author = "Jane Example"
    deck.core_properties.last_modified_by = "Jane Example"
    deck.core_properties.keywords = "draft by Jane Example"
    template = saved(deck)
    named = parts(template)
    thumbnail = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
    tie = f'<Relationship Id="rId98" Type="{thumbnail}" Target="docProps/thumbnail.jpeg"/></Relationships>'
    named["_rels/.rels"] = named["_rels/.rels"].replace(b"</Relationships>", tie.encode())
    named["docProps/thumbnail.jpeg"] = b"\xff\xd8"
    types = named["[Content_Types].xml"]
    named["[Content_Types].xml"] = types.replace(
        b"<Over", b'<Default Extension="jpeg" ContentType="image/jpeg"/><Over', 1
    )

    content = made(zipped(named))

    assert titles(content) == ["A"]
    assert not any(b"Jane" in part for part in parts(content).values())
    assert not any("thumbnail" in part for part in parts(content))
