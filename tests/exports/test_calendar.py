from __future__ import annotations

import datetime as dt
import gc
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from toolkit.exports.calendar import timetable_ics
from toolkit.model.course import Course
from toolkit.model.moments import TimeRange
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.succession import identified, succeeding
from toolkit.model.timetable import ExamDay, Lesson, Mode, Timetable

STAMP = dt.datetime(2026, 12, 1, 10, tzinfo=dt.UTC)
ROME = ZoneInfo("Europe/Rome")


def read(course: Course, timetable: Timetable, **more: Any) -> Any:
    return Calendar.from_ical(
        timetable_ics(ScheduledCourse(course, timetable), stamp=STAMP, **more)
    )


def events(course: Course, timetable: Timetable, **more: Any) -> list[Any]:
    return list(read(course, timetable, **more).walk("VEVENT"))


def one_lesson(day: dt.date, times: str, **changes: Any) -> Timetable:
    lesson = Lesson(
        day, TimeRange.read(times), 0, "URA01", Mode.CLASSROOM, "Aula 1", "Rosa Esempio"
    )
    return Timetable("GB-2027-01", (replace(lesson, **changes),), (), None)


def test_there_is_an_event_for_each_lesson_day_of_internship_and_the_exam(
    course: Course, timetable: Timetable
) -> None:
    assert [str(event["summary"]) for event in events(course, timetable)] == [
        "URA01 Orientamento",
        "AGG01 Inglese dei fiori",
        "URA01 Orientamento (FAD sincrona)",
        "URA02 Attrezzi",
        "URA02 Attrezzi",
        "URA03 Colture",
        "URA03 Colture",
        "Tirocinio curriculare (6 ore)",
        "Tirocinio curriculare (6 ore)",
        "Esame finale (data proposta)",
    ]


def test_an_event_says_when_where_and_what(course: Course, timetable: Timetable) -> None:
    event = events(course, timetable)[4]

    assert event.decoded("dtstart") == dt.datetime(2027, 1, 19, 9, tzinfo=ROME)
    assert event.decoded("dtend") == dt.datetime(2027, 1, 19, 12, 15, tzinfo=ROME)
    assert event["dtstart"].params["TZID"] == "Europe/Rome"
    assert str(event["location"]) == "Aula 1, Via Inventata 1, Borgo Finto (PE)"
    assert str(event["description"]).splitlines() == [
        "Corso: Giardiniere di balconi (GB-2027-01), edizione 1",
        "Unità: URA02 Attrezzi",
        "Modalità: aula, 3 ore",
        "Formatore: Bruno Prova",
        "Argomento: Usare gli attrezzi",
        "Codici: URA02-A01",
        "Pausa: 15 minuti",
        "Verifica di fine unità: ultimi 60 minuti",
    ]


def test_internship_and_exam_take_whole_days(course: Course, timetable: Timetable) -> None:
    *_, internship, exam = events(course, timetable)

    assert internship.decoded("dtstart") == dt.date(2027, 1, 26)
    assert internship.decoded("dtend") == dt.date(2027, 1, 27)
    assert exam.decoded("dtstart") == dt.date(2027, 2, 5)
    assert str(exam["status"]) == "TENTATIVE"


def test_an_exam_that_is_set_is_confirmed(course: Course, timetable: Timetable) -> None:
    certain = replace(timetable, exam=ExamDay(dt.date(2027, 2, 5), is_proposed=False))
    exam = events(course, certain)[-1]

    assert (str(exam["summary"]), str(exam["status"])) == ("Esame finale", "CONFIRMED")


def test_each_event_has_a_uid_of_its_own(course: Course, timetable: Timetable) -> None:
    uids = [str(event["uid"]) for event in events(course, timetable)]

    assert len(set(uids)) == len(uids)
    assert uids[2] == "GB-2027-01-URA01-2@ente-di-prova.percorso"


def test_a_lesson_keeps_its_uid_when_time_room_and_trainer_change(
    course: Course, timetable: Timetable
) -> None:
    moved = replace(
        timetable.lessons[6],
        day=dt.date(2027, 1, 21),
        times=TimeRange.read("15:00-18:00"),
        room="Aula 1",
        trainer="Bruno Prova",
    )
    after = replace(timetable, lessons=(*timetable.lessons[:6], moved))

    assert [str(event["uid"]) for event in events(course, timetable)] == [
        str(event["uid"]) for event in events(course, after)
    ]


def test_sequence_and_stamp_come_from_the_caller(course: Course, timetable: Timetable) -> None:
    for event in events(course, timetable, sequence=3):
        assert event["sequence"] == 3
        assert event.decoded("dtstamp") == STAMP


def test_each_revision_has_a_higher_sequence_and_cancelled_lessons_stay_as_cancelled(
    course: Course, timetable: Timetable
) -> None:
    known = identified(timetable)
    moved = replace(known.lessons[0], day=dt.date(2027, 1, 19), times=TimeRange.read("14:00-16:00"))
    after = succeeding(known, replace(known, lessons=(moved, *known.lessons[2:])))
    before = {str(event["uid"]): event for event in events(course, timetable)}
    now = {str(event["uid"]): event for event in events(course, after)}
    host = "ente-di-prova.percorso"

    assert now.keys() == before.keys()
    assert {int(event["sequence"]) for event in before.values()} == {0}
    assert {int(event["sequence"]) for event in now.values()} == {1}
    assert now[f"GB-2027-01-URA01-1@{host}"].decoded("dtstart").day == 19
    assert [uid for uid, event in now.items() if event["status"] == "CANCELLED"] == [
        f"GB-2027-01-AGG01-1@{host}"
    ]
    assert str(read(course, after)["method"]) == "PUBLISH"


def test_lines_are_folded_at_75_octets_and_end_in_crlf(course: Course) -> None:
    timetable = one_lesson(dt.date(2027, 1, 11), "9:00-11:00", topic="perché " * 60)
    written = timetable_ics(ScheduledCourse(course, timetable), stamp=STAMP)

    assert written.endswith(b"END:VCALENDAR\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")
    assert max(len(line) for line in written.split(b"\r\n")) <= 75


@pytest.mark.parametrize("text", ["A, B; C\\D", "«l'aula» #1", "BEGIN:VEVENT", "🌷", '"'])
def test_special_characters_come_back_as_they_were(text: str, course: Course) -> None:
    timetable = one_lesson(dt.date(2027, 1, 11), "9:00-11:00", room=text, topic=text)
    (event,) = events(course, timetable)

    assert str(event["location"]).startswith(f"{text}, Via Inventata 1")
    assert f"Argomento: {text}" in str(event["description"]).splitlines()


@pytest.mark.parametrize(
    ("day", "times", "start", "end"),
    [
        (dt.date(2027, 3, 27), "9:00-11:00", 8, 10),
        (dt.date(2027, 3, 28), "9:00-11:00", 7, 9),
        (dt.date(2027, 3, 28), "1:00-4:00", 0, 2),
        (dt.date(2027, 10, 30), "9:00-11:00", 7, 9),
        (dt.date(2027, 10, 31), "9:00-11:00", 8, 10),
        (dt.date(2028, 2, 29), "9:00-11:00", 8, 10),
    ],
)
def test_clock_changes_are_followed(
    day: dt.date, times: str, start: int, end: int, course: Course
) -> None:
    (event,) = events(course, one_lesson(day, times))

    assert event.decoded("dtstart").astimezone(dt.UTC).hour == start
    assert event.decoded("dtend").astimezone(dt.UTC).hour == end


def test_the_time_zone_of_the_file_is_that_of_rome(course: Course, timetable: Timetable) -> None:
    calendar = read(course, timetable)
    (zone,) = calendar.walk("VTIMEZONE")
    told = zone.to_tz()
    days = (dt.date(2020, 1, 1) + dt.timedelta(days=n) for n in range(365 * 12))
    noons = [dt.datetime.combine(day, dt.time(12)) for day in days]

    assert calendar.get_missing_tzids() == set()
    assert [told.utcoffset(noon) for noon in noons] == [ROME.utcoffset(noon) for noon in noons]


def test_the_same_arguments_give_the_same_bytes(course: Course, timetable: Timetable) -> None:
    one = timetable_ics(ScheduledCourse(course, timetable), stamp=STAMP)
    elsewhere = STAMP.astimezone(dt.timezone(dt.timedelta(hours=5)))
    mixed = replace(timetable, lessons=timetable.lessons[::-1])

    assert timetable_ics(ScheduledCourse(course, mixed), stamp=elsewhere) == one


def test_a_calendar_leaves_nothing_behind_for_the_collector(
    course: Course, timetable: Timetable
) -> None:
    timetable_ics(ScheduledCourse(course, timetable), stamp=STAMP)
    gc.collect()
    timetable_ics(ScheduledCourse(course, timetable), stamp=STAMP)

    # Thousands of dossiers are made in a row: what refers to itself would pile up.
    assert gc.collect() == 0
