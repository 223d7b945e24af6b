"""What a course has for each clause: the column «valore» of the conformity table.

One small function a clause key; a clause without one prints what `NO_VALUE` says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toolkit.agreement import preceded
from toolkit.context.sequence import numbers_of_units, units_named, when_prerequisites_end
from toolkit.model.course import Course
from toolkit.model.provider import Trainer
from toolkit.model.timetable import Timetable
from toolkit.rules.credit import attendance_base, credit_by_learner
from toolkit.rules.people import assigned_trainers
from toolkit.rules.places import pcs_available, pcs_needed
from toolkit.text import written

NO_VALUE = "si veda la sezione corrispondente"

Value = Callable[[Course, Timetable], str]


def _n(value: float) -> str:
    return written(float(value), "it")


def _competence_units(course: Course, timetable: Timetable) -> str:
    titles = {unit.competence_unit for unit in course.units if unit.competence_unit}
    return f"{len(titles)} unità di competenza, {len(course.units)} unità di risultati"


def _eqf_level(course: Course, timetable: Timetable) -> str:
    return f"livello {course.standard.eqf_level}"


def _access_education(course: Course, timetable: Timetable) -> str:
    return "verifica in sede di selezione, sui documenti dei candidati"


def _access_language(course: Course, timetable: Timetable) -> str:
    test = course.edition.selection.language_test
    if test is None:
        return "prova di lingua da fissare"
    return f"prova di lingua {preceded('il', written(test, 'it'))}"


def _units(course: Course, timetable: Timetable) -> str:
    return f"{len(course.units)} unità su {len(course.standard.units)}"


def _unit_contents(course: Course, timetable: Timetable) -> str:
    items = [item for unit in course.units for item in unit.items]
    skills = sum(item.kind == "skill" for item in items)
    return f"{len(items) - skills} conoscenze e {skills} abilità, tutte riportate"


def _min_hours(course: Course, timetable: Timetable) -> str:
    longer = [u.outcome.number for u in course.units if u.plan.hours > u.outcome.min_hours]
    shorter = [u.outcome.number for u in course.units if u.plan.hours < u.outcome.min_hours]
    if shorter:
        return f"unità sotto la durata minima: n. {numbers_of_units(shorter)}"
    if longer:
        more = "più lunga" if len(longer) == 1 else "più lunghe"
        return f"durata minima in ogni unità; {more} {units_named(longer)}"
    return "durata minima in ogni unità"


def _total_hours(course: Course, timetable: Timetable) -> str:
    return f"{_n(course.unit_hours)} ore, al netto del tirocinio e delle unità aggiuntive"


def _distance_hours(course: Course, timetable: Timetable) -> str:
    hours = sum(unit.plan.distance_hours for unit in course.units)
    limit = course.standard.totals.distance_hours
    over = [
        u.outcome.number
        for u in course.units
        if u.plan.distance_hours > u.outcome.max_distance_hours
    ]
    told = f"{_n(hours)} ore su {_n(limit)} ammesse"
    return f"{told}; oltre il limite {units_named(over)}" if over else told


def _unit_credit(course: Course, timetable: Timetable) -> str:
    credited = len({credit.learner for credit in course.edition.credits if credit.unit})
    return (
        f"allievi con crediti su unità: {credited}" if credited else "nessun credito riconosciuto"
    )


def _internship(course: Course, timetable: Timetable) -> str:
    return f"{_n(course.internship_hours)} ore"


def _additional_units(course: Course, timetable: Timetable) -> str:
    if not course.additional_units:
        return "nessuna unità aggiuntiva"
    # The standard does not say whether its base includes them: both readings are told.
    narrow = course.additional_hours * 100 / course.unit_hours
    wide = course.additional_hours * 100 / course.training_hours
    return (
        f"{_n(course.additional_hours)} ore: {preceded('il', _n(narrow))}% delle "
        f"{_n(course.unit_hours)} ore delle unità dello standard, {preceded('il', _n(wide))}% delle "
        f"{_n(course.training_hours)} ore comprese le aggiuntive"
    )


def _methodology(course: Course, timetable: Timetable) -> str:
    own = bool(course.edition.methods) or any(unit.plan.methods for unit in course.units)
    return "metodi indicati nel progetto" if own else "metodologia dello standard"


def _laboratory_units(course: Course, timetable: Timetable) -> str:
    units = [unit for unit in course.units if unit.is_laboratory]
    hours = sum(unit.plan.laboratory_hours for unit in units)
    presence = sum(unit.plan.presence_hours for unit in units)
    numbers = numbers_of_units([unit.outcome.number for unit in units])
    return f"unità n. {numbers}: {_n(hours)} ore in laboratorio su {_n(presence)} in presenza"


def _unit_assessment(course: Course, timetable: Timetable) -> str:
    tested = {lesson.unit for lesson in timetable.lessons if lesson.assessment_minutes}
    rows = sum(len(unit.plan.assessment.evidence) for unit in course.units)
    return f"verifiche in calendario: {len(tested)}; voci nella griglia: {rows}"


def _attendance_credit(course: Course, timetable: Timetable) -> str:
    caps = course.standard.credits
    base = attendance_base(course)
    limit = (caps.attendance_max_percent if caps else 0) * base / 100
    most = max((each.attendance for each in credit_by_learner(course)), default=0.0)
    told = f"al massimo {_n(limit)} ore su {_n(base)} d'aula o laboratorio"
    return f"{told}; riconosciute a un allievo fino a {_n(most)}" if most else told


def _internship_credit(course: Course, timetable: Timetable) -> str:
    caps = course.standard.credits
    percent = (caps.internship_max_percent or 0) if caps else 0
    return f"al massimo {_n(percent * course.internship_hours / 100)} ore"


def _a_priori_credit(course: Course, timetable: Timetable) -> str:
    units = [u.outcome.number for u in course.units if u.outcome.credit.kind == "a-priori"]
    return (
        f"unità n. {numbers_of_units(units)}, fuori dal limite percentuale"
        if units
        else "nessuna unità"
    )


def _teaching(course: Course, timetable: Timetable) -> tuple[Trainer, ...]:
    """Return who teaches in the timetable; without lessons, who may teach."""
    names = {lesson.trainer for lesson in timetable.lessons}
    assigned = assigned_trainers(course)
    return tuple(each for each in assigned if each.name in names) or assigned


def _trainer_experts(course: Course, timetable: Timetable) -> str:
    trainers = _teaching(course, timetable)
    experts = sum(trainer.expert for trainer in trainers)
    share = experts * 100 / len(trainers) if trainers else 0.0
    told = "1 esperto" if experts == 1 else f"{experts} esperti"
    among = "1 formatore" if len(trainers) == 1 else f"{len(trainers)} formatori"
    return f"{told} su {among} ({_n(share)}%)"


def _trainer_experience(course: Course, timetable: Timetable) -> str:
    years = [trainer.experience_years for trainer in _teaching(course, timetable)]
    given = [each for each in years if each is not None]
    least = f"almeno {min(given)} anni" if given else "da indicare"
    return least if len(given) == len(years) else f"{least}; {len(years) - len(given)} da indicare"


def _equipment(course: Course, timetable: Timetable) -> str:
    needed = pcs_needed(course)
    available = pcs_available(course)
    if not needed:
        return "attrezzature elencate nel progetto"
    return f"{available} pc per {course.edition.learners} allievi; ne servono {needed}"


def _exam_admission(course: Course, timetable: Timetable) -> str:
    percent = course.standard.exam.min_attendance_percent
    hours = percent * course.total_hours / 100
    return f"almeno {_n(hours)} ore su {_n(course.total_hours)}"


def _attestation(course: Course, timetable: Timetable) -> str:
    return "esiti ripresi dalla griglia di valutazione"


def _certificate(course: Course, timetable: Timetable) -> str:
    return "rilascio successivo al corso"


VALUES: Mapping[str, Value] = {
    "competence-units": _competence_units,
    "eqf-level": _eqf_level,
    "access-education": _access_education,
    "access-language": _access_language,
    "access-residence": _access_education,
    "units": _units,
    "unit-contents": _unit_contents,
    "min-hours": _min_hours,
    "distance-hours": _distance_hours,
    "unit-credit": _unit_credit,
    "total-hours": _total_hours,
    "prerequisites": when_prerequisites_end,
    "internship-min": _internship,
    "internship-max": _internship,
    "additional-units": _additional_units,
    "methodology": _methodology,
    "laboratory-units": _laboratory_units,
    "unit-assessment": _unit_assessment,
    "admission-credit": lambda course, timetable: "nessun credito di ammissione",
    "attendance-credit": _attendance_credit,
    "internship-credit": _internship_credit,
    "a-priori-credit": _a_priori_credit,
    "trainer-experts": _trainer_experts,
    "trainer-experience": _trainer_experience,
    "equipment": _equipment,
    "attestation": _attestation,
    "exam-admission": _exam_admission,
    "qualification-certificate": _certificate,
}
"""By clause key: every key that a rule or a standard may use."""
