"""Moving paragraphs, rows and tables from one Word package to another.

What an element refers to comes along: its style by name, its list, its links and pictures.
What cannot be moved surely (notes, embedded objects, charts) raises `CannotMoveError`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from toolkit.rendering import xml
from toolkit.rendering.comments import holder
from toolkit.rendering.xml import W14, WP, R, w
from toolkit.revision.changes import paragraphs
from toolkit.revision.relations import CannotMoveError, Relations
from toolkit.revision.stories import WordDocument
from toolkit.revision.stylemap import StyleMap

Element = Any

_UNMOVABLE = {
    w("object"),
    w("pict"),
    w("footnoteReference"),
    w("endnoteReference"),
    w("altChunk"),
    w("subDoc"),
}
_LEFT_BEHIND = {
    w("bookmarkStart"),
    w("bookmarkEnd"),
    w("commentRangeStart"),
    w("commentRangeEnd"),
    w("commentReference"),
    w("proofErr"),
    w("permStart"),
    w("permEnd"),
    w("sectPr"),
}
"""Marks that are known elsewhere by an id, and the layout of a section."""

_STYLES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_REFERENCES = (f"{{{R}}}id", f"{{{R}}}embed", f"{{{R}}}link")


class Transplant:
    """Everything that moves from one document to another, and what it brings along."""

    def __init__(self, source: WordDocument, target: WordDocument) -> None:
        self.source, self.target = source, target
        self.styles = StyleMap(source, target)
        self.lists = _list_map(source, target)
        self.relations: dict[str, Relations] = {}
        self.movers: list[Mover] = []
        drawn = (each for root in target.roots.values() for each in root.iter(f"{{{WP}}}docPr"))
        self.last_drawing = max((int(each.get("id") or 0) for each in drawn), default=0)

    def into(self, source_part: str, target_part: str) -> Mover:
        """Return what moves elements of *source_part* into *target_part*."""
        mover = Mover(self, source_part, target_part)
        self.movers.append(mover)
        return mover

    def members(self) -> dict[str, bytes]:
        """Finish every move; return the members of the target that it changes or adds."""
        for mover in self.movers:
            mover.finish()
        changed = self.styles.members()
        for relations in self.relations.values():
            changed |= relations.members()
        return changed

    def relations_of(self, source_part: str, target_part: str) -> Relations:
        """Return the links and pictures that move between two parts."""
        if target_part not in self.relations:
            others = tuple(self.relations.values())
            self.relations[target_part] = Relations(
                self.source.members, self.target.members, source_part, target_part, others
            )
        return self.relations[target_part]

    def next_drawing(self) -> str:
        """Return a number that no drawing of the target has."""
        self.last_drawing += 1
        return str(self.last_drawing)


class Mover:
    """Moves elements into one part; what is replaced or removed goes at the end."""

    def __init__(self, whole: Transplant, source_part: str, target_part: str) -> None:
        self.whole = whole
        self.parts = source_part, target_part
        self.last: dict[Element, Element] = {}
        """The last element put after, or instead of, one of the target."""
        self.going: list[Element] = []
        self.starts: dict[Element, Element] = {}
        """The first element put before all others of a sequence, by the one it stands before."""

    def put_after(self, place: Element, element: Element) -> None:
        """Put a copy of *element* after *place* and what was put there before.

        Raises `CannotMoveError`, having changed nothing.
        """
        copy = self._copied(element)
        last: Element = self.last.get(place, place)
        last.addnext(copy)
        self.last[place] = copy

    def put_before_all(self, first: Element, element: Element) -> None:
        """Put a copy of *element* before *first*, after what was put there before.

        Raises `CannotMoveError`, having changed nothing.
        """
        if first in self.starts:
            self.put_after(self.starts[first], element)
        else:
            copy = self._copied(element)
            first.addprevious(copy)
            self.starts[first] = copy

    def put_instead(self, place: Element, element: Element) -> None:
        """Put a copy of *element* instead of *place*.

        Raises `CannotMoveError`, having changed nothing.
        """
        self.put_after(place, element)
        _keep_marks(place, self.last[place])
        self.going.append(place)

    def remove(self, element: Element) -> None:
        """Take *element* out of the target."""
        self.going.append(element)

    def finish(self) -> None:
        """Take out what was replaced or removed; what Word needs there stays, empty."""
        for element in self.going:
            parent: Element = element.getparent()
            is_last = parent.tag == w("tc") and len(parent.findall(w("p"))) == 1
            if element.tag == w("p") and (is_last or _section(element) is not None):
                for child in [each for each in element if each.tag != w("pPr")]:
                    xml.remove(child)
            else:
                xml.remove(element)
        self.going = []

    def _copied(self, element: Element) -> Element:
        if any(each.tag in _UNMOVABLE for each in element.iter()):
            raise CannotMoveError
        copy = xml.copied(element)
        for each in tuple(copy.iter(*_LEFT_BEHIND)):
            xml.remove(holder(each))
        for each in copy.iter():
            self._adapt(each)
        return copy

    def _adapt(self, element: Element) -> None:
        for name in tuple(element.attrib):
            if name.startswith((f"{{{W14}}}", w("rsid"))):
                del element.attrib[name]
            elif name in _REFERENCES:
                relations = self.whole.relations_of(*self.parts)
                element.set(name, relations.moved(element.get(name)))
        if element.tag in _STYLES:
            element.set(w("val"), self.whole.styles.moved(element.get(w("val"))))
        elif element.tag == w("numId"):
            number = element.get(w("val"))
            if number != "0" and number not in self.whole.lists:
                raise CannotMoveError
            element.set(w("val"), self.whole.lists.get(number, "0"))
        elif element.tag == f"{{{WP}}}docPr":
            element.set("id", self.whole.next_drawing())


def _list_map(source: WordDocument, target: WordDocument) -> dict[str, str]:
    """Return for each list of the source the one of the target that has the same entries."""
    here = dict(_lists(target))
    return {number: here[text] for text, number in _lists(source) if text in here}


def _lists(document: WordDocument) -> Iterator[tuple[str, str]]:
    for blocks in document.stories.values():
        for paragraph in paragraphs(blocks):
            if number := xml.value(paragraph.element, "pPr/numPr/numId"):
                yield paragraph.text, number


def _keep_marks(old: Element, copy: Element) -> None:
    """Give *copy* what others know the *old* paragraph by, and the section it ends."""
    if old.tag != w("p"):
        return
    first = 1 if len(copy) and copy[0].tag == w("pPr") else 0
    for start in old.findall(w("bookmarkStart")):
        copy.insert(first, start)
        first += 1
    copy.extend(old.findall(w("bookmarkEnd")))
    section = _section(old)
    if section is not None:
        properties = copy.find(w("pPr"))
        if properties is None:
            properties = xml.element("pPr")
            copy.insert(0, properties)
        properties.append(section)


def _section(paragraph: Element) -> Element | None:
    return paragraph.find(f"{w('pPr')}/{w('sectPr')}")
