"""Pictures of the data in the places that the template keeps for them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from toolkit.rendering import xml
from toolkit.rendering.parts import Parts
from toolkit.rendering.pictures import Picture, read_picture
from toolkit.rendering.xml import PIC, WP, A, Element, R

IMAGE = R + "/image"


def place_pictures(parts: Parts, media: Mapping[str, bytes]) -> None:
    """Show ``media[name]`` in each drawing named *name*, as large as the drawing allows.

    Alternative text, position and frame stay as the template has them. A picture for which
    the template keeps no place is not used.
    """
    if not media:
        return
    pictures = {name: read_picture(name, data) for name, data in sorted(media.items())}
    for part, root in parts.texts():
        for properties in list(root.iter(f"{{{WP}}}docPr")):
            name = properties.get("name")
            drawing = properties.getparent()
            if name in pictures and drawing is not None:
                target = _image_part(parts, pictures[name], media[name])
                _show(parts, part, drawing, pictures[name], target)
    _drop_unused_images(parts)


def _image_part(parts: Parts, picture: Picture, data: bytes) -> str:
    # The name comes from the content: one part however often the picture is shown.
    name = f"word/media/{hashlib.sha256(data).hexdigest()[:16]}.{picture.extension}"
    if name not in parts:
        parts.add(name, data, picture.content_type)
    return name


def _show(parts: Parts, part: str, drawing: Element, picture: Picture, target: str) -> None:
    identifier = parts.relate(part, IMAGE, target)
    for blip in drawing.iter(f"{{{A}}}blip"):
        blip.set(f"{{{R}}}embed", identifier)
        for extension in list(blip):
            # An extension may hold an SVG twin of the template's own picture.
            blip.remove(extension)
    for crop in list(drawing.iter(f"{{{A}}}srcRect")):
        xml.remove(crop)
    extent = drawing.find(f"{{{WP}}}extent")
    if extent is not None:
        _fit(drawing, extent, picture)


def _fit(drawing: Element, extent: Element, picture: Picture) -> None:
    wide, high = int(extent.get("cx", "0")), int(extent.get("cy", "0"))
    # Whole-number arithmetic: the same result on every machine.
    if wide * picture.height <= high * picture.width:
        size = (wide, wide * picture.height // picture.width)
    else:
        size = (high * picture.width // picture.height, high)
    shapes = drawing.iter(f"{{{PIC}}}spPr")
    inner = [ext for shape in shapes for ext in shape.iter(f"{{{A}}}ext")]
    for item in (extent, *inner):
        item.set("cx", str(max(size[0], 1)))
        item.set("cy", str(max(size[1], 1)))


def _drop_unused_images(parts: Parts) -> None:
    """Take out pictures of the template that no drawing shows any longer."""
    kept: set[str] = set()
    dropped: set[str] = set()
    for part, root in parts.texts():
        shown = {str(content) for node in root.iter() for content in _references(node)}
        for relationship in parts.relationships(part):
            if relationship.get("Type") != IMAGE or relationship.get("TargetMode") == "External":
                continue
            target = parts.target(part, relationship)
            if relationship.get("Id") in shown:
                kept.add(target)
            else:
                dropped.add(target)
                xml.remove(relationship)
    for target in sorted(dropped - kept):
        if not _is_target(parts, target):
            parts.drop(target)


def _references(node: Element) -> list[str]:
    return [str(content) for key, content in node.attrib.items() if str(key).startswith(f"{{{R}}}")]


def _is_target(parts: Parts, name: str) -> bool:
    """Tell whether a part that prints no text (a theme, a numbering) shows the picture."""
    for path in parts.relationship_parts():
        owner = path.replace("_rels/", "").removesuffix(".rels")
        if any(parts.target(owner, item) == name for item in parts.relationships(owner)):
            return True
    return False
