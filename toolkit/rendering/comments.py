"""Word comments in a template: notes among its authors, not for the reader of a document."""

from __future__ import annotations

from toolkit.rendering import xml
from toolkit.rendering.parts import Parts
from toolkit.rendering.xml import Element, w


def drop_comments(parts: Parts) -> None:
    """Take out the comments and the marks where they stand."""
    for name, root in parts.texts():
        for mark in list(root.iter(w("commentRangeStart"), w("commentRangeEnd"))):
            xml.remove(mark)
        for mark in list(root.iter(w("commentReference"))):
            xml.remove(_holder(mark))
        for relationship in parts.relationships(name):
            # Comments have companions: commentsExtended, commentsIds, commentsExtensible.
            if "/comments" in str(relationship.get("Type")):
                parts.drop(parts.target(name, relationship))
                xml.remove(relationship)


def _holder(mark: Element) -> Element:
    """Return the run of a mark when it holds nothing else."""
    run = mark.getparent()
    if run is None or any(item.tag not in (w("rPr"), mark.tag) for item in run):
        return mark
    return run
