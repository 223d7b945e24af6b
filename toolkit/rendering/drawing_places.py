"""Where the drawings of a template stand: marked, so that a rendering can show other pictures."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.rendering import marking, marks
from toolkit.rendering.drawings import IMAGE, Drawing, Drawings, Image
from toolkit.rendering.parts import Parts
from toolkit.rendering.xml import WP, Element, R, w


def prepare_drawings(parts: Parts) -> Drawings:
    """Mark the drawings that show pictures; a drawing inside another is the outer's."""
    drawings: list[Drawing] = []
    images: list[Image] = []
    for part, root in parts.texts():
        inside = set[str]()
        for item in list(root.iter(w("drawing"))):
            shown = tuple(_references(item))
            if not shown or next(iter(item.iterancestors(w("drawing"))), None) is not None:
                continue
            described = next(item.iter(f"{{{WP}}}docPr"), None)
            name = "" if described is None else str(described.get("name"))
            marking.enclose(item, item, marks.PICTURE, len(drawings))
            drawings.append(Drawing(part, name, shown))
            inside.update(shown)
        for item in parts.relationships(part):
            is_inside = item.get("Type") == IMAGE and item.get("TargetMode") != "External"
            if is_inside and not _outside(root, str(item.get("Id"))):
                target = parts.target(part, item)
                images.append(Image(part, str(item.get("Id")), target))
    return Drawings(tuple(drawings), tuple(images))


def _references(item: Element) -> Iterator[str]:
    for node in item.iter():
        yield from (
            str(content) for key, content in node.attrib.items() if str(key).startswith(f"{{{R}}}")
        )


def _outside(root: Element, identifier: str) -> bool:
    """Tell whether something that is no drawing (a VML shape, say) shows a picture too."""
    for node in root.iter():
        if identifier in node.attrib.values() and any(
            content == identifier and str(key).startswith(f"{{{R}}}")
            for key, content in node.attrib.items()
        ):
            return next(iter(node.iterancestors(w("drawing"))), None) is None
    return False
