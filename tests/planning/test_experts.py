"""The share of experts among those who teach is kept where it can be."""

from __future__ import annotations

import pytest

from toolkit import pipeline
from toolkit.resources import resources


@pytest.fixture
def course(request, tmp_path):
    """Return the shortest sample, its only expert free at the times the test names."""

    def write(availability):
        sample = request.config.rootpath / "samples/minimo/course.yaml"
        text = sample.read_text(encoding="utf-8").replace(
            "experience_years: 8}", f"experience_years: 8, availability: {{{availability}}}}}"
        )
        path = tmp_path / "course.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_an_expert_with_little_time_teaches_what_they_can(course):
    path = course("monday: 9:00-13:00")

    planned = pipeline.plan(path, resources())

    assert planned.report.errors == 0
    assert "Rosa Esempio" in {each.trainer for each in planned.report.timetable.lessons}


def test_where_no_expert_can_teach_the_rule_says_so(course):
    path = course("sunday: 9:00-13:00")

    planned = pipeline.plan(path, resources())

    assert [each.rule for each in planned.report.findings if each.is_error] == ["T307"]


def test_two_experts_of_one_unit_do_not_relieve_each_other_for_ever(request, tmp_path):
    sample = request.config.rootpath / "samples/minimo/course.yaml"
    one_unit = "teaches: {abruzzo/addetto-al-servizio-clienti: [URA01]}"
    expert = "expert: true, experience_years: 8"
    trainers = "\n".join(
        [
            f"    - {{name: Rosa Esempio, {expert}, {one_unit}}}",
            f"    - {{name: Ugo Esempio, {expert}, {one_unit}}}",
            f'    - {{name: Ida Esempio, {expert}, availability: {{sunday: "9:00-13:00"}}}}',
            "    - {name: Carla Prova, experience_years: 5}",
        ]
    )
    text = sample.read_text(encoding="utf-8").replace(
        "    - {name: Rosa Esempio, expert: true, experience_years: 8}", trainers
    )
    path = tmp_path / "course.yaml"
    path.write_text(text, encoding="utf-8")

    planned = pipeline.plan(path, resources())

    assert {each.rule for each in planned.report.findings if each.is_error} == {"T307"}
