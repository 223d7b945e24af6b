"""Goals about trainers: few a day, and the experts' share of the hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from toolkit.planning.goals.goal import Miss
from toolkit.planning.schedule import Schedule

ENOUGH = 2
"""Trainers in one day that nobody minds."""


def few_trainers_take_turns(schedule: Schedule) -> Iterator[Miss]:
    """Few trainers take turns in a day: a unit for each beyond the second."""
    for number, lessons in schedule.by_day.items():
        if len(lessons) > ENOUGH:
            trainers = len({lesson.trainer for lesson in lessons})
            if trainers > ENOUGH:
                day = date.fromordinal(number)
                yield Miss(trainers - ENOUGH, {"day": day, "trainers": trainers})


def experts_give_their_share(schedule: Schedule) -> Iterator[Miss]:
    """Experts give the share of hours that the standard asks of them: a unit for each they lack."""
    asked = schedule.demand.course.standard.trainers
    if asked is None:
        return
    experts = schedule.demand.experts
    total = sum(lesson.minutes for lesson in schedule.lessons)
    given = sum(lesson.minutes for lesson in schedule.lessons if lesson.trainer in experts)
    share = total * asked.min_expert_percent / 100
    if given < share:
        yield Miss((share - given) / 60, {"hours": given / 60, "share": share / 60})
