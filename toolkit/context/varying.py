"""From the changes of a timetable to what a notice of variation says of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from toolkit.agreement import italian, preceded
from toolkit.context.labels import MODES
from toolkit.context.variation import (
    ChangeContext,
    EntryContext,
    ToldContext,
    VariationContext,
)
from toolkit.model.changes import Aspect, Change, Entry, hosts_to_tell, trainers_to_tell
from toolkit.model.course import Course
from toolkit.model.moments import DateRange
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Timetable
from toolkit.model.variation import Variation
from toolkit.placeholders import NO_REASON, NOT_ADDRESSED, Missing
from toolkit.text import written

_ASPECTS: dict[Aspect, str] = {
    "when": "data o orario",
    "trainer": "formatore",
    "room": "aula",
    "test": "verifica di fine unità",
}


def variation_context(
    course: Course, before: Timetable, after: Timetable, changes: Sequence[Change]
) -> VariationContext:
    """Return what the notice of the last variation of *after* may name."""
    numbered = tuple(enumerate(changes, start=1))
    return VariationContext(
        number=after.revision,
        date=after.variations[-1].date,
        addressee=NOT_ADDRESSED,
        reasons=tuple(_reasons(after.variations[-1])) or (NO_REASON,),
        changes=tuple(_change(number, each, course) for number, each in numbered),
        told=tuple(_told(numbered, tuple(changes), course)),
        old_end=before.last_day,
        end=after.last_day,
        ends_another_day=before.last_day != after.last_day,
        exam_moves=before.exam != after.exam,
    )


def _reasons(variation: Variation) -> Iterator[str | Missing]:
    for absent in variation.absent:
        yield f"Indisponibilità di {absent.name} {_during(absent.days)}"
    for closed in variation.room_closed:
        yield f"«{closed.name}» non disponibile {_during(closed.days)}"
    for days in variation.cancelled:
        yield f"Attività sospese {_during(days)}"


def _during(days: DateRange) -> str:
    first, last = written(days.first, "it"), written(days.last, "it")
    if first == last:
        return preceded("il", first)
    return f"{preceded('dal', first)} {preceded('al', last)}"


def _change(number: int, change: Change, course: Course) -> ChangeContext:
    entry = change.before or change.after
    assert entry
    return ChangeContext(
        number=number,
        title=_title(entry, course),
        aspects=tuple(_ASPECTS[aspect] for aspect in change.aspects),
        before=_entry(change.before) if change.before else None,
        after=_entry(change.after) if change.after else None,
    )


def _title(entry: Entry, course: Course) -> str:
    if isinstance(entry, InternshipDay):
        return italian(f"Tirocinio curriculare, {written(entry.hours, 'it')} ore")
    if isinstance(entry, ExamDay):
        return "Esame finale"
    titles = {unit.code: unit.title for unit in course.all_units}
    return f"{entry.unit} {titles[entry.unit]}"


def _entry(entry: Entry) -> EntryContext:
    if not isinstance(entry, Lesson):
        return EntryContext(entry.day, "", "", "", has_test=False)
    return EntryContext(
        date=entry.day,
        times=f"{written(entry.start, 'it')}–{written(entry.end, 'it')}",
        place=entry.room or MODES[entry.mode],
        trainer=entry.trainer,
        has_test=entry.assessment_minutes > 0,
    )


def _told(
    numbered: Sequence[tuple[int, Change]], changes: tuple[Change, ...], course: Course
) -> Iterator[ToldContext]:
    for name in trainers_to_tell(changes):
        own = tuple(number for number, each in numbered if name in each.trainers)
        yield ToldContext(name, "formatore", own)
    yield ToldContext("Allievi del corso", "allievi", tuple(number for number, _ in numbered))
    for name in hosts_to_tell(changes, course):
        own = tuple(number for number, each in numbered if each.is_internship)
        yield ToldContext(name, "soggetto ospitante", own)
