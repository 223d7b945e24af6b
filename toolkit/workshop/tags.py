"""The tags of a passage, as their author wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from toolkit.workshop.passages import Passage

_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_OPENER = re.compile(r"\{\{|\{%|\{#")
_NOTE = re.compile(r"\{#")
_EDGE = re.compile(r"\{_\{|\}_\}|\{_%|%_\}|\{\{|\{%|\{#|\}\}|%\}|#\}")
_LITERAL = frozenset(["{_{", "}_}", "{_%", "%_}"])
_SCOPED = re.compile(r"(p|tr|tc|r)(?=\s|$)")
_STRUCTURAL = ("p", "tr", "tc")
_WORD = re.compile(r"[^\W\d]\w*")
# Curly quotes are made straight, as the language has it.
_STRAIGHT = str.maketrans("“”‘’\xa0\t\n", "\"\"''   ")


class Flaw(Enum):
    """Why a stretch of text is not a whole tag."""

    UNCLOSED = "unclosed"
    UNOPENED = "unopened"
    MIXED = "mixed"
    ALMOST = "almost"


@dataclass(frozen=True, slots=True)
class Scrap:
    """A stretch of text that looks like part of a tag."""

    passage: Passage
    start: int
    end: int
    flaw: Flaw

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    def at(self) -> tuple[str, ...]:
        """Return its path."""
        return self.passage.at(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Tag:
    """A whole tag: ``{%tr for unit in units %}`` has the scope ``tr`` and the word ``for``."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def opener(self) -> str:
        return self.text[:2]

    @property
    def is_statement(self) -> bool:
        return self.opener == "{%"

    @property
    def is_note(self) -> bool:
        return self.opener == "{#"

    @property
    def scope(self) -> str:
        """What the tag takes out: ``p``, ``tr``, ``tc`` or ``r``; else empty."""
        found = _SCOPED.match(self.text[2:-2])
        return found[1] if found else ""

    @property
    def is_structural(self) -> bool:
        return self.scope in _STRUCTURAL

    @property
    def content(self) -> str:
        """What stands between the delimiters, scope apart, quotes made straight."""
        return self.written.translate(_STRAIGHT).strip()

    @property
    def written(self) -> str:
        """The same with its quotes as they are."""
        inner = self.text[2:-2]
        return inner[len(self.scope) :].strip().strip("-+").strip()

    @property
    def word(self) -> str:
        """The first word of a statement: ``for``, ``endif``."""
        found = _WORD.match(self.content)
        return found[0] if found else ""

    def at(self) -> tuple[str, ...]:
        """Return its path."""
        return self.passage.at(self.start, self.end)

    def order(self) -> tuple[int, int]:
        """Return what sorts the tags of a part."""
        return self.passage.order_of(self.start)


def tags_of(passage: Passage) -> Iterator[Tag | Scrap]:
    """Yield the tags of a passage and what looks like part of one, in order."""
    text, position = passage.text, 0
    while found := _EDGE.search(text, position):
        edge, start = found[0], found.start()
        almost = _ALMOST.search(text, position)
        if almost and almost.start() < start:
            yield Scrap(passage, almost.start(), almost.end(), Flaw.ALMOST)
            position = almost.end()
            continue
        if edge in _LITERAL:
            position = found.end()
            continue
        if edge not in _CLOSERS:
            yield Scrap(passage, start, found.end(), Flaw.UNOPENED)
            position = found.end()
            continue
        each = _tag_from(passage, start, edge)
        yield each
        position = each.end
    for almost in _ALMOST.finditer(text, position):
        yield Scrap(passage, almost.start(), almost.end(), Flaw.ALMOST)


def _tag_from(passage: Passage, start: int, opener: str) -> Tag | Scrap:
    text = passage.text
    end = _closing(text, start + 2, _CLOSERS[opener])
    # A note may speak of tags.
    following = (_NOTE if opener == "{#" else _OPENER).search(text, start + 2)
    limit = following.start() if following else len(text)
    if end is not None and end <= limit:
        return Tag(passage, start, end)
    if end is not None and _is_quoted(text[start + 2 : limit]):
        return Tag(passage, start, end)
    other = re.compile(r"[}%#]\}").search(text, start + 2, limit)
    if other:
        return Scrap(passage, start, other.end(), Flaw.MIXED)
    single = text.find("}", start + 2, limit)
    stop = single + 1 if single >= 0 else limit
    return Scrap(passage, start, stop, Flaw.UNCLOSED)


def _closing(text: str, start: int, closer: str) -> int | None:
    """Return where a tag ends: at its closer outside quotes, else at the first one."""
    quote = ""
    for position in range(start, len(text) - 1):
        character = text[position]
        if quote:
            quote = "" if character == quote else quote
        elif character in "'\"" and closer != "#}":
            quote = character
        elif text.startswith(closer, position):
            return position + 2
    found = text.find(closer, start)
    return found + 2 if found >= 0 else None


def _is_quoted(text: str) -> bool:
    return text.count("'") % 2 == 1 or text.count('"') % 2 == 1


_ALMOST = re.compile(
    r"\{\s+[{%#].*?(?:[}%#]\s*\}|$)|[}%#]\s+\}|"  # { { name } }
    r"\{\s*[^\W\d][\w.]*\s*(?:\|\s*\w+\s*)*\}|"  # {name}
    r"\{\s*(?:for|if|endfor|endif)\b[^{}]*\}|"
    r"<<\s*[\w.]+\s*>>|\[\[\s*[\w.]+\s*\]\]|\$\{[\w.]+\}"
)
