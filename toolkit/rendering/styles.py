"""What a document's styles say, with what they inherit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from toolkit.rendering import xml
from toolkit.rendering.parts import STYLES_TYPE, Parts
from toolkit.rendering.placeholders import STYLE as PLACEHOLDER_STYLE
from toolkit.rendering.xml import Element, w

_HEADING = re.compile(r"heading ([1-9])")
_STYLE_XML = (
    f'<w:style xmlns:w="{xml.W}" w:type="character" w:customStyle="1" w:styleId="{PLACEHOLDER_STYLE}">'
    f'<w:name w:val="{PLACEHOLDER_STYLE}"/><w:uiPriority w:val="1"/><w:qFormat/>'
    '<w:rPr><w:color w:val="7F3F00"/><w:shd w:val="clear" w:color="auto" w:fill="FFF2CC"/></w:rPr>'
    "</w:style>"
)


class Styles:
    """The styles of a document, found by id or by Word's own English name."""

    def __init__(self, root: Element | None) -> None:
        found = () if root is None else tuple(root.iter(w("style")))
        self._by_id = {str(style.get(w("styleId"))): style for style in found}
        self._default = next(
            (
                style
                for style in found
                if style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true")
            ),
            None,
        )

    def identifier(self, name: str) -> str | None:
        """Return the id of the style that Word calls *name*, whatever its language."""
        for identifier, style in self._by_id.items():
            if (xml.value(style, "name") or "").lower() == name.lower():
                return identifier
        return None

    def get(self, identifier: str | None) -> Element | None:
        """Return a style by its id."""
        return self._by_id.get(identifier or "")

    def chain(self, identifier: str | None) -> Iterator[Element]:
        """Yield a style, then what it is based on, and so on; loops are cut."""
        style = self._by_id.get(identifier or "", self._default)
        seen: set[str] = set()
        while style is not None:
            own = str(style.get(w("styleId")))
            if own in seen:
                return
            seen.add(own)
            yield style
            style = self._by_id.get(xml.value(style, "basedOn") or "")

    def inherited(self, identifier: str | None, path: str) -> str | None:
        """Return the ``w:val`` at *path* in the nearest style of the chain that has it."""
        found = (xml.value(style, path) for style in self.chain(identifier))
        return next((content for content in found if content is not None), None)

    def heading_level(self, paragraph: Element) -> int | None:
        r"""Return the level of a heading, from 1, or nothing for other paragraphs.

        A heading is in a style named ``heading N``, or in one based on it, or has an outline
        level of its own or of its style, as Word's ``TOC \o \u`` counts them.
        """
        own = xml.value(paragraph, "pPr/outlineLvl")
        if own is not None:
            return _level(own)
        for style in self.chain(xml.value(paragraph, "pPr/pStyle")):
            named = _HEADING.fullmatch((xml.value(style, "name") or "").lower())
            if named:
                return int(named.group(1))
            outline = xml.value(style, "pPr/outlineLvl")
            if outline is not None:
                return _level(outline)
        return None


def _level(outline: str) -> int | None:
    # Level 9 (counted from 0) means body text.
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None


def with_placeholder_style(parts: Parts) -> tuple[str, bytes] | None:
    """Return name and content of the styles with one for placeholders, if they lack it."""
    names = parts.of_type(STYLES_TYPE)
    if not names:
        return None
    root = xml.copied(parts.tree(names[0]))
    known = {style.get(w("styleId")) for style in root.iter(w("style"))}
    if PLACEHOLDER_STYLE in known:
        return None
    root.append(xml.parse(_STYLE_XML))
    return names[0], xml.serialise(root)
