"""Recognised credit: §4 and §9 of a standard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import Remove, SetValue
from toolkit.model.assessing import RecognisedCredit
from toolkit.model.course import Course
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class LearnerCredit:
    """The hours recognised to one learner, by kind, and where the first of them stands."""

    learner: str
    place: int
    attendance: float
    a_priori: float
    internship: float


def credit_by_learner(course: Course) -> tuple[LearnerCredit, ...]:
    """Return the credit of each learner who has any, in the order first named."""
    places: dict[str, int] = {}
    for n, credit in enumerate(course.edition.credits):
        places.setdefault(credit.learner, n)
    return tuple(
        LearnerCredit(
            learner,
            place,
            attendance=_hours(course, learner, "attendance"),
            a_priori=_hours(course, learner, "a-priori"),
            internship=_hours(course, learner, "internship"),
        )
        for learner, place in places.items()
    )


def _hours(course: Course, learner: str, kind: str) -> float:
    return sum(
        credit.hours
        for credit in course.edition.credits
        if credit.learner == learner and credit.kind == kind
    )


def attendance_base(course: Course) -> float:
    """Return the classroom and laboratory hours that attendance credit is a share of."""
    return sum(unit.plan.presence_hours for unit in course.units)


@rule(
    "C101",
    clause="unit-credit",
    severity=Severity.ERROR,
    it="{learner}: credito su {unit}, per cui lo standard dice: «{words}».",
    en="{learner}: credit for {unit}, of which the standard says: “{words}”.",
)
def credit_is_of_the_kind_the_unit_admits(course: Course) -> Iterator[Hit]:
    """Credit for a unit is of the kind that the standard admits for it.

    Some units admit none; a unit with a-priori credit admits no other.
    """
    for n, credit in enumerate(course.edition.credits):
        unit = course.standard.units_by_code.get(credit.unit or "")
        if unit and credit.kind != unit.credit.kind:
            yield hit(
                *("credits", str(n), "unit"),
                learner=credit.learner,
                unit=unit.code,
                words=unit.credit.words,
            )


@rule(
    "C102",
    clause="attendance-credit",
    severity=Severity.ERROR,
    it="{learner}: {hours} ore di credito di frequenza, il {percent}% di {base} ore "
    "d'aula o laboratorio è {limit}.",
    en="{learner}: {hours} hours of attendance credit, {percent}% of {base} classroom or "
    "laboratory hours is {limit}.",
)
def attendance_credit_stays_within_its_share(course: Course) -> Iterator[Hit]:
    """A learner's attendance credit does not exceed its share of classroom and laboratory hours.

    A-priori credit and credit for the internship are outside this share.
    """
    base = attendance_base(course)
    for each in credit_by_learner(course):
        cap = course.standard.credits
        if cap and each.attendance * 100 > cap.attendance_max_percent * base:
            yield hit(
                *("credits", str(each.place)),
                learner=each.learner,
                hours=each.attendance,
                percent=cap.attendance_max_percent,
                base=base,
                limit=cap.attendance_max_percent * base / 100,
            )


@rule(
    "C103",
    clause="internship-credit",
    severity=Severity.ERROR,
    it="{learner}: {hours} ore di credito sul tirocinio, il {percent}% di {base} ore è {limit}.",
    en="{learner}: {hours} hours of credit for the internship, {percent}% of {base} is {limit}.",
)
def internship_credit_stays_within_its_share(course: Course) -> Iterator[Hit]:
    """A learner's credit for the internship does not exceed its share of the internship."""
    cap = course.standard.credits
    percent = cap.internship_max_percent if cap else None
    for each in credit_by_learner(course):
        if percent is not None and each.internship * 100 > percent * course.internship_hours:
            yield hit(
                *("credits", str(each.place)),
                learner=each.learner,
                hours=each.internship,
                percent=percent,
                base=course.internship_hours,
                limit=percent * course.internship_hours / 100,
            )


@rule(
    "C104",
    clause=None,
    severity=Severity.ERROR,
    it="{learner}: {hours} ore di credito su {unit}, che ne dura {limit}.",
    en="{learner}: {hours} hours of credit for {unit}, which lasts {limit}.",
)
def credit_for_a_unit_is_at_most_its_hours(course: Course) -> Iterator[Hit]:
    """A learner's credit for a unit does not exceed the hours of the unit."""
    seen: dict[tuple[str, str], float] = {}
    for n, credit in enumerate(course.edition.credits):
        if credit.unit is None:
            continue
        key = (credit.learner, credit.unit)
        seen[key] = seen.get(key, 0.0) + credit.hours
        limit = course.unit(credit.unit).plan.hours
        if seen[key] > limit >= seen[key] - credit.hours:
            yield hit(
                *("credits", str(n), "hours"),
                learner=credit.learner,
                unit=credit.unit,
                hours=seen[key],
                limit=limit,
            )


@rule(
    "C105",
    clause=None,
    severity=Severity.ERROR,
    it="{learner}: il credito di tipo «{kind}» {asks} l'unità.",
    en="{learner}: credit of the kind “{kind}” {asks} a unit.",
    mend=Text(
        it="togli l'unità dal credito di {learner} sul tirocinio",
        en="take the unit away from the credit of {learner} for the internship",
    ),
)
def credit_names_its_unit(course: Course) -> Iterator[Hit]:
    """Credit names its unit, unless it is for the internship."""
    for n, credit in enumerate(course.edition.credits):
        if (credit.unit is None) != (credit.kind == "internship"):
            at = ("credits", str(n))
            mend = (Remove((*at, "unit")),) if credit.unit else ()
            yield hit(*at, mend=mend, learner=credit.learner, kind=credit.kind, asks=_asks(credit))


def _asks(credit: RecognisedCredit) -> Text:
    if credit.kind == "internship":
        return Text(it="non vuole", en="does not take")
    return Text(it="deve indicare", en="must name")


@rule(
    "C106",
    clause=None,
    severity=Severity.ERROR,
    it="Lo standard non ammette crediti formativi.",
    en="The standard admits no credit.",
)
def credit_is_admitted(course: Course) -> Iterator[Hit]:
    """Credit is recognised only where the standard admits it."""
    if course.edition.credits and course.standard.credits is None:
        yield hit("credits")


@rule(
    "C107",
    clause="a-priori-credit",
    severity=Severity.WARNING,
    it="{learner}: credito a priori di {hours} ore su {unit}, che ne dura {limit}: "
    "chi ha l'attestazione è esonerato dall'intera unità.",
    en="{learner}: a-priori credit of {hours} hours for {unit}, which lasts {limit}: "
    "who holds the certificate is exempt from the whole unit.",
    mend=Text(
        it="porta a {limit} le ore di credito di {learner} su {unit}",
        en="set the hours of credit of {learner} for {unit} to {limit}",
    ),
)
def a_priori_credit_is_for_the_whole_unit(course: Course) -> Iterator[Hit]:
    """A-priori credit covers the whole unit.

    Its value is fixed beforehand by the certificate held, not by assessing learning,
    and it stands outside the share of attendance credit.
    """
    for n, credit in enumerate(course.edition.credits):
        if credit.kind == "a-priori" and credit.unit:
            limit = course.unit(credit.unit).plan.hours
            if credit.hours < limit:
                at = ("credits", str(n), "hours")
                yield hit(
                    *at,
                    mend=SetValue(at, limit),
                    learner=credit.learner,
                    unit=credit.unit,
                    hours=credit.hours,
                    limit=limit,
                )


@rule(
    "C108",
    clause=None,
    severity=Severity.NOTE,
    it="{learner}: {credited} ore riconosciute, ne restano {left} su {total}.",
    en="{learner}: {credited} hours recognised, {left} of {total} are left.",
)
def the_hours_left_to_each_credited_learner_are_known(course: Course) -> Iterator[Hit]:
    """Who has credit attends the hours of the course, internship included, that it leaves."""
    total = course.total_hours
    for each in credit_by_learner(course):
        credited = each.attendance + each.a_priori + each.internship
        yield hit(
            *("credits", str(each.place)),
            learner=each.learner,
            credited=credited,
            left=max(total - credited, 0.0),
            total=total,
        )
