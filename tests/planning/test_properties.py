"""Whatever the course, a timetable that comes back keeps every rule; else a reason does."""

from __future__ import annotations

from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.errors import NoTimetableError
from toolkit.planning import plan

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday")
PRESENCE = (
    ("9:00-13:00",),
    ("8:30-13:30",),
    ("9:00-11:00", "14:00-18:00"),
    ("9:10-12:55",),
    ("18:00-21:00",),
)
DISTANCE = ("18:30-21:00 distance", "7:00-8:30 distance")
TIMES = ("8:00-20:00", "8:00-12:00", "9:45-19:00", "14:00-22:00")

a_few = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@st.composite
def weeks(draw):
    days = draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=6, unique=True))
    week = {day: list(draw(st.sampled_from(PRESENCE))) for day in days}
    if draw(st.booleans()):
        for day in draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=3, unique=True)):
            taken = week.setdefault(day, [])
            if "18:00-21:00" not in taken:
                taken.append(draw(st.sampled_from(DISTANCE)))
    return week


@st.composite
def availabilities(draw):
    days = draw(st.lists(st.sampled_from(DAYS), min_size=3, max_size=6, unique=True))
    mark = draw(st.sampled_from(["", "", "", " distance"]))
    return {day: draw(st.sampled_from(TIMES)) + mark for day in days}


@st.composite
def trainers(draw, units):
    found = []
    for number in range(draw(st.integers(1, 4))):
        trainer = {"name": f"F. {number}", "expert": draw(st.booleans())}
        if draw(st.booleans()):
            trainer["availability"] = draw(availabilities())
        if number and draw(st.booleans()):
            taught = draw(st.sets(st.sampled_from(units), min_size=1))
            trainer["teaches"] = {"fantasia/prova": sorted(taught)}
        if draw(st.integers(0, 3)) == 0:
            trainer["max_hours"] = draw(st.integers(8, 30))
        if draw(st.integers(0, 3)) == 0:
            trainer["absences"] = ["2027-02-08..2027-02-19"]
        if draw(st.integers(0, 5)) == 0:
            trainer["contract_until"] = "2027-06-30"
        found.append(trainer)
    return found


@st.composite
def rooms(draw):
    found = [{"name": "Aula 1", "capacity": 15}]
    if draw(st.booleans()):
        found.append({"name": "Aula 2", "availability": draw(availabilities())})
    laboratory = {"name": "Laboratorio", "kind": "laboratory", "pcs": draw(st.integers(6, 12))}
    if draw(st.booleans()):
        found.append({"name": "Pochi pc", "kind": "laboratory", "pcs": 5})
    if draw(st.booleans()):
        laboratory["availability"] = draw(availabilities())
    if draw(st.booleans()):
        laboratory["closures"] = ["2027-02-15..2027-02-16"]
    return [*found, laboratory]


@st.composite
def plannings(draw):
    return {
        "min_block": draw(st.sampled_from([1, 2])),
        "max_block": draw(st.sampled_from([2.5, 3, 4])),
        "max_hours_per_day": draw(st.sampled_from([4, 6, 8])),
        "max_hours_per_week": draw(st.sampled_from([12, 20, 40])),
        "break_minutes": draw(st.sampled_from([0, 10, 15])),
    }


@st.composite
def standards(draw, numbers):
    pairs = list(combinations(numbers, 2))
    prerequisites = draw(st.sets(st.sampled_from(pairs), max_size=3)) if pairs else ()
    return {
        "prerequisites": tuple(sorted(prerequisites)),
        "laboratory": tuple(sorted(draw(st.sets(st.sampled_from(numbers), max_size=3)))),
        "internship": draw(st.sampled_from([0.0, 0.0, 20.0, 45.0])),
    }


@st.composite
def choices(draw, hours):
    distance = draw(st.integers(0, int(hours * 4))) / 4
    return {
        "distance_hours": distance,
        "asynchronous_hours": draw(st.sampled_from([0, distance])),
    }


@st.composite
def configurations(draw):
    """A small standard's figures, and an edition of it."""
    hours = draw(st.lists(st.integers(4, 50).map(lambda n: n / 4), min_size=1, max_size=6))
    standard = draw(standards(range(1, len(hours) + 1)))
    units = {f"URA{number:02d}": draw(choices(each)) for number, each in enumerate(hours, start=1)}
    edition = {
        "start": draw(st.sampled_from(["2027-02-01", "2026-12-10", "2028-02-20", "2027-03-18"])),
        "week": draw(weeks()),
        "units": {code: units[code] for code in draw(st.sets(st.sampled_from(sorted(units))))},
        "planning": draw(plannings()),
        # A test as long as its unit leaves nothing to teach in: a rule of the course refuses it.
        "assessment": {"hours": draw(st.sampled_from([n for n in (0, 1, 1.5) if n < min(hours)]))},
        "provider": {"trainers": draw(trainers(sorted(units))), "rooms": draw(rooms())},
    }
    if standard["internship"] and draw(st.booleans()):
        edition["internship"] = {
            "after": sorted(draw(st.sets(st.sampled_from(sorted(units)), min_size=1))),
            "hours_per_day": draw(st.sampled_from([4, 6, 8])),
            "start": draw(st.sampled_from([None, "2027-04-05", "2028-05-02"])),
        }
    if draw(st.booleans()):
        edition["additional_units"] = [{"title": "In più", "hours": 5.5, "contents": "uno"}]
    if draw(st.integers(0, 3)) == 0:
        edition["exam"] = {"date": draw(st.sampled_from(["2027-06-30", "2028-07-31"]))}
    if draw(st.booleans()):
        edition["end"] = draw(st.sampled_from(["2027-05-31", "2027-12-31", "2028-06-30"]))
    return tuple(hours), standard, edition


@given(configurations(), st.integers(0, 3))
@a_few
def test_a_timetable_keeps_every_rule_or_there_is_a_reason(
    course, small_standard, errors, configuration, seed
):
    hours, standard, edition = configuration
    asked = course(small_standard(*hours, **standard), **edition)

    try:
        timetable = plan(asked, seed=seed)
    except NoTimetableError as error:
        reason = error
    else:
        reason = None

    if reason:
        assert reason.say("it")
        assert reason.say("en")
        return
    assert errors(asked, timetable) == []
    placed = sum(lesson.hours for lesson in timetable.lessons)
    assert placed == asked.training_hours
    assert sum(each.hours for each in timetable.internship) == asked.internship_hours
    assert timetable.exam.day > max(timetable.last_day, asked.edition.start)


@given(configurations(), st.integers(0, 3))
@settings(a_few, max_examples=15)
def test_the_answer_is_always_the_same(course, small_standard, configuration, seed):
    hours, standard, edition = configuration

    def answer():
        try:
            return plan(course(small_standard(*hours, **standard), **edition), seed=seed)
        except NoTimetableError as error:
            return error.say("it")

    assert answer() == answer()


@given(configurations())
@settings(a_few, max_examples=30)
def test_units_wait_for_those_before_them(course, small_standard, configuration):
    hours, standard, edition = configuration
    asked = course(small_standard(*hours, **standard), **edition)

    try:
        lessons = plan(asked, seed=0).lessons
    except NoTimetableError:
        return

    for unit in asked.units:
        begins = [(each.day, each.start) for each in lessons if each.unit == unit.code]
        ends = [(each.day, each.end) for each in lessons if each.unit in unit.prerequisites]
        assert not begins or not ends or max(ends) <= min(begins)
