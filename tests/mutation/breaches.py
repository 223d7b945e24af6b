"""The same limits broken in the course: each unit, item, person, room and credit in its turn."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import Any

from mutants import Subject, with_value
from tight import PCS, Data, as_edition

from toolkit.finding import Severity, run
from toolkit.model.standard import Standard
from toolkit.resolve import resolve
from toolkit.rules.course import COURSE_RULES

QUARTER = 0.25


@dataclass(frozen=True)
class Breach:
    """A course one step beyond a limit, and the rule that must speak."""

    name: str
    rule: str
    standard: Standard
    data: Data

    @property
    def said(self) -> frozenset[str]:
        """The rules that speak of the course, notes aside."""
        edition = as_edition(self.data)
        course = resolve(self.standard, edition.provider, edition)
        found = run(COURSE_RULES, course, self.standard.clauses)
        return frozenset(each.rule for each in found if each.severity is not Severity.NOTE)


def breaches(subject: Subject) -> Iterator[Breach]:
    """Yield every smallest breach of *subject*, each of one limit alone."""
    standard = with_room(subject.standard)
    for name, rule, change in (
        *_of_units(subject.standard),
        *_of_items(subject.standard),
        *_of_means(subject.standard),
        *_of_internship(subject),
        *_of_credit(subject.standard),
    ):
        data = deepcopy(subject.data)
        change(data)
        yield Breach(name, rule, standard, data)


def with_room(standard: Standard) -> Standard:
    """Return *standard* with totals that a quarter of an hour in one unit does not break."""
    least = with_value(standard, ("totals", "hours"), standard.totals.hours - QUARTER)
    most = standard.totals.distance_hours + QUARTER
    return with_value(least, ("totals", "distance_hours"), most)


Change = tuple[str, str, Callable[[Data], Any]]


def _of_units(standard: Standard) -> Iterator[Change]:
    for unit in standard.units:
        code = unit.code
        yield f"{code}: a quarter of an hour less", "H101", partial(_shorter, code)
        yield f"{code}: a quarter of an hour more at a distance", "D101", partial(_further, code)
        yield f"{code}: nobody teaches it", "P104", partial(_untaught, code, standard.id)
        in_laboratory = unit.number in standard.laboratory_units
        if in_laboratory and unit.min_hours > unit.max_distance_hours:
            yield f"{code}: outside a laboratory", "L101", partial(_outside, code)


def _shorter(code: str, data: Data) -> None:
    own = data["units"][code]
    own["hours"] -= QUARTER
    own["distance_hours"] = max(own["distance_hours"] - QUARTER, 0)
    own["laboratory_hours"] = min(own["laboratory_hours"], own["hours"] - own["distance_hours"])
    data["credits"] = []


def _further(code: str, data: Data) -> None:
    data["units"][code]["hours"] += QUARTER
    data["units"][code]["distance_hours"] += QUARTER
    data["credits"] = []


def _untaught(code: str, standard_id: str, data: Data) -> None:
    others = [each for each in data["units"] if each != code]
    trainers = [{**each, "teaches": {standard_id: others}} for each in _trainers(data)]
    data["provider"]["trainers"] = trainers
    for extra in data["additional_units"]:
        extra["trainers"] = [each["name"] for each in trainers]


def _outside(code: str, data: Data) -> None:
    data["units"][code]["laboratory_hours"] = 0


def _trainers(data: Data) -> list[Data]:
    trainers: list[Data] = data["provider"]["trainers"]
    return trainers


def _of_items(standard: Standard) -> Iterator[Change]:
    for unit in standard.units:
        for n, item in enumerate(unit.items):
            yield f"{item.code}: in no topic", "K101", partial(_untreated, unit.code, n)
            if len(unit.items) > 1:
                # Without rows of its own a grid would have them all again.
                unassessed = partial(_unassessed, unit.code, n)
                yield f"{item.code}: in no row of the grid", "V102", unassessed


def _untreated(code: str, n: int, data: Data) -> None:
    data["units"][code]["topics"][n]["covers"] = []


def _unassessed(code: str, n: int, data: Data) -> None:
    del data["units"][code]["assessment"]["evidence"][n]


def _of_means(standard: Standard) -> Iterator[Change]:
    if standard.trainers:
        for n in range(100 // math.gcd(standard.trainers.min_expert_percent, 100)):
            yield f"trainer {n}: a year less", "P102", partial(_less_experience, n)
        yield "an expert less", "P101", lambda data: _trainers(data)[0].update(expert=False)
    if any(each.learners_per_pc for each in standard.equipment):
        yield "a PC less", "E101", lambda data: data["provider"]["rooms"][1].update(pcs=PCS - 1)
    if standard.language:
        late = {"language_test": "2027-01-11"}
        yield "a test on the first day", "S102", lambda data: data["selection"].update(late)
    if standard.additional_units:
        yield "a quarter more of additional units", "A102", _longer_additional_unit


def _less_experience(n: int, data: Data) -> None:
    _trainers(data)[n]["experience_years"] -= 1


def _longer_additional_unit(data: Data) -> None:
    data["additional_units"][0]["hours"] += QUARTER


def _of_internship(subject: Subject) -> Iterator[Change]:
    limits, hours = subject.standard.internship, subject.course.internship_hours
    if limits and hours == limits.min_hours:
        yield "a quarter less of internship", "I101", partial(_internship, -QUARTER)
    if limits and hours == limits.max_hours:
        yield "a quarter more of internship", "I102", partial(_internship, QUARTER)


def _internship(more: float, data: Data) -> None:
    data["internship"]["hours"] += more
    data["credits"] = [each for each in data["credits"] if each["kind"] != "internship"]


def _of_credit(standard: Standard) -> Iterator[Change]:
    if standard.credits is None:
        return
    if standard.credits.attendance_max_percent:
        yield "a quarter more of credit", "C102", partial(_more_credit, "attendance")
    if standard.credits.internship_max_percent:
        yield "a quarter more of internship's credit", "C103", partial(_more_credit, "internship")
    for unit in standard.units:
        other = "attendance" if unit.credit.kind != "attendance" else "a-priori"
        hours = QUARTER if other == "attendance" else unit.min_hours
        credit = {"learner": "A09", "kind": other, "unit": unit.code, "hours": hours}
        yield f"{unit.code}: credit of another kind", "C101", partial(_credited, credit)


def _credited(credit: Data, data: Data) -> None:
    data["credits"].append(credit)


def _more_credit(kind: str, data: Data) -> None:
    own = [each for each in data["credits"] if each["kind"] == kind]
    roomy = [each for each in own if each["hours"] < _most(data, each)]
    (roomy or own)[-1]["hours"] += QUARTER


def _most(data: Data, credit: Data) -> float:
    unit = credit.get("unit")
    return data["units"][unit]["hours"] if unit else 0.0
