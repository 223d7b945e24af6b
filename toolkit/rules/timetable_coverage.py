"""T5xx: the lessons treat everything the units are made of, and say so."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.scheduled import ListedLesson, ScheduledCourse
from toolkit.nearest import did_you_mean


@rule(
    "T501",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: nessuna lezione tratta {codes}; il calendario copre ogni conoscenza e abilità.",
    en="{unit}: no lesson treats {codes}; the timetable covers each knowledge and skill.",
)
def every_knowledge_and_skill_is_treated(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """Each knowledge and skill of a unit is treated by at least one of its lessons.

    The calendar doubles as the programme that an exam commission checks. A lesson that is
    all test treats nothing; a unit without lessons is a matter of hours.
    """
    for unit in scheduled.course.all_units:
        lessons = scheduled.lessons_of(unit.code)
        taught = (each.lesson for each in lessons if not _is_all_test(each))
        treated = {code for lesson in taught for code in lesson.covers}
        left = tuple(item.code for item in unit.items if item.code not in treated)
        if lessons and left:
            yield hit(*scheduled.place_of(unit.code), unit=unit.code, codes=left)


@rule(
    "T502",
    clause=None,
    severity=Severity.ERROR,
    it="{unit} non ha la conoscenza o abilità «{code}»{hint}",
    en="{unit} has no knowledge or skill “{code}”{hint}",
)
def a_lesson_treats_items_of_its_unit(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """The codes of a lesson are knowledge and skills of its unit."""
    for unit in scheduled.course.all_units:
        known = [item.code for item in unit.items]
        for each in scheduled.lessons_of(unit.code):
            for n, code in enumerate(each.lesson.covers):
                if code not in known:
                    hint = did_you_mean(code, known)
                    yield hit(*each.at("covers", str(n)), unit=unit.code, code=code, hint=hint)


@rule(
    "T503",
    clause=None,
    severity=Severity.WARNING,
    it="{day}, {times}: la lezione di {unit} non dice che cosa tratta; "
    "indica un argomento (topic) o i codici (covers).",
    en="{day}, {times}: the lesson of {unit} does not say what it treats; "
    "give a topic or the codes it covers.",
)
def a_lesson_says_what_it_treats(scheduled: ScheduledCourse) -> Iterator[Hit]:
    """A lesson has a topic or the codes of what it treats.

    A lesson that is all test is exempt: it assesses the whole unit.
    """
    for each in scheduled.lessons:
        lesson = each.lesson
        if not lesson.covers and not lesson.topic and not _is_all_test(each):
            yield hit(*each.at("unit"), day=lesson.day, times=lesson.times, unit=lesson.unit)


def _is_all_test(each: ListedLesson) -> bool:
    return each.lesson.assessment_minutes >= each.minutes
