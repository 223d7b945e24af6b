"""Changing single values in the text of a YAML file, everything else left byte for byte.

Comments, layout, quotation marks, line breaks and the mark of UTF-8 stay. The text that
comes out is read back: unless it says exactly what was meant, nothing is changed.
"""

from __future__ import annotations

from collections.abc import Iterable

from toolkit.errors import InTheWayError, PercorsoError
from toolkit.loading.changes import Change, inserting, made, renaming, setting
from toolkit.loading.intent import CannotChangeError, intended
from toolkit.loading.removing import removing
from toolkit.loading.yamlfile import parse_yaml
from toolkit.mending import Edit, Insert, Remove, Rename, SetValue
from toolkit.text import Text


class EditRefusedError(InTheWayError):
    """A value cannot be changed without touching something else."""

    message = Text(
        it="la voce «{key}» non si può cambiare senza toccare altro: cambiala a mano.",
        en="the key “{key}” cannot be changed without touching something else: change it by hand.",
    )


def edited(content: bytes, edits: Iterable[Edit], name: str) -> bytes:
    """Return the *content* of a file after *edits*, one after another.

    Messages call the file *name*. Raises `EditRefusedError`, and what `parse_yaml` raises.
    """
    for edit in edits:
        content = _after(content, edit, name)
    return content


def _after(content: bytes, edit: Edit, name: str) -> bytes:
    before = parse_yaml(content, name)
    text = content.decode("utf-8-sig")
    mark = content[: len(content) - len(text.encode())]
    try:
        meant = intended(before.data, edit)
        after = mark + made(text, _changes(text, edit)).encode()
        # Whatever the layout was like, what is written must be read as what was meant.
        if parse_yaml(after, name).data == meant:
            return after
    except (CannotChangeError, PercorsoError):
        pass
    raise EditRefusedError(before.where(edit.at), key=".".join(edit.at))


def _changes(text: str, edit: Edit) -> list[Change]:
    match edit:
        case SetValue():
            return setting(text, edit)
        case Insert():
            return inserting(text, edit)
        case Rename():
            return renaming(text, edit)
        case Remove():
            return removing(text, edit)
