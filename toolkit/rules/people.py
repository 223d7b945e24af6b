"""Trainers: §10 of a standard."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.model.course import Course
from toolkit.model.provider import Trainer
from toolkit.place import At
from toolkit.rules.assessment import units_with_places


def assigned_trainers(course: Course) -> tuple[Trainer, ...]:
    """Return the trainers who may teach at least one unit, in the provider's order."""
    names = {trainer.name for unit in course.all_units for trainer in unit.plan.trainers}
    return tuple(trainer for trainer in course.provider.trainers if trainer.name in names)


def _assigned_with_places(course: Course) -> Iterator[tuple[At, Trainer]]:
    """Yield each trainer who may teach with the path of what the configuration says of it."""
    names = {trainer.name for trainer in assigned_trainers(course)}
    for n, trainer in enumerate(course.provider.trainers):
        if trainer.name in names:
            yield ("provider", "trainers", str(n)), trainer


@rule(
    "P101",
    clause="trainer-experts",
    severity=Severity.ERROR,
    it="Gli esperti dal mondo del lavoro sono {experts} su {trainers} formatori, "
    "lo standard ne chiede almeno il {limit}%.",
    en="The experts from the world of work are {experts} of {trainers} trainers, "
    "the standard asks for at least {limit}%.",
)
def enough_trainers_are_experts(course: Course) -> Iterator[Hit]:
    """The share of experts among the trainers of the course is at least the standard's.

    The standard counts trainers, so the share is by heads. All trainers whom the
    course may call count, since each of them may be the one who teaches.
    """
    trainers = assigned_trainers(course)
    experts = sum(trainer.expert for trainer in trainers)
    asked = course.standard.trainers
    if asked and experts * 100 < asked.min_expert_percent * len(trainers):
        yield hit(
            *("provider", "trainers"),
            experts=experts,
            trainers=len(trainers),
            limit=asked.min_expert_percent,
        )


@rule(
    "P102",
    clause="trainer-experience",
    severity=Severity.ERROR,
    it="{name}: {years} anni di esperienza, lo standard ne chiede almeno {limit}.",
    en="{name}: {years} years of experience, the standard asks for at least {limit}.",
)
def each_trainer_has_enough_experience(course: Course) -> Iterator[Hit]:
    """Each trainer of the course has the years of experience that the standard asks for.

    Only years that are given are judged; missing ones are reported as values to give.
    """
    asked = course.standard.trainers
    for at, trainer in _assigned_with_places(course):
        years = trainer.experience_years
        if asked and years is not None and years < asked.min_experience_years:
            yield hit(
                *(*at, "experience_years"),
                name=trainer.name,
                years=years,
                limit=asked.min_experience_years,
            )


@rule(
    "P103",
    clause="trainer-experience",
    severity=Severity.NOTE,
    it="{name}: gli anni di esperienza non sono indicati, lo standard ne chiede almeno {limit}.",
    en="{name}: the years of experience are not given, the standard asks for at least {limit}.",
)
def the_experience_of_each_trainer_is_given(course: Course) -> Iterator[Hit]:
    """The years of experience of each trainer of the course are in the configuration."""
    asked = course.standard.trainers
    for at, trainer in _assigned_with_places(course):
        if asked and trainer.experience_years is None:
            yield hit(*at, name=trainer.name, limit=asked.min_experience_years)


@rule(
    "P104",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: nessun formatore può insegnarla; indicane uno in teaches o in trainers.",
    en="{unit}: no trainer may teach it; name one in teaches or in trainers.",
)
def each_unit_has_a_trainer(course: Course) -> Iterator[Hit]:
    """Each unit, an additional one too, has at least one trainer who may teach it."""
    for at, unit in units_with_places(course):
        if not unit.plan.trainers:
            yield hit(*at, "trainers", unit=unit.code)


@rule(
    "P105",
    clause=None,
    severity=Severity.WARNING,
    it="{name}: il contratto scade il {until}, prima della fine del corso ({end}).",
    en="{name}: the contract ends on {until}, before the end of the course ({end}).",
)
def contracts_last_as_long_as_the_course(course: Course) -> Iterator[Hit]:
    """No trainer's contract ends before the course, where its end is given."""
    end = course.edition.end
    for at, trainer in _assigned_with_places(course):
        until = trainer.contract_until
        if end and until and until < end:
            yield hit(*at, "contract_until", name=trainer.name, until=until, end=end)
