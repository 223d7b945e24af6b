"""The tags of a part as one Jinja template, a tag a line, so that its names can be followed.

Tags that cannot be read leave their line empty; a loop that nothing closes leaves its
variable, so that one fault is not told again at every name that depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jinja2 import TemplateSyntaxError, nodes

from toolkit.workshop.blocks import Pairing
from toolkit.workshop.expressions import fault_of, parsed, source_of
from toolkit.workshop.following import follow
from toolkit.workshop.kinds import UNKNOWN, Kind
from toolkit.workshop.slips import Slip
from toolkit.workshop.statements import CLOSERS, MIDDLES, OPENERS, REFUSED, statement_of
from toolkit.workshop.tags import Scrap, Tag

_BEFORE = re.compile(r"^(?:\{\s*%[-+]?\s*)?(?:(?:p|tr|tc|r)\s+)?\w+\s*")
_AFTER = re.compile(r"\s(?:in|of|di)\s|=")
_NAME = re.compile(r"[^\W\d]\w*")
_RESERVED = frozenset(
    [
        "loop",
        "true",
        "false",
        "none",
        "True",
        "False",
        "None",
        "and",
        "or",
        "not",
        "in",
        "is",
        "if",
        "else",
        "recursive",
    ]
)
_ANYTHING = "__anything__"


def name_slips(
    items: Sequence[Tag | Scrap], pairing: Pairing, names: Mapping[str, Kind]
) -> Iterator[Slip]:
    """Yield what is wrong with the names and values that the tags of a part use."""
    found: dict[tuple[str, tuple[str, ...], str], Slip] = {}

    def tell(kind: str, line: int, values: Mapping[str, object]) -> None:
        at = items[line - 1].at()
        found.setdefault((kind, at, str(values.get("name"))), Slip(kind, at, values))

    tree = template_of(items, pairing)
    if tree is not None:
        follow(tree, {**names, _ANYTHING: UNKNOWN}, tell)
    yield from found.values()


def template_of(items: Sequence[Tag | Scrap], pairing: Pairing) -> nodes.Template | None:
    """Return the tags of a part as Jinja reads them, the line of each its position from 1."""
    try:
        return parsed("\n".join(_lines(items, pairing)))
    except TemplateSyntaxError:
        # The faults that keep it from being read are told by others.
        return None


def _lines(items: Sequence[Tag | Scrap], pairing: Pairing) -> Iterator[str]:
    whole = {id(tag): block.word for block in pairing.blocks for tag in block.tags}
    for item in items:
        yield _line(item, whole.get(id(item)))


def _line(item: Tag | Scrap, block: str | None) -> str:
    word = statement_of(item)
    is_block = word in CLOSERS or word in MIDDLES or word in OPENERS
    if is_block and block is None:
        return _stand_in(item, word)
    if isinstance(item, Scrap):
        return _bare(item, word) if is_block else ""
    if item.is_note or not item.content or (item.is_statement and not _is_known(item)):
        return _bare(item, word) if is_block else ""
    if fault_of(item) is not None:
        return _bare(item, word) if is_block else ""
    return source_of(item)


def _is_known(tag: Tag) -> bool:
    return tag.word not in REFUSED and (tag.word == statement_of(tag) or "=" in tag.content)


def _bare(item: Tag | Scrap, word: str) -> str:
    """Return a tag that opens or closes what *item* does, and says nothing else."""
    if word in OPENERS or word == "else":
        return f"{{% {word} %}}"
    if word == "for":
        return f"{{% for {', '.join(_names(item))} in {_ANYTHING} %}}"
    if word == "set":
        return f"{{% set {_names(item)[0]} %}}"
    if word in ("if", "elif"):
        return f"{{% {word} {_ANYTHING} %}}"
    return {
        "with": "{% with %}",
        "macro": "{% macro __macro__() %}",
        "call": f"{{% call {_ANYTHING}() %}}",
        "filter": "{% filter upper %}",
        "autoescape": "{% autoescape true %}",
        "raw": "{% raw %}",
    }[word]


def _stand_in(item: Tag | Scrap, word: str) -> str:
    """Return what keeps the names of a block that nothing closes."""
    if word not in ("for", "set"):
        return ""
    loop = ["loop"] if word == "for" else []
    return "".join(f"{{% set {name} = {_ANYTHING} %}}" for name in (*_names(item), *loop))


def _names(item: Tag | Scrap) -> list[str]:
    """Return the variables that a loop or an assignment makes, however it is written."""
    said = _BEFORE.sub("", item.content if isinstance(item, Tag) else item.text)
    before = _AFTER.split(said, maxsplit=1)[0]
    return [name for name in _NAME.findall(before) if name not in _RESERVED] or ["__variable__"]
