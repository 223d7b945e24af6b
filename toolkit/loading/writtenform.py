"""How a value that an edit brings is written in YAML, in the manner of its neighbours."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from toolkit.mending import Content, Scalar, plain

STEP = 2
"""Columns that a value stands further in than its key."""

_WIDTH = 100

_LIKE_ANOTHER_KIND = re.compile(
    r"[-+]?[\d.,_]+|[-+]?0[xob][\da-f]+|[-+]?\d[\d.]*e[-+]?\d+|[-+]?\.(?:inf|nan)|~|null"
    r"|true|false|yes|no|on|off|y|n",
    re.IGNORECASE,
)
"""What a reader of YAML, or an editor, would not take for a text."""

_PLAIN_IN_FLOW = re.compile(r"[^,\[\]{}]*")


def scalar(value: Scalar, *, in_flow: bool, style: str = "") -> str:
    """Return *value* as it stands in a file, in quotes where it must or its *style* has them.

    *style* is that of the value it replaces.
    """
    text = plain(value)
    if text is None:
        return "null"
    is_text = isinstance(value, str)
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style == '"' or not _is_plain(text, in_flow=in_flow, is_text=is_text):
        return _quoted(text)
    return text


def _is_plain(text: str, *, in_flow: bool, is_text: bool) -> bool:
    if is_text and _LIKE_ANOTHER_KIND.fullmatch(text):
        return False
    if not re.match(r"[^\W_]|-?\d", text) or not text.isprintable() or text.endswith((":", " ")):
        return False
    if ": " in text or " #" in text:
        return False
    return not in_flow or bool(_PLAIN_IN_FLOW.fullmatch(text))


def _quoted(text: str) -> str:
    """Return *text* in double quotes, what is not seen on a screen by its number."""
    quoted = json.dumps(text, ensure_ascii=False)
    return "".join(each if each.isprintable() else _escaped(each) for each in quoted)


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"


def flow(value: Content) -> str:
    """Return *value* on one line: ``[a, b]`` or ``{key: value}``."""
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(each) for each in value) + "]"
    if isinstance(value, Mapping):
        pairs = (f"{scalar(key, in_flow=True)}: {flow(each)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    return scalar(value, in_flow=True)


def after_anchor(value: Content, column: int, end: str, *, style: str = "") -> str:
    """Return what follows the colon or dash of a key or item at *column*.

    That is a space and the value, or lines below it, each after the line break *end*.
    """
    if isinstance(value, tuple | Mapping) and not is_short(value, column):
        return f"{end}{block(value, column + STEP, end)}"
    if isinstance(value, tuple | Mapping):
        return f" {flow(value)}"
    return f" {scalar(value, in_flow=False, style=style)}"


def is_short(value: Content, column: int) -> bool:
    """Return whether *value* fits on the line of its key: a scalar, or a list of few."""
    if isinstance(value, Mapping):
        return not value
    if isinstance(value, tuple):
        is_list_of_lists = any(isinstance(each, tuple | Mapping) for each in value)
        return not value or (not is_list_of_lists and len(flow(value)) + column < _WIDTH - 20)
    return True


def block(value: Content, column: int, end: str) -> str:
    """Return a list or keys as lines that begin at *column*, without the last break."""
    indent = " " * column
    if isinstance(value, tuple):
        return end.join(f"{indent}-{after_dash(each, column, end)}" for each in value)
    assert isinstance(value, Mapping)
    return end.join(
        f"{indent}{scalar(key, in_flow=False)}:{after_anchor(each, column, end)}"
        for key, each in value.items()
    )


def after_dash(value: Content, column: int, end: str) -> str:
    """Return what follows the dash at *column*: keys begin on its own line."""
    if isinstance(value, Mapping) and value:
        return f" {block(value, column + STEP, end).lstrip()}"
    return after_anchor(value, column, end)
