"""A course that keeps every rule, and the changes to it that the pages of cases make."""

from __future__ import annotations

import copy
from datetime import date
from pathlib import Path

from toolkit.finding import run
from toolkit.loading import read_record
from toolkit.loading.sources import sources_of
from toolkit.loading.yamlfile import read_yaml
from toolkit.model.edition import CourseEdition
from toolkit.model.standard import Standard
from toolkit.resolve import resolve
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.waivers import Review, reviewed

HERE = Path(__file__).parent
PAGES = {path.stem: read_yaml(path).data for path in HERE.glob("*.yaml")}
BASE = read_yaml(HERE / "base" / "course.yaml")
STANDARD = read_yaml(
    HERE.parent.parent / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
)
REMOVED = "(removed)"
TODAY = date(2027, 1, 1)


def changed(change):
    """Return the data of the base course and of the standard after *change*, and a newer version."""
    edition = copy.deepcopy(BASE.data)
    standard = copy.deepcopy(STANDARD.data)
    change = dict(change or {})
    newer = change.pop("superseded_by", None)
    for path, value in change.items():
        target, steps = edition, path.split(".")
        if steps[0] == "standard" and len(steps) > 1:
            target, steps = standard, steps[1:]
        _set(target, steps, value)
    return edition, standard, newer


def findings_in(edition, standard, newer=None):
    """Return what the rules find in a course of that data, by rule id."""
    standard = Standard.model_validate(standard)
    edition = read_record(CourseEdition, edition, sources_of(BASE))
    course = resolve(standard, edition.provider, edition, superseded_by=newer)
    found = run(COURSE_RULES, course, standard.clauses)
    return reviewed(Review(course, None, found, TODAY))


FACTS = {"C108", "G111"}
"""Notes that state a fact of the base course: what credit leaves, an act replaced since."""


def findings_after(change, about=None):
    """Return what the rules find in the base course after *change*, facts of it left out.

    A fact is told where the case is *about* the rule that tells it.
    """
    found = findings_in(*changed(change))
    return tuple(each for each in found if each.rule not in FACTS - {about})


def _set(target, steps, value):
    for step in steps[:-1]:
        target = target[int(step)] if isinstance(target, list) else target.setdefault(step, {})
    last = int(steps[-1]) if isinstance(target, list) else steps[-1]
    if value == REMOVED:
        del target[last]
    elif isinstance(target, list):
        target[last : last + 1] = [value]
    else:
        target[last] = value
