"""Sharing the quarters of all windows out among the parts: whether any timetable exists.

Lessons may have any length, so nothing is said of where one ends and the next begins: only
how many quarters each part has in each cell, and with whom. Within a cell all orders are
alike, so that any sharing that keeps the constraints here can be cut into lessons.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from toolkit.planning.days import QUARTER
from toolkit.planning.demand import Demand
from toolkit.planning.exact.cells import Cell
from toolkit.planning.exact.internshipdays import InternshipDays
from toolkit.planning.exact.solving import total
from toolkit.planning.fixed import DAY

if TYPE_CHECKING:
    from toolkit.planning.exact.solving import Amount, Choice, Model

ANYONE = -1
"""In place of the trainers whose hours are not limited: which of them teaches is all one."""


@dataclass(frozen=True)
class Sharing:
    """The quarters of each part in each cell, and by when each unit is complete."""

    demand: Demand
    cells: Sequence[Cell]
    quarters: dict[tuple[int, int], dict[int, Choice]]
    """By position of the cell and the part: for each trainer with limited hours, and `ANYONE`."""
    complete: Sequence[Sequence[Choice]]
    """By unit and position of the cell: whether the unit is complete by the end of the cell."""

    def of_part(self, cell: int, part: int) -> Amount:
        """Return the quarters of *part* in a cell, whoever teaches."""
        return total(self.quarters.get((cell, part), {}).values())

    def of_unit(self, cell: int, unit: int) -> Amount:
        """Return the quarters of *unit* in a cell."""
        parts = self.demand.units[unit].parts
        return total(self.of_part(cell, part) for part in parts)

    def of_cell(self, cell: int) -> Amount:
        """Return all the quarters used in a cell."""
        return total(self.of_part(cell, part) for part in range(len(self.demand.parts)))


def trainer_class(demand: Demand, trainer: int) -> int:
    """Return who *trainer* is in a sharing."""
    return ANYONE if demand.trainers[trainer].max_minutes is None else trainer


def sharing_of(model: Model, demand: Demand, cells: Sequence[Cell]) -> Sharing:
    """Return the choices: every part has its quarters, and no cell more than it has place for."""
    quarters: dict[tuple[int, int], dict[int, Choice]] = {}
    for n, cell in enumerate(cells):
        for part in range(len(demand.parts)):
            classes = {trainer_class(demand, each) for each in cell.who_may_teach(demand, part)}
            most = min(cell.quarters, demand.parts[part].minutes // QUARTER)
            if classes:
                quarters[n, part] = {
                    each: model.new_int_var(0, most, "") for each in sorted(classes)
                }
    complete = [[model.new_bool_var("") for _ in cells] for _ in demand.units]
    sharing = Sharing(demand, cells, quarters, complete)
    for part, asked in enumerate(demand.parts):
        given = total(sharing.of_part(n, part) for n in range(len(cells)))
        model.add(given == asked.minutes // QUARTER)
    for n, cell in enumerate(cells):
        model.add(sharing.of_cell(n) <= cell.quarters)
    return sharing


def units_are_complete_when_nothing_follows(model: Model, sharing: Sharing) -> None:
    """A unit that is complete stays so, and has no lessons after the cell in which it ends."""
    for unit, complete in enumerate(sharing.complete):
        if complete:
            model.add(complete[-1] == 1)
        for n in range(1, len(complete)):
            model.add_implication(complete[n - 1], complete[n])
            quarters = sharing.cells[n].quarters
            model.add(sharing.of_unit(n, unit) <= quarters - quarters * complete[n - 1])


def units_wait_for_those_before(model: Model, sharing: Sharing) -> None:
    """A unit has lessons in a cell only if those that it waits for end in it or earlier."""
    for number, unit in enumerate(sharing.demand.units):
        for other in unit.before:
            for n, cell in enumerate(sharing.cells):
                model.add(sharing.of_unit(n, number) <= cell.quarters * sharing.complete[other][n])


def trainers_keep_to_their_hours(model: Model, sharing: Sharing) -> None:
    """A trainer teaches no more than the most allowed in the course."""
    for number, trainer in enumerate(sharing.demand.trainers):
        if trainer.max_minutes is not None:
            given = [some[number] for some in sharing.quarters.values() if number in some]
            model.add(total(given) <= trainer.max_minutes // QUARTER)


def days_keep_to_their_hours(model: Model, sharing: Sharing, internship: InternshipDays) -> None:
    """Lessons, with the internship on the days they share, keep to the hours of a day."""
    limit = sharing.demand.limits.per_day
    standing = sharing.demand.standing
    by_day = _by([cell.number for cell in sharing.cells], [each.number for each in standing])
    for day, cells in by_day.items():
        lessons = QUARTER * total(sharing.of_cell(n) for n in cells)
        stands = sum(each.minutes for each in standing if each.number == day)
        already = stands + min(internship.settled.get(day, 0), limit)
        together = lessons + stands + internship.beside_lessons(day, limit)
        model.add(together <= max(limit, already))


def weeks_keep_to_their_hours(model: Model, sharing: Sharing, internship: InternshipDays) -> None:
    """Lessons, with the internship in the weeks they share, keep to the hours of a week."""
    limit = sharing.demand.limits.per_week
    mondays = [each.number - (each.number - 1) % 7 for each in sharing.demand.standing]
    for monday, cells in _by([cell.week for cell in sharing.cells], mondays).items():
        days = range(monday, monday + 7)
        lessons = QUARTER * total(sharing.of_cell(n) for n in cells)
        stands = sum(each.minutes for each in sharing.demand.standing if each.number in days)
        already = stands + sum(internship.settled.get(day, 0) for day in days)
        together = model.add(lessons + stands + internship.on(days) <= max(limit, already))
        if not stands:
            # A week of internship alone is bound by the internship's own hours only.
            shared = model.new_bool_var("")
            together.only_enforce_if(shared)
            model.add(lessons <= limit * shared)


def the_internship_follows_what_it_practises(
    model: Model, sharing: Sharing, internship: InternshipDays
) -> None:
    """A day of internship comes after the days of all lessons that it practises."""
    last_before: dict[int, int] = {}
    days = [*internship.settled, *internship.chosen]
    for n, cell in enumerate(sharing.cells):
        for day in days:
            if cell.number < day:
                last_before[day] = n
    for number in sharing.demand.before_internship:
        unit = sharing.demand.units[number]
        for day in days:
            if day in internship.chosen and unit.last_fixed >= day * DAY:
                model.add(internship.chosen[day] == 0)
            elif unit.minutes:
                done = sharing.complete[number][last_before[day]] if day in last_before else 0
                model.add(internship.chosen.get(day, 1) <= done)


def _by(keys: Iterable[int], others: Iterable[int]) -> dict[int, list[int]]:
    """Return the positions of the cells, grouped by their *keys*; of *others* there are none."""
    found: dict[int, list[int]] = {each: [] for each in others}
    for n, key in enumerate(keys):
        found.setdefault(key, []).append(n)
    return found
