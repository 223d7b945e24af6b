"""Several courses at once: planned so that what they share never clashes, and checked for it.

Built on the steps of one course, which `pipeline` puts together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from toolkit.errors import PercorsoError
from toolkit.model.scheduled import ScheduledCourse
from toolkit.pipeline import (
    beside,
    ready_to_plan,
    seed_of,
    standing_around,
    taken_of,
    write_planned,
)
from toolkit.resources import Resources
from toolkit.results import Planned, Report

if TYPE_CHECKING:
    from toolkit.planning import Going, Laid
    from toolkit.planning.taken import Taken


def checked_together(
    reports: Sequence[Report], before: Sequence[ScheduledCourse] = ()
) -> tuple[Report, ...]:
    """Return *reports* with the clashes among their timetables, each told in the later one.

    Those *before* are judged already: only clashes with them are told.
    """
    found: list[Report] = []
    seen = list(before)
    for report in reports:
        found.append(beside(report, seen))
        if report.scheduled is not None:
            seen.append(report.scheduled)
    return tuple(found)


def plan_together(
    paths: Sequence[Path],
    resources: Resources,
    *,
    seed: int | None = None,
    again: bool = False,
    around: Iterable[Path] = (),
    going: Going | None = None,
    with_helper: bool = False,
) -> tuple[Planned, ...]:
    """Plan courses so that what they share never clashes, and write a timetable beside each.

    They are improved as long as *going* says, *with_helper* by another process too. The timetables
    of the courses *around* stay as they are, and what they take is theirs. Either all are written
    or, when one cannot be planned, none. Raises what planning one does.
    """
    ready = [ready_to_plan(path, resources, again=again) for path in paths]
    reports = [report for report, _ in ready]
    others = standing_around(reports, around, resources)
    laid = _laid_together(reports, seed, taken_of(others), going, with_helper=with_helper)
    written: list[Planned] = []
    for (report, before), timetable in zip(ready, laid.timetables, strict=True):
        try:
            written.append(write_planned(report, before, timetable, laid.progress))
        except PercorsoError:
            for planned in written:
                _undo(planned)
            raise
    checked = checked_together([planned.report for planned in written], others)
    return tuple(
        replace(planned, report=report) for planned, report in zip(written, checked, strict=True)
    )


def _undo(planned: Planned) -> None:
    """Put back the timetable that there was, or none."""
    if planned.kept:
        planned.kept.replace(planned.path)
    else:
        planned.path.unlink()


def _laid_together(
    reports: Sequence[Report],
    seed: int | None,
    taken: Taken,
    going: Going | None,
    *,
    with_helper: bool,
) -> Laid:
    from toolkit.planning import (
        NoPlaceError,
        ShortagesError,
        a_few_rounds,
        demand_of,
        explained,
        plan_together,
        refuse_shortages,
    )

    for report in reports:
        try:
            refuse_shortages(demand_of(report.course, taken=taken))
        except ShortagesError as error:
            reason = explained(report.course, error, taken=taken)
            raise reason.placed(report.sources.where) from None
    courses = [report.course for report in reports]
    try:
        return plan_together(
            courses,
            seed=seed_of(courses[0], seed),
            taken=taken,
            going=going or a_few_rounds,
            with_helper=with_helper,
        )
    except NoPlaceError as error:
        where = reports[error.course].sources.where(("week",))
        raise NoPlaceError(error.course, where, **error.values) from None
