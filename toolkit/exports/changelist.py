"""What changed in a timetable, for a terminal and for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from toolkit.exports.columns import laid_out
from toolkit.exports.timetablejson import lesson_json
from toolkit.model.changes import Change, Entry, hosts_to_tell, trainers_to_tell
from toolkit.model.course import Course
from toolkit.model.timetable import ExamDay, InternshipDay, Lesson, Timetable
from toolkit.text import Lang, Text, written
from toolkit.wording import MODES, WEEKDAYS

FORMAT = 1

_BEFORE = Text(it="da", en="from")
_AFTER = Text(it="a", en="to")
_NEW = Text(it="nuova lezione", en="new lesson")
_CANCELLED = Text(it="annullata", en="cancelled")
_INTERNSHIP = Text(it="tirocinio, {hours} h", en="internship, {hours} h")
_EXAM = Text(it="esame finale", en="final exam")
_TEST = Text(it="verifica", en="test")
_COUNT = (
    Text(it="variazione n. {number}: 1 cambiamento", en="variation no. {number}: 1 change"),
    Text(
        it="variazione n. {number}: {count} cambiamenti",
        en="variation no. {number}: {count} changes",
    ),
)
_LEAST = Text(it=", e non se ne può fare con meno", en=", and it cannot be done with fewer")
_TELL = Text(it="Da avvisare: {names}.", en="To be told: {names}.")
_LEARNERS = Text(it="gli allievi", en="the learners")


@dataclass(frozen=True, slots=True)
class ChangeList:
    """The changes of one revision of the timetable of a course."""

    course: Course
    timetable: Timetable
    """As it is now."""
    changes: tuple[Change, ...]
    is_least: bool

    def as_text(self, lang: Lang) -> str:
        """Return two lines a change, what was and what is, then who has to know."""
        count = len(self.changes)
        head = _COUNT[count != 1].say(lang, number=self.timetable.revision, count=count)
        least = _LEAST.say(lang) if self.is_least else ""
        rows = [row for each in self.changes for row in _rows(each, lang)]
        parts = [f"{self.timetable.course}, {head}{least}.", ""]
        for line in laid_out(rows):
            if line.startswith(_BEFORE.say(lang)) and len(parts) > 2:
                parts.append("")
            parts.append(f"  {line}")
        names = (*self._names(), _LEARNERS.say(lang))
        return "\n".join([*parts, "", _TELL.say(lang, names=names)])

    def as_json(self, files: Sequence[str]) -> str:
        """Return the same for programs, with the *files* that were written."""
        content = {
            "format": FORMAT,
            "course": self.timetable.course,
            "revision": self.timetable.revision,
            "least": self.is_least,
            "changes": [_change_json(each) for each in self.changes],
            "tell": {
                "trainers": list(trainers_to_tell(self.changes)),
                "learners": True,
                "hosts": list(hosts_to_tell(self.changes, self.course)),
            },
            "files": list(files),
        }
        return json.dumps(content, ensure_ascii=False, indent=2)

    def _names(self) -> tuple[str, ...]:
        return (*trainers_to_tell(self.changes), *hosts_to_tell(self.changes, self.course))


def _rows(change: Change, lang: Lang) -> tuple[tuple[str, ...], ...]:
    before = entry_cells(change.before, lang) if change.before else (_NEW.say(lang),)
    after = entry_cells(change.after, lang) if change.after else (_CANCELLED.say(lang),)
    return (_BEFORE.say(lang), *before), (_AFTER.say(lang), *after)


def entry_cells(entry: Entry, lang: Lang) -> tuple[str, ...]:
    """Return what a line shows of one entry: day, times, what, where and who."""
    day = f"{WEEKDAYS[entry.day.weekday()].say(lang)[:3]} {written(entry.day, lang)}"
    if isinstance(entry, InternshipDay):
        return day, "", "", _INTERNSHIP.say(lang, hours=entry.hours)
    if isinstance(entry, ExamDay):
        return day, "", "", _EXAM.say(lang)
    place = entry.room or MODES[entry.mode].say(lang)
    test = _TEST.say(lang) if entry.assessment_minutes else ""
    return day, f"{entry.times!s:>11}", entry.unit, place, entry.trainer, test


def _change_json(change: Change) -> Mapping[str, object]:
    return {
        "aspects": list(change.aspects),
        "before": change.before and _entry_json(change.before),
        "after": change.after and _entry_json(change.after),
        "tell": list(change.trainers),
    }


def _entry_json(entry: Entry) -> Mapping[str, object]:
    if isinstance(entry, Lesson):
        return {"kind": "lesson", **lesson_json(entry)}
    if isinstance(entry, InternshipDay):
        return {"kind": "internship", "date": entry.day.isoformat(), "hours": entry.hours}
    return {"kind": "exam", "date": entry.day.isoformat(), "proposed": entry.is_proposed}
