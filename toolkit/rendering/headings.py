"""What the paragraphs of a template say to who reads it."""

from __future__ import annotations

from toolkit.rendering.xml import Element, w


def printed_text(paragraph: Element) -> str:
    """Return the text of a paragraph; tabs and line breaks count as spaces."""
    pieces = []
    for item in paragraph.iter(w("t"), w("tab"), w("br"), w("noBreakHyphen")):
        if item.tag == w("t"):
            pieces.append(item.text or "")
        elif item.tag == w("noBreakHyphen"):
            pieces.append("-")
        elif _is_printed(item):
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _is_printed(mark: Element) -> bool:
    run = mark.getparent()
    return run is not None and run.tag == w("r")
