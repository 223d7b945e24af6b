r"""Tabs, new paragraphs and new pages inside values.

docxtpl ends the run for a tab, and the paragraph for the ``\a`` and ``\f`` of a `Listing`; what
begins anew has the same properties.
"""

from __future__ import annotations

import re

from toolkit.rendering.escaping import TAB

_SPECIAL = re.compile(f"[{TAB}\a\f]")
_TEXT = '<w:t xml:space="preserve">'
_PROPERTIES = {
    name: re.compile(rf"<w:{name}(?:/>|>.*?</w:{name}>)", re.DOTALL) for name in ("pPr", "rPr")
}


def resolve_listings(markup: str) -> str:
    """Return *markup* with each tab, new paragraph and new page of a value resolved."""
    pieces = []
    position = 0
    for found in _SPECIAL.finditer(markup):
        paragraph = _properties(markup, "p", found.start())
        run = _properties(markup, "r", found.start())
        pieces += [markup[position : found.start()], _written(found.group(), paragraph, run)]
        position = found.end()
    return "".join((*pieces, markup[position:]))


def _written(character: str, paragraph: str, run: str) -> str:
    again = f"<w:r>{run}{_TEXT}"
    if character == TAB:
        return f"</w:t></w:r><w:r>{run}<w:tab/></w:r>{again}"
    page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' if character == "\f" else ""
    return f"</w:t></w:r></w:p>{page}<w:p>{paragraph}{again}"


def _properties(markup: str, name: str, position: int) -> str:
    """Return the properties of the paragraph or run that stands around *position*."""
    start = max(markup.rfind(f"<w:{name}>", 0, position), markup.rfind(f"<w:{name} ", 0, position))
    inside = markup.find(">", start) + 1
    found = _PROPERTIES[f"{name}Pr"].match(markup, inside)
    return found.group() if found else ""
