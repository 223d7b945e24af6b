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
