"""One compiled template in many hands: threads, processes, runs."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from toolkit.errors import TemplateError
from toolkit.rendering import compile_template
from toolkit.rendering.cache import FOLDER_VARIABLE

ENTRY = "*.template"


def shout(value: object) -> str:
    return f"{value}!"


@pytest.fixture
def source(template) -> bytes:
    return template("{{ name|shout }}", "{%p for x in items %}", "{{ x }}", "{%p endfor %}")


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def texts(document: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs]


def test_threads_share_a_template(source):
    compiled = compile_template(source, filters={"shout": shout})
    contexts = [{"name": str(n), "items": [f"{n}.{k}" for k in range(n % 5)]} for n in range(200)]

    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(compiled.render, contexts))
    assert made == [compiled.render(context) for context in contexts]
    assert texts(made[3]) == ["3!", "3.0", "3.1", "3.2"]


def test_a_fault_of_one_thread_is_no_other_threads(template):
    compiled = compile_template(template("{{ x }}"))

    def told(n: int) -> str:
        try:
            return texts(compiled.render({"x": n if n % 2 else None}))[0]
        except TemplateError as error:
            return type(error).__name__

    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(told, range(60))) == [
            str(n) if n % 2 else "UnprintableValueError" for n in range(60)
        ]


def test_a_template_can_be_pickled(source):
    compiled = compile_template(source, name="prova", filters={"shout": shout})
    again = pickle.loads(pickle.dumps(compiled))

    context = {"name": "a", "items": ["b"]}
    assert (again.name, again.render(context)) == ("prova", compiled.render(context))


def test_a_template_is_kept_and_found_again(source, folder):
    first = compile_template(source, filters={"shout": shout})
    kept = list(folder.glob(ENTRY))
    again = compile_template(source, filters={"shout": shout})

    assert len(kept) == 1
    assert list(folder.glob(ENTRY)) == kept
    context = {"name": "a", "items": ["b"]}
    assert again.render(context) == first.render(context)


def test_another_template_or_another_way_to_compile_it_is_kept_apart(template, folder):
    compile_template(template("a"))
    compile_template(template("b"))
    compile_template(template("b"), undefined="empty")
    compile_template(template("b"), name="altro")

    assert len(list(folder.glob(ENTRY))) == 4


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"x" * 5000, lambda kept: kept[:-1], lambda kept: kept[:40] + b"!"]
)
def test_what_is_damaged_is_compiled_again_and_replaced(template, folder, damage):
    source = template("{{ x }}")
    expected = compile_template(source).render({"x": "a"})
    (entry,) = folder.glob(ENTRY)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole) if callable(damage) else damage)

    assert compile_template(source).render({"x": "a"}) == expected
    assert entry.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="a matter of POSIX permissions")
@pytest.mark.parametrize("which", ["folder", "entry"])
def test_what_others_could_have_written_is_not_trusted(template, folder, which):
    source = template("{{ x }}")
    compile_template(source)
    (entry,) = folder.glob(ENTRY)
    other = template("altro")
    compile_template(other)
    (foreign,) = set(folder.glob(ENTRY)) - {entry}
    entry.write_bytes(foreign.read_bytes())
    (folder if which == "folder" else entry).chmod(0o777)

    assert texts(compile_template(source).render({"x": "a"})) == ["a"]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="a matter of POSIX permissions")
def test_a_folder_that_is_a_link_is_not_trusted(template, folder, tmp_path):
    (tmp_path / "altrove").mkdir(mode=0o700)
    folder.symlink_to(tmp_path / "altrove")

    assert texts(compile_template(template("{{ x }}")).render({"x": "a"})) == ["a"]
    assert list((tmp_path / "altrove").iterdir()) == []


def test_a_folder_that_cannot_be_used_is_no_fault(template, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    for told in (str(tmp_path / "file"), str(tmp_path / "file" / "x"), ""):
        monkeypatch.setenv(FOLDER_VARIABLE, told)
        assert texts(compile_template(template("{{ x }}")).render({"x": "a"})) == ["a"]


def test_what_is_kept_is_bounded(template, folder, monkeypatch):
    compile_template(template("0"))
    (entry,) = folder.glob(ENTRY)
    monkeypatch.setattr("toolkit.rendering.cache.MAX_BYTES", 3 * entry.stat().st_size)
    for number in range(1, 8):
        compile_template(template(str(number)))

    assert 1 <= len(list(folder.glob(ENTRY))) <= 3


def test_a_kept_template_needs_neither_docxtpl_nor_lxml(template, folder, tmp_path):
    path = tmp_path / "t.docx"
    path.write_bytes(template("{{ x }}"))
    compile_template(path)
    code = (
        "import sys; from pathlib import Path; from toolkit.rendering import compile_template;"
        "compile_template(Path(sys.argv[1])).render({'x': 'è & b'});"
        "print(sorted({'lxml', 'docx', 'docxtpl', 'babel', 'zipfile'} & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code, path]
    run = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (run.stdout.strip(), run.stderr) == ("[]", "")


@pytest.mark.parametrize("arguments", [["--version"], ["check", "samples/minimo/course.yaml"]])
def test_commands_that_make_no_document_load_no_word(arguments):
    code = (
        "import sys\nfrom toolkit.cli import run\ntry:\n    run()\nexcept SystemExit:\n    pass\n"
        "heavy = {'docx', 'docxtpl', 'jinja2', 'lxml', 'xlsxwriter', 'ortools'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", code, *arguments]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)

    assert run.stderr.splitlines()[-1] == "[]"
