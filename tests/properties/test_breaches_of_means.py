"""One trainer, room, PC, row or day too few: the right rule speaks, and no other."""

from __future__ import annotations

import math
from datetime import timedelta

import pytest
from breaking import Breaches, assert_breach, few
from generated_editions import as_course, with_unit
from hypothesis import assume, given
from hypothesis import strategies as st

BREACHES = Breaches()


def a_code(draw, standard):
    return f"URA{draw(st.sampled_from(standard['units']))['number']:02d}"


def items_of(standard, edition, code):
    return [item.code for item in as_course(standard, edition).unit(code).items]


@BREACHES.of("P101", "trainers")
def an_expert_is_missing(draw, standard, edition):
    trainers = edition["provider"]["trainers"]
    needed = math.ceil(standard["trainers"]["min_expert_percent"] * len(trainers) / 100)
    for number, trainer in enumerate(trainers):
        trainer["expert"] = number < needed - 1


@BREACHES.of("P102", "trainers")
def a_trainer_lacks_a_year_of_experience(draw, standard, edition):
    trainer = draw(st.sampled_from(edition["provider"]["trainers"]))
    trainer["experience_years"] = standard["trainers"]["min_experience_years"] - 1


@BREACHES.of("P103", "trainers")
def the_experience_of_a_trainer_is_not_given(draw, standard, edition):
    draw(st.sampled_from(edition["provider"]["trainers"]))["experience_years"] = None


@BREACHES.of("P104")
def nobody_teaches_a_unit(draw, standard, edition):
    code = a_code(draw, standard)
    others = [f"URA{unit['number']:02d}" for unit in standard["units"]]
    others.remove(code)
    for trainer in edition["provider"]["trainers"]:
        trainer["teaches"] = {standard["id"]: others}
    for extra in edition.get("additional_units", ()):
        extra["trainers"] = edition["provider"]["trainers"][0]["name"]


@BREACHES.of("P105")
def a_contract_ends_a_day_too_soon(draw, standard, edition):
    edition["end"] = edition["start"] + timedelta(days=90)
    edition["exam"] = {}
    for trainer in edition["provider"]["trainers"]:
        trainer["contract_until"] = edition["end"]
    edition["provider"]["trainers"][0]["contract_until"] -= timedelta(days=1)


@BREACHES.of("E101", "equipment")
def a_pc_is_missing(draw, standard, edition):
    shares = [each["learners_per_pc"] for each in standard["equipment"]]
    share = min(share for share in shares if share)
    edition["provider"]["rooms"][1]["pcs"] = math.ceil(edition["learners"] / share) - 1


@BREACHES.of("E102")
def a_room_has_a_place_too_few(draw, standard, edition):
    draw(st.sampled_from(edition["provider"]["rooms"]))["capacity"] = edition["learners"] - 1


@BREACHES.of("E103", also="E102")
def all_rooms_have_a_place_too_few(draw, standard, edition):
    for room in edition["provider"]["rooms"]:
        room["capacity"] = edition["learners"] - 1


@BREACHES.of("L103", "laboratory_units")
def laboratory_hours_have_no_laboratory(draw, standard, edition):
    number = draw(st.sampled_from(standard["laboratory_units"]))
    with_unit(edition, f"URA{number:02d}", rooms=["Aula"])


@BREACHES.of("I104", "internship")
def the_hosts_have_a_place_too_few(draw, standard, edition):
    edition["internship"]["hosts"][0]["learners"] -= 1


@BREACHES.of("V102")
def an_item_is_not_assessed(draw, standard, edition):
    code = a_code(draw, standard)
    items = items_of(standard, edition, code)
    assume(len(items) > 1)
    items.remove(draw(st.sampled_from(items)))
    with_unit(
        edition, code, assessment={"hours": 1, "evidence": [{"covers": each} for each in items]}
    )


@BREACHES.of("V103")
def weights_add_up_to_one_too_many(draw, standard, edition):
    code = a_code(draw, standard)
    rows = [{"covers": each, "weight": 1} for each in items_of(standard, edition, code)]
    rows[-1]["weight"] = 102 - len(rows)
    with_unit(edition, code, assessment={"hours": 1, "evidence": rows})


def levels(*scores):
    return [{"name": f"Livello {n}", "min_score": n, "descriptor": "Sa fare."} for n in scores]


@BREACHES.of("V105")
def levels_do_not_rise_from_zero(draw, standard, edition):
    wrong = draw(st.sampled_from([levels(1, 60), levels(0, 60, 60), levels(0, 60, 59)]))
    edition["assessment"] = {"threshold": 60, "levels": wrong}


@BREACHES.of("V106")
def the_threshold_is_inside_a_level(draw, standard, edition):
    edition["assessment"] = {"threshold": draw(st.sampled_from([59, 61])), "levels": levels(0, 60)}


@BREACHES.of("K101")
def an_item_is_not_taught(draw, standard, edition):
    code = a_code(draw, standard)
    items = items_of(standard, edition, code)
    with_unit(edition, code, topics=[{"title": "Quasi tutto", "covers": items[:-1]}])


@BREACHES.of("G101", also="P105")
def the_course_ends_a_day_before_it_begins(draw, standard, edition):
    edition["end"] = edition["start"] - timedelta(days=1)
    edition["exam"] = {}


@BREACHES.of("G102")
def the_exam_is_on_the_first_day(draw, standard, edition):
    edition["exam"] = {"date": edition["start"]}


@BREACHES.of("G103")
def nobody_knows_the_patron_saint(draw, standard, edition):
    edition["provider"]["seat"]["town"] = "Sulmona"


@BREACHES.of("G105")
def the_standard_is_no_longer_in_force(draw, standard, edition):
    standard["in_force"]["until"] = edition["start"] - timedelta(days=1)


@BREACHES.of("G106")
def the_week_is_empty(draw, standard, edition):
    edition["week"] = {}


@BREACHES.of("S101", "language")
def the_language_test_has_no_date(draw, standard, edition):
    edition["selection"] = {}


@BREACHES.of("S102", "language")
def the_language_test_is_a_day_too_late(draw, standard, edition):
    edition["selection"] = {"language_test": edition["start"] + timedelta(days=1)}


def a_credit(edition, kind, hours, unit=None):
    edition["credits"] = [{"learner": "A01", "kind": kind, "unit": unit, "hours": hours}]


def unit_with_credit(standard, kind):
    """Make the first unit one for which credit of that kind is admitted."""
    standard["units"][0]["credit"]["kind"] = kind
    return "URA01"


@BREACHES.of("C101", "credits")
def credit_is_of_a_kind_that_the_unit_does_not_admit(draw, standard, edition):
    kinds = ["none", "attendance", "a-priori"]
    admitted = draw(st.sampled_from(kinds))
    kinds.remove(admitted)
    kind = "a-priori" if admitted == "attendance" else "attendance"
    code = unit_with_credit(standard, admitted)
    hours = as_course(standard, {**edition, "credits": []}).unit(code).plan.hours
    a_credit(edition, kind, hours if kind == "a-priori" else 0, code)


@BREACHES.of("C102", "credits")
def attendance_credit_exceeds_its_share(draw, standard, edition):
    edition["distance"], edition["units"], edition["additional_units"] = {}, {}, []
    percent = min(standard["credits"]["attendance_max_percent"], 99)
    standard["credits"]["attendance_max_percent"] = percent
    left = (
        math.floor(percent * sum(unit["min_hours"] for unit in standard["units"]) / 25) / 4 + 0.25
    )
    edition["credits"] = []
    for unit in standard["units"]:
        unit["credit"]["kind"] = "attendance"
        hours = min(left, unit["min_hours"])
        left -= hours
        edition["credits"].append(
            {
                "learner": "A01",
                "kind": "attendance",
                "unit": f"URA{unit['number']:02d}",
                "hours": hours,
            }
        )


@BREACHES.of("C103", "credits", "internship")
def credit_for_the_internship_exceeds_its_share(draw, standard, edition):
    percent = standard["credits"]["internship_max_percent"]
    a_credit(
        edition, "internship", math.floor(percent * edition["internship"]["hours"] / 25) / 4 + 0.25
    )


@BREACHES.of("C104", "credits")
def credit_exceeds_its_unit(draw, standard, edition):
    code = unit_with_credit(standard, "a-priori")
    hours = as_course(standard, {**edition, "credits": []}).unit(code).plan.hours
    a_credit(edition, "a-priori", hours + 0.25, code)


@BREACHES.of("C105", "credits")
def credit_names_no_unit(draw, standard, edition):
    a_credit(edition, draw(st.sampled_from(["attendance", "a-priori"])), 0)


@BREACHES.of("C106")
def credit_is_not_admitted(draw, standard, edition):
    standard.pop("credits", None)
    code = unit_with_credit(standard, "attendance")
    a_credit(edition, "attendance", 1, code)


@BREACHES.of("C107", "credits")
def a_priori_credit_is_for_a_part_of_its_unit(draw, standard, edition):
    code = unit_with_credit(standard, "a-priori")
    hours = as_course(standard, {**edition, "credits": []}).unit(code).plan.hours
    a_credit(edition, "a-priori", hours - 0.25, code)


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
@few
@given(data=st.data())
def test_a_breach_is_found_alone(breach, data):
    assert_breach(breach, data)
