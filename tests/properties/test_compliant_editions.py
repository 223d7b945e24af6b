"""Whatever the standard, an edition that keeps it is found to, and nothing breaks on the way."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date

from generated_editions import as_course, compliant_editions
from generated_standards import standards
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.context import build_context
from toolkit.finding import Severity, run
from toolkit.model.timetable import Timetable
from toolkit.rules.course import COURSE_RULES

some = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))


@some
@given(data=st.data())
def test_a_compliant_edition_has_no_error_and_no_warning(data: st.DataObject) -> None:
    standard = data.draw(standards())
    edition = data.draw(compliant_editions(standard))

    course = as_course(standard, edition)
    found = run(COURSE_RULES, course, course.standard.clauses)

    serious = [each.rule for each in found if each.severity is not Severity.NOTE]
    assert serious == ["G104"] * standard["fictitious"]


@some
@given(data=st.data())
def test_hours_add_up(data: st.DataObject) -> None:
    standard = data.draw(standards())

    course = as_course(standard, data.draw(compliant_editions(standard)))

    for unit in course.all_units:
        assert unit.plan.presence_hours + unit.plan.distance_hours == unit.plan.hours
        assert sum(topic.hours for topic in unit.plan.topics) == unit.plan.teaching_hours
        assert sum(row.weight for row in unit.plan.assessment.evidence) == 100
    assert course.total_hours == (
        course.unit_hours + course.additional_hours + course.internship_hours
    )


@some
@given(data=st.data())
def test_a_draft_without_dates_has_a_value_for_every_name(data: st.DataObject) -> None:
    standard = data.draw(standards())
    course = as_course(standard, data.draw(compliant_editions(standard)))
    found = run(COURSE_RULES, course, course.standard.clauses)
    empty = Timetable(course.edition.code, (), (), None)

    context = build_context(course, empty, found, date(2027, 1, 7), is_draft=True)

    assert is_dataclass(context)
    assert {field.name for field in fields(context)} >= {"course", "units", "conformity"}
    assert len(context.units) == len(course.units)
