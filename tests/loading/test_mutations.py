"""Whatever value is written anywhere in a configuration, it is judged or told with its place."""

from __future__ import annotations

import re
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit import pipeline, reporting
from toolkit.errors import PercorsoError
from toolkit.loading import read_yaml
from toolkit.resources import resources

SAMPLE = Path(__file__).parent.parent.parent / "samples" / "completo"
FILES: dict[str, Any] = {
    name: read_yaml(SAMPLE / name).data
    for name in ("course.yaml", "provider.yaml", "timetable.yaml")
}
RESOURCES = resources()


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path to every value inside *value*."""
    steps: Any = ()
    if isinstance(value, dict):
        steps = value
    if isinstance(value, list):
        steps = range(len(value))
    inside = [path for step in steps for path in paths(value[step], (*at, step))]
    return [at, *inside] if at else inside


def standing_at(value: Any, at: tuple[Any, ...]) -> Any:
    for step in at:
        value = value[step]
    return value


STRANGE = st.sampled_from(
    [
        *("", "~", "0", "-1", "0.25", "10,5", "10000", "1e9", "1" * 400, "no", "sì", "x" * 5000),
        *("0001-01-01", "9999-12-31", "2027-02-29", "0001-01-01..9999-12-31", "29/02", "12-31"),
        *("0:00-24:00", "23:45-24:00", "0:00-0:15", "9:30", "18:00-21:00 distance", "monday"),
        *("URA01", "URA99", "URA04-A01", "C01", "AGG01", "A01", "abruzzo/x@0000-00-00", "a/b"),
        *("../x", "con", "/etc/passwd", "{name}", "{}", "%s", "«»", "a\nb", "\u2028", "½", "١"),
    ]
)
SCALARS = st.one_of(STRANGE, st.none(), st.text(max_size=8))
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=4,
)
DAYS = st.one_of(
    st.dates(date(2026, 12, 1), date(2027, 12, 31)), st.sampled_from([date.min, date.max])
).map(date.isoformat)
TIMES = st.tuples(st.integers(0, 95), st.integers(1, 96)).map(
    lambda pair: "-".join(f"{n // 4}:{n % 4 * 15:02d}" for n in pair)
)
NUMBERS = st.one_of(st.integers(0, 120), st.integers(0, 80).map(lambda n: n / 4)).map(str)
TEXTS = st.one_of(
    st.text(min_size=1, max_size=20), st.sampled_from(["x" * 2000, "{name}", "%s", "a\nb", "½"])
)


def like(value: Any) -> st.SearchStrategy[Any]:
    """Return values that could stand in the place of *value*: most of them are read."""
    if value in ([], {}):
        return st.just(value)
    if isinstance(value, list):
        return st.lists(st.sampled_from(value), max_size=len(value))
    if isinstance(value, dict):
        return st.sets(st.sampled_from(sorted(value)), max_size=1).map(
            lambda without: {key: value[key] for key in value if key not in without}
        )
    for pattern, values in (
        (r"\d{4}-\d\d-\d\d", DAYS),
        (r"\d+:\d\d-\d+:\d\d", TIMES),
        (r"\d+([.,]\d+)?", NUMBERS),
    ):
        if re.fullmatch(pattern, value or ""):
            return values
    return TEXTS


class Changed:
    """The files of the sample after *changes*, which are what a failure shows."""

    def __init__(self) -> None:
        self.files = deepcopy(FILES)
        self.changes: list[str] = []

    def __repr__(self) -> str:
        return "\n".join(self.changes)


@st.composite
def changed(draw: Any) -> Changed:
    """The sample with a few values changed, left out, doubled or renamed."""
    sample = Changed()
    for _ in range(draw(st.sampled_from([1, 1, 2, 3]))):
        name = draw(st.sampled_from(sorted(FILES)))
        if kinds := places(sample.files[name]):
            # The kind first: there are many more lessons than days of the week.
            path = draw(st.sampled_from(draw(st.sampled_from(kinds))))
            what = change(draw, standing_at(sample.files[name], path[:-1]), path[-1])
            sample.changes.append(f"{name} {path}: {what}"[:300])
    return sample


def places(data: Any) -> list[list[tuple[Any, ...]]]:
    """Return the paths of *data*, those together that differ in their numbers alone."""
    kinds: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for path in paths(data):
        kinds.setdefault(tuple(s for s in path if isinstance(s, str)), []).append(path)
    return list(kinds.values())


def change(draw: Any, inside: Any, step: Any) -> str:
    match draw(st.integers(0, 9)):
        case 0:
            del inside[step]
            return "left out"
        case 1 if isinstance(inside, list):
            inside.insert(step, deepcopy(inside[step]))
            return "doubled"
        case 1:
            key = draw(SCALARS) or ""
            inside[key] = inside.pop(step)
            return f"renamed {key!r}"
        case 2:
            inside[step] = draw(ANYTHING)
        case _:
            inside[step] = deepcopy(draw(like(inside[step])))
    return repr(inside[step])


def told(folder: Path) -> list[str]:
    """Return every line said of the course in *folder*, in both languages."""
    try:
        report = pipeline.check(folder / "course.yaml", RESOURCES)
    except PercorsoError as error:
        assert error.exit_code == 3  # noqa: PT017 — a course may also be judged
        said = [error.say("it"), error.say("en")]
    else:
        assert reporting.as_json([report])
        said = [reporting.as_text(report, "it"), reporting.as_text(report, "en")]
    return [line for each in said for line in each.split("\n")]


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(sample=changed())
def test_any_value_anywhere_is_judged_or_told_with_its_place(
    sample: Changed, tmp_path: Path
) -> None:
    for name, data in sample.files.items():
        text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="")

    provider = sample.files["course.yaml"].get("provider")
    named = tmp_path / provider if isinstance(provider, str) else tmp_path / "provider.yaml"
    assert all(line.startswith((f"{tmp_path}/", f"{named}:")) for line in told(tmp_path))
