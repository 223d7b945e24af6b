"""What differs between two revisions of a timetable, and who has to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from toolkit.model.course import Course
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Timetable

Entry = Lesson | InternshipDay | ExamDay
Aspect = Literal["when", "trainer", "room", "test"]


@dataclass(frozen=True, slots=True)
class Change:
    """One entry as it was and as it is; none on one side for what is new or cancelled."""

    before: Entry | None
    after: Entry | None

    @property
    def aspects(self) -> tuple[Aspect, ...]:
        """What has changed; everything, for what is new or cancelled."""
        one, other = self.before, self.after
        if not (isinstance(one, Lesson) and isinstance(other, Lesson)):
            return ("when",)
        found: dict[Aspect, bool] = {
            "when": (one.day, one.times) != (other.day, other.times),
            "trainer": one.trainer != other.trainer,
            "room": one.room != other.room,
            "test": one.assessment_minutes != other.assessment_minutes,
        }
        return tuple(aspect for aspect, differs in found.items() if differs)

    @property
    def day(self) -> date:
        """The day people have in their calendars; the new one for what is new."""
        entry = self.before or self.after
        assert entry
        return entry.day

    @property
    def trainers(self) -> tuple[str, ...]:
        """Who gave the lesson and who gives it now, each named once."""
        entries = (each for each in (self.before, self.after) if isinstance(each, Lesson))
        return tuple(dict.fromkeys(each.trainer for each in entries))

    @property
    def is_internship(self) -> bool:
        return isinstance(self.before or self.after, InternshipDay)


def changes_between(before: Timetable, after: Timetable) -> tuple[Change, ...]:
    """Return what changed, in the order people had it; lessons are known by unit and id."""
    found = [
        *_changed_lessons(before, after),
        *_changed_internship(before, after),
        *_changed_exam(before, after),
    ]
    return tuple(sorted(found, key=lambda each: (each.day, _start(each.before or each.after))))


def hosts_to_tell(changes: tuple[Change, ...], course: Course) -> tuple[str, ...]:
    """Return the names of the host organisations, where days of internship changed."""
    if course.internship is None or not any(each.is_internship for each in changes):
        return ()
    return tuple(host.name for host in course.internship.hosts)


def trainers_to_tell(changes: tuple[Change, ...]) -> tuple[str, ...]:
    """Return the trainers concerned, in alphabetical order."""
    return tuple(sorted({name for each in changes for name in each.trainers}))


def _start(entry: Entry | None) -> time:
    return entry.start if isinstance(entry, Lesson) else time()


def _changed_lessons(before: Timetable, after: Timetable) -> Iterator[Change]:
    now = {(each.unit, each.id): each for each in after.lessons}
    for each in before.lessons:
        change = Change(each, now.pop((each.unit, each.id), None))
        if change.after is None or change.aspects:
            yield change
    yield from (Change(None, each) for each in now.values())


def _changed_internship(before: Timetable, after: Timetable) -> Iterator[Change]:
    gone = [each for each in before.internship if each not in after.internship]
    new = [each for each in after.internship if each not in before.internship]
    for n in range(max(len(gone), len(new))):
        yield Change(gone[n] if n < len(gone) else None, new[n] if n < len(new) else None)


def _changed_exam(before: Timetable, after: Timetable) -> Iterator[Change]:
    if before.exam != after.exam:
        yield Change(before.exam, after.exam)
