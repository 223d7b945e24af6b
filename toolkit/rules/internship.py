"""The internship: §5 of a standard."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.mending import SetValue
from toolkit.model.course import Course
from toolkit.text import Text

_HOURS = ("internship", "hours")


@rule(
    "I101",
    clause="internship-min",
    severity=Severity.ERROR,
    it="Il tirocinio dura {hours} ore, lo standard ne chiede almeno {limit}.",
    en="The internship lasts {hours} hours, the standard asks for at least {limit}.",
    mend=Text(
        it="porta a {limit} le ore di tirocinio",
        en="set the hours of the internship to {limit}",
    ),
)
def the_internship_lasts_at_least_its_minimum(course: Course) -> Iterator[Hit]:
    """The internship lasts at least the minimum the standard sets.

    The minimum is before credit: credit shortens a learner's internship, not the course's.
    """
    limits, internship = course.standard.internship, course.internship
    if limits and internship and internship.hours < limits.min_hours:
        mend = SetValue(_HOURS, limits.min_hours)
        yield hit(*_HOURS, mend=mend, hours=internship.hours, limit=limits.min_hours)


@rule(
    "I102",
    clause="internship-max",
    severity=Severity.ERROR,
    it="Il tirocinio dura {hours} ore, lo standard ne ammette {limit}.",
    en="The internship lasts {hours} hours, the standard allows {limit}.",
    mend=Text(
        it="porta a {limit} le ore di tirocinio",
        en="set the hours of the internship to {limit}",
    ),
)
def the_internship_lasts_at_most_its_maximum(course: Course) -> Iterator[Hit]:
    """The internship lasts at most the maximum the standard sets."""
    limits, internship = course.standard.internship, course.internship
    if limits and internship and internship.hours > limits.max_hours:
        mend = SetValue(_HOURS, limits.max_hours)
        yield hit(*_HOURS, mend=mend, hours=internship.hours, limit=limits.max_hours)


@rule(
    "I103",
    clause=None,
    severity=Severity.ERROR,
    it="Lo standard non prevede un tirocinio.",
    en="The standard has no internship.",
)
def the_internship_is_one_the_standard_has(course: Course) -> Iterator[Hit]:
    """A course has an internship only where its standard has one."""
    if course.internship and course.standard.internship is None:
        yield hit("internship")


@rule(
    "I105",
    clause=None,
    severity=Severity.ERROR,
    it="Il tirocinio comincia il {day}, il corso va dal {start} al {end}.",
    en="The internship begins on {day}, the course runs from {start} to {end}.",
)
def the_internship_begins_during_the_course(course: Course) -> Iterator[Hit]:
    """The first day of the internship, where it is given, is a day of the course."""
    edition = course.edition
    day = course.internship.start if course.internship else None
    if day and (day < edition.start or (edition.end and day > edition.end)):
        end = edition.end or Text(it="termine delle lezioni", en="the end of its lessons")
        yield hit("internship", "start", day=day, start=edition.start, end=end)


@rule(
    "I104",
    clause=None,
    severity=Severity.WARNING,
    it="I soggetti ospitanti accolgono {places} allievi su {learners}.",
    en="The hosts take {places} learners out of {learners}.",
)
def the_hosts_have_a_place_for_each_learner(course: Course) -> Iterator[Hit]:
    """Where the places at the hosts are given, they are enough for all learners."""
    hosts = course.internship.hosts if course.internship else ()
    if hosts and all(host.learners is not None for host in hosts):
        places = sum(host.learners or 0 for host in hosts)
        if places < course.edition.learners:
            yield hit("internship", "hosts", places=places, learners=course.edition.learners)
