"""Small courses, about as often without a timetable as with one."""

from __future__ import annotations

from itertools import combinations

from hypothesis import strategies as st

DAYS = ("monday", "tuesday", "wednesday", "friday")
PRESENCE = (["9:00-11:00"], ["9:00-12:00"], ["8:10-9:45"], ["9:00-10:00", "14:00-16:00"])
DISTANCE = ("18:00-19:30 distance", "7:00-8:00 distance")
TIMES = ("8:00-20:00", "8:00-10:30", "9:40-19:00", "9:30-11:15")
ENDS = ("2027-02-05", "2027-02-10", "2027-02-12", "2027-02-17")


@st.composite
def weeks(draw):
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True))
    week = {day: list(draw(st.sampled_from(PRESENCE))) for day in days}
    if draw(st.booleans()):
        week.setdefault(draw(st.sampled_from(DAYS)), []).append(draw(st.sampled_from(DISTANCE)))
    return week


@st.composite
def availabilities(draw):
    days = draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=4, unique=True))
    mark = draw(st.sampled_from(["", "", "", " distance"]))
    return {day: draw(st.sampled_from(TIMES)) + mark for day in days}


@st.composite
def trainers(draw, units):
    found = [{"name": "F. 0", "expert": True}]
    for number in range(draw(st.integers(0, 2))):
        trainer = {"name": f"F. {number + 1}"}
        if draw(st.booleans()):
            trainer["teaches"] = {"fantasia/prova": sorted(draw(st.sets(st.sampled_from(units))))}
        found.append(trainer)
    for trainer in found:
        if draw(st.booleans()):
            trainer["availability"] = draw(availabilities())
        if draw(st.integers(0, 2)) == 0:
            trainer["max_hours"] = draw(st.sampled_from([1, 2.5, 4]))
        if draw(st.integers(0, 3)) == 0:
            trainer["absences"] = ["2027-02-02"]
    return found


@st.composite
def rooms(draw):
    found = [{"name": "Aula"}, {"name": "Laboratorio", "kind": "laboratory", "pcs": 10}]
    for room in found:
        if draw(st.integers(0, 2)) == 0:
            room["availability"] = draw(availabilities())
    return found


@st.composite
def units(draw, hours):
    distance = draw(st.sampled_from([0, 0, 0.5, 1]))
    # A unit that is all test would treat nothing.
    tests = [each for each in (0, 0.5, 1, 1.25) if each < hours]
    return {
        "distance_hours": min(distance, hours),
        "assessment": {"hours": draw(st.sampled_from(tests))},
    }


@st.composite
def small_courses(draw):
    """A small standard's figures, and an edition of it that ends soon."""
    hours = draw(st.lists(st.integers(2, 12).map(lambda n: n / 4), min_size=1, max_size=4))
    numbers = range(1, len(hours) + 1)
    pairs = list(combinations(numbers, 2))
    codes = [f"URA{number:02d}" for number in numbers]
    internship = draw(st.sampled_from([0.0, 0.0, 4.0, 7.0]))
    standard = {
        "prerequisites": tuple(sorted(draw(st.sets(st.sampled_from(pairs), max_size=2))))
        if pairs
        else (),
        "laboratory": tuple(sorted(draw(st.sets(st.sampled_from(numbers), max_size=1)))),
        "internship": internship,
    }
    edition = {
        "end": draw(st.sampled_from(ENDS)),
        "week": draw(weeks()),
        "units": {code: draw(units(each)) for code, each in zip(codes, hours, strict=True)},
        "planning": {
            "min_block": 1,
            "max_block": draw(st.sampled_from([1.5, 4])),
            "break_after": draw(st.sampled_from([1, 2])),
            "break_minutes": draw(st.sampled_from([0, 10])),
            "max_hours_per_day": draw(st.sampled_from([2, 2.5, 8])),
            "max_hours_per_week": draw(st.sampled_from([4, 5, 40])),
        },
        "provider": {"trainers": draw(trainers(codes)), "rooms": draw(rooms())},
    }
    if internship:
        edition["internship"] = {
            "hours_per_day": draw(st.sampled_from([2, 4])),
            "hours_per_week": draw(st.sampled_from([None, None, 3, 4, 5])),
            "after": sorted(draw(st.sets(st.sampled_from(codes), min_size=1))),
            "start": draw(st.sampled_from([None, None, "2027-02-04"])),
        }
    return tuple(hours), standard, edition
