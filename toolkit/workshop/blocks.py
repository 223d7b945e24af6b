"""The blocks of a part: which tag closes which, told even where some are wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from toolkit.rendering.places import part_words
from toolkit.workshop.slips import Slip, slip
from toolkit.workshop.statements import CLOSERS, MIDDLES, OPENERS, statement_of
from toolkit.workshop.tags import Scrap, Tag


@dataclass(frozen=True, slots=True)
class Block:
    """A block that is opened and closed: the first tag, those between, the last."""

    word: str
    tags: tuple[Tag | Scrap, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """The blocks of one part and what is wrong with its pairs."""

    blocks: tuple[Block, ...]
    slips: tuple[Slip, ...]
    open: tuple[Tag | Scrap, ...]
    """Openings that nothing closes."""
    stray: tuple[Tag | Scrap, ...]
    """Closings that close nothing."""


def paired(items: Sequence[Tag | Scrap]) -> Pairing:
    """Return the blocks of a part, whose tags come in the order of the file."""
    pairer = _Pairer(tuple((item, word) for item in items if (word := statement_of(item))))
    return pairer.pairing()


def unpaired(pairings: Sequence[Pairing]) -> Iterator[Slip]:
    """Yield what is never closed or never opened; a pair in two parts is one slip."""
    # What is half a tag is told as that.
    stray = [item for each in pairings for item in each.stray if isinstance(item, Tag)]
    for opening in (item for each in pairings for item in each.open if isinstance(item, Tag)):
        word = statement_of(opening)
        other = next(
            (
                item
                for item in stray
                if OPENERS[statement_of(item)] == word and item.passage.part != opening.passage.part
            ),
            None,
        )
        if other is None:
            yield slip("unclosed-block", opening.at(), word=word, end=_closing(opening, word))
        else:
            stray.remove(other)
            where = part_words(other.passage.part)
            yield slip("block-across-parts", opening.at(), word=word, part=where)
    for item in stray:
        word = statement_of(item)
        yield slip("unopened-block", item.at(), word=word, start=OPENERS[word])


def _closing(opening: Tag, word: str) -> str:
    """Return what closes a block, after the letter of its opening: ``p endif``."""
    return f"{opening.scope} {CLOSERS[word]}"


class _Pairer:
    def __init__(self, statements: tuple[tuple[Tag | Scrap, str], ...]) -> None:
        self._statements = statements
        self._stack: list[tuple[str, list[Tag | Scrap]]] = []
        self._blocks: list[Block] = []
        self._slips: list[Slip] = []
        self._open: list[Tag | Scrap] = []
        self._stray: list[Tag | Scrap] = []

    def pairing(self) -> Pairing:
        for position, (item, word) in enumerate(self._statements):
            if self._stack and self._stack[-1][0] == "raw" and word != "endraw":
                continue
            if word in CLOSERS:
                self._stack.append((word, [item]))
            elif word in MIDDLES:
                self._middle(item, word)
            elif word in OPENERS:
                self._close(item, OPENERS[word], position)
        self._open += [tags[0] for _, tags in self._stack]
        return Pairing(
            tuple(self._blocks), tuple(self._slips), tuple(self._open), tuple(self._stray)
        )

    def _middle(self, item: Tag | Scrap, word: str) -> None:
        if not self._stack or self._stack[-1][0] not in MIDDLES[word]:
            self._slips.append(slip("stray-middle", item.at(), word=word))
        elif any(statement_of(each) == "else" for each in self._stack[-1][1]):
            self._slips.append(slip("after-else", item.at(), word=word))
        else:
            self._stack[-1][1].append(item)

    def _close(self, item: Tag | Scrap, word: str, position: int) -> None:
        words = [each for each, _ in self._stack]
        if not words:
            self._stray.append(item)
        elif words[-1] == word:
            self._finish(item)
        elif self._is_closed_later(words[-1], position):
            if word in words:
                self._cross(item, word, words)
            else:
                self._stray.append(item)
        elif word in words:
            while self._stack[-1][0] != word:
                self._open.append(self._stack.pop()[1][0])
            self._finish(item)
        else:
            wanted = CLOSERS[words[-1]]
            values = {"word": CLOSERS[word], "opening": words[-1], "wanted": wanted}
            self._slips.append(Slip("wrong-closing", item.at(), values))
            self._stack.pop()

    def _finish(self, item: Tag | Scrap) -> None:
        word, tags = self._stack.pop()
        self._blocks.append(Block(word, (*tags, item)))

    def _cross(self, item: Tag | Scrap, word: str, words: list[str]) -> None:
        inner = words[-1]
        values = {"word": CLOSERS[word], "inner": inner, "wanted": CLOSERS[inner]}
        self._slips.append(Slip("crossed-blocks", item.at(), values))
        last = len(words) - 1 - words[::-1].index(word)
        del self._stack[last]

    def _is_closed_later(self, word: str, position: int) -> bool:
        depth = 1
        for _, each in self._statements[position + 1 :]:
            depth += (each == word) - (each == CLOSERS[word])
            if not depth:
                return True
        return False
