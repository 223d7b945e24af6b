"""The constraints that a timetable keeps, each with who sets it."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.agreement import italian, preceded
from toolkit.context.calendar import ConstraintContext
from toolkit.context.meansconstraints import OWN as _OWN
from toolkit.context.meansconstraints import means_constraints
from toolkit.model.course import Course
from toolkit.model.planning import Planning
from toolkit.text import written


def constraint_contexts(course: Course) -> tuple[ConstraintContext, ...]:
    """Return the constraints of the standard, then those of the configuration."""
    constraints = (
        *_of_the_standard(course),
        *_of_the_calendar(course),
        *_of_the_plan(course),
        *means_constraints(course),
    )
    return tuple(ConstraintContext(italian(each.words), each.source) for each in constraints)


def _of_the_standard(course: Course) -> Iterator[ConstraintContext]:
    clauses = course.standard.clauses
    told = {
        "min-hours": "Ogni unità ha almeno le ore della durata minima.",
        "distance-hours": "Le ore in FAD di ogni unità non superano il limite dell’unità.",
        "laboratory-units": "Le unità che lo standard vuole in laboratorio si svolgono in "
        "laboratorio.",
        "unit-assessment": "Ogni unità si conclude con una verifica, compresa nelle sue ore.",
    }
    for key, words in told.items():
        if key in clauses:
            yield ConstraintContext(words, f"standard, {clauses[key].citation}")
    for each in course.standard.prerequisites:
        first = _agreeing(each.first, "L’unità n. {} si conclude", "Le unità n. {} si concludono")
        then = _agreeing(each.then, "cominci l’unità n. {}", "comincino le unità n. {}")
        yield ConstraintContext(
            f"{first} prima che {then}.", f"standard, {clauses['prerequisites'].citation}"
        )


def _agreeing(numbers: tuple[int, ...], one: str, more: str) -> str:
    return (one if len(numbers) == 1 else more).format(", ".join(map(str, numbers)))


def _of_the_calendar(course: Course) -> Iterator[ConstraintContext]:
    edition = course.edition
    yield ConstraintContext(
        f"Nessuna lezione prima {preceded('del', written(edition.start, 'it'))}.", _OWN
    )
    if edition.end:
        activities = "Lezioni e tirocinio" if course.internship else "Le lezioni"
        yield ConstraintContext(
            f"{activities} si concludono entro {preceded('il', written(edition.end, 'it'))}.",
            _OWN,
        )
    yield ConstraintContext(
        "Nessuna attività nelle festività, nel giorno del patrono e nei giorni di chiusura.",
        "calendario nazionale e soggetto attuatore",
    )
    yield ConstraintContext("Le lezioni stanno nelle fasce orarie settimanali.", _OWN)
    if course.internship and course.internship.start:
        start = preceded("dal", written(course.internship.start, "it"))
        yield ConstraintContext(f"Il tirocinio si svolge {start} in poi.", _OWN)


def _of_the_plan(course: Course) -> Iterator[ConstraintContext]:
    planning: Planning = course.edition.planning
    yield ConstraintContext(
        f"Al massimo {written(planning.max_hours_per_day, 'it')} ore al giorno "
        f"e {written(planning.max_hours_per_week, 'it')} alla settimana.",
        _OWN,
    )
    shortest, longest = written(planning.min_block, "it"), written(planning.max_block, "it")
    between = f"da {shortest} a {longest}" if planning.min_block < planning.max_block else longest
    yield ConstraintContext(
        f"Le lezioni durano {between} ore, salvo dove un’unità ne lascia meno.", _OWN
    )
    if planning.break_minutes:
        yield ConstraintContext(
            f"Pausa di {planning.break_minutes} minuti nelle lezioni di oltre "
            f"{written(planning.break_after, 'it')} ore.",
            _OWN,
        )
    yield ConstraintContext(
        "Nessun formatore e nessuna aula è impegnato in due lezioni insieme; "
        "ciascuno è disponibile quando è impegnato.",
        _OWN,
    )
    if course.internship:
        yield ConstraintContext("Il tirocinio segue le unità che mette in pratica.", _OWN)
