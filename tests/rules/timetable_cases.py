"""A timetable that keeps every rule, and the changes to it that the pages of cases make."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toolkit.finding import Finding, run
from toolkit.loading import read_record, read_yaml
from toolkit.loading.sources import sources_of
from toolkit.model.edition import CourseEdition
from toolkit.model.scheduled import ScheduledCourse
from toolkit.model.standard import Standard
from toolkit.model.timetablefile import TimetableFile
from toolkit.resolve import resolve
from toolkit.rules.timetable import TIMETABLE_RULES

FOLDER = Path(__file__).parent / "timetable"
BASE = FOLDER / "base"
FILES = sorted(FOLDER.glob("*.yaml"))
RULES = {rule.id: rule for rule in TIMETABLE_RULES}


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    change: dict[str, Any]
    given: dict[str, Any]
    expected: tuple[tuple[str, str], ...]


def cases() -> list[Case]:
    found = []
    for path in FILES:
        data: Any = read_yaml(path).data
        for name, each in data["pass"].items():
            found.append(_case(data["rule"], name, each or {}))
        for name, each in data["fail"].items():
            found.append(_case(data["rule"], name, each))
    return found


def _case(rule: str, name: str, data: dict[str, Any]) -> Case:
    if not {"change", "given"} & set(data):
        data = {"change": data}
    findings = data.get("findings", [data] if "at" in data else [])
    return Case(
        rule=rule,
        name=name,
        change=data.get("change", {}),
        given=data.get("given", {}),
        expected=tuple((each["at"], each["it"]) for each in findings),
    )


def scheduled(change: dict[str, Any] | None = None, given: dict[str, Any] | None = None) -> Any:
    return scheduled_from(*changed("timetable.yaml", change or {}), given)


def scheduled_from(timetable: Any, sources: Any, given: dict[str, Any] | None = None) -> Any:
    standard = read_record(Standard, *changed("standard.yaml", {}))
    edition = read_record(CourseEdition, *changed("course.yaml", given or {}))
    written = read_record(TimetableFile, timetable, sources)
    course = resolve(standard, edition.provider, edition)
    return ScheduledCourse(course, written.timetable)


def changed(name: str, changes: dict[str, Any]) -> tuple[Any, Any]:
    file = read_yaml(BASE / name)
    data: Any = copy.deepcopy(file.data)
    for path, value in changes.items():
        *steps, last = path.split(".")
        place = data
        for step in steps:
            place = place[int(step)] if isinstance(place, list) else place[step]
        if isinstance(place, dict):
            place[last] = value
            if value is None:
                del place[last]
        else:
            place[int(last) : int(last) + 1] = [] if value is None else [value]
    return data, sources_of(file)


def findings_in(rules: Any, subject: ScheduledCourse) -> tuple[Finding, ...]:
    return run(rules, subject, subject.course.standard.clauses)
