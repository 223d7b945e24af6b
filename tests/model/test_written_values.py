"""Values with a written form of their own: read from any form people use, printed in one."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from toolkit.model.moments import DateRange, Day, TimeRange, YearDay
from toolkit.model.numbers import Count, Euro, Hours
from toolkit.model.week import Week, Window
from toolkit.model.words import Line, Prose, UnitCode

TIMES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))


@st.composite
def ranges(draw: st.DrawFn) -> TimeRange:
    start, end = sorted(draw(st.lists(TIMES, min_size=2, max_size=2, unique=True)))
    return TimeRange(start, end)


@given(times=ranges())
def test_a_range_of_times_is_read_as_it_is_written(times: TimeRange) -> None:
    assert TimeRange.read(str(times)) == times
    assert TimeRange.read(str(times).replace(":", ".").replace("-", " – ")) == times
    assert 0 < times.minutes < 24 * 60


@given(one=ranges(), other=ranges())
def test_ranges_overlap_when_they_share_a_minute(one: TimeRange, other: TimeRange) -> None:
    minutes = [
        set(range(each.start.hour * 60 + each.start.minute, each.end.hour * 60 + each.end.minute))
        for each in (one, other)
    ]

    assert one.overlaps(other) is bool(minutes[0] & minutes[1])
    assert one.contains(other) is (minutes[0] >= minutes[1])


@given(times=ranges(), distance=st.booleans())
def test_a_window_is_read_as_it_is_written(times: TimeRange, *, distance: bool) -> None:
    window = Window(times, distance)

    assert Window.read(str(window)) == window


@given(first=st.dates(), last=st.dates())
def test_a_period_is_read_as_it_is_written(first: date, last: date) -> None:
    period = DateRange(min(first, last), max(first, last))

    assert DateRange.read(str(period)) == period
    assert period.first in period
    assert period.last in period


@given(first=st.dates(max_value=date(9000, 1, 1)), count=st.integers(1, 60))
def test_a_period_has_each_of_its_days(first: date, count: int) -> None:
    days = DateRange(first, first + timedelta(days=count - 1)).days

    assert days == tuple(first + timedelta(days=n) for n in range(count))


@given(day=st.dates())
def test_a_day_is_read_in_both_orders(day: date) -> None:
    read = TypeAdapter(Day).validate_python

    assert read(f" {day.isoformat()} ") == day
    assert read(f"{day.day}/{day.month}/{day.year:04d}") == day


@given(day=st.dates(date(2000, 1, 1), date(2000, 12, 31)))
def test_a_day_of_the_year_is_read_as_it_is_written(day: date) -> None:
    each_year = YearDay(day.month, day.day)

    assert YearDay.read(str(each_year)) == each_year
    assert YearDay.read(f"{day.day}/{day.month}") == each_year


def test_windows_come_in_order_and_by_weekday() -> None:
    week = Week.model_validate(
        {"monday": ["14:00-18:00", "9.00 – 13.00"], "sunday": "18:00-21:00 distance"}
    )

    morning, afternoon = week.on(date(2027, 1, 11))
    assert (str(morning), str(afternoon)) == ("9:00-13:00", "14:00-18:00")
    assert week.on(date(2027, 1, 17)) == (Window(TimeRange(time(18), time(21)), True),)
    assert week.on(date(2027, 1, 12)) == ()
    assert len(week.days) == 7


READ: dict[str, tuple[Any, str, object]] = {
    "a decimal comma": (Hours, "10,5", 10.5),
    "a decimal point": (Hours, " 10.25 ", 10.25),
    "a sign": (Hours, "+10", 10.0),
    "zero, whatever its sign": (Hours, "-0", 0.0),
    "a whole number with a decimal": (Count, "12,0", 12),
    "cents": (Euro, "1234,56", 1234.56),
    "spaces in a line": (Line, "  Via   Roma \n 1 ", "Via Roma 1"),
    "lines of a prose": (Prose, "\nUno  due\n  tre \n", "Uno due\ntre"),
    "a unit": (UnitCode, "URA04", "URA04"),
    "a unit past the hundredth": (UnitCode, "URA104", "URA104"),
}


@pytest.mark.parametrize(("kind", "text", "value"), READ.values(), ids=READ)
def test_a_value_is_read(kind: Any, text: str, value: object) -> None:
    read = TypeAdapter(kind).validate_python(text)

    assert repr(read) == repr(value)


@given(quarters=st.lists(st.integers(0, 40_000), max_size=30))
def test_sums_of_hours_are_exact(quarters: list[int]) -> None:
    read = TypeAdapter(Hours).validate_python
    hours = [read(f"{number / 4:.2f}".replace(".", ",")) for number in quarters]

    assert sum(hours) * 4 == sum(quarters)
