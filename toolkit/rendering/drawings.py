"""The drawings of a template: which pictures they show, and where a picture of the data may go."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from toolkit.rendering.pictures import Picture

IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing, the name that its author gave it and the relationships it uses."""

    part: str
    name: str
    shown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the template: the part that shows it, by which relationship, its file."""

    part: str
    relationship: str
    target: str


@dataclass(frozen=True, slots=True)
class Drawings:
    """The drawings in the order of their marks, and the pictures that only they show."""

    drawings: tuple[Drawing, ...]
    images: tuple[Image, ...]

    def unseen(self, seen: Collection[int], replaced: Collection[int]) -> tuple[Image, ...]:
        """Return the pictures that no drawing shows, once the drawings *seen* were printed."""
        shown = {
            (drawing.part, identifier)
            for number, drawing in enumerate(self.drawings)
            if number in seen and number not in replaced
            for identifier in drawing.shown
        }
        return tuple(
            image for image in self.images if (image.part, image.relationship) not in shown
        )


_BLIP = re.compile(r'(<a:blip\b[^>]*?r:embed=")[^"]*("[^>]*?)(?:/>|>.*?</a:blip>)', re.DOTALL)
_CROP = re.compile(r"<a:srcRect\b[^>]*?(?:/>|>.*?</a:srcRect>)", re.DOTALL)
_EXTENT = re.compile(r'<wp:extent\b[^>]*?\bcx="(\d+)"[^>]*?\bcy="(\d+)"')
_SIZES = re.compile(r'(<(?:wp:extent|a:ext)\b[^>]*?\bcx=")\d+("[^>]*?\bcy=")\d+(")')


def with_picture(drawing: str, relationship: str, picture: Picture) -> str:
    """Return the XML of a drawing that shows *picture*, as large as its frame allows."""
    shown = _BLIP.sub(rf"\g<1>{relationship}\g<2>/>", _CROP.sub("", drawing))
    frame = _EXTENT.search(shown)
    if frame is None:
        return shown
    wide, high = _fitted(int(frame[1]), int(frame[2]), picture)
    return _SIZES.sub(rf"\g<1>{wide}\g<2>{high}\g<3>", shown)


def _fitted(wide: int, high: int, picture: Picture) -> tuple[int, int]:
    # Whole-number arithmetic: the same result on every machine.
    if wide * picture.height <= high * picture.width:
        size = (wide, wide * picture.height // picture.width)
    else:
        size = (high * picture.width // picture.height, high)
    return max(size[0], 1), max(size[1], 1)
