"""The engines that `rendering.py` compares, each making documents of the same courses."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from rendering_subjects import Carbone, course, course_template

from toolkit.rendering import compile_template
from toolkit.rendering.deflating import DEFLATERS

Engine = Callable[[int], float]
"""Makes that many documents and returns the seconds of processor time they took."""
COURSES = [course(seed) for seed in range(50)]
UNLIKE = [course(seed, is_alike=False) for seed in range(50)]


def interleaved(engines: Mapping[str, tuple[Engine, int]], rounds: int) -> dict[str, float]:
    """Return the milliseconds a document of each engine in its best round; rounds interleave.

    The best is the one that other work on the machine disturbed least.
    """
    taken: dict[str, list[float]] = {name: [] for name in engines}
    for number in range(rounds + 1):
        for name, (make, count) in engines.items():
            seconds = make(count)
            if number:  # the first round warms all of them up
                taken[name].append(1000 * seconds / count)
    return {name: min(each) for name, each in taken.items()}


def own_engine(template: bytes, deflater: str, courses: list[dict[str, Any]]) -> Engine:
    compiled = compile_template(template)

    def make(count: int) -> float:
        before = time.process_time()
        for number in range(count):
            compiled.render(courses[number % len(courses)], deflater=DEFLATERS[deflater])
        return time.process_time() - before

    return make


def spliced_engine(template: bytes, deflater: str) -> Engine:
    """Return the engine with the units, which courses of a standard share, spliced in."""
    compiled = compile_template(template).bound({"units": COURSES[0]["units"]})
    courses = [{name: each[name] for name in each if name != "units"} for each in COURSES]

    def make(count: int) -> float:
        before = time.process_time()
        for number in range(count):
            compiled.render(courses[number % len(courses)], deflater=DEFLATERS[deflater])
        return time.process_time() - before

    return make


def docxtpl_engine(template: bytes) -> Engine:
    from docxtpl import DocxTemplate

    def make(count: int) -> float:
        before = time.process_time()
        for number in range(count):
            document = DocxTemplate(io.BytesIO(template))
            document.render(COURSES[number % len(COURSES)], autoescape=True)
            document.save(io.BytesIO())
        return time.process_time() - before

    return make


def carbone_engine(home: Path | None, folder: Path) -> Engine | None:
    node = shutil.which("node")
    if home is None or node is None or not (home / "node_modules" / "carbone").is_dir():
        print("carbone is left out: give --carbone FOLDER, and have node.\n")
        return None
    template, data = folder / "template.docx", folder / "courses.json"
    template.write_bytes(course_template(Carbone))
    data.write_text(json.dumps(COURSES))
    script = Path(__file__).with_name("carbone.js")
    worker = subprocess.Popen(
        [node, script, home.resolve(), template, data],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def make(count: int) -> float:
        assert worker.stdin
        assert worker.stdout
        worker.stdin.write(f"{count}\n")
        worker.stdin.flush()
        milliseconds, _size = worker.stdout.readline().split()
        return float(milliseconds) / 1000

    return make
