"""Identifiers that loops copied: made unique again, in the order of the document."""

from __future__ import annotations

from itertools import count

from toolkit.rendering import xml
from toolkit.rendering.parts import Parts
from toolkit.rendering.xml import WP, Element, w


def renumber(parts: Parts) -> None:
    """Give drawings, bookmarks and content controls identifiers of their own."""
    drawings, bookmarks = count(1), count(1)
    names: set[str] = set()
    for _, root in parts.texts():
        for drawing in root.iter(f"{{{WP}}}docPr"):
            drawing.set("id", str(next(drawings)))
        _renumber_bookmarks(root, bookmarks, names)
        _drop_copied_control_ids(root)


def _renumber_bookmarks(root: Element, numbers: count[int], names: set[str]) -> None:
    """Pair starts and ends; of bookmarks with one name the first stays, as in Word."""
    open_starts: dict[str, list[Element]] = {}
    for mark in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        old = str(mark.get(w("id")))
        if mark.tag == w("bookmarkStart"):
            open_starts.setdefault(old, []).append(mark)
            continue
        starts = open_starts.get(old)
        start = starts.pop() if starts else None
        if start is None or not _claim(start, names):
            _remove_pair(start, mark)
            continue
        new = str(next(numbers))
        start.set(w("id"), new)
        mark.set(w("id"), new)
    for starts in open_starts.values():
        for start in starts:
            xml.remove(start)


def _claim(start: Element, names: set[str]) -> bool:
    name = str(start.get(w("name"))).lower()
    if name in names or name == "_goback":
        return False
    names.add(name)
    return True


def _remove_pair(start: Element | None, end: Element) -> None:
    if start is not None:
        xml.remove(start)
    xml.remove(end)


def _drop_copied_control_ids(root: Element) -> None:
    seen: set[str | None] = set()
    for identifier in list(root.iter(w("id"))):
        holder = identifier.getparent()
        if holder is None or holder.tag != w("sdtPr"):
            continue
        if identifier.get(w("val")) in seen:
            xml.remove(identifier)
        seen.add(identifier.get(w("val")))
