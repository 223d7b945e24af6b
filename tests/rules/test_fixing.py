"""``fix`` on courses with several breaches at once: it comes to rest and makes nothing worse."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

from course_cases import HERE, PAGES, REMOVED
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit import fixing
from toolkit.loading.editing import EditRefusedError, edited
from toolkit.mending import Insert, Remove, SetValue
from toolkit.resources import resources
from toolkit.rules.every import RULES_BY_ID

CHANGES = [
    case["change"]
    for rule, page in PAGES.items()
    for case in page["fail"].values()
    if RULES_BY_ID[rule].mend and not any(path.startswith("standard") for path in case["change"])
]


def frozen(value):
    if isinstance(value, list):
        return tuple(map(frozen, value))
    if isinstance(value, dict):
        return {key: frozen(each) for key, each in value.items()}
    return value


def changed(content, at, value):
    """Return the file after a change of a case; one past the end of a list adds to it."""
    if value == REMOVED:
        # Two cases may take away the same.
        with suppress(EditRefusedError):
            return edited(content, [Remove(at)], "course.yaml")
        return content
    try:
        return edited(content, [SetValue(at, frozen(value))], "course.yaml")
    except EditRefusedError:
        return edited(content, [Insert(at, frozen(value))], "course.yaml")


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(CHANGES), min_size=1, max_size=4))
def test_several_mends_come_to_rest_and_leave_no_more_errors(tmp_path_factory, changes):
    folder = tmp_path_factory.mktemp("corso")
    course = shutil.copy(HERE / "base" / "course.yaml", folder / "course.yaml")
    content = Path(course).read_bytes()
    for change in changes:
        for path, value in change.items():
            content = changed(content, tuple(path.split(".")), value)
    Path(course).write_bytes(content)

    fixed = fixing.fix(Path(course), resources())
    fixing.write(fixed)

    again = fixing.fix(Path(course), resources())
    assert again.mends == ()
    assert again.after.findings == fixed.after.findings
    assert again.after.errors <= fixed.before.errors
