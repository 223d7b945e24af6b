"""One quarter of an hour too many or too few: the right rule speaks, and no other."""

from __future__ import annotations

import math

import pytest
from breaking import Breaches, assert_breach, few
from generated_editions import as_course, with_unit
from hypothesis import assume, given
from hypothesis import strategies as st

BREACHES = Breaches()


def a_unit(draw, standard):
    return draw(st.sampled_from(standard["units"]))


def code_of(unit):
    return f"URA{unit['number']:02d}"


def without_shares(edition):
    """Take away what is limited by a share of the hours that a breach changes."""
    edition.pop("additional_units", None)
    edition.pop("credits", None)


@BREACHES.of("H101", also="H102")
def a_unit_is_too_short(draw, standard, edition):
    without_shares(edition)
    unit = a_unit(draw, standard)
    edition["units"][code_of(unit)] = {"hours": unit["min_hours"] - 0.25, "distance_hours": 0}


@BREACHES.of("H102")
def all_units_are_too_short(draw, standard, edition):
    standard["totals"]["hours"] = as_course(standard, edition).unit_hours + 0.25


@BREACHES.of("D101", also="D102")
def a_unit_is_too_much_at_a_distance(draw, standard, edition):
    without_shares(edition)
    unit = a_unit(draw, standard)
    edition["units"][code_of(unit)] = {
        "hours": unit["min_hours"] + 1,
        "distance_hours": unit["max_distance_hours"] + 0.25,
    }


@BREACHES.of("D102")
def all_units_are_too_much_at_a_distance(draw, standard, edition):
    hours = sum(unit.plan.distance_hours for unit in as_course(standard, edition).units)
    assume(hours)
    standard["totals"]["distance_hours"] = hours - 0.25


@BREACHES.of("D103", also="L101")
def a_unit_is_more_at_a_distance_than_it_lasts(draw, standard, edition):
    without_shares(edition)
    unit = a_unit(draw, standard)
    unit["max_distance_hours"] = standard["totals"]["distance_hours"] = 1000
    edition["distance"] = {}
    edition["units"] = {
        code_of(unit): {"hours": unit["min_hours"], "distance_hours": unit["min_hours"] + 0.25}
    }


@BREACHES.of("D104")
def a_unit_is_more_in_a_laboratory_than_in_presence(draw, standard, edition):
    unit = a_unit(draw, standard)
    presence = as_course(standard, edition).unit(code_of(unit)).plan.presence_hours
    without_shares(edition)
    with_unit(edition, code_of(unit), laboratory_hours=presence + 0.25)


@BREACHES.of("D105")
def a_unit_is_more_asynchronous_than_at_a_distance(draw, standard, edition):
    unit = a_unit(draw, standard)
    distance = as_course(standard, edition).unit(code_of(unit)).plan.distance_hours
    with_unit(edition, code_of(unit), asynchronous_hours=distance + 0.25)


def an_additional_unit(hours):
    return [{"title": "Altro", "hours": hours, "contents": ["Altro"]}]


@BREACHES.of("A101", "additional_units")
def additional_units_exceed_the_wider_share(draw, standard, edition):
    without_shares(edition)
    percent = standard["additional_units"]["max_percent"]
    hours = as_course(standard, edition).unit_hours
    most = math.floor(percent * hours / (100 - percent) * 4) / 4
    edition["additional_units"] = an_additional_unit(max(most + 0.25, 2.0))


@BREACHES.of("A102", "additional_units")
def additional_units_exceed_the_narrower_share(draw, standard, edition):
    without_shares(edition)
    percent = standard["additional_units"]["max_percent"]
    hours = as_course(standard, edition).unit_hours
    some = math.floor(percent * hours / 25) / 4 + 0.25
    assume(some > 1 and some * 100 <= percent * (hours + some))
    edition["additional_units"] = an_additional_unit(some)


@BREACHES.of("A103")
def additional_units_are_not_admitted(draw, standard, edition):
    standard.pop("additional_units", None)
    edition["additional_units"] = an_additional_unit(2)


@BREACHES.of("I101", "internship")
def the_internship_is_too_short(draw, standard, edition):
    without_shares(edition)
    edition["internship"]["hours"] = standard["internship"]["min_hours"] - 0.25


@BREACHES.of("I102", "internship")
def the_internship_is_too_long(draw, standard, edition):
    without_shares(edition)
    edition["internship"]["hours"] = standard["internship"]["max_hours"] + 0.25


@BREACHES.of("I103")
def an_internship_is_not_admitted(draw, standard, edition):
    without_shares(edition)
    standard.pop("internship", None)
    edition["internship"] = {"hours": 8}


@BREACHES.of("L101", "laboratory_units")
def a_laboratory_unit_is_never_in_a_laboratory(draw, standard, edition):
    number = draw(st.sampled_from(standard["laboratory_units"]))
    with_unit(edition, f"URA{number:02d}", laboratory_hours=0)


@BREACHES.of("L102", "laboratory_units")
def a_laboratory_unit_is_partly_in_a_classroom(draw, standard, edition):
    code = f"URA{draw(st.sampled_from(standard['laboratory_units'])):02d}"
    presence = as_course(standard, edition).unit(code).plan.presence_hours
    assume(presence > 0.25)
    with_unit(edition, code, laboratory_hours=presence - 0.25)


@BREACHES.of("V101")
def a_unit_has_no_test(draw, standard, edition):
    with_unit(edition, code_of(a_unit(draw, standard)), assessment={"hours": 0})


@BREACHES.of("V104")
def a_test_takes_a_whole_unit(draw, standard, edition):
    unit = a_unit(draw, standard)
    hours = as_course(standard, edition).unit(code_of(unit)).plan.hours
    with_unit(edition, code_of(unit), assessment={"hours": hours})


@BREACHES.of("K102")
def topics_do_not_fill_their_unit(draw, standard, edition):
    unit = a_unit(draw, standard)
    course_unit = as_course(standard, edition).unit(code_of(unit))
    codes = [item.code for item in course_unit.items]
    topic = {"title": "Tutto", "hours": course_unit.plan.teaching_hours - 0.25, "covers": codes}
    with_unit(edition, code_of(unit), topics=[topic])


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
@few
@given(data=st.data())
def test_a_breach_is_found_alone(breach, data):
    assert_breach(breach, data)
