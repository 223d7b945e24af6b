"""A template as it is read: its passages, tags and blocks, and every slip in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path

from toolkit.place import At
from toolkit.rendering import package
from toolkit.rendering.inspecting import inspect
from toolkit.rendering.parts import MAIN_TYPE, STYLES_TYPE, Parts
from toolkit.rendering.places import part_words, shortened
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import Element, w
from toolkit.text import Text
from toolkit.workshop.blocks import Pairing, paired, unpaired
from toolkit.workshop.containers import fields_in, misplaced
from toolkit.workshop.kinds import Kind
from toolkit.workshop.passages import Passage, passages
from toolkit.workshop.slips import Slip
from toolkit.workshop.tags import Scrap, Tag, tags_of
from toolkit.workshop.tagslips import tag_slips
from toolkit.workshop.walking import name_slips


@dataclass(frozen=True)
class Reading:
    """A template and the names it may use; what is asked of it is worked out once."""

    where: str
    """The name it is reported under."""
    parts: Parts = field(repr=False)
    names: Mapping[str, Kind] = field(repr=False)

    @cached_property
    def styles(self) -> Styles:
        """The styles of the document."""
        return Styles(self.parts.only(STYLES_TYPE))

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text that may hold tags, part by part."""
        return passages(self.parts)

    @cached_property
    def items(self) -> tuple[tuple[Tag | Scrap, ...], ...]:
        """The tags of each part, and what looks like one, in the order of the file."""
        return tuple(
            tuple(sorted((tag for each in inside for tag in tags_of(each)), key=_order))
            for _, inside in groupby(self.passages, key=lambda each: each.part)
        )

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """The whole tags of all parts."""
        return tuple(each for items in self.items for each in items if isinstance(each, Tag))

    @cached_property
    def pairings(self) -> tuple[Pairing, ...]:
        """The blocks of each part."""
        return tuple(paired(items) for items in self.items)

    @cached_property
    def slips(self) -> tuple[Slip, ...]:
        """Everything that is not as it should be in the tags."""
        return tuple(self._slips())

    def _slips(self) -> Iterator[Slip]:
        for items in self.items:
            yield from tag_slips(items)
        yield from unpaired(self.pairings)
        for items, pairing in zip(self.items, self.pairings, strict=True):
            yield from pairing.slips
            if pairing.blocks:
                fields = fields_in(self.parts.tree(items[0].passage.part))
                for block in pairing.blocks:
                    yield from misplaced(block, fields)
            yield from name_slips(items, pairing, self.names)

    def passage(self, at: At) -> Passage | None:
        """Return the passage that a path points into, if it does."""
        if len(at) < 2:
            return None
        return next(
            (each for each in self.passages if (each.part, str(each.number)) == at[:2]), None
        )

    def at(self, element: Element) -> At:
        """Return the path of the paragraph that is, holds or first stands in *element*."""
        found = next(element.iterancestors(w("p")), None)
        paragraph = element if element.tag == w("p") else found
        if paragraph is None:
            paragraph = next(element.iter(w("p")), None)
        for each in self.passages:
            if each.is_paragraph and each.element is paragraph:
                return each.at()
        return (self.parts.of_type(MAIN_TYPE)[0],)

    def words_of(self, at: At) -> Text:
        """Return a place in words."""
        passage = self.passage(at)
        if passage is not None:
            return passage.where()
        return part_words(at[0]) if at else Text(it="", en="")

    def near(self, at: At) -> str:
        """Return the text around a place, on one line."""
        passage = self.passage(at)
        if passage is None:
            return ""
        start, end = (int(each) for each in at[2:4])
        before = passage.text[max(start - _AROUND, 0) : start]
        after = passage.text[end : end + _AROUND]
        cut = ("…" if start > _AROUND else "", "…" if end + _AROUND < len(passage.text) else "")
        return shortened(f"{cut[0]}{before}{passage.text[start:end]}{after}{cut[1]}", _LONGEST)


_AROUND = 30
_LONGEST = 120


def read_template(source: Path | bytes, *, name: str, names: Mapping[str, Kind]) -> Reading:
    """Return a template read; raises `TemplateError` for what is no Word document."""
    data = package.read_bytes(source, name)
    parts = Parts(package.read_members(data, name), name)
    inspect(parts, frozenset())
    return Reading(name, parts, names)


def _order(item: Tag | Scrap) -> tuple[int, int]:
    return item.passage.order_of(item.start)
