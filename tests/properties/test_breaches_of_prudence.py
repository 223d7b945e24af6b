"""One date, name or habit out of order: the right rule speaks, and no other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from breaking import Breaches, assert_breach, few
from hypothesis import given
from hypothesis import strategies as st

BREACHES = Breaches()


@BREACHES.of("S104")
def the_selection_comes_with_the_course(draw, standard, edition):
    edition["selection"]["date"] = edition["start"] + timedelta(days=draw(st.integers(0, 30)))


@BREACHES.of("G112")
def the_exam_comes_on_the_last_day(draw, standard, edition):
    edition["end"] = edition["start"] + timedelta(days=draw(st.integers(1, 90)))
    edition["exam"] = {"date": edition["end"]}
    for trainer in edition["provider"]["trainers"]:
        trainer["contract_until"] = None


@BREACHES.of("I105", "internship")
def the_internship_begins_before_the_course(draw, standard, edition):
    edition["internship"]["start"] = edition["start"] - timedelta(days=1)


@BREACHES.of("I105", "internship")
def the_internship_begins_after_the_course(draw, standard, edition):
    edition["end"] = edition["start"] + timedelta(days=90)
    edition["exam"] = {}
    for trainer in edition["provider"]["trainers"]:
        trainer["contract_until"] = None
    edition["internship"]["start"] = edition["end"] + timedelta(days=1)


@BREACHES.of("G107")
def a_day_is_longer_than_usual(draw, standard, edition):
    edition["planning"] = {"max_hours_per_day": draw(st.sampled_from([8.25, 9, 12]))}


@BREACHES.of("G108", "credits")
def a_learner_has_a_name(draw, standard, edition):
    edition["credits"] = [
        {
            "learner": draw(st.sampled_from(["Ada Inventata", "M. D’Esempio", "Però Lì Là"])),
            "kind": "attendance",
            "unit": f"URA{_admitting_attendance(standard):02d}",
            "hours": 0,
        }
    ]


def _admitting_attendance(standard):
    unit = standard["units"][-1]
    unit["credit"] = {**unit["credit"], "kind": "attendance"}
    return unit["number"]


@BREACHES.of("G109")
def a_text_has_a_tax_code(draw, standard, edition):
    key = draw(st.sampled_from(["context", "profile", "outlets", "title"]))
    code = draw(
        st.from_regex(r"[A-Z]{6}[0-9]{2}[A-EHLMPR-T][0-9]{2}[A-Z][0-9]{3}[A-Z]", fullmatch=True)
    )
    edition[key] = f"Referente: {code}, per telefono."


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
@few
@given(data=st.data())
def test_a_breach_is_found_alone(breach, data):
    assert_breach(breach, data)
