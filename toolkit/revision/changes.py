"""What a person changed in a document since it was generated, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from toolkit.revision.aligning import Pair, aligned
from toolkit.revision.places import Change, Kind, Place
from toolkit.revision.stories import BODY, Block, Cell, Paragraph, Row, Table, WordDocument


def changes(before: WordDocument, after: WordDocument) -> tuple[Change, ...]:
    """Return what changed from *before* to *after*, in reading order.

    How characters look is left out where another program saved the document.
    """
    found = tuple(
        change
        for old, new in story_pairs(before, after)
        for change in _in_story(old or new or BODY, before.story(old), after.story(new))
    )
    if not looks_compare(before, after):
        return tuple(each for each in found if each.kind is not Kind.RESTYLED)
    return found


def story_pairs(
    before: WordDocument, after: WordDocument
) -> tuple[tuple[str | None, str | None], ...]:
    """Pair the parts of two documents: programs number headers and footers as they like."""
    pairs: list[tuple[str | None, str | None]] = [(BODY, BODY)]
    for kind in ("word/header", "word/footer"):
        old = {part: key for part, key in before.keys.items() if part.startswith(kind)}
        new = {part: key for part, key in after.keys.items() if part.startswith(kind)}
        for part, key in tuple(old.items()):
            same = next((each for each, other in new.items() if other == key), None)
            if same is not None:
                pairs.append((part, same))
                del old[part], new[same]
        # A section that gets a copy of a header it had inherited shows nothing new.
        known = set(before.keys.values())
        pairs += zip_longest(old, (part for part, key in new.items() if key not in known))
    return tuple(pairs)


def looks_compare(before: WordDocument, after: WordDocument) -> bool:
    """Whether the looks of two documents can be compared: Word, or nobody, saved the later.

    Other programs write out what a style says anyway, which no person changed.
    """
    return after.program in {before.program, "Microsoft"}


def paragraphs(blocks: Sequence[Block]) -> tuple[Paragraph, ...]:
    """Return every paragraph of *blocks*, those in tables too, in reading order."""
    return tuple(_paragraphs(blocks))


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from _paragraphs(cell.blocks)


def placed_paragraphs(part: str, blocks: Sequence[Block]) -> Iterator[tuple[Paragraph, Place]]:
    """Yield every paragraph of *blocks*, which are those of *part*, with where it stands."""
    place = Place(part)
    for block in blocks:
        place = place_under(place, block)
        yield from _placed(block, place)


def _placed(block: Block, place: Place) -> Iterator[tuple[Paragraph, Place]]:
    if isinstance(block, Paragraph):
        yield block, place
        return
    for n, row in enumerate(block.rows, start=1):
        for m, cell in enumerate(row.cells, start=1):
            for inner in cell.blocks:
                yield from _placed(inner, replace(place, row=n, cell=m))


def twins(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Yield each paragraph that is in both, with what it became; those in tables too."""
    for pair in aligned(old, new):
        if isinstance(pair.old, Paragraph) and isinstance(pair.new, Paragraph):
            yield pair.old, pair.new
        elif isinstance(pair.old, Table) and isinstance(pair.new, Table):
            for rows in aligned(pair.old.rows, pair.new.rows):
                if rows.old and rows.new and len(rows.old.cells) == len(rows.new.cells):
                    for a, b in zip(rows.old.cells, rows.new.cells, strict=True):
                        yield from twins(a.blocks, b.blocks)


def is_restyled(old: Paragraph, new: Paragraph) -> bool:
    """Whether the same words have another style or look otherwise."""
    return old.style != new.style or old.looks != new.looks


def differs(old: Block, new: Block) -> bool:
    """Whether two paragraphs or tables read or look different."""
    if isinstance(old, Paragraph) and isinstance(new, Paragraph):
        return old.text != new.text or is_restyled(old, new)
    if isinstance(old, Table) and isinstance(new, Table):
        left, right = paragraphs((old,)), paragraphs((new,))
        unlike = len(left) != len(right) or old.key != new.key
        return unlike or any(is_restyled(a, b) for a, b in zip(left, right, strict=True))
    return True


def place_under(place: Place, block: Block | None) -> Place:
    """Return where *block* stands, which follows what stands at *place*."""
    if place.cell is not None:
        return place
    if isinstance(block, Table):
        return replace(place, table=place.tables + 1, tables=place.tables + 1)
    if isinstance(block, Paragraph) and block.style.startswith("heading "):
        return Place(place.part, heading=block.text)
    return replace(place, table=None)


def _in_story(part: str, old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    place = Place(part)
    for pair in aligned(old, new):
        place = place_under(place, pair.new or pair.old)
        yield from _in_pair(pair, place)


def _in_pair(pair: Pair[Block], place: Place) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if isinstance(old, Table) and isinstance(new, Table):
        yield from _in_table(old, new, place)
    elif isinstance(old, Paragraph) and isinstance(new, Paragraph):
        if old.text != new.text:
            yield Change(Kind.REWRITTEN, place, old.text, new.text)
        elif is_restyled(old, new):
            yield Change(Kind.RESTYLED, place, old.text, new.text)
    else:
        # A table is never a rewritten paragraph: one went, the other came.
        if old is not None:
            yield Change(Kind.REMOVED, place, old.key, "")
        if new is not None:
            yield Change(Kind.ADDED, place, "", new.key)


def _in_table(old: Table, new: Table, place: Place) -> Iterator[Change]:
    for n, pair in enumerate(aligned(old.rows, new.rows), start=1):
        number = pair.after + 1 if pair.after is not None else n
        yield from _in_row(pair, replace(place, row=number))


def _in_row(pair: Pair[Row], place: Place) -> Iterator[Change]:
    old, new = pair.old, pair.new
    if old is None or new is None:
        if new is not None:
            yield Change(Kind.ADDED, place, "", _told(new))
        if old is not None:
            yield Change(Kind.REMOVED, place, _told(old), "")
    elif len(old.cells) == len(new.cells):
        for n, (a, b) in enumerate(zip(old.cells, new.cells, strict=True), start=1):
            yield from _in_cell(a, b, replace(place, cell=n))
    elif old.key != new.key:
        yield Change(Kind.REWRITTEN, place, _told(old), _told(new))


def _in_cell(old: Cell, new: Cell, place: Place) -> Iterator[Change]:
    for pair in aligned(old.blocks, new.blocks):
        yield from _in_pair(pair, place)


def _told(row: Row) -> str:
    return " | ".join(cell.key.replace("\n", " ") for cell in row.cells)
