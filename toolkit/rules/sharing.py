"""T6xx: courses that share trainers and rooms have them one at a time.

Trainers and rooms are the same where `model.sharing` says so. A clash is told once, in the
course that is checked later.
"""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Rule, Severity, hit, rule
from toolkit.model.neighbours import Neighbours, room_of, trainer_of


@rule(
    "T601",
    clause=None,
    severity=Severity.ERROR,
    it="{trainer} insegna il {day}, {times}, ma è anche nel corso {other}, {other_times}; "
    "tiene una lezione alla volta.",
    en="{trainer} teaches on {day}, {times}, but is also in the course {other}, {other_times}; "
    "one lesson at a time.",
)
def a_trainer_is_in_one_course_at_a_time(neighbours: Neighbours) -> Iterator[Hit]:
    """No trainer is expected in two courses at the same time."""
    for each in neighbours.scheduled.lessons:
        for other in neighbours.clashing(each, trainer_of(neighbours.scheduled, each)):
            yield hit(
                *each.at("trainer"),
                trainer=each.lesson.trainer,
                day=each.lesson.day,
                times=each.lesson.times,
                other=other.course,
                other_times=other.lesson.lesson.times,
            )


@rule(
    "T602",
    clause=None,
    severity=Severity.ERROR,
    it="«{room}» è occupata il {day}, {times}: c'è anche il corso {other}, {other_times}; "
    "una lezione alla volta.",
    en="“{room}” is taken on {day}, {times}: the course {other} is there too, {other_times}; "
    "one lesson at a time.",
)
def a_room_is_used_by_one_course_at_a_time(neighbours: Neighbours) -> Iterator[Hit]:
    """No room or laboratory is booked by two courses at the same time."""
    for each in neighbours.scheduled.lessons:
        for other in neighbours.clashing(each, room_of(neighbours.scheduled, each)):
            yield hit(
                *each.at("room"),
                room=each.lesson.room,
                day=each.lesson.day,
                times=each.lesson.times,
                other=other.course,
                other_times=other.lesson.lesson.times,
            )


SHARING_RULES: tuple[Rule[Neighbours], ...] = (
    a_trainer_is_in_one_course_at_a_time,
    a_room_is_used_by_one_course_at_a_time,
)
