"""Whole dossiers by the hundred, beside a plain docxtpl and openpyxl script.

    python benchmarks/batch.py [--courses N] [--jobs N] [--growth N]

Writes N distinct invented courses, then makes their dossiers (three Word files, xlsx, ics,
manifest) with planning, with timetables given, again with nothing changed, and after one
standard among ten changed. Each is a run of the command: rates count its start and that of
its processes, CPU is that of them all. ``--growth N`` also compares the memory of a run over 100 courses
and over N.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from batch_peer import plain_dossier

from toolkit import pipeline
from toolkit.batch.coursefiles import course_files
from toolkit.batch.order import Order
from toolkit.batch.staleness import Surroundings, standing
from toolkit.catalogue import newest
from toolkit.invention import invented_courses, write_courses
from toolkit.resources import Resources, resources

DAY = date(2026, 11, 30)
STANDARD = "abruzzo/addetto-al-servizio-clienti"
_SET_CHILD_SUBREAPER = 36


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--growth", type=int, default=0)
    options = parser.parse_args()
    # Compiled templates are kept from run to run, as the product does it.
    os.environ["PERCORSO_CACHE"] = tempfile.mkdtemp()
    # Processes that outlive the command by a moment are waited for, and so counted, here.
    ctypes.CDLL(None).prctl(_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    print(f"{options.courses} courses, {options.jobs} processes, Python {sys.version.split()[0]}\n")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        courses, out = place / "courses", place / "out"
        invented(courses, options.courses, resources(), [STANDARD])
        print(f"{'':30} {'dossiers/s':>11} {'CPU ms each':>12}")
        measured("with planning", courses, place / "planned", options.jobs)
        # Elsewhere, for nothing is deleted here: ext4 passes over what was deleted in the last
        # minutes one by one, and takes longer for each new file than percorso for its content.
        measured("timetables given", courses, out, options.jobs)
        unchanged(courses, out)
        one_standard_of_ten(place / "ten", options.jobs)
        paths = course_files([courses])
        beside(paths[:10], place)
        if options.growth:
            growth(place, paths, options.growth, options.jobs)


def invented(folder: Path, count: int, data: Resources, ids: Sequence[str]) -> None:
    standards = [newest(each, data).record for each in ids]
    write_courses(invented_courses(count, 1, standards), folder, data)


def unchanged(courses: Path, out: Path) -> None:
    """Print a run with nothing changed, and what each dossier takes once it has begun."""
    measured("again, nothing changed", courses, out, 1)
    paths, around = course_files([courses]), Surroundings(Order(out, resources(), DAY))
    standing(paths[0], around)
    before = time.process_time()
    for _ in range(10):
        assert not any(standing(path, around).stale for path in paths)
    each = (time.process_time() - before) / len(paths) / 10
    print(f"{'  each, once it has begun':30} {1 / each:11.0f} {1000 * each:12.2f}   of one core")


def measured(what: str, courses: Path, out: Path, jobs: int, *options: str | Path) -> float:
    """Print the rate of one run of the command, and what became of its courses.

    Returns the memory of the largest process so far, in MB.
    """
    command = [sys.executable, "-m", "toolkit", *options, "build", courses, "-o", out]
    clock, cpu = time.perf_counter(), _cpu()
    subprocess.run(
        [*command, "-j", f"{jobs}", "--lang", "en"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    clock = time.perf_counter() - clock
    _wait_for_all()
    cpu = _cpu() - cpu
    counts = json.loads((out / "report.json").read_text("utf-8"))["counts"]
    made, told = sum(counts.values()), ", ".join(f"{n} {kind}" for kind, n in counts.items())
    print(f"{what:30} {made / clock:11.1f} {1000 * cpu / made:12.2f}   {told}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def _wait_for_all() -> None:
    try:
        while True:
            os.waitpid(-1, 0)
    except ChildProcessError:
        pass


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def one_standard_of_ten(place: Path, jobs: int) -> None:
    """Print what is made again after one of ten standards changed."""
    root = resources().roots[0]
    ids = [f"abruzzo/prova-{n}" for n in range(10)]
    for each in ids:
        target = place / "data" / "catalog" / each
        shutil.copytree(root / "catalog" / STANDARD, target)
        (file,) = target.glob("*.yaml")
        file.write_text(file.read_text("utf-8").replace(f"id: {STANDARD}", f"id: {each}"), "utf-8")
    courses, out = place / "courses", place / "out"
    invented(courses, 20, resources(place / "data"), ids)
    data = ("--data", place / "data")
    measured("ten standards, with planning", courses, out, jobs, *data)
    with file.open("a", encoding="utf-8") as last:
        last.write("# riletto\n")
    measured("one standard of ten changed", courses, out, jobs, *data)


def beside(paths: Sequence[Path], place: Path) -> None:
    """Print ours and the plain script on the same courses, taking turns in this process."""
    ours, theirs = [], []
    for number in range(4):
        for path in paths:
            before = time.process_time()
            pipeline.build(path, place / f"ours-{number}", resources(), DAY)
            middle = time.process_time()
            plain_dossier(path, place / f"plain-{number}" / path.parent.name)
            after = time.process_time()
            if number:  # the first round warms both up
                ours.append(middle - before)
                theirs.append(after - middle)
    own, plain = (1000 * sum(each) / len(each) for each in (ours, theirs))
    print("\nOne process, taking turns, CPU ms a dossier:")
    print(f"{'percorso: checked, recorded':30} {own:11.1f}")
    print(f"{'docxtpl + openpyxl: neither':30} {plain:11.1f}   × {plain / own:.1f}")


def growth(place: Path, paths: Sequence[Path], most: int, jobs: int) -> None:
    """Print the memory of the command over 100 courses and over *most* copies of ours."""
    for count in (100, most):
        courses, out = place / f"{count}", place / f"out-{count}"
        for number in range(count):
            _copied(paths[number % len(paths)], courses, f"COPIA-{number:06}")
        print(f"\n{count:,} courses")
        peak = measured("  timetables given", courses, out, jobs)
        measured("  again, nothing changed", courses, out, jobs)
        print(f"{'  memory of the largest process':30} {peak:8.0f} MB")


def _copied(path: Path, folder: Path, code: str) -> None:
    """Copy a course with its provider and timetable under another code."""
    target = folder / path.parent.parent.name / code
    target.mkdir(parents=True)
    shutil.copy(path.parent.parent / "provider.yaml", target.parent)
    for name in ("course.yaml", "timetable.yaml"):
        text = (path.parent / name).read_text("utf-8")
        (target / name).write_text(text.replace(path.parent.name, code), "utf-8")


if __name__ == "__main__":
    main()
