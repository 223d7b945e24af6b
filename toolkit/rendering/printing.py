"""Which values have a written form of their own, and what is said of the others."""

from __future__ import annotations

import re
import reprlib

from toolkit.rendering.faults import NOWHERE, ForbiddenCharacterError, UnprintableValueError
from toolkit.text import Text

# What XML 1.0 cannot hold: control characters, lone surrogates; and what is no character.
_IMPOSSIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def is_placeholder(value: object) -> bool:
    """Tell whether *value* stands for one that nobody has given yet."""
    return getattr(value, "is_placeholder", False) is True


def as_text(value: object) -> str:
    """Return *value* as text if it can stand in a document as it is.

    Only text, whole numbers and what is still to be given can: a date or ``10.5`` printed
    raw would be in no language, ``None`` is a hole, a list is a slip.
    """
    if isinstance(value, str) or is_placeholder(value):
        return str(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(int(value))
    raise UnprintableValueError(
        kind=type(value).__name__, value=shown(value), remedy=_remedy(value), near=NOWHERE
    )


def shown(value: object) -> str:
    """Return *value* as a message shows it: short, however large it is."""
    return reprlib.repr(value)[:60]


def _remedy(value: object) -> Text:
    names = _WRITERS.get(type(value).__name__)
    return _NAME_A_PART if names is None else _USE_A_FILTER.filled(names=names)


_WRITERS = {
    "bool": "yes_no",
    "float": "hours, number, euro",
    "Decimal": "hours, number, euro",
    "date": "date, long_date, weekday, month",
    "datetime": "date, time",
    "time": "time",
    "tuple": "join_and, join",
    "list": "join_and, join",
}
_USE_A_FILTER = Text(it="usa uno dei filtri {names}", en="use one of the filters {names}")
_NAME_A_PART = Text(
    it="nomina una sua parte, o scegli con {% if %} che cosa stampare se manca",
    en="name one of its parts, or choose with {% if %} what to print when it is missing",
)


def refuse_impossible(text: str) -> None:
    """Raise `ForbiddenCharacterError` for a character that XML cannot hold."""
    found = None if text.isprintable() else _IMPOSSIBLE.search(text)
    if found is None:
        return
    around = _IMPOSSIBLE.sub("\ufffd", text[max(found.start() - 30, 0) : found.start() + 30])
    character = f"U+{ord(found.group()):04X}"
    raise ForbiddenCharacterError(value=around, character=character, near=NOWHERE)
