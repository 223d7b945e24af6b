"""How a template is laid out: by styles, without empty lines, without changes left open."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, rule
from toolkit.rendering.headings import printed_text
from toolkit.rendering.xml import Element, w
from toolkit.workshop.reading import Reading
from toolkit.workshop.rules.quality import looks_like_heading

_BY_HAND_IN_RUNS = tuple(
    w(name) for name in ("b", "i", "u", "sz", "color", "rFonts", "highlight", "shd", "caps")
)
_BY_HAND_IN_PARAGRAPHS = tuple(w(name) for name in ("jc", "ind", "spacing", "pBdr", "shd"))
_CHANGES = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))
_HOLDS_SOMETHING = tuple(
    w(name) for name in ("drawing", "pict", "object", "br", "sectPr", "fldChar", "sdt")
)


@rule(
    "X421",
    clause=None,
    severity=Severity.WARNING,
    it="Il documento ha revisioni in sospeso, qui la prima; accettale o rifiutale (Revisione, "
    "Accetta tutte).",
    en="The document has tracked changes, here the first; accept or reject them (Review, Accept "
    "All Changes).",
)
def no_tracked_changes_are_left(template: Reading) -> Iterator[Hit]:
    """No tracked changes are left: deleted tags would still count, and the documents show them."""
    for _, root in template.parts.texts():
        if (change := next(root.iter(*_CHANGES), None)) is not None:
            yield Hit(template.at(change), {})
            return


@rule(
    "X422",
    clause=None,
    severity=Severity.NOTE,
    it="Paragrafi con formattazione a mano: {count}, questo è il primo; usa gli stili, così tutti "
    "cambiano insieme.",
    en="Paragraphs formatted by hand: {count}, this is the first; use styles, so that all change "
    "together.",
)
def text_is_formatted_by_styles(template: Reading) -> Iterator[Hit]:
    """Text is formatted by styles, not by hand.

    Numbering, tabs and breaks are no formatting; the format of a single word wants a character
    style, such as Strong.
    """
    for _, root in template.parts.texts():
        found = [each for each in root.iter(w("p")) if _is_by_hand(each)]
        if found:
            yield Hit(template.at(found[0]), {"count": len(found)})


@rule(
    "X423",
    clause=None,
    severity=Severity.NOTE,
    it="Paragrafi vuoti usati come spazio: {count}, questo è il primo; toglili e dai spazio prima "
    "o dopo nello stile.",
    en="Empty paragraphs used as space: {count}, this is the first; remove them and give the style "
    "space before or after.",
)
def space_comes_from_styles(template: Reading) -> Iterator[Hit]:
    """Space between paragraphs comes from their styles, not from empty paragraphs."""
    body = template.parts.main().find(w("body"))
    found = [each for each in ([] if body is None else body.findall(w("p"))) if _is_space(each)]
    if found:
        yield Hit(template.at(found[0]), {"count": len(found)})


def _is_by_hand(paragraph: Element) -> bool:
    if looks_like_heading(paragraph):
        # Told as that, by the rule about headings.
        return False
    properties = paragraph.find(w("pPr"))
    own = [] if properties is None else list(properties)
    runs = [item for run in paragraph.findall(f".//{w('r')}/{w('rPr')}") for item in run]
    return any(item.tag in _BY_HAND_IN_PARAGRAPHS for item in own) or any(
        item.tag in _BY_HAND_IN_RUNS for item in runs
    )


def _is_space(paragraph: Element) -> bool:
    if printed_text(paragraph) or next(paragraph.iter(*_HOLDS_SOMETHING), None) is not None:
        return False
    before, after = paragraph.getprevious(), paragraph.getnext()
    # Word wants a paragraph between two tables, and one after the last.
    apart = before is not None and before.tag == w("tbl")
    return not (apart and (after is None or after.tag in (w("tbl"), w("sectPr"))))
