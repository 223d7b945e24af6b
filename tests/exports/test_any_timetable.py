"""What holds for any timetable, however odd: people edit it by hand."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from toolkit.exports.calendar import timetable_ics
from toolkit.exports.spreadsheet import timetable_xlsx
from toolkit.exports.timetableyaml import as_yaml
from toolkit.finding import run
from toolkit.loading.timetable import load_timetable
from toolkit.model.course import Course
from toolkit.model.moments import TimeRange
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Mode, Timetable
from toolkit.rules.timetable import TIMETABLE_RULES

STAMP = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)

# Times depend on the machine, and the folder is written anew each time.
SOME = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

DAYS = st.dates(dt.date(2026, 12, 28), dt.date(2028, 3, 1))

LINES = (
    (
        st.text(
            st.characters(
                exclude_categories=("Cc", "Cs", "Co", "Cn"),
                exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
            ),
            min_size=1,
            max_size=30,
        )
        | st.sampled_from(
            [
                "no",
                "null",
                "~",
                "9:30",
                "2027-01-11",
                "007",
                "1_000",
                "- a",
                "a: b",
                "a #b",
                "#",
                "{x}",
            ]
        )
        | st.sampled_from(
            ["Sala «B», 2° piano", "l'aula", '"A"', "@", "%", "&a", "*a", "!x", "e\u0301", "🌷"]
        )
    )
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)

TIMES = (
    st.lists(st.times(), min_size=2, max_size=2)
    .map(lambda pair: sorted(each.replace(second=0, microsecond=0) for each in pair))
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: TimeRange(*pair))
)


@st.composite
def lessons(draw: st.DrawFn) -> Lesson:
    unit = draw(st.sampled_from(["URA01", "URA13", "AGG02"]) | LINES)
    codes = st.sampled_from([f"{unit}-C01", f"{unit}-A12", "URA99-C01"])
    return Lesson(
        day=draw(DAYS),
        times=draw(TIMES),
        break_minutes=draw(st.sampled_from([0, 15, 90])),
        unit=unit,
        mode=draw(st.sampled_from(Mode)),
        room=draw(st.none() | LINES),
        trainer=draw(LINES),
        covers=tuple(draw(st.lists(codes, max_size=4))),
        topic=draw(st.none() | LINES),
        assessment_minutes=draw(st.sampled_from([0, 45, 60])),
    )


INTERNSHIP = st.builds(InternshipDay, DAYS, st.integers(0, 40).map(lambda quarters: quarters / 4))

TIMETABLES = st.builds(
    Timetable,
    course=LINES,
    lessons=st.lists(lessons(), max_size=8).map(tuple),
    internship=st.lists(INTERNSHIP, max_size=4).map(tuple),
    exam=st.none() | st.builds(ExamDay, DAYS, st.booleans()),
)


@SOME
@given(timetable=TIMETABLES)
def test_what_is_written_is_read_back(timetable: Timetable, course: Course, tmp_path: Path) -> None:
    path = tmp_path / "timetable.yaml"
    path.write_text(as_yaml(timetable, course=course), encoding="utf-8")

    assert load_timetable(path)[0] == timetable


@SOME
@given(timetable=TIMETABLES)
def test_other_readers_of_yaml_find_texts_where_we_do(timetable: Timetable, course: Course) -> None:
    data = yaml.safe_load(as_yaml(timetable, course=course))

    assert data["course"] == timetable.course
    assert [each["trainer"] for each in data["lessons"]] == [
        each.trainer for each in timetable.lessons
    ]


@SOME
@given(code=LINES | st.text("abNoyesTtrueÀèn.-'/() _fu°’", min_size=1, max_size=6).map(str.strip))
@example(code="Yes").via("a word of YAML")
@example(code="NULL").via("a word of YAML")
@example(code="off").via("a word of YAML")
def test_texts_have_quotes_where_the_library_of_yaml_puts_them(code: str, course: Course) -> None:
    written = as_yaml(Timetable(code, (), (), None), course=course)
    line = next(each for each in written.splitlines() if each.startswith("course: "))

    listed = yaml.safe_dump([code], default_flow_style=True, allow_unicode=True, width=10_000)
    assert line == f"course: {listed[1:-2]}"


@SOME
@given(timetable=TIMETABLES)
def test_rules_judge_whatever_was_written(timetable: Timetable, course: Course) -> None:
    findings = run(TIMETABLE_RULES, ScheduledCourse(course, timetable), course.standard.clauses)

    assert findings
    assert {finding.at[0] for finding in findings} == {"timetable"}


@SOME
@given(timetable=TIMETABLES)
def test_the_spreadsheet_has_every_lesson(timetable: Timetable, course: Course) -> None:
    workbook = load_workbook(
        BytesIO(timetable_xlsx(ScheduledCourse(course, timetable), stamp=STAMP))
    )
    rows = list(workbook["Lezioni"].iter_rows(min_row=2, values_only=True))

    assert sorted(str(row[13]) for row in rows) == sorted(
        lesson.trainer for lesson in timetable.lessons
    )


@SOME
@given(timetable=TIMETABLES)
def test_the_calendar_has_every_activity(timetable: Timetable, course: Course) -> None:
    calendar = Calendar.from_ical(timetable_ics(ScheduledCourse(course, timetable), stamp=STAMP))
    events = calendar.walk("VEVENT")

    assert len(events) == len(timetable.lessons) + len(timetable.internship) + bool(timetable.exam)
    assert len({str(event["uid"]) for event in events}) == len(events)
