"""The tables of a template: fitted where its tags leave them alone, measured where they do not."""

from __future__ import annotations

import re

from toolkit.rendering import xml
from toolkit.rendering.grids import fitted
from toolkit.rendering.xml import Element, w

_LOOSE = re.compile(r"\{[%{]\s*tc\s|\{%\s*(?:colspan|hm)\b")


def fit_grids(root: Element) -> None:
    """Fit every table of a template in which no tag adds, widens or takes out cells."""
    for table in reversed(list(root.iter(w("tbl")))):
        if any(_LOOSE.search(xml.all_text(cell)) for cell in table.iter(w("tc"))):
            continue
        markup = xml.as_text(xml.copied(table))
        fit = fitted(markup, text_width(table))
        if fit != markup:
            replacement = xml.parse(fit)
            replacement.tail, table.tail = table.tail, None
            xml.replace(table, replacement)


def text_widths(root: Element) -> tuple[int, ...]:
    """Return for each table the width between the margins of its section."""
    return tuple(text_width(table) for table in root.iter(w("tbl")))


def text_width(table: Element) -> int:
    """Return the width between the margins of the section the table is in; 0 if unknown.

    A section's properties stand at its end: in its last paragraph, or last in the body.
    """
    sections = (next(block.iter(w("sectPr")), None) for block in table.itersiblings())
    section = next((each for each in sections if each is not None), None)
    if section is None:
        return 0
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    if size is None or margins is None:
        return 0
    sides = _number(margins.get(w("left"))) + _number(margins.get(w("right")))
    return max(_number(size.get(w("w"))) - sides, 0)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isdecimal() and len(text) < 9 else 0
