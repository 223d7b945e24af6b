"""The timetable as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping

from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import Lesson

FORMAT = 1


def as_json(scheduled: ScheduledCourse) -> str:
    """Return every dated activity in order of time; hours are numbers, days ISO dates."""
    timetable = scheduled.timetable
    exam = timetable.exam
    content = {
        "format": FORMAT,
        "course": timetable.course,
        "title": scheduled.course.title,
        "hours": sum(each.minutes for each in scheduled.lessons) / 60,
        "lessons": [lesson_json(each.lesson) for each in scheduled.lessons],
        "internship": [
            {"date": each.day.isoformat(), "hours": each.hours}
            for each in sorted(timetable.internship, key=lambda one: one.day)
        ],
        "exam": exam and {"date": exam.day.isoformat(), "proposed": exam.is_proposed},
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def lesson_json(lesson: Lesson) -> Mapping[str, object]:
    """Return what there is to know of one lesson."""
    return {
        "date": lesson.day.isoformat(),
        "start": f"{lesson.start:%H:%M}",
        "end": f"{lesson.end:%H:%M}",
        "break_minutes": lesson.break_minutes,
        "hours": lesson.hours,
        "unit": lesson.unit,
        "mode": lesson.mode.value,
        "room": lesson.room,
        "trainer": lesson.trainer,
        "covers": list(lesson.covers),
        "topic": lesson.topic,
        "assessment_minutes": lesson.assessment_minutes,
    }
