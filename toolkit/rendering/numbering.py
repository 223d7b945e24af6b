"""The lists of a document, and which of them numbers a paragraph."""

from __future__ import annotations

from toolkit.rendering import xml
from toolkit.rendering.outline import Level, Lists
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w


class Numbering:
    """The lists of ``numbering.xml`` and the paragraphs that use them."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        lists = () if root is None else tuple(root.iter(w("abstractNum")))
        instances = () if root is None else tuple(root.iter(w("num")))
        self._linked = {
            (_identifier(item), xml.value(level, "pStyle")): _number(level.get(w("ilvl")))
            for item in reversed(lists)
            for level in reversed(list(item.iter(w("lvl"))))
        }
        self.lists = Lists(
            {_identifier(item): _levels(item) for item in lists},
            {
                str(item.get(w("numId"))): xml.value(item, "abstractNumId") or ""
                for item in instances
            },
            {str(item.get(w("numId"))): _restarts(item) for item in instances},
        )

    def place(self, paragraph: Element) -> tuple[str, int] | None:
        """Return the list instance and the level of a paragraph, its own or its style's."""
        style = xml.value(paragraph, "pPr/pStyle")
        instance = xml.value(paragraph, "pPr/numPr/numId")
        level = xml.value(paragraph, "pPr/numPr/ilvl")
        if instance is None:
            instance = self._styles.inherited(style, "pPr/numPr/numId")
        if instance is None or instance not in self.lists.instances:
            return None
        if level is None:
            level = self._styles.inherited(style, "pPr/numPr/ilvl")
        if level is None:
            # The level of the list that names the style, the first when none does.
            linked = self._linked.get((self.lists.instances[instance], style))
            return instance, linked or 0
        return instance, _number(level)


def _identifier(item: Element) -> str:
    return str(item.get(w("abstractNumId")))


def _levels(item: Element) -> dict[int, Level]:
    return {
        _number(level.get(w("ilvl"))): Level(
            start=_number(xml.value(level, "start")),
            form=xml.value(level, "numFmt") or "decimal",
            text=xml.value(level, "lvlText") or "",
            is_legal=level.find(w("isLgl")) is not None,
        )
        for level in reversed(list(item.iter(w("lvl"))))
    }


def _restarts(item: Element) -> dict[int, int]:
    found: dict[int, int] = {}
    for override in item.iter(w("lvlOverride")):
        start = xml.value(override, "startOverride")
        if start is not None:
            found.setdefault(_number(override.get(w("ilvl"))), _number(start))
    return found


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else 0
