"""What two activities must keep between them, and what the whole must: in one place each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from toolkit.planning.demand import Demand
from toolkit.planning.replanning.activities import Activity, Spot

DAY = 24 * 60

Alike = Callable[[Activity, Spot], bool]


class Ties:
    """What the course asks of any two activities, wherever they are."""

    def __init__(self, demand: Demand) -> None:
        self._before = {
            unit.code: frozenset(demand.units[other].code for other in demand.ancestors[n])
            for n, unit in enumerate(demand.units)
        }
        self._practised = frozenset(demand.units[n].code for n in demand.before_internship)

    def clash(self, one: Activity, at: Spot, other: Activity, there: Spot) -> bool:
        """Return whether *one* cannot be *at* its spot while *other* is *there*."""
        if one.unit is None and other.unit is None:
            return at.number == there.number
        if one.unit is None:
            return other.unit in self._practised and there.number >= at.number
        if other.unit is None:
            return one.unit in self._practised and at.number >= there.number
        return (
            self._overlap(one, at, other, there)
            or self._out_of_order(one, at, other, there)
            or self._out_of_order(other, there, one, at)
        )

    @staticmethod
    def _overlap(one: Activity, at: Spot, other: Activity, there: Spot) -> bool:
        return (
            at.number == there.number
            and at.start < there.start + other.lasting
            and there.start < at.start + one.lasting
        )

    def _out_of_order(self, first: Activity, at: Spot, then: Activity, there: Spot) -> bool:
        """Return whether *first* has to be over before *then* begins, and is not."""
        assert then.unit is not None
        waits = first.unit in self._before.get(then.unit, ())
        # A test that may move goes to the lesson that becomes the last of its unit.
        is_tested = first.unit == then.unit and then.has_test and not then.may_move
        end = at.number * DAY + at.start + first.lasting
        return (waits or is_tested) and end > there.number * DAY + there.start


class Totals:
    """How many minutes days, weeks and trainers have, and the most they may."""

    def __init__(self, demand: Demand) -> None:
        self._limits = demand.limits
        self._most = {
            trainer.name: trainer.max_minutes
            for trainer in demand.trainers
            if trainer.max_minutes is not None
        }

    def beyond(
        self, placed: Sequence[tuple[Activity, Spot]], one: Activity, at: Spot
    ) -> frozenset[int] | None:
        """Return what shares a total that *one*, *at* its spot, brings beyond its limit.

        None where all totals are kept; one of those returned must go for *one* to stay.
        """
        for is_alike, limit in self._shared(one, at):
            sharing = [each for each in placed if is_alike(*each)]
            total = sum(activity.minutes for activity, _ in sharing) + one.minutes
            # Days of internship alone have hours of their own.
            if total > limit and (sharing or one.is_lesson):
                return frozenset(activity.position for activity, _ in sharing)
        return None

    def _shared(self, one: Activity, at: Spot) -> Iterator[tuple[Alike, int]]:
        """Yield what has a total in common with *one* at its spot, and the limit of that."""
        day, monday = at.number, at.number - (at.number - 1) % 7
        if not one.is_lesson:
            yield lambda each, spot: each.is_lesson and spot.number == day, self._limits.per_day
            return
        yield lambda _, spot: spot.number == day, self._limits.per_day
        yield (
            lambda each, spot: each.is_lesson and monday <= spot.number < monday + 7,
            self._limits.per_week,
        )
        if at.trainer in self._most:
            yield lambda _, spot: spot.trainer == at.trainer, self._most[at.trainer]
