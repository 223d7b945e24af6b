"""What a changed timetable must keep as a whole: tests at the end of units, enough experts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from toolkit.model.timetable import Lesson
from toolkit.planning.demand import Demand
from toolkit.planning.replanning.activities import Activity, Spot


class Wholeness:
    """Judges a timetable by what no two of its activities tell."""

    def __init__(self, demand: Demand, activities: Sequence[Activity]) -> None:
        self._demand = demand
        self._activities = [each for each in activities if each.is_lesson]
        self._experts = {each.name for each in demand.course.provider.trainers if each.expert}
        self._least = self._share_of_experts()

    def holds(self, moved: Mapping[int, Spot]) -> bool:
        """Return whether the timetable will do with these activities *moved*."""
        return self._has_enough_experts(moved) and all(self._endings_are_fit(moved))

    def _share_of_experts(self) -> float:
        asked = self._demand.course.standard.trainers
        if asked is None:
            return 0.0
        taught = {each.spot.trainer for each in self._activities}
        # A timetable that was short of them already is not to get worse.
        return min(asked.min_expert_percent, len(taught & self._experts) * 100 / len(taught))

    def _has_enough_experts(self, moved: Mapping[int, Spot]) -> bool:
        teaching = {moved.get(each.position, each.spot).trainer for each in self._activities}
        return len(teaching & self._experts) * 100 >= self._least * len(teaching)

    def _endings_are_fit(self, moved: Mapping[int, Spot]) -> Iterator[bool]:
        """Yield for each unit that changes whether its last lesson can hold its test."""
        changed = {each.unit for each in self._activities if each.position in moved}
        for unit in self._demand.units:
            if unit.test and unit.code in changed:
                own = [each for each in self._activities if each.unit == unit.code]
                last = max(own, key=lambda each: moved.get(each.position, each.spot))
                fit = {self._demand.parts[part].mode for part in unit.closing}
                assert isinstance(last.what, Lesson)
                yield last.what.mode in fit and last.minutes >= unit.test
