"""Staff, trainers and their share of experts, as the documents show them."""

from __future__ import annotations

from toolkit.context.means import PersonContext, StaffContext, TrainerContext
from toolkit.model.course import Course
from toolkit.model.provider import Person, Trainer
from toolkit.model.timetable import Lesson, Timetable
from toolkit.placeholders import Missing, placeholder


def staff_context(course: Course, trainers: tuple[TrainerContext, ...]) -> StaffContext:
    """Return who works in the course; *trainers* are those who teach in the timetable."""
    staff = course.provider.staff
    experts = [trainer for trainer in trainers if trainer.is_expert]
    hours = sum(trainer.hours for trainer in trainers)
    expert_hours = sum(trainer.hours for trainer in experts)
    asked = course.standard.trainers
    return StaffContext(
        director=_person(staff.director, placeholder("provider.staff.director")),
        coordinator=_person(staff.coordinator, placeholder("provider.staff.coordinator")),
        tutors=tuple(_person(tutor, None) for tutor in staff.tutors)
        or (_person(None, placeholder("provider.staff.tutors")),),
        trainers=trainers,
        expert_count=len(experts),
        expert_percent=_percent(len(experts), len(trainers)),
        expert_hours=expert_hours,
        expert_hours_percent=_percent(expert_hours, hours),
        min_expert_percent=asked.min_expert_percent if asked else 0,
        min_experience_years=asked.min_experience_years if asked else 0,
    )


def trainer_contexts(course: Course, timetable: Timetable) -> tuple[TrainerContext, ...]:
    """Return the trainers who teach in the timetable, in the provider's order."""
    given: dict[str, list[Lesson]] = {}
    for lesson in timetable.lessons:
        given.setdefault(lesson.trainer, []).append(lesson)
    return tuple(
        _trainer(trainer, given[trainer.name])
        for trainer in course.provider.trainers
        if trainer.name in given
    )


def _trainer(trainer: Trainer, lessons: list[Lesson]) -> TrainerContext:
    years = trainer.experience_years
    return TrainerContext(
        name=trainer.name,
        title=trainer.title or placeholder("provider.trainers.*.title"),
        sector=trainer.sector or placeholder("provider.trainers.*.sector"),
        experience_years=(
            placeholder("provider.trainers.*.experience_years") if years is None else years
        ),
        is_expert=trainer.expert,
        units=tuple(sorted({lesson.unit for lesson in lessons}, key=_standard_first)),
        hours=sum(lesson.hours for lesson in lessons),
    )


def _standard_first(code: str) -> tuple[bool, str]:
    return code.startswith("AGG"), code


def _person(person: Person | None, missing: Missing | None) -> PersonContext:
    if person is None:
        assert missing is not None
        return PersonContext(missing, "", 0)
    return PersonContext(person.name, person.title or "", person.experience_years or 0)


def _percent(part: float, whole: float) -> float:
    return round(part * 100 / whole, 2) if whole else 0.0
