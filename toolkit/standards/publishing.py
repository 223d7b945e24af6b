"""A standard printed again as text, in the order and layout of the published one.

Nothing of the published text is lost in a catalogue file if this text and the published
one have the same words, white space, list markers and page artefacts aside. Each piece
knows the clause that it states, so that no sentence is left to nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.model.published import Block, CompetenceTable, Paragraph, Passage, Section, UnitTable
from toolkit.model.standard import Standard
from toolkit.model.units import CompetenceUnit, LearningOutcomeUnit
from toolkit.text import written

BULLET = "  •"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text and the key of the clause they belong to, if to any."""

    words: str
    clause: str | None


Line = tuple[Piece, ...]
"""The pieces of one line; none in an empty line."""

EMPTY: Line = ()


def as_text(standard: Standard) -> str:
    """Return the whole text: the heading, then each section, an empty line between blocks.

    The tables name only units that exist, as `check_standard` makes sure.
    """
    return "\n".join(" ".join(piece.words for piece in line) for line in lines(standard)) + "\n"


def lines(standard: Standard) -> Iterator[Line]:
    """Yield the lines of the text: headings and titles, which may state no clause, and clauses."""
    for n, words in enumerate(standard.heading):
        yield from () if n == 0 else (EMPTY,)
        yield (Piece(words, None),)
    for section in standard.sections:
        yield EMPTY
        yield (Piece(f"{section.number}. {section.title}", section.clause),)
        yield from _content(standard, section)


def _content(standard: Standard, section: Section) -> Iterator[Line]:
    for block in section.content:
        yield EMPTY
        yield from _block(standard, block)


def _block(standard: Standard, block: Block) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield _in_a_row(block.paragraph)
        case CompetenceTable():
            yield from _competence_table(standard, block)
        case UnitTable():
            yield from _unit_table(standard, block)


def _in_a_row(passages: tuple[Passage, ...]) -> Line:
    return tuple(Piece(passage.words, passage.clause) for passage in passages)


def _competence_table(standard: Standard, table: CompetenceTable) -> Iterator[Line]:
    titles = {unit.number: unit.title for unit in standard.units}
    first, second = _columns(table.headings, 2)
    yield _in_a_row(table.headings)
    for row in standard.competence_units:
        yield from _competence_row(row, Piece(row.title or table.none, first), titles, second)


def _competence_row(
    row: CompetenceUnit, title: Piece, titles: dict[int, str], clause: str | None
) -> Iterator[Line]:
    first, *others = (Piece(titles[number], clause) for number in row.units)
    yield title, first
    yield from ((each,) for each in others)


def _unit_table(standard: Standard, table: UnitTable) -> Iterator[Line]:
    yield _in_a_row(table.headings)
    number = table.headings[0].clause if table.headings else None
    for unit in standard.units:
        yield (Piece(str(unit.number), number),)
        yield from _list(table.knowledge, unit.knowledge)
        yield from _list(table.skills, unit.skills)
        yield _figures(unit, table)
    total, totals = table.total, standard.totals
    yield tuple(
        Piece(words, total.clause)
        for words in (total.words, _hours(totals.hours), _hours(totals.distance_hours))
    )


def _list(heading: Passage, items: tuple[str, ...]) -> Iterator[Line]:
    if items:
        yield from (EMPTY, (Piece(heading.words, heading.clause),), EMPTY)
        yield from ((Piece(f"{BULLET} {item}", heading.clause),) for item in items)


def _figures(unit: LearningOutcomeUnit, table: UnitTable) -> Line:
    """Return the end of a row: each figure states the clause of the heading above it."""
    cells = (
        unit.title,
        _hours(unit.min_hours),
        _hours(unit.max_distance_hours),
        unit.credit.words,
    )
    columns = _columns(table.headings, len(cells))
    return tuple(Piece(words, clause) for words, clause in zip(cells, columns, strict=True))


def _columns(headings: tuple[Passage, ...], number: int) -> tuple[str | None, ...]:
    """Return the clauses that the last *number* columns state; none where a heading is missing."""
    clauses = (*(None for _ in range(number)), *(heading.clause for heading in headings))
    return clauses[-number:]


def _hours(hours: float) -> str:
    return written(hours, "it")
