"""Edits of files: what was meant is read back, and all the rest stays byte for byte."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from drawn_yaml import DOCUMENTS, KEYS, VALUES, Writer
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.loading.editing import EditRefusedError, edited
from toolkit.loading.intent import intended
from toolkit.loading.yamlfile import parse_yaml
from toolkit.mending import Insert, Remove, Rename, SetValue

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("samples/*/*.yaml"), *ROOT.glob("catalog/*/*/*.yaml")])


def places(value, at=()):
    yield at
    if isinstance(value, list):
        for n, each in enumerate(value):
            yield from places(each, (*at, str(n)))
    if isinstance(value, dict):
        for key, each in value.items():
            yield from places(each, (*at, key))


def at(value, path):
    for step in path:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def frozen(value):
    if isinstance(value, list):
        return tuple(map(frozen, value))
    if isinstance(value, dict):
        return {key: frozen(each) for key, each in value.items()}
    return value


@st.composite
def edits(draw, value):
    """An edit that can be made in *value*."""
    path = draw(st.sampled_from([each for each in places(value) if each]))
    here, parent = at(value, path), at(value, path[:-1])
    kinds = ["set", "remove"]
    if isinstance(parent, dict):
        kinds.append("rename")
    if isinstance(here, list):
        kinds.append("insert")
    if isinstance(here, dict) or here is None:
        kinds.append("add")
    match draw(st.sampled_from(kinds)):
        case "set":
            return SetValue(path, frozen(draw(VALUES)))
        case "remove":
            return Remove(path)
        case "rename":
            return Rename(path, draw(KEYS.filter(lambda key: key not in parent)))
        case "insert":
            return Insert((*path, str(draw(st.integers(0, len(here))))), frozen(draw(VALUES)))
    return SetValue((*path, "nuova", "voce"), frozen(draw(VALUES)))


@settings(max_examples=120)
@given(st.data())
def test_what_is_meant_is_read_and_all_other_comments_stay(data):
    writer = Writer(data)
    written = data.draw(DOCUMENTS)
    content = writer.file(written)
    before = parse_yaml(content, "file.yaml")
    edit = data.draw(edits(before.data))

    after = edited(content, [edit], "file.yaml")

    assert parse_yaml(after, "file.yaml").data == intended(before.data, edit)
    assert after.startswith(b"\xef\xbb\xbf") == content.startswith(b"\xef\xbb\xbf")
    assert after.count(b"\r\n") == (after.count(b"\n") if b"\r\n" in content else 0)
    for comment, place in writer.comments.items():
        belongs = place[: len(edit.at)] == edit.at
        if not belongs or isinstance(edit, Insert | Rename):
            assert comment.encode() in after


@settings(max_examples=25)
@given(st.data())
def test_any_value_of_a_real_file_changes_alone(data):
    path = data.draw(st.sampled_from(FILES))
    content = path.read_bytes()
    before = parse_yaml(content, path.name)
    scalars = [each for each in places(before.data) if isinstance(at(before.data, each), str)]
    edit = SetValue(data.draw(st.sampled_from(scalars)), "altro")

    after = edited(content, [edit], path.name)

    one, other = content.decode().splitlines(), after.decode().splitlines()
    changed = [n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]]
    assert parse_yaml(after, path.name).data == intended(before.data, edit)
    assert len(one) != len(other) or len(changed) == 1


COURSE = """\
# Il corso.
units:
  URA01: {hours: "10", distance_hours: 2}  # le prime
  # la seconda
  URA02:
    hours: 15 # almeno
    rooms: Aula

  # la terza e la quarta
  URA03: {hours: 1}
  URA04: {hours: 1}

# i crediti
credits:
  - learner: A07
    # ore riconosciute
    hours: 3
  - {learner: A11, hours: 4}
exam:
"""


@pytest.mark.parametrize(
    ("edit", "gone", "come"),
    [
        (SetValue(("units", "URA02", "hours"), 20.0), "15 # almeno", "20 # almeno"),
        (SetValue(("units", "URA01", "hours"), 10.5), 'hours: "10"', 'hours: "10.5"'),
        (SetValue(("exam", "date"), date(2027, 5, 1)), "exam:\n", "exam:\n  date: 2027-05-01\n"),
        (
            SetValue(("units", "URA04", "distance_hours"), 2),
            "URA04: {hours: 1}",
            "URA04: {hours: 1, distance_hours: 2}",
        ),
        (
            SetValue(("units", "URA05", "hours"), 15.0),
            "URA04: {hours: 1}\n",
            "URA04: {hours: 1}\n  URA05:\n    hours: 15\n",
        ),
        (Remove(("units", "URA01", "distance_hours")), ", distance_hours: 2", ""),
        (Remove(("units", "URA02", "rooms")), "    rooms: Aula\n", ""),
        (
            Remove(("units", "URA02")),
            "  # la seconda\n  URA02:\n    hours: 15 # almeno\n    rooms: Aula\n",
            "",
        ),
        (Remove(("units", "URA03")), "  URA03: {hours: 1}\n", ""),
        (Remove(("credits", "0", "learner")), "- learner: A07\n", "-\n"),
        (Remove(("credits", "1")), "  - {learner: A11, hours: 4}\n", ""),
        (
            Insert(("credits", "2"), {"learner": "B1", "hours": 2}),
            "exam:",
            "  - learner: B1\n    hours: 2\nexam:",
        ),
        (Rename(("units", "URA03"), "URA13"), "URA03:", "URA13:"),
    ],
    ids=str,
)
def test_an_edit_changes_what_it_says(edit, gone, come):
    after = edited(COURSE.encode(), [edit], "course.yaml").decode()

    assert after == COURSE.replace(gone, come)


@pytest.mark.parametrize(
    "edit",
    [
        Remove(("units", "URA09")),
        Rename(("units", "URA01"), "URA02"),
        Insert(("units", "0"), "x"),
        SetValue(("units", "URA02", "rooms", "name"), "x"),
    ],
    ids=str,
)
def test_an_edit_that_cannot_be_made_is_refused_and_says_where(edit):
    with pytest.raises(EditRefusedError) as refused:
        edited(COURSE.encode(), [edit], "course.yaml")

    assert refused.value.say("it").startswith("course.yaml:")
    assert refused.value.exit_code == 6


def test_an_empty_file_gets_its_first_key():
    after = edited(b"# niente\n", [SetValue(("code",), "A 1")], "course.yaml")

    assert after == b"# niente\ncode: A 1\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [(b"a: [x, y]\n", b"a: [x, z]\n"), (b"a: [\n  x, # x\n  y]\n", b"a: [\n  x, # x\n  z]\n")],
)
def test_an_item_in_brackets_keeps_the_space_before_it(before, after):
    assert edited(before, (SetValue(("a", "1"), "z"),), "course.yaml") == after
