"""What is wrong with a file as a whole: where and in which words it is told."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.errors import PercorsoError
from toolkit.loading import load_course, read_yaml

HERE = Path(__file__).parent
COURSE = (HERE / "base" / "course.yaml").read_bytes()
PROVIDER = (HERE / "base" / "provider.yaml").read_bytes()


def refusal(path: Path) -> PercorsoError:
    with pytest.raises(PercorsoError) as raised:
        load_course(path)
    assert raised.value.exit_code == 3
    return raised.value


ENCODING = "il testo non è in UTF-8 da questo punto; salva il file con codifica UTF-8."
BINARY = "non è un file di testo; serve un file YAML."
ANCHORS = "i richiami YAML (& e *) non sono ammessi; se è un testo, mettilo fra virgolette."
TAGS = "le etichette YAML ({}) non sono ammesse; se è un testo, mettilo fra virgolette."
CHARACTER = "carattere non ammesso {}, forse incollato da un altro programma; cancellalo."
DEPTH = "ci sono più di 30 livelli di annidamento."
KEYS = "servono delle voci («nome: valore»)."

CONTENTS: dict[str, tuple[bytes, str]] = {
    "a list": (b"- a\n- b\n", f":1:1: {KEYS}"),
    "a single text": (b"# Il corso\nciao\n", f":2:1: {KEYS}"),
    "windows-1252": ("code: A\ntitle: Perché\n".encode("cp1252"), f":2:13: {ENCODING}"),
    "utf-16": (COURSE.decode().encode("utf-16"), f":1:1: {ENCODING}"),
    "utf-16 without a mark": (COURSE.decode().encode("utf-16-le"), f": {BINARY}"),
    "utf-32": (COURSE.decode().encode("utf-32"), f":1:1: {ENCODING}"),
    "a zero byte": (b"code: A\nti\0tle: B\n", f": {BINARY}"),
    "a surrogate in its bytes": (b"code: \xed\xa0\x80\n", f":1:7: {ENCODING}"),
    "three megabytes": (
        b"# riempitivo\n" * 250_000,
        ": il file supera 1 MB: non sembra una configurazione.",
    ),
    "more values than any course has": (
        COURSE + b"annexes: [" + b"a," * 25_000 + b"]\n",
        ":9:39987: il file supera 20 mila valori: non sembra una configurazione.",
    ),
    "two documents": (
        b"code: A\n---\ncode: B\n",
        ":2:1: il file contiene più documenti separati da «---»; tienine uno solo.",
    ),
    "a billion laughs": (
        b"a: &a [x, x, x]\n" + b"b: &b [*a, *a, *a]\n" * 30 + b"c: [*b, *b]\n",
        f":1:4: {ANCHORS}",
    ),
    "an alias": (b"title: *corso\n", f":1:8: {ANCHORS}"),
    "an anchored key": (b"code: A\n&a title: B\n", f":2:1: {ANCHORS}"),
    "an object of Python": (
        b"title: !!python/object/apply:os.system [ls]\n",
        f":1:8: {TAGS.format('tag:yaml.org,2002:python/object/apply:os.system')}",
    ),
    "a tagged key": (b"!!str title: A\n", f":1:1: {TAGS.format('tag:yaml.org,2002:str')}"),
    "a prefix of tags": (b"%TAG ! x:\n---\ncode: A\n", f":1:1: {TAGS.format('%TAG')}"),
    "a hundred thousand brackets": (b"a: " + b"[" * 100_000, f":1:34: {DEPTH}"),
    "a hundred thousand braces": (b"{a: " * 100_000, f":1:125: {DEPTH}"),
    "a hundred thousand dashes": (b"- " * 100_000, f":1:63: {DEPTH}"),
    "a key that is a list": (b"? [a, b]\n: c\n", ":1:3: la voce deve essere un testo."),
    "a control character": (b"code: A\ntitle: A\x07B\n", f":2:9: {CHARACTER.format('U+0007')}"),
    "one written as an escape": (b'title: "A\\aB"\n', f":1:8: {CHARACTER.format('U+0007')}"),
    "one in a key": (b'code: A\n"ti\\atle": B\n', f":2:1: {CHARACTER.format('U+0007')}"),
    "a zero byte written as an escape": (b'title: "A\\0"\n', f":1:8: {CHARACTER.format('U+0000')}"),
    "a mark of a placeholder": (b'title: "\\uE000"\n', f":1:8: {CHARACTER.format('U+E000')}"),
    "text that reads backwards": (
        "title: A\u202eB\n".encode(),
        f":1:9: {CHARACTER.format('U+202E')}",
    ),
    "a character after old line ends": (
        b"code: A\rtitle: A\x07B\r",
        f":2:9: {CHARACTER.format('U+0007')}",
    ),
}


@pytest.mark.parametrize(("content", "told"), CONTENTS.values(), ids=CONTENTS)
def test_a_content_that_cannot_be_read_is_told(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_bytes(content)

    assert refusal(path).say("it") == f"{path}{told}"


GRAMMAR: dict[str, Any] = read_yaml(HERE / "grammar.yaml").data


@pytest.mark.parametrize("case", GRAMMAR.values(), ids=GRAMMAR)
def test_a_slip_of_punctuation_is_told(case: dict[str, str], tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_text(case["text"], encoding="utf-8")

    error = refusal(path)

    assert error.say("it") == f"{path}:{case['at']}: YAML non valido: {case['it']}"
    assert error.say("en") == f"{path}:{case['at']}: invalid YAML: {case['en']}"


MISSING = "".join(
    f":1:1: manca la voce «{key}».\n"
    for key in ("standard", "provider", "code", "learners", "start", "week")
)


@pytest.mark.parametrize("content", [b"", b"  \n\n", b"# nulla\n", b"null\n", b"{}\n"])
def test_an_empty_file_lacks_what_every_course_has(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_bytes(content)

    assert refusal(path).say("it").replace(f"{path}", "") + "\n" == MISSING


LARGE: dict[str, bytes] = {
    "unknown keys": b"".join(b"k%d: 1\n" % n for n in range(19_000)),
    "values that are no periods": b"closures: [" + b"x," * 19_000 + b"]\n",
    "keys that are no units": b"units: {"
    + b"".join(b"U%d: {}," % n for n in range(9_000))
    + b"}\n",
    "lists that are too short": b"additional_units: [" + b"{contents: []}," * 6_000 + b"]\n",
    "keys written twice": b"exam: {" + b"a: 1," * 19_000 + b"}\n",
    "a text of a megabyte": b"start: " + b"x" * 990_000 + b"\n",
    "a number of a megabyte": b"cost_per_learner: " + b"9" * 990_000 + b"\n",
    "directives": b"".join(b"%%TAG !e%d! x\n" % n for n in range(50_000)) + b"---\na: 1\n",
    "documents": b"---\n" * 240_000,
    "empty lists": b"annexes: [" + b"[]," * 300_000,
}


@pytest.mark.parametrize("content", LARGE.values(), ids=LARGE)
def test_a_large_file_is_told_in_a_few_lines(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_bytes(content)

    lines = refusal(path).say("it").splitlines()

    assert len(lines) <= 101
    assert all(line.startswith(f"{path}:") and len(line) < 600 for line in lines)


def provided_by(name: str, folder: Path) -> Path:
    path = folder / "course.yaml"
    path.write_bytes(COURSE.replace(b"provider.yaml", name.encode()))
    return path


@pytest.mark.parametrize("name", ["altro.yaml", "manca/provider.yaml", "circle", "'a b.yaml'"])
def test_a_provider_that_is_not_there_is_told_where_it_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    path = provided_by(name, tmp_path)

    expected = tmp_path / name.strip("'")
    assert refusal(path).say("it") == (
        f"{path}:8:11: il file del soggetto attuatore «{expected}» non esiste; "
        "il nome si intende a partire dalla cartella del corso."
    )
    assert refusal(path).say("en") == (
        f"{path}:8:11: the provider's file “{expected}” does not exist; "
        "its name is taken from the folder of the course."
    )


@pytest.mark.parametrize("name", [".", "..", "pipe", "/dev/zero"])
def test_a_provider_that_is_no_file_is_told(name: str, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert refusal(provided_by(name, tmp_path)).say("it") == f"{tmp_path / name}: non è un file."


def test_a_provider_that_is_no_mapping_is_told(tmp_path: Path) -> None:
    (tmp_path / "provider.yaml").write_text("- a\n", encoding="utf-8")

    error = refusal(provided_by("provider.yaml", tmp_path))

    assert error.say("it") == f"{tmp_path / 'provider.yaml'}:1:1: provider: {KEYS}"


@pytest.mark.parametrize("name", ["missing", "dangling", "circle", "course.yaml/inside"])
def test_a_file_that_is_not_there_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "course.yaml").write_bytes(COURSE)

    error = refusal(tmp_path / name)

    assert error.say("en") == (
        f"{tmp_path / name}: there is no such file; check the name and the folder."
    )


@pytest.mark.parametrize("name", ["folder", "pipe", "device"])
def test_what_is_no_file_is_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "pipe")

    assert refusal(tmp_path / name).say("en") == f"{tmp_path / name}: this is not a file."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
@pytest.mark.parametrize("name", ["folder/course.yaml", "file.yaml"])
def test_what_the_system_refuses_is_told(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for each in ("folder/course.yaml", "file.yaml"):
        (tmp_path / each).write_bytes(COURSE)
        (tmp_path / each).chmod(0)
    (tmp_path / "folder").chmod(0)

    error = refusal(tmp_path / name)

    (tmp_path / "folder").chmod(0o700)
    assert error.say("en").endswith("(Permission denied); check its permissions.")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)

    for course in (path, provided_by(path.name, tmp_path)):
        assert refusal(course).say("en") == (
            f"{path}: the file cannot be read (File name too long); check its permissions."
        )


ENDS = {"Windows": b"\r\n", "old Macintosh": b"\r", "Unix": b"\n"}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["", "with a mark"])
@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_lines_are_counted_whatever_ends_them(end: bytes, mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    (tmp_path / "provider.yaml").write_bytes(mark + PROVIDER.replace(b"\n", end))
    path.write_bytes(mark + COURSE.replace(b"\n", end))
    assert load_course(path).record.learners == 12

    path.write_bytes(mark + COURSE.replace(b"learners: 12", b"learners: x").replace(b"\n", end))

    assert refusal(path).say("en") == f"{path}:3:11: learners: “x” is not a number."


@st.composite
def changed(draw: Any) -> bytes:
    """The course with a few stretches of it replaced by something else."""
    content = COURSE
    for _ in range(draw(st.integers(1, 3))):
        first = draw(st.integers(0, len(content)))
        last = first + draw(st.integers(0, 12))
        other = draw(st.one_of(st.binary(max_size=4), st.text(max_size=6).map(encoded), PIECES))
        content = content[:first] + other + content[last:]
    return content


def encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="surrogatepass")


PIECES = st.sampled_from(
    [
        *(b": ", b"\n", b"\n  ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a"),
        *(b"|\n", b">\n", b"---\n", b"...\n", b"%", b"\\", b"\t", b"\r", b"~", b"!t ", b"#"),
        *(b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbb\xbf"),
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=changed())
def test_any_change_is_read_or_told_with_its_place(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_bytes(content)
    (tmp_path / "provider.yaml").write_bytes(PROVIDER)

    assert all(line.startswith(f"{tmp_path}/") for line in told_of(path))


def told_of(path: Path) -> list[str]:
    try:
        load_course(path)
    except PercorsoError as error:
        assert error.exit_code == 3  # noqa: PT017 — a file may also be read
        return error.say("it").splitlines()
    return []
