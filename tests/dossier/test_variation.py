"""The day something happens: the notice as text, calendars that move, nothing half written."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from toolkit import replanning
from toolkit.errors import NoTimetableError, PercorsoError
from toolkit.loading.timetable import load_timetable
from toolkit.resolve.happening import Said
from toolkit.resources import resources

sys.path.insert(0, str(Path(__file__).parent))
from dumping import dumped

GOLDEN = Path(__file__).parent / "golden"
SINCE = date(2027, 3, 1)
ILL = Said(absent=("Bruno 2027-03-02",), room_closed=("maiella 05/03/2027",))


@pytest.fixture
def happened(samples, tmp_path):
    """Replan the complete sample; keyword arguments are those of `replanning.replan`."""

    def replan(said, **more):
        course = samples / "completo" / "course.yaml"
        data = {"today": SINCE, "since": SINCE, **more}
        return replanning.replan(course, tmp_path / "out", resources(), said, **data)

    return replan


def events(content):
    return {str(each["uid"]): each for each in Calendar.from_ical(content).walk("VEVENT")}


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_notice_reads_as_it_did(happened):
    done = happened(ILL)
    text = dumped((done.folder / "comunicazione-variazione.docx").read_bytes())

    golden = GOLDEN / "completo" / "comunicazione-variazione.md"
    if os.environ.get("PERCORSO_ACCEPT"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_calendars_replace_the_events_that_people_have(happened, built, samples):
    course = samples / "completo" / "course.yaml"
    before = events((built(course).folder / "calendario-didattico.ics").read_bytes())

    sent = events((happened(ILL).folder / "calendario-didattico.ics").read_bytes())
    after = events((built(course).folder / "calendario-didattico.ics").read_bytes())

    assert before.keys() == sent.keys() == after.keys()
    assert {each["sequence"] for each in before.values()} == {0}
    assert {each["sequence"] for each in (*sent.values(), *after.values())} == {1}
    moved = [
        uid for uid in before if before[uid].decoded("dtstart") != after[uid].decoded("dtstart")
    ]
    assert moved
    assert all(sent[uid].decoded("dtstart") == after[uid].decoded("dtstart") for uid in after)


def test_the_timetable_says_why_it_changed_and_the_old_one_is_kept(happened, samples):
    timetable = samples / "completo" / "timetable.yaml"
    old = timetable.read_bytes()

    done = happened(ILL)

    assert done.kept.read_bytes() == old
    found = load_timetable(timetable)[0]
    assert found.revision == 1
    (variation,) = found.variations
    assert [str(each) for each in variation.absent] == ["Bruno Prova 2027-03-02"]
    assert [str(each) for each in variation.room_closed] == ["Aula Maiella 2027-03-05"]


def test_a_dry_run_writes_nothing(happened, tmp_path):
    before = files(tmp_path)

    done = happened(ILL, dry=True)

    assert done.changes.changes
    assert files(tmp_path) == before


def test_where_nothing_fits_nothing_is_written(happened, tmp_path):
    before = files(tmp_path)

    with pytest.raises(NoTimetableError) as caught:
        happened(Said(absent=("Elena Finta 2027-03-12..2027-04-30",)))

    assert caught.value.exit_code == 5
    assert "URA12 18/03/2027 18:00-20:00" in caught.value.say("it")
    assert files(tmp_path) == before


def test_a_second_variation_does_not_touch_the_folder_of_the_first(happened, tmp_path):
    first = happened(ILL).folder
    sent = files(first)

    second = happened(Said(cancelled=("2027-04-06",))).folder

    assert second.name == "ASC-2027-01-variazione-2"
    assert files(first) == sent


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Said(absent=("e 2027-03-15",)), "--absent: «e» può essere Rosa Esempio o Elena Finta"),
        (Said(absent=("Prova 2027-02-30",)), "non esiste nel calendario"),
        (Said(cancelled=("URA99 2027-03-15",)), "URA99 non ha lezioni il 15/03/2027"),
    ],
)
def test_what_is_not_understood_is_told(said, told, happened):
    with pytest.raises(PercorsoError) as caught:
        happened(said)

    assert caught.value.exit_code == 2
    assert told in caught.value.say("it")
