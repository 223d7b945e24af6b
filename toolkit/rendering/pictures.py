"""Size and kind of a picture, read from its own bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from toolkit.rendering.faults import PictureError
from toolkit.text import Text

_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
# Start-of-frame markers; C4, C8 and CC among them mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# Some programs write a little after the end; a thumbnail's end does not count.
_TAIL = 4096
_UNKNOWN = Text(it="non è né PNG né JPEG", en="it is neither PNG nor JPEG")
_CUT = Text(it="è troncata o danneggiata", en="it is cut off or damaged")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's kind and its size in pixels."""

    extension: str
    width: int
    height: int

    @property
    def content_type(self) -> str:
        """Return the media type."""
        return f"image/{self.extension}"


def read_picture(name: str, data: bytes) -> Picture:
    """Return what the header of *data* says, once its end has been seen too."""
    if data.startswith(_PNG):
        extension, size, end = "png", _png_size(data), _PNG_END
    elif data.startswith(_JPEG):
        extension, size, end = "jpeg", _jpeg_size(data), _JPEG_END
    else:
        raise PictureError(reason=_UNKNOWN, name=name)
    if size is None or 0 in size or end not in data[-_TAIL:]:
        raise PictureError(reason=_CUT, name=name)
    return Picture(extension, *size)


def _png_size(data: bytes) -> tuple[int, int] | None:
    if data[12:16] != b"IHDR" or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker == 0xFF:
            position += 1
        elif marker in _FRAMES:
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4], "big")
    return None
