"""Whatever stands in a file, it is read or told: with a place, exit code 3, and at once."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit import pipeline
from toolkit.errors import PercorsoError
from toolkit.loading import load_course
from toolkit.resources import resources

SAMPLES = Path(__file__).parent.parent.parent / "samples"
MINIMAL = (SAMPLES / "minimo" / "course.yaml").read_text("utf-8")

CONTENTS = {
    "empty": b"",
    "a list": b"- a\n- b\n",
    "a text": b"ciao",
    "duplicate keys": b"code: A\ncode: B\nstart: x\nstart: y\n",
    "a tab": b"week:\n\tmonday: 9:00-13:00\n",
    "windows encoding": "code: Perché\n".encode("cp1252"),
    "utf-16": "code: A\n".encode("utf-16"),
    "binary": b"\x00\x01\x02" * 100,
    "too large": b"# x\n" * 800_000,
    "billion laughs": b"a: &a [x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n",
    "an alias to itself": b"a: &a [*a]\n",
    "deep brackets": b"a: " + b"[" * 100_000,
    "deep braces": b"{a: " * 50_000,
    "deep blocks": b"".join(b" " * n + b"a:\n" for n in range(1000)),
    "a control character": b"code: A\x07B\n",
    "an escaped control character": b'code: "A\\u0007B"\n',
    "a private-use character": "code: A\ue000B\n".encode(),
    "an escaped private-use character": b'code: "A\\uE000B"\n',
    "a bidirectional override": "code: A\u202eB\n".encode(),
    "a lone surrogate": b'code: "\\ud800"\n',
    "a python tag": b"code: !!python/object/apply:os.system ['true']\n",
    "a merge key": b"<<: {code: A}\n",
    "two documents": b"code: A\n---\ncode: B\n",
    "a key that is a list": b"? [a, b]\n: c\n",
    "an unclosed quote": b'code: "A\n',
    "an unclosed brace": b"week: {monday: 9:00-13:00\n",
    "a directive": b"%YAML 9.9\n---\ncode: A\n",
}


def told(path):
    with pytest.raises(PercorsoError) as raised:
        load_course(path)
    assert raised.value.exit_code == 3
    for lang in ("it", "en"):
        assert all(line.startswith(str(path)) for line in raised.value.say(lang).splitlines())
    return raised.value.say("it")


@pytest.mark.parametrize("content", CONTENTS.values(), ids=CONTENTS)
def test_a_file_that_is_no_configuration_is_told(tmp_path, content):
    path = tmp_path / "course.yaml"
    path.write_bytes(content)

    told(path)


@pytest.mark.parametrize("name", ["missing", "folder", "dangling", "pipe"])
def test_what_is_no_file_is_told(tmp_path, name):
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")

    told(tmp_path / name)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="Linux has such a file")
def test_what_even_an_administrator_cannot_read_is_told():
    assert told(Path("/proc/self/mem")).endswith("controlla i permessi.")


def test_a_mark_and_other_line_ends_change_nothing(tmp_path):
    path = tmp_path / "course.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("\n", "\r\n").encode())

    assert load_course(path).record.code == "ASC-MINIMO"


def test_lines_are_counted_as_editors_do(tmp_path):
    path = tmp_path / "course.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + MINIMAL.replace("learners: 12", "learners: x", 1).encode())
    line = 1 + MINIMAL[: MINIMAL.index("learners: 12")].count("\n")

    assert told(path) == f"{path}:{line}:11: learners: «x» non è un numero."


VALUES = {
    "code: ASC-MINIMO": [
        "code: con",
        "code: ../x",
        "code: a/b",
        "code: .",
        "code: 'A '",
        "code: NUL.x",
    ],
    "learners: 12": [
        "learners: 0",
        "learners: 1e999",
        "learners: " + "9" * 400,
        "learners: 10000000",
    ],
    "start: 2027-01-11": [
        "start: 2027-02-30",
        "start: 31/04/2027",
        "start: 2027-1-1",
        "start: 10000-01-01",
    ],
    "monday: 9:00-13:00": [
        *("monday: 25:00-26:00", "monday: 13:00-9:00", "monday: 9:00", "monday: 9:00-13:00 fad"),
        "monday: [9:00-13:00, 12:00-14:00]",
    ],
    "capacity: 16}": ["capacity: -1}", "capacity: 1.5}", "capacity: yes}", "capacity: []}"],
    "province: PE": ["province: Pescara", "province: ZZ", "province: P1"],
}


@pytest.mark.parametrize(
    ("good", "bad"), [(good, bad) for good, each in VALUES.items() for bad in each]
)
def test_a_value_that_cannot_be_is_told_at_its_place(tmp_path, good, bad):
    path = tmp_path / "course.yaml"
    path.write_text(MINIMAL.replace(good, bad, 1), encoding="utf-8")

    with pytest.raises(PercorsoError) as raised:
        pipeline.check(path, resources())

    assert raised.value.exit_code == 3
    line = 1 + MINIMAL[: MINIMAL.index(good)].count("\n")
    assert raised.value.say("it").startswith(f"{path}:{line}:")


@pytest.mark.parametrize("hours", ["10.5", "'10,5'", "10.50", "'+10,5'"])
def test_hours_are_read_with_a_comma_or_a_point(tmp_path, hours):
    path = tmp_path / "course.yaml"
    path.write_text(f"{MINIMAL}units: {{URA01: {{hours: {hours}}}}}\n", encoding="utf-8")

    assert load_course(path).record.units["URA01"].hours == 10.5


@pytest.mark.parametrize(
    "extra",
    [
        "closures: [0001-01-01..9999-12-31]",
        "end: 9999-12-31",
        "units: {URA01: {hours: 10000, distance_hours: 0}}",
    ],
)
def test_what_is_extreme_but_possible_is_read_at_once(tmp_path, extra):
    path = tmp_path / "course.yaml"
    path.write_text(f"{MINIMAL}{extra}\n", encoding="utf-8")

    assert pipeline.check(path, resources()).course.edition.code == "ASC-MINIMO"


def test_the_last_years_of_the_calendar_are_read(tmp_path):
    path = tmp_path / "course.yaml"
    path.write_text(MINIMAL.replace("2027-01-11", "9998-01-11"), encoding="utf-8")

    assert pipeline.check(path, resources()).errors == 0


@pytest.mark.parametrize(
    "provider", ["none.yaml", "/", ".", "../none/provider.yaml", "''", "course.yaml"]
)
def test_a_provider_that_cannot_be_read_is_told(tmp_path, provider):
    path = tmp_path / "course.yaml"
    head = MINIMAL[: MINIMAL.index("provider:")]
    path.write_text(f"{head}provider: {provider}\n", encoding="utf-8")

    with pytest.raises(PercorsoError) as raised:
        load_course(path)

    assert raised.value.exit_code == 3


def test_a_provider_left_empty_is_told_where_it_stands(tmp_path):
    path = tmp_path / "course.yaml"
    head = MINIMAL[: MINIMAL.index("provider:")]
    path.write_text(f"{head}provider: ''\n", encoding="utf-8")

    line = head.count("\n") + 1
    assert told(path) == f"{path}:{line}:11: provider: servono delle voci («nome: valore»)."


def test_a_name_with_a_break_is_told_on_one_line(tmp_path):
    path = tmp_path / "course.yaml"
    head = MINIMAL[: MINIMAL.index("provider:")]
    path.write_text(f'{head}provider: "a\\nb.yaml"\n', encoding="utf-8")

    assert f"«{tmp_path / 'a b.yaml'}» non esiste" in told(path)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=300))
def test_any_bytes_are_read_or_told(tmp_path, content):
    path = tmp_path / "course.yaml"
    path.write_bytes(content)

    told(path)


SCALARS = [
    "",
    "null",
    "~",
    "0",
    "-1",
    "1e9",
    "9:30",
    "no",
    "[]",
    "{}",
    "x",
    "2027-02-29",
    "'",
    "&a",
    "*a",
    "URA99",
]


def mutated(text, seed):
    """Return *text* with a few of its lines dropped, doubled, moved or given another value."""
    chance = random.Random(seed)
    lines = text.splitlines()
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(lines))
        match chance.randrange(4):
            case 0:
                del lines[at]
            case 1:
                lines.insert(at, lines[at])
            case 2:
                lines[at] = " " * chance.randint(0, 4) + lines[at].strip()
            case _:
                lines[at] = f"{lines[at].partition(':')[0]}: {chance.choice(SCALARS)}"
    return "\n".join(lines)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(seed=st.integers(0, 2**32), name=st.sampled_from(["course.yaml", "provider.yaml"]))
def test_any_change_to_a_configuration_is_judged_or_told(tmp_path, seed, name):
    for each in ("course.yaml", "provider.yaml"):
        text = (SAMPLES / "completo" / each).read_text("utf-8")
        changed = mutated(text, seed) if each == name else text
        (tmp_path / each).write_text(changed, encoding="utf-8")

    error = refusal_of(tmp_path / "course.yaml")

    assert error is None or (error.exit_code == 3 and str(tmp_path) in error.say("it"))


def refusal_of(path):
    try:
        pipeline.check(path, resources())
    except PercorsoError as error:
        return error
    return None
