"""Whole dossiers by the hundred, beside a plain docxtpl and openpyxl script.

    python benchmarks/batch.py [--courses N] [--jobs N] [--growth N]

Writes N distinct invented courses, then makes their dossiers (three Word files, xlsx, ics,
manifest) with planning, with timetables given, again with nothing changed, and after one
standard among ten changed. Rates are of the whole run, the start of its processes
included; CPU is that of all processes. ``--growth N`` also compares the memory of a run
over 100 courses and over N.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from batch_peer import plain_dossier

from toolkit import pipeline
from toolkit.batch.coursefiles import course_files
from toolkit.batch.order import Order
from toolkit.batch.running import run
from toolkit.batch.staleness import Surroundings, standing
from toolkit.catalogue import newest
from toolkit.invention import invented_courses, write_courses
from toolkit.resources import Resources, resources

DAY = date(2026, 11, 30)
STANDARD = "abruzzo/addetto-al-servizio-clienti"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=100)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--growth", type=int, default=0)
    options = parser.parse_args()
    # Compiled templates are kept from run to run, as the product does it.
    os.environ["PERCORSO_CACHE"] = tempfile.mkdtemp()
    print(f"{options.courses} courses, {options.jobs} processes, Python {sys.version.split()[0]}\n")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        paths = invented(place / "courses", options.courses, resources(), [STANDARD])
        order = Order(place / "out", resources(), DAY)
        print(f"{'':30} {'dossiers/s':>11} {'CPU ms each':>12}")
        measured("with planning", paths, order, options.jobs)
        shutil.rmtree(order.out)
        measured("timetables given", paths, order, options.jobs)
        unchanged(paths, order)
        one_standard_of_ten(place / "ten", options.jobs)
        beside(paths[:10], place)
        if options.growth:
            growth(place, paths, options.growth)


def invented(folder: Path, count: int, data: Resources, ids: Sequence[str]) -> tuple[Path, ...]:
    standards = [newest(each, data).record for each in ids]
    write_courses(invented_courses(count, 1, standards), folder, data)
    return course_files([folder])


def unchanged(paths: Sequence[Path], order: Order) -> None:
    """Print a run with nothing changed, and what each dossier takes once it has begun."""
    measured("again, nothing changed", paths, order, 1)
    around = Surroundings(order)
    standing(paths[0], around)
    before = time.process_time()
    for _ in range(10):
        assert not any(standing(path, around).stale for path in paths)
    each = (time.process_time() - before) / len(paths) / 10
    print(f"{'  each, once it has begun':30} {1 / each:11.0f} {1000 * each:12.2f}   of one core")


def measured(what: str, paths: Sequence[Path], order: Order, jobs: int) -> None:
    """Print the rate of one run."""
    clock, cpu = time.perf_counter(), _cpu()
    kinds = Counter(each.kind.value for each in run(paths, order, jobs=jobs))
    clock, cpu = time.perf_counter() - clock, _cpu() - cpu
    told = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
    print(f"{what:30} {len(paths) / clock:11.1f} {1000 * cpu / len(paths):12.2f}   {told}")


def _cpu() -> float:
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(each.ru_utime + each.ru_stime for each in map(resource.getrusage, kinds))


def one_standard_of_ten(place: Path, jobs: int) -> None:
    """Print what is made again after one of ten standards changed."""
    root = resources().roots[0]
    ids = [f"abruzzo/prova-{n}" for n in range(10)]
    for each in ids:
        target = place / "data" / "catalog" / each
        shutil.copytree(root / "catalog" / STANDARD, target)
        (file,) = target.glob("*.yaml")
        file.write_text(file.read_text("utf-8").replace(f"id: {STANDARD}", f"id: {each}"), "utf-8")
    data = resources(place / "data")
    paths = invented(place / "courses", 20, data, ids)
    order = Order(place / "out", data, DAY)
    list(run(paths, order, jobs=jobs))
    with file.open("a", encoding="utf-8") as last:
        last.write("# riletto\n")
    measured("one standard of ten changed", paths, order, jobs)


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


def growth(place: Path, paths: Sequence[Path], most: int) -> None:
    """Print the memory of the command over 100 courses and over *most* copies of ours."""
    print("\nMemory of the largest process, MB:")
    for count in (100, most):
        folder = place / f"{count}"
        for number in range(count):
            _copied(paths[number % len(paths)], folder, f"COPIA-{number:06}")
        command = [sys.executable, "-m", "toolkit", "build", folder, "-o", place / f"out-{count}"]
        before = time.perf_counter()
        subprocess.run([*command, "-j", "2"], check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - before
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{count:30,} {peak:11.0f}   {count / seconds:.1f} dossiers/s")
        measured(
            "  again", course_files([folder]), Order(place / f"out-{count}", resources(), DAY), 2
        )


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
