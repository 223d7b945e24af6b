"""Courses that share trainers and rooms, by what they are known, are never in two places."""

from __future__ import annotations

import pytest
from timetable_cases import scheduled

from toolkit.finding import run
from toolkit.model.neighbours import Neighbours
from toolkit.rules.sharing import SHARING_RULES


def clashes(own, other):
    found = run(SHARING_RULES, Neighbours(scheduled(**own), (scheduled(**other),)), {})
    return [(each.rule, ".".join(each.at), each.message.it) for each in found]


def another(**given):
    return {"given": {"code": "GB-2027-02", **given}}


FIRST = (
    "T601",
    "timetable.lessons.0.trainer",
    (
        "Rosa Esempio insegna l'11/01/2027, 9:00-11:00, ma è anche nel corso GB-2027-02, "
        "9:00-11:00; tiene una lezione alla volta."
    ),
)
ROOM = (
    "T602",
    "timetable.lessons.0.room",
    (
        "«Aula 1» è occupata l'11/01/2027, 9:00-11:00: c'è anche il corso GB-2027-02, "
        "9:00-11:00; una lezione alla volta."
    ),
)
CODE = "99999980685"


def test_the_same_people_and_places_at_the_same_time_are_told():
    found = clashes({}, another())

    assert FIRST in found
    assert ROOM in found
    assert {rule for rule, _, _ in found} == {"T601", "T602"}


def test_a_course_does_not_clash_with_itself():
    assert clashes({}, {}) == []


def test_two_providers_share_nobody_of_the_same_name():
    assert clashes({}, another(**{"provider.name": "Un altro ente"})) == []


def test_a_provider_is_known_by_its_code_however_its_name_is_written():
    own = {"given": {"provider.tax_code": CODE}}
    other = another(**{"provider.name": "ENTE  di prova", "provider.tax_code": CODE})

    assert FIRST in clashes(own, other)


def test_a_person_with_a_tax_code_is_known_at_another_provider():
    person = {"name": "Rosa Esempio", "expert": True, "tax_code": "SMPRSO80A41G482S"}
    own = {"given": {"provider.trainers.0": person}}
    other = another(**{"provider.name": "Un altro ente", "provider.trainers.0": person})

    found = clashes(own, other)

    assert {rule for rule, _, _ in found} == {"T601"}


def test_rooms_of_one_name_at_two_addresses_are_two_rooms():
    elsewhere = {"address": {"street": "Via Altra 2", "town": "Chieti", "province": "CH"}}

    found = clashes({}, another(venue=elsewhere))

    assert {rule for rule, _, _ in found} == {"T601"}


@pytest.mark.parametrize(("times", "told"), [("11:00-13:00", False), ("10:45-12:45", True)])
def test_one_lesson_may_follow_another_but_not_begin_before_its_end(times, told):
    other = {"change": {"lessons.0.time": times}, "given": {"code": "GB-2027-02"}}

    found = [each for each in clashes({}, other) if each[1] == "timetable.lessons.0.trainer"]

    assert bool(found) is told
