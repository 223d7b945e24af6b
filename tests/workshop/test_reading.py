"""What must hold of any template, however its tags are mixed."""

from __future__ import annotations

from datetime import date, time

import pytest
from building import template
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.context.occasions import PATHS
from toolkit.rendering.environment import TemplateEnvironment
from toolkit.rendering.faults import FilterError
from toolkit.rendering.filters import FILTERS
from toolkit.workshop.kinds import names_for
from toolkit.workshop.reading import read_template
from toolkit.workshop.writers import USES

PIECES = (
    "{{ course.title }}", "{% if internship %}", "{% else %}", "{% endif %}", "{%p endfor %}",
    "{%p for unit in units %}", "{% for a b in units %}", "{% for in %}", "{% endfor %}", "{{ }}",
    "{% set x = 1 %}", "{% set y %}", "{% endset %}", "{% fro z in units %}", "{{ a", "}}", "{ % if x",
    "{% with a = 1 %}", "{% endwith %}", "{% macro f(x) %}", "{% endmacro %}", "{% elif %}", "{#",
    "{% filter upper %}", "{% call f() %}", "{% endcall %}", "{% raw %}", "%}", "{{ 'x }}", "testo",
)  # fmt: skip
VALUES = {
    "text": "a", "integer": 3, "number": 1.5, "truth": True, "date": date(2027, 1, 11),
    "time": time(9, 0), "list": ("a", "b"),
}  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=9))
def test_a_wrong_name_is_told_whatever_else_is_wrong(pieces):
    body = [each for piece in pieces for each in (piece, "{{ qwerty }}")]
    reading = read_template(template({"body": body}), name="x", names=names_for("course"))

    slips = reading.slips
    told = [
        each for each in slips if each.kind == "unknown-name" and each.values["name"] == "qwerty"
    ]
    hidden = "{% raw %}" in pieces
    assert all(reading.words_of(each.at).it for each in slips)
    assert len(told) == pieces.count("qwerty") + len(pieces) or hidden


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_the_kinds_that_a_filter_takes_are_those_it_writes(name):
    for kind, value in VALUES.items():
        try:
            FILTERS[name](value)
        except FilterError:
            written = False
        else:
            written = True
        assert written == (kind in USES[name].takes), kind


def test_what_is_said_of_filters_is_said_of_filters_there_are():
    assert set(TemplateEnvironment({}).filters) >= set(USES)


@pytest.mark.parametrize("per", sorted(PATHS))
def test_a_document_may_name_what_it_is_made_for(per):
    assert per in names_for(per)
