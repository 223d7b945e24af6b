"""Values that nobody has given yet: printed in brackets, so that people find them.

In the text of a run a placeholder becomes ``[text]`` in a run of its own, in the character
style ``Segnaposto``; in an attribute or a property just ``[text]``.
"""

from __future__ import annotations

import re

from toolkit.rendering.escaping import CLOSE, OPEN, TAB
from toolkit.rendering.faults import NOWHERE, ForbiddenCharacterError

STYLE = "Segnaposto"
_RUN = re.compile(r"<w:r(?: [^>]*)?>(<w:rPr/>|<w:rPr>.*?</w:rPr>)?", re.DOTALL)
_STYLED = re.compile(r"<w:rStyle\b[^>]*/>")
_TEXT = '<w:t xml:space="preserve">'


def print_placeholders(markup: str, where: str) -> tuple[str, bool]:
    """Return *markup* with its placeholders printed, and whether one has a run of its own."""
    first, *rest = markup.split(OPEN)
    pieces, position, own = [first], len(first), False
    for piece in rest:
        words, closing, after = piece.partition(CLOSE)
        if not closing or CLOSE in after:
            raise ForbiddenCharacterError(where, value="\ufffd", character="U+E000", near=NOWHERE)
        shown = f"[{' '.join(words.replace(TAB, ' ').split())}]"
        tag = markup.rfind("<", 0, position)
        if markup.startswith(("<w:t>", "<w:t "), tag) and ">" in markup[tag:position]:
            shown, own = _own_run(markup, position, shown), True
        pieces += (shown, after)
        position += len(piece) + 1
    printed = "".join(pieces)
    return (_without_empty_runs(printed) if own else printed), own


def _without_empty_runs(markup: str) -> str:
    """Remove what is left, beside a run of its own, of the run it was taken out of."""
    first, *rest = markup.split(OPEN)
    pieces = [_without_empty_end(first)]
    for piece in rest:
        own, _, after = piece.partition(CLOSE)
        empty = _EMPTY.match(after)
        pieces += (own, _without_empty_end(after[empty.end() :] if empty else after))
    return "".join(pieces)


def _without_empty_end(markup: str) -> str:
    if not markup.endswith("></w:t></w:r>"):
        return markup
    start = max(markup.rfind("<w:r>"), markup.rfind("<w:r "))
    return markup[:start] if _EMPTY.fullmatch(markup, start) else markup


_EMPTY = re.compile(
    r"<w:r(?: [^>]*)?>(?:<w:rPr/>|<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?"
    r"<w:t(?: [^>]*)?></w:t></w:r>",
    re.DOTALL,
)


def _own_run(markup: str, position: int, words: str) -> str:
    start = max(markup.rfind("<w:r>", 0, position), markup.rfind("<w:r ", 0, position))
    found = _RUN.match(markup, start)
    properties = (found[1] or "") if found else ""
    return (
        f"</w:t></w:r>{OPEN}<w:r>{_marked(properties)}{_TEXT}{words}</w:t></w:r>{CLOSE}"
        f"<w:r>{properties}{_TEXT}"
    )


def _marked(properties: str) -> str:
    """Return run properties with the style of placeholders, which comes first."""
    others = _STYLED.sub("", properties.removeprefix("<w:rPr>").removesuffix("</w:rPr>"))
    others = "" if properties == "<w:rPr/>" else others
    return f'<w:rPr><w:rStyle w:val="{STYLE}"/>{others}</w:rPr>'
