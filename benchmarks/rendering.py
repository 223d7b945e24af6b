"""How fast Word documents are made: this engine, docxtpl and carbone, in one interleaved run.

    python benchmarks/rendering.py [--carbone FOLDER] [--rounds N]

FOLDER is where ``npm install carbone@3.8`` was run; without node or carbone it is left out.
All figures are processor time. Their ratios mean something; the milliseconds are a machine's.
"""

from __future__ import annotations

import argparse
import html
import io
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from rendering_engines import (
    COURSES,
    UNLIKE,
    carbone_engine,
    docxtpl_engine,
    interleaved,
    own_engine,
    spliced_engine,
)
from rendering_subjects import (
    VALUES,
    Jinja,
    course_template,
    letter_template,
    long_course,
    rows_template,
)

from toolkit.rendering import compile_template
from toolkit.rendering.deflating import DEFLATERS, FASTEST
from toolkit.rendering.environment import TemplateEnvironment

TOP = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--carbone", type=Path, help="folder with node_modules/carbone")
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    os.environ["PERCORSO_CACHE"] = tempfile.mkdtemp()
    print(f"Python {sys.version.split()[0]}, deflate by {' or '.join(DEFLATERS)}\n")
    side_by_side(options.carbone, options.rounds)
    our_own(options.rounds)
    growth()
    cold_start()
    where_the_time_goes()


def side_by_side(carbone_home: Path | None, rounds: int) -> None:
    """Print each engine on the same course design."""
    template = course_template(Jinja)
    engines = {"docxtpl": (docxtpl_engine(template), 2)}
    with tempfile.TemporaryDirectory() as folder:
        carbone = carbone_engine(carbone_home, Path(folder))
        if carbone is not None:
            engines["carbone"] = (carbone, 5)
        for name in reversed(DEFLATERS):
            engines[f"percorso, {name}"] = (own_engine(template, name, COURSES), 50)
            engines[f"percorso, {name}, spliced"] = (spliced_engine(template, name), 50)
        engines["percorso, no two values alike"] = (own_engine(template, FASTEST.name, UNLIKE), 50)
        times = interleaved(engines, rounds)
    print(f"A course design of {VALUES:,} values:\n")
    print(f"{'':30} {'ms':>8} {'× docxtpl':>10} {'× carbone':>10}")
    for name, milliseconds in times.items():
        ratios = [
            f"{times[peer] / milliseconds:10.1f}" if peer in times else f"{'–':>10}"
            for peer in ("docxtpl", "carbone")
        ]
        print(f"{name:30} {milliseconds:8.3f} {' '.join(ratios)}")
    sizes = {
        name: len(compile_template(template).render(COURSES[0], deflater=deflater))
        for name, deflater in DEFLATERS.items()
    }
    print(f"\nbytes of a document: {', '.join(f'{n} {size:,}' for n, size in sizes.items())}\n")


def our_own(rounds: int) -> None:
    """Print both engines on the course design of a sample, with all that belongs to it."""
    template = (TOP / "templates" / "progetto-formativo" / "template.docx").read_bytes()
    context, compiled = sample_context(), compile_template(template)

    def ours(count: int) -> float:
        return _timed(lambda: [compiled.render(context) for _ in range(count)])

    def docxtpls(count: int) -> float:
        return _timed(lambda: [_by_docxtpl(template, context) for _ in range(count)])

    times = interleaved({"docxtpl": (docxtpls, 1), "percorso": (ours, 5)}, rounds)
    print("The course design of samples/completo, with contents, chart and numbered headings:\n")
    for name, milliseconds in times.items():
        print(f"{name:30} {milliseconds:8.3f} {times['docxtpl'] / milliseconds:10.1f}")
    print()


def sample_context() -> Mapping[str, object]:
    """Return what the templates of samples/completo may name."""
    from toolkit import pipeline
    from toolkit.context import build_context, names
    from toolkit.resources import resources

    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(TOP / "samples" / "completo", Path(folder, "completo")))
        if not (copy / "timetable.yaml").exists():
            pipeline.plan(copy / "course.yaml", resources())
        report = pipeline.check(copy / "course.yaml", resources())
    assert report.timetable is not None
    found = report.course, report.timetable, report.findings
    return names(build_context(*found, date(2027, 1, 11), is_draft=False))


def _by_docxtpl(template: bytes, context: Mapping[str, object]) -> None:
    from docxtpl import DocxTemplate

    class Reading(DocxTemplate):  # type: ignore[misc]
        """docxtpl, made to read the quotes of a tag in an alternative text."""

        def patch_xml(self, src_xml: str) -> str:
            return _TAG.sub(lambda tag: html.unescape(tag.group()), super().patch_xml(src_xml))

    document = Reading(io.BytesIO(template))
    # With the filters of the templates, and values still to be given, as they want them.
    document.render(dict(context), TemplateEnvironment())
    document.save(io.BytesIO())


_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)


def growth() -> None:
    """Print time and memory from a letter of one page to a table of 3,000 rows."""
    print(f"{'':30} {'ms':>8} {'KB of XML':>10} {'peak KB':>10}")
    subjects = {"a letter": (letter_template(), COURSES[0])}
    for rows in (100, 1000, 3000):
        subjects[f"{rows} rows of 7"] = (rows_template(), long_course(rows))
    for name, (template, context) in subjects.items():
        compiled = compile_template(template)
        made = compiled.render(context)
        seconds = min(_timed(lambda c=compiled, v=context: c.render(v)) for _ in range(5))
        tracemalloc.start()
        compiled.render(context)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            size = archive.getinfo("word/document.xml").file_size
        print(f"{name:30} {1000 * seconds:8.3f} {size // 1024:10,} {peak // 1024:10,}")
    print()


def _timed(make: Callable[[], object]) -> float:
    before = time.process_time()
    make()
    return time.process_time() - before


_COLD = {
    "percorso, compiled": "from toolkit.rendering import compile_template;"
    "compile_template(Path(sys.argv[1])).render(course)",
    "docxtpl": "from docxtpl import DocxTemplate; import io; d = DocxTemplate(sys.argv[1]);"
    "d.render(course, autoescape=True); d.save(io.BytesIO())",
    "Python alone": "",
}


def cold_start() -> None:
    """Print what one document takes in a process of its own."""
    print("One document in a process of its own, ms:\n")
    with tempfile.TemporaryDirectory() as folder:
        template, data = Path(folder, "template.docx"), Path(folder, "course.json")
        template.write_bytes(course_template(Jinja))
        data.write_text(json.dumps(COURSES[0]))
        compile_template(template)
        for name, code in _COLD.items():
            opening = "import sys, json; from pathlib import Path;"
            opening += "course = json.loads(Path(sys.argv[2]).read_text());"
            command = [sys.executable, "-c", opening + code, str(template), str(data)]
            print(f"{name:30} {1000 * min(_spent(command) for _ in range(5)):8.1f}")
    print()


def _spent(command: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def where_the_time_goes() -> None:
    """Print the functions that a document's time is spent in."""
    import cProfile
    import pstats

    compiled = compile_template(course_template(Jinja))
    compiled.render(COURSES[0])
    profile = cProfile.Profile()
    profile.enable()
    for context in COURSES:
        compiled.render(context)
    profile.disable()
    text = io.StringIO()
    pstats.Stats(profile, stream=text).strip_dirs().sort_stats("tottime").print_stats(8)
    rows = text.getvalue().split("ncalls", 1)[1].splitlines()
    print("Where the time goes (profiled, so in proportion only):\n")
    print("\n".join(row for row in rows[1:] if row.strip()))


if __name__ == "__main__":
    main()
