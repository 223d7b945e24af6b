"""A standard printed again as text, in the order and layout of the published one.

Nothing of the published text is lost in a catalogue file if this text and the published
one have the same words, white space, list markers and page artefacts aside.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.model.published import Block, CompetenceTable, Paragraph, Passage, Section, UnitTable
from toolkit.model.standard import Standard
from toolkit.model.units import CompetenceUnit, LearningOutcomeUnit
from toolkit.text import written


def as_text(standard: Standard) -> str:
    """Return the whole text: the heading, then each section, an empty line between blocks.

    The tables name only units that exist, as `check_standard` makes sure.
    """
    sections = (_section(standard, section) for section in standard.sections)
    return "\n\n".join((*standard.heading, *sections)) + "\n"


def _section(standard: Standard, section: Section) -> str:
    blocks = (_block(standard, block) for block in section.content)
    return "\n\n".join((f"{section.number}. {section.title}", *blocks))


def _block(standard: Standard, block: Block) -> str:
    match block:
        case Paragraph():
            return _in_a_row(block.paragraph)
        case CompetenceTable():
            return "\n".join(_competence_table(standard, block))
        case UnitTable():
            return "\n".join(_unit_table(standard, block))


def _in_a_row(passages: tuple[Passage, ...]) -> str:
    return " ".join(passage.words for passage in passages)


def _competence_table(standard: Standard, table: CompetenceTable) -> Iterator[str]:
    titles = {unit.number: unit.title for unit in standard.units}
    yield _in_a_row(table.headings)
    for row in standard.competence_units:
        yield from _competence_row(row, table.none, titles)


def _competence_row(row: CompetenceUnit, none: str, titles: dict[int, str]) -> Iterator[str]:
    first, *others = (titles[number] for number in row.units)
    yield f"{row.title or none} {first}"
    yield from others


def _unit_table(standard: Standard, table: UnitTable) -> Iterator[str]:
    yield _in_a_row(table.headings)
    for unit in standard.units:
        yield str(unit.number)
        yield from _list(table.knowledge.words, unit.knowledge)
        yield from _list(table.skills.words, unit.skills)
        yield _figures(unit)
    totals = standard.totals
    yield f"{table.total.words} {_hours(totals.hours)} {_hours(totals.distance_hours)}"


def _list(heading: str, items: tuple[str, ...]) -> Iterator[str]:
    if items:
        yield from ("", heading, "")
        yield from (f"  • {item}" for item in items)


def _figures(unit: LearningOutcomeUnit) -> str:
    hours = f"{_hours(unit.min_hours)} {_hours(unit.max_distance_hours)}"
    return f"{unit.title} {hours} {unit.credit.words}"


def _hours(hours: float) -> str:
    return written(hours, "it")
