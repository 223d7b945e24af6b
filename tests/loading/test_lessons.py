"""Lessons read value by value are those that the record makes of them, or are left to it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.errors import PercorsoError
from toolkit.loading.lessons import plain_lessons
from toolkit.loading.records import read_record
from toolkit.loading.sources import sources_of
from toolkit.loading.timetable import load_timetable
from toolkit.loading.yamlfile import YamlFile, read_yaml
from toolkit.model.timetable import Timetable
from toolkit.model.timetablefile import TimetableFile, WrittenLesson

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(ROOT.glob("samples/*/timetable.yaml"))
WRITTEN = read_yaml(ROOT / "tests/rules/timetable/base/timetable.yaml").data
KEYS = st.sampled_from([*WrittenLesson.model_fields, "aula", "Time", ""])
VALUES = st.sampled_from(
    [
        *("", " ", "x", " a  b ", "2027-01-12", "12/01/2027", "2027-02-30", "9:00-11:00", "11:00"),
        *("9.30 – 11.30", "URA02", "AGG01", "laboratory", "lab", "15", "15,0", "1.5", "-1", "1441"),
        *("C01", "URA01-C01", "sì", "true", "forse", None, [], ["C01", "A01"], ["C01", None]),
        *([["C01"]], {"a": "b"}, {}),
    ]
)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_lessons_of_samples_are_plain(path: Path) -> None:
    file = read_yaml(path)
    assert isinstance(file.data, dict)

    assert plain_lessons(file.data["lessons"]) == load_timetable(path)[0].lessons


@settings(max_examples=200, deadline=None)
@given(data=st.data())
def test_a_changed_timetable_is_read_as_its_record_reads_it(data: st.DataObject) -> None:
    changed: Any = copy.deepcopy(WRITTEN)
    for _ in range(data.draw(st.integers(1, 3))):
        lesson = changed["lessons"][data.draw(st.integers(0, 2))]
        key = data.draw(KEYS)
        if data.draw(st.booleans()):
            lesson.pop(key, None)
        else:
            lesson[key] = data.draw(VALUES)
    file = YamlFile("timetable.yaml", changed, {}, b"")

    def as_record() -> Timetable:
        return read_record(TimetableFile, changed, sources_of(file)).timetable

    assert outcome(lambda: load_timetable(Path(), lambda _: file)[0]) == outcome(as_record)


@pytest.mark.parametrize("lessons", [None, "x", {}, ["x"], [None], [[]], [{}]])
def test_what_is_no_list_of_lessons_is_told(lessons: Any) -> None:
    file = YamlFile("timetable.yaml", {"course": "X", "lessons": lessons}, {}, b"")

    assert "timetable.yaml:1:1" in str(outcome(lambda: load_timetable(Path(), lambda _: file)[0]))


def outcome(read: Callable[[], Timetable]) -> Timetable | str:
    try:
        return read()
    except PercorsoError as error:
        return error.say("it")
