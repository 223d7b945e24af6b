"""What people wrote in comments of a ``timetable.yaml``, so that it is there when it is rewritten.

Kept are the lines at the head of the file, those above a lesson, and what stands after it on
its line. What the file had of its own (the header, the weeks, the weekdays) is left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from toolkit.loading.yamlfile import YamlFile
from toolkit.model.timetable import Timetable

Name = tuple[str, str | None]
"""The unit and id of a lesson."""


@dataclass(frozen=True, slots=True)
class Remarks:
    """The comments of a file, without their ``#``."""

    head: tuple[str, ...] = ()
    above: Mapping[Name, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[Name, str] = field(default_factory=dict)


NO_REMARKS = Remarks()

_COMMENT = re.compile(r"\s*#\s?(.*?)\s*")
_BESIDE = re.compile(r"\}\s+#\s*(.*?)\s*$")
_WEEKDAY = re.compile(r"(luned|marted|mercoled|gioved|venerd)ì|sabato|domenica")
_WEEK = re.compile(r"settimana \d+: [\d/ –]+")


def remarks_of(text: str, file: YamlFile, timetable: Timetable, header: str) -> Remarks:
    """Return the comments of *text*, the content of *file*; lessons are known by their ids.

    *timetable* has the lessons of the file in its order, each with an id; *header* is what
    such files begin with.
    """
    lines = text.splitlines()
    own = {line.strip() for line in header.splitlines()}
    above: dict[Name, tuple[str, ...]] = {}
    beside: dict[Name, str] = {}
    for n, lesson in enumerate(timetable.lessons):
        line = file.marks["lessons", str(n)][0] - 1
        name = (lesson.unit, lesson.id)
        if found := _above(lines, line, own):
            above[name] = found
        if told := _beside(lines[line]):
            beside[name] = told
    first = file.marks.get(("course",), (1, 1))[0] - 1
    return Remarks(_above(lines, first, own), above, beside)


def _above(lines: list[str], line: int, own: set[str]) -> tuple[str, ...]:
    """Return the comments right above a line, but for what the file has of its own."""
    found: list[str] = []
    for each in reversed(lines[:line]):
        comment = _COMMENT.fullmatch(each)
        if comment is None and each.strip():
            break
        is_own = each.strip() in own or bool(comment and _WEEK.fullmatch(comment[1]))
        if comment and comment[1] and not is_own:
            found.append(comment[1])
    return tuple(reversed(found))


def _beside(line: str) -> str:
    """Return what is said after a lesson, the weekday left out."""
    found = _BESIDE.search(line)
    if not found:
        return ""
    weekday = _WEEKDAY.match(found[1])
    return found[1][weekday.end() :].lstrip(" ;,:-–") if weekday else found[1]
