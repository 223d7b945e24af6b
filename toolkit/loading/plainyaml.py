"""The YAML that nearly all files are made of, read in a fraction of the time a parser takes.

That is one entry a line, in blocks; plain or quoted texts that end on their line; lists and
mappings in brackets that end on theirs. Whatever else a file holds, a slip among it, is
declined with the whole file and left to the parser. Only one thing must never happen here:
that a text is read otherwise than the parser reads it. What is doubtful is declined.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable
from typing import Any

from toolkit.loading.composing import MAX_VALUES, Value

MAX_BRACKETS = 18
MAX_BLOCKS = 9
MAX_LENGTH = 1000
"""Of what stands in brackets, and of a key: beyond these the parser's own limits may hold."""

# A colon in a text has a letter or a slash behind it, spaces have something else around.
_WORD = r"{0}++(?:(?<=\w):(?=[\w/]){0}*+)*+"
_PLAIN = rf"(?=[\w(/+«“€]){_WORD}(?: ++{_WORD})*+".replace("{0}", r"[^ ,\[\]{}:#\"\\?|>\n]")
_PLAIN_ALONE = rf"(?=[\w(/+«“€.]){_WORD}(?: ++{_WORD})*+".replace("{0}", r"[^ :#\\|>\n]")
"""A text without quotes; outside of brackets commas and brackets may be part of it."""

_QUOTED = r"\"[^\"\\\n]*+\"|'[^'\n]*+'"
_LINE = re.compile(
    rf"^( *+)(-(?: ++|$))?(?:({_PLAIN}|{_QUOTED}):(?= |$) *+)?"
    rf"({_QUOTED}|[{{\[](?:[^}}\]\n]*+[}}\]])+?|{_PLAIN_ALONE}|) *+(?:(?<!\S)#.*+)?$",
    re.MULTILINE,
)
"""A line: its indentation, a dash, a key, a value, a comment; each may be missing."""

_IN_QUOTES = r"(?<=\")[^\"\\]*+(?=\")|(?<=')[^'\"\\]*+(?=')"
_BARE = re.compile(rf"({_PLAIN})")
_BARE_OR_QUOTED = re.compile(rf"[\"']?({_IN_QUOTES}|(?<![\"']){_PLAIN}(?!\"))[\"']?")
"""A text in brackets, without the quotes around it."""

_BETWEEN = re.compile(r"(?:[{}\[\], ]|: )*+")
"""What stands between them."""

_BETWEEN_ENTRIES = re.compile(r", (?=\w++: )")
"""What stands between the entries of a mapping, if it is not inside of one of them."""

Line = tuple[str, str, str, str]


class _RicherError(ValueError):
    """Only the parser can tell what this means."""


def plain_mapping(text: str) -> dict[str, Value] | None:
    """Return what *text*, all of printable lines, says; None if the parser must be asked."""
    lines = _LINE.findall(text)
    # A line of another kind is not found at all; each value stands after one of these.
    at_most = 2 * len(lines) + sum(map(text.count, ",[{"))
    if len(lines) != text.count("\n") + 1 or at_most > MAX_VALUES:
        return None
    try:
        return _mapping(each for each in lines if each[1] or each[2] or each[3])
    except ValueError:
        return None


def _mapping(entries: Iterable[Line]) -> dict[str, Value]:
    root: dict[str, Any] = {}
    blocks: list[tuple[int, Any]] = [(0, root)]
    bare: tuple[Any, Any] | None = None
    for indent, dash, key, value in entries:
        column = len(indent)
        block = _block_at(column, bool(dash), blocks, bare)
        if dash and key:
            column += len(dash)
            block.append({})
            block = block[-1]
            blocks.append((column, block))
        place = _unquoted(key) if key else len(block)
        if dash and not key:
            block.append(None)
        elif not key or place in block or len(key) > MAX_LENGTH:
            raise _RicherError
        block[place] = _value(value)
        bare = None if value else (block, place)
    if not root:
        raise _RicherError
    return root


def _block_at(column: int, is_item: bool, blocks: list[tuple[int, Any]], bare: Any) -> Any:
    """Return the block an entry in *column* belongs to, opened or closed as it says."""
    innermost, block = blocks[-1]
    # Items may stand below the key of their list, in its own column.
    if column > innermost or (is_item and column == innermost and type(block) is dict):
        if bare is None or len(blocks) > MAX_BLOCKS:
            raise _RicherError
        above, place = bare
        above[place] = block = [] if is_item else {}
        blocks.append((column, block))
        return block
    while blocks[-1][0] > column or (
        blocks[-1][0] == column and type(blocks[-1][1]) is list and not is_item
    ):
        blocks.pop()
    innermost, block = blocks[-1]
    if innermost != column or is_item is not (type(block) is list):
        raise _RicherError
    return block


def _unquoted(text: str) -> str:
    return text[1:-1] if text[0] in "\"'" else text


def _value(written: str) -> Value:
    if not written or written == "null":
        return None
    if written[0] not in "{[":
        return _unquoted(written)
    return _by_entries(written) or _in_brackets(written)


def _by_entries(written: str) -> dict[str, Value] | None:
    """Return the mapping in brackets as its entries one by one make it; None if they do not."""
    if written[0] != "{" or len(written) > MAX_LENGTH or '"' in written or "'" in written:
        return None
    entries = _BETWEEN_ENTRIES.split(written[1:-1])
    try:
        found = dict(map(_entry, entries))
    except ValueError:
        return None
    return found if len(found) == len(entries) else None


# The lessons of a timetable have most of their entries in common, and so have timetables.
@functools.lru_cache(maxsize=4096)
def _entry(written: str) -> tuple[str, Value]:
    """Return the key and value of one entry, which mean between others what they mean alone."""
    match _in_brackets(f"{{{written}}}"):
        case dict(alone) if len(alone) == 1:
            return next(iter(alone.items()))
    raise _RicherError


def _in_brackets(written: str) -> Value:
    has_quotes = '"' in written or "'" in written
    pieces = (_BARE_OR_QUOTED if has_quotes else _BARE).split(written)
    if (
        len(written) > MAX_LENGTH
        or written.count("[") + written.count("{") > MAX_BRACKETS
        or "null" in pieces
        or not _BETWEEN.fullmatch("".join(pieces[::2]))
    ):
        raise _RicherError
    # With every text in quotes it is JSON, or not ours.
    text = '"'.join(pieces)
    value: Value
    value, end = _JSON.raw_decode(text)
    if end != len(text):
        raise _RicherError
    return value


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    entries = dict(pairs)
    if len(entries) != len(pairs):
        raise _RicherError
    return entries


_JSON = json.JSONDecoder(object_pairs_hook=_without_repeats)
