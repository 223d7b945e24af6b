"""Styles that move from one Word package to another, known by name."""

from __future__ import annotations

from typing import Any

from toolkit.rendering import xml
from toolkit.rendering.xml import w
from toolkit.revision.relations import CannotMoveError
from toolkit.revision.stories import WordDocument

Element = Any


class StyleMap:
    """Styles by name: their ids change with the language of Word."""

    def __init__(self, source: WordDocument, target: WordDocument) -> None:
        self.names = source.styles
        self.known: dict[str, str] = {name: each for each, name in target.styles.items()}
        self.source, self.target = source.members, target.members
        self.added: list[Element] = []

    def moved(self, identifier: str) -> str:
        """Return the id in the target of the style *identifier* of the source."""
        name = self.names.get(identifier, "")
        if name in self.known:
            return self.known[name]
        content = self.source.get("word/styles.xml")
        styles = () if content is None else xml.parse(content).iter(w("style"))
        found = next((each for each in styles if each.get(w("styleId")) == identifier), None)
        if found is None:
            raise CannotMoveError
        return self._added(xml.copied(found), name)

    def _added(self, style: Element, name: str) -> str:
        new_id = str(style.get(w("styleId")))
        while new_id in self.known.values():
            new_id += "x"
        style.set(w("styleId"), new_id)
        self.known[name] = new_id
        self.added.append(style)
        for tag in ("basedOn", "next", "link"):
            for each in style.findall(w(tag)):
                if tag == "basedOn":
                    each.set(w("val"), self.moved(str(each.get(w("val")))))
                else:
                    style.remove(each)
        for each in style.iter(w("numPr")):
            # The list of a style that comes along has no definition here.
            xml.remove(each)
        return new_id

    def members(self) -> dict[str, bytes]:
        """Return the part of the styles, if any came along."""
        if not self.added:
            return {}
        root = xml.parse(self.target["word/styles.xml"])
        root.extend(self.added)
        return {"word/styles.xml": xml.serialise(root)}
