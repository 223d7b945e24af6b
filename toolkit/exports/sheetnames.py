"""Names of sheets that Excel accepts."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LONGEST = 31
_RESERVED = frozenset({"history"})


def sheet_names(names: Iterable[str], *, taken: Iterable[str]) -> tuple[str, ...]:
    """Return a name of a sheet for each of *names*, none of them among *taken*.

    Excel allows 31 characters, forbids some, and takes capitals for small letters when it
    compares two names; one that would be taken twice ends in a number.
    """
    used = {name.casefold() for name in taken} | _RESERVED
    found = []
    for name in names:
        plain = _plain(name)
        sheet = _cut(plain, _LONGEST)
        number = 1
        while sheet.casefold() in used:
            number += 1
            ending = f" ({number})"
            sheet = _cut(plain, _LONGEST - len(ending)) + ending
        used.add(sheet.casefold())
        found.append(sheet)
    return tuple(found)


def _plain(name: str) -> str:
    text = re.sub(r"[\[\]:*?/\\]", " ", name)
    return " ".join(text.split()).strip("' ") or "Foglio"


def _cut(text: str, length: int) -> str:
    # Excel counts as UTF-16 does: a character beyond the first 65,536 is two.
    cut = text.encode("utf-16-le")[: length * 2].decode("utf-16-le", errors="ignore")
    return cut.strip("' ")
