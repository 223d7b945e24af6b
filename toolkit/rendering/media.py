"""Pictures of the data for the places that a template keeps for them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from toolkit.rendering.drawings import Drawings
from toolkit.rendering.finishing import Shown
from toolkit.rendering.pictures import read_picture


class Album:
    """The pictures of one document that its template has drawings for."""

    def __init__(self, media: Mapping[str, bytes], drawings: Drawings) -> None:
        wanted = {drawing.name for drawing in drawings.drawings}
        self.shown: dict[str, Shown] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        """For each picture shown: its relationship, the name of its part and its bytes."""
        for name, data in sorted(media.items()):
            picture = read_picture(name, data)
            if name in wanted:
                # Both names come from the content: one part however often it is shown.
                digest = hashlib.sha256(data).hexdigest()[:16]
                relationship = f"rIdPercorso{digest}"
                self.shown[name] = Shown(picture, relationship)
                self.files[relationship] = (f"word/media/{digest}.{picture.extension}", data)
