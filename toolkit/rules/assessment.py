"""Assessment of learning: §8 of a standard, and the contents of §4 it must cover."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import Edit, Insert, Remove, SetValue
from toolkit.model.choices import Evidence
from toolkit.model.course import AnyUnit, Course
from toolkit.place import At
from toolkit.resolve.assessment import FULL_WEIGHT
from toolkit.text import Text


def units_with_places(course: Course) -> Iterator[tuple[At, AnyUnit]]:
    """Yield each unit with the path of what the configuration says of it."""
    for unit in course.units:
        yield ("units", unit.code), unit
    for extra in course.additional_units:
        yield ("additional_units", str(extra.number - 1)), extra


@rule(
    "V101",
    clause="unit-assessment",
    severity=Severity.ERROR,
    it="{unit}: la prova di fine unità dura 0 ore; lo standard chiede una valutazione per unità.",
    en="{unit}: the test at its end lasts 0 hours; the standard asks for one in each unit.",
)
def each_unit_ends_with_a_test(course: Course) -> Iterator[Hit]:
    """Each unit has a test of its own, with a duration."""
    for at, unit in units_with_places(course):
        if unit.plan.assessment.hours == 0:
            yield hit(*at, "assessment", "hours", unit=unit.code)


@rule(
    "V102",
    clause="unit-assessment",
    severity=Severity.ERROR,
    it="{unit}: la griglia non valuta {codes}.",
    en="{unit}: the grid does not assess {codes}.",
    mend=Text(
        it="aggiungi alla griglia di {unit} una riga per {codes}",
        en="add a row for {codes} to the grid of {unit}",
    ),
)
def each_knowledge_and_skill_is_assessed(course: Course) -> Iterator[Hit]:
    """Each knowledge and skill of a unit has at least one row in its assessment grid."""
    for at, unit in units_with_places(course):
        assessed = {row.item.code for row in unit.plan.assessment.evidence}
        left_out = tuple(item.code for item in unit.items if item.code not in assessed)
        if left_out:
            grid = (*at, "assessment", "evidence")
            mend = _rows_for(left_out, grid, _written_rows(course, at))
            yield hit(*grid, mend=mend, unit=unit.code, codes=left_out)


def _written_rows(course: Course, at: At) -> tuple[Evidence, ...]:
    """Return the rows that the configuration writes for the unit at *at*."""
    if at[0] == "additional_units":
        return course.edition.additional_units[int(at[1])].assessment.evidence
    return course.edition.units[at[1]].assessment.evidence


def _rows_for(codes: tuple[str, ...], grid: At, rows: tuple[Evidence, ...]) -> tuple[Edit, ...]:
    """Return the edits that add a row a code; none where rows have weights to be shared anew."""
    if any(row.weight is not None for row in rows):
        return ()
    return tuple(
        Insert((*grid, str(len(rows) + n)), {"covers": code}) for n, code in enumerate(codes)
    )


@rule(
    "V103",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: i pesi della griglia sommano a {total}, devono sommare a {full}.",
    en="{unit}: the weights of the grid add up to {total}, they must add up to {full}.",
)
def weights_add_up_to_a_hundred(course: Course) -> Iterator[Hit]:
    """The weights of a unit's assessment grid add up to 100."""
    for at, unit in units_with_places(course):
        total = sum(row.weight for row in unit.plan.assessment.evidence)
        if total != FULL_WEIGHT:
            yield hit(
                *(*at, "assessment", "evidence"), unit=unit.code, total=total, full=FULL_WEIGHT
            )


@rule(
    "V104",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: la prova dura {hours} ore, l'unità {limit}.",
    en="{unit}: the test lasts {hours} hours, the unit {limit}.",
)
def tests_fit_in_their_unit(course: Course) -> Iterator[Hit]:
    """The test of a unit is part of its hours, and leaves some for teaching."""
    for at, unit in units_with_places(course):
        hours = unit.plan.assessment.hours
        if hours >= unit.plan.hours > 0:
            yield hit(
                *(*at, "assessment", "hours"),
                unit=unit.code,
                hours=hours,
                limit=unit.plan.hours,
            )


@rule(
    "V105",
    clause=None,
    severity=Severity.ERROR,
    it="Il livello «{level}» comincia da {score}: i livelli partono da 0 e salgono.",
    en="The level “{level}” begins at {score}: levels begin at 0 and rise.",
    mend=Text(
        it="fai cominciare da 0 il livello «{level}»",
        en="let the level “{level}” begin at 0",
    ),
)
def levels_rise_from_zero(course: Course) -> Iterator[Hit]:
    """The levels of the scale begin at 0 and each begins above the one before."""
    levels = course.edition.assessment.levels
    if levels[0].min_score != 0:
        at = ("assessment", "levels", "0", "min_score")
        mend = SetValue(at, 0)
        yield hit(*at, mend=mend, level=levels[0].name, score=levels[0].min_score)
    for n, (lower, higher) in enumerate(pairwise(levels), start=1):
        if higher.min_score <= lower.min_score:
            at = ("assessment", "levels", str(n), "min_score")
            yield hit(*at, level=higher.name, score=higher.min_score)


@rule(
    "V106",
    clause=None,
    severity=Severity.WARNING,
    it="La soglia di superamento è {threshold}, ma nessun livello comincia da {threshold}.",
    en="The pass threshold is {threshold}, but no level begins at {threshold}.",
)
def the_threshold_is_the_edge_of_a_level(course: Course) -> Iterator[Hit]:
    """The threshold is where a level begins, so that passing and level agree."""
    threshold = course.edition.assessment.threshold
    if threshold not in {level.min_score for level in course.edition.assessment.levels}:
        yield hit("assessment", "threshold", threshold=threshold)


@rule(
    "K101",
    clause="unit-contents",
    severity=Severity.ERROR,
    it="{unit}: nessun argomento tratta {codes}.",
    en="{unit}: no topic treats {codes}.",
    mend=Text(
        it="aggiungi {codes} al solo argomento di {unit}",
        en="add {codes} to the only topic of {unit}",
    ),
)
def topics_cover_each_knowledge_and_skill(course: Course) -> Iterator[Hit]:
    """The topics of a unit cover each knowledge and skill that the standard lists for it."""
    for unit in course.units:
        covered = {code for topic in unit.plan.topics for code in topic.covers}
        left_out = tuple(item.code for item in unit.items if item.code not in covered)
        if left_out:
            at = ("units", unit.code, "topics")
            written = unit.plan.topics[0].covers
            mend = SetValue((*at, "0", "covers"), (*written, *left_out))
            is_plain = len(unit.plan.topics) == 1
            yield hit(*at, mend=mend if is_plain else (), unit=unit.code, codes=left_out)


@rule(
    "K102",
    clause=None,
    severity=Severity.ERROR,
    it="{unit}: gli argomenti sommano {total} ore, l'unità ne ha {hours} oltre alla prova finale.",
    en="{unit}: the topics add up to {total} hours, the unit has {hours} besides its test.",
    mend=Text(
        it="togli le ore dal solo argomento di {unit}: avrà quelle di lezione, {hours} ore",
        en="take the hours away from the only topic of {unit}: it gets those of teaching, {hours} hours",
    ),
)
def topics_fill_the_hours_of_their_unit(course: Course) -> Iterator[Hit]:
    """The hours of a unit's topics add up to the hours of the unit, its test apart."""
    for unit in course.units:
        total = sum(topic.hours for topic in unit.plan.topics)
        if total != unit.plan.teaching_hours:
            at = ("units", unit.code, "topics")
            yield hit(
                *at,
                mend=(Remove((*at, "0", "hours")),) if len(unit.plan.topics) == 1 else (),
                unit=unit.code,
                total=total,
                hours=unit.plan.teaching_hours,
            )
