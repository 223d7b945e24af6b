"""T30x: trainers teach what they may, when they are there, one lesson at a time."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.rules.clashes import clashes
from toolkit.rules.opening import is_there, windows_on
from toolkit.wording import WEEKDAYS


def _by_trainer(scheduled: ScheduledCourse) -> dict[str, tuple[ListedLesson, ...]]:
    found = scheduled.by_trainer.items()
    return {name: lessons for name, lessons in found if name in scheduled.trainers}


@rule(
    "T301",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: lezione di {trainer}, che non è tra i formatori dell'unità ({trainers}).",
    en="{unit}: a lesson by {trainer}, who is not among the trainers of the unit ({trainers}).",
)
def a_lesson_has_a_trainer_of_its_unit(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson is given by one of the trainers that the course design names for its unit."""
    for unit in scheduled.course.all_units:
        names = tuple(trainer.name for trainer in unit.plan.trainers)
        for each in scheduled.lessons_of(unit.code):
            name = each.lesson.trainer
            if name not in names and name in scheduled.trainers:
                yield hit(*each.at("trainer"), unit=unit.code, trainer=name, trainers=names)


@rule(
    "T302",
    clause=None,
    severity=Severity.ERROR,
    it="{trainer} insegna {weekday} {day}, {times}; le sue fasce quel giorno: {windows}.",
    en="{trainer} teaches on {weekday} {day}, {times}; the hours given that day: {windows}.",
)
def a_trainer_teaches_in_the_hours_available(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A trainer teaches within the weekly hours he or she has given.

    Hours given for distance learning only are no good for lessons in presence.
    """
    for name, lessons in _by_trainer(scheduled).items():
        week = scheduled.trainers[name].availability
        for each in lessons:
            if week is not None and not is_there(each.lesson, week):
                yield hit(
                    *each.at("trainer"),
                    trainer=name,
                    weekday=WEEKDAYS[each.lesson.day.weekday()],
                    day=each.lesson.day,
                    times=each.lesson.times,
                    windows=windows_on(week, each.lesson.day),
                )


@rule(
    "T303",
    clause=None,
    severity=Severity.ERROR,
    it="{trainer} insegna il {day}, ma è assente dal {first} al {last}.",
    en="{trainer} teaches on {day}, but is absent from {first} to {last}.",
)
def a_trainer_does_not_teach_while_absent(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A trainer has no lessons on the days of an absence."""
    for name, lessons in _by_trainer(scheduled).items():
        for each in lessons:
            for absence in scheduled.trainers[name].absences:
                if each.lesson.day in absence:
                    yield hit(
                        *each.at("trainer"),
                        trainer=name,
                        day=each.lesson.day,
                        first=absence.first,
                        last=absence.last,
                    )


@rule(
    "T304",
    clause=None,
    severity=Severity.ERROR,
    it="{trainer} insegna il {day}, ma il contratto finisce il {until}.",
    en="{trainer} teaches on {day}, but the contract ends on {until}.",
)
def a_trainer_does_not_teach_after_the_contract(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A trainer has no lessons after the last day of the contract."""
    for name, lessons in _by_trainer(scheduled).items():
        until = scheduled.trainers[name].contract_until
        for each in lessons:
            if until is not None and each.lesson.day > until:
                yield hit(*each.at("trainer"), trainer=name, day=each.lesson.day, until=until)


@rule(
    "T305",
    clause=None,
    severity=Severity.ERROR,
    it="{trainer}: {hours} ore in calendario, al massimo può farne {limit}.",
    en="{trainer}: {hours} hours in the timetable, the most allowed is {limit}.",
)
def a_trainer_stays_within_the_maximum_hours(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A trainer does not teach more hours in this course than he or she can give."""
    for name, lessons in _by_trainer(scheduled).items():
        limit = scheduled.trainers[name].max_hours
        minutes = sum(each.minutes for each in lessons)
        if limit is not None and minutes > limit * 60:
            yield hit(*lessons[-1].at("trainer"), trainer=name, hours=minutes / 60, limit=limit)


@rule(
    "T306",
    clause=None,
    severity=Severity.ERROR,
    it="{trainer} ha due lezioni insieme il {day}, {other_times} e {times}; ne tiene una alla volta.",
    en="{trainer} has two lessons at once on {day}, {other_times} and {times}; one at a time.",
)
def a_trainer_has_one_lesson_at_a_time(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """No trainer is expected in two lessons at the same time."""
    for name, lessons in scheduled.by_trainer.items():
        for earlier, later in clashes(lessons):
            yield hit(
                *later.at("trainer"),
                trainer=name,
                day=later.lesson.day,
                times=later.lesson.times,
                other_times=earlier.lesson.times,
            )


@rule(
    "T307",
    clause="trainer-experts",
    severity=Severity.ERROR,
    it="esperti tra i formatori in calendario: {experts} su {trainers}, "
    "lo standard ne chiede almeno il {minimum}%.",
    en="experts among the trainers in the timetable: {experts} of {trainers}, "
    "the standard asks for at least {minimum}%.",
)
def enough_of_those_who_teach_are_experts(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Of the trainers who teach, the share set by the standard comes from the world of work.

    The standard speaks of trainers, so heads are counted; those whom the provider has
    but the timetable does not use cannot make up the share.
    """
    required = scheduled.course.standard.trainers
    teaching = [scheduled.trainers[name] for name in _by_trainer(scheduled)]
    experts = sum(trainer.expert for trainer in teaching)
    if required and experts * 100 < required.min_expert_percent * len(teaching):
        yield hit(
            "timetable",
            "lessons",
            experts=experts,
            trainers=len(teaching),
            minimum=required.min_expert_percent,
        )


@rule(
    "T308",
    clause="trainer-experts",
    severity=Severity.WARNING,
    it="gli esperti tengono {hours} ore su {total}, meno del {minimum}% "
    "che lo standard chiede per i formatori; verifica se la Regione conta anche le ore.",
    en="experts give {hours} hours out of {total}, less than the {minimum}% "
    "the standard asks of trainers; check whether the region counts hours too.",
)
def experts_give_their_share_of_the_hours(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The experts' share is reached by hours of lesson too.

    The standard does not say whether heads or hours count: a timetable that keeps the
    share both ways cannot be objected to.
    """
    required = scheduled.course.standard.trainers
    minutes = {
        name: sum(each.minutes for each in lessons)
        for name, lessons in _by_trainer(scheduled).items()
    }
    total = sum(minutes.values())
    expert = sum(each for name, each in minutes.items() if scheduled.trainers[name].expert)
    if required and expert * 100 < required.min_expert_percent * total:
        yield hit(
            "timetable",
            "lessons",
            hours=expert / 60,
            total=total / 60,
            minimum=required.min_expert_percent,
        )
