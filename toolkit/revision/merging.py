"""Carrying a person's edits over to a new version of the document they were made in.

Three documents: *base* as it was generated, *edited* as a person left it, and *new*, which
percorso generates today. What only the person changed is carried over; what only percorso
changed stands; what both changed differently is a conflict, told and never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from toolkit.rendering.archive import archive
from toolkit.rendering.parts import Parts
from toolkit.revision.changes import differs, looks_compare, place_under, story_pairs
from toolkit.revision.comments import carry_comments
from toolkit.revision.places import Change, Conflict, Kind, Place
from toolkit.revision.relations import CannotMoveError
from toolkit.revision.stories import BODY, Block, Row, Table, WordDocument, read_document
from toolkit.revision.threeway import Added, Common, three_way
from toolkit.revision.transplanting import Transplant


@dataclass(frozen=True, slots=True)
class Merged:
    """The new document with a person's edits in it, those carried and those that were not."""

    content: bytes
    carried: tuple[Change, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: bytes, edited: bytes, new: bytes, where: str) -> Merged:
    """Return *new* with the edits that lead from *base* to *edited*.

    Raises `UnreadableDocumentError` at *where* for an edited file that is no document.
    """
    documents = tuple(read_document(content, where) for content in (base, edited, new))
    return _Merge(*documents).merged()


class _Merge:
    """Works on the new document, whose elements are its own."""

    def __init__(self, base: WordDocument, edited: WordDocument, new: WordDocument) -> None:
        self.base, self.edited, self.new = base, edited, new
        self.with_looks = looks_compare(base, edited)
        self.carried: list[Change] = []
        self.conflicts: list[Conflict] = []

    def merged(self) -> Merged:
        transplant = Transplant(self.edited, self.new)
        newer = dict(story_pairs(self.base, self.new))
        for part, edited in story_pairs(self.base, self.edited):
            target = newer.get(part)
            if part and edited and target:
                self.move = transplant.into(edited, target)
                blocks = self.base.story(part), self.edited.story(edited), self.new.story(target)
                self._blocks(*blocks, Place(part))
        moved = transplant.members()
        package = Parts({**self.new.members, **moved}, BODY)
        for part, root in self.new.roots.items():
            package.put(part, root)
        # Read again, for it has other paragraphs now.
        merged = WordDocument(self.new.members, self.new.roots)
        carried, gone = carry_comments(self.edited, merged, package)
        return Merged(
            archive(package.members()).completed(()),
            (*self.carried, *carried),
            (*self.conflicts, *gone),
        )

    def _blocks(
        self,
        base: Sequence[Block],
        edited: Sequence[Block],
        new: Sequence[Block],
        place: Place,
    ) -> None:
        for step in tuple(three_way(base, edited, new)):
            place = place_under(place, step.base if isinstance(step, Common) else step.edited)
            if isinstance(step, Added):
                self._add(step, new, place)
            else:
                self._block(step, place)

    def _block(self, step: Common[Block], place: Place) -> None:
        base, edited, new = step.base, step.edited, step.new
        if edited is not None and not self._differs(base, edited):
            return
        if isinstance(base, Table) and isinstance(edited, Table) and isinstance(new, Table):
            self._rows(base, edited, new, place)
        else:
            self._settle(step, place, untouched=new is not None and not differs(base, new))

    def _rows(self, base: Table, edited: Table, new: Table, place: Place) -> None:
        for n, step in enumerate(tuple(three_way(base.rows, edited.rows, new.rows)), start=1):
            row = replace(place, row=n)
            if isinstance(step, Added):
                self._add(step, new.rows, row)
            else:
                self._row(step, row)

    def _differs(self, base: Block, edited: Block) -> bool:
        if self.with_looks or type(base) is not type(edited):
            return differs(base, edited)
        return base.key != edited.key

    def _row(self, step: Common[Row], place: Place) -> None:
        base, edited, new = step.base, step.edited, step.new
        if edited and new and len(base.cells) == len(edited.cells) == len(new.cells):
            columns = zip(base.cells, edited.cells, new.cells, strict=True)
            for n, (a, b, c) in enumerate(columns, start=1):
                self._blocks(a.blocks, b.blocks, c.blocks, replace(place, cell=n))
        elif edited is None or base.key != edited.key:
            self._settle(step, place, untouched=new is not None and base.key == new.key)

    def _settle(self, step: Common[Block] | Common[Row], place: Place, *, untouched: bool) -> None:
        """Carry over what the person made of something, if percorso left it *untouched*."""
        base, edited, new = step.base, step.edited, step.new
        after = edited.key if edited else ""
        if (new.key if new else None) == (edited.key if edited else None) and (
            edited is None or base.key != edited.key
        ):
            # Both did the same.
            return
        if not untouched or new is None:
            conflict = Conflict(place, base.key, after, new.key if new else "")
            self.conflicts.append(conflict)
            return
        try:
            if edited is None:
                self.move.remove(new.element)
                kind = Kind.REMOVED
            else:
                self.move.put_instead(new.element, edited.element)
                kind = Kind.REWRITTEN if base.key != after else Kind.RESTYLED
        except CannotMoveError:
            self.conflicts.append(Conflict(place, base.key, after, new.key))
            return
        self.carried.append(Change(kind, place, base.key, after))

    def _add(
        self, step: Added[Block] | Added[Row], new: Sequence[Block | Row], place: Place
    ) -> None:
        edited, anchor = step.edited, step.anchor
        conflict = Conflict(place, "", edited.key, "")
        if step.is_crowded or not new:
            self.conflicts.append(conflict)
            return
        try:
            if anchor is None:
                self.move.put_before_all(new[0].element, edited.element)
            else:
                self.move.put_after(anchor.element, edited.element)
        except CannotMoveError:
            self.conflicts.append(conflict)
        else:
            self.carried.append(Change(Kind.ADDED, place, "", edited.key))
