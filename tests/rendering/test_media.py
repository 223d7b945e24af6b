from __future__ import annotations

import io
import struct
import zipfile

import docx
import pytest
from docx.shared import Cm

from toolkit.rendering.faults import PictureError
from toolkit.rendering.pictures import Picture, read_picture

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
    b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", 50, 200) + b"\x01\x01\x11\x00"
    b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00\x00\xff\xd9"
)


@pytest.fixture
def framed(saved, png):
    """A template with a 6 x 3 cm frame for a logo, in the body and in the header."""
    document = docx.Document()
    document.add_paragraph("{%p for n in range(2) %}")
    document.add_picture(io.BytesIO(png(8, 8)), Cm(6), Cm(3))
    document.add_paragraph("{%p endfor %}")
    run = document.sections[0].header.paragraphs[0].add_run()
    run.add_picture(io.BytesIO(png(8, 8)), Cm(6), Cm(3))
    for root in (document.element, document.sections[0].header._element):
        for properties in root.xpath(".//wp:docPr"):
            properties.set("name", "logo")
            properties.set("descr", "Logo")
    return saved(document)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((300, 100), (Cm(6), Cm(2))),
        ((100, 300), (Cm(1), Cm(3))),
        ((200, 100), (Cm(6), Cm(3))),
        ((1, 1), (Cm(3), Cm(3))),
    ],
)
def test_a_picture_fits_its_frame_and_keeps_its_proportions(framed, rendered, png, size, shown):
    document = rendered(framed, media={"logo": png(*size)})

    sizes = {(shape.width, shape.height) for shape in document.inline_shapes}
    assert sizes == {shown}
    assert len(document.inline_shapes) == 2


def test_a_picture_is_one_part_wherever_it_is_shown(framed, render, png):
    picture = png(300, 100)
    made = render(framed, media={"logo": picture, "unused": png(2, 2)})

    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        media = {
            name: archive.read(name)
            for name in archive.namelist()
            if name.startswith("word/media/") and name.endswith("png")
        }
    assert list(media.values()) == [picture]


def test_the_alternative_text_stays(framed, rendered, png):
    document = rendered(framed, media={"logo": png(3, 1)})

    properties = document.element.xpath(".//wp:docPr")
    assert [item.get("descr") for item in properties] == ["Logo", "Logo"]
    assert len({item.get("id") for item in properties}) == 2


def test_a_jpeg_is_declared_as_one(framed, render):
    made = render(framed, media={"logo": JPEG})

    document = docx.Document(io.BytesIO(made))
    identifier = document.element.xpath(".//a:blip/@r:embed")[0]
    assert document.part.related_parts[identifier].content_type == "image/jpeg"


def test_without_a_picture_the_stand_in_stays(framed, rendered):
    document = rendered(framed)

    assert {(shape.width, shape.height) for shape in document.inline_shapes} == {(Cm(6), Cm(3))}


def test_sizes_are_read_from_the_pictures_own_bytes(png):
    assert read_picture("logo", png(7, 5)) == Picture("png", 7, 5)
    assert read_picture("logo", JPEG) == Picture("jpeg", 200, 50)


@pytest.mark.parametrize(
    "data",
    [b"", b"GIF89a", b"<svg/>", JPEG[:30], b"\x89PNG\r\n\x1a\n", JPEG[:-2], b"\xff\xd8\xff" * 9],
)
def test_what_is_no_intact_picture_is_refused(framed, render, data):
    with pytest.raises(PictureError) as raised:
        render(framed, media={"logo": data})

    assert raised.value.exit_code == 3
    assert "l'immagine «logo» non si può usare" in raised.value.say("it")


def test_a_truncated_png_is_refused(png):
    with pytest.raises(PictureError):
        read_picture("logo", png(10, 10)[:-5])
