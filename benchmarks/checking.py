"""How fast courses are checked, split into reading, resolving and rules, beside a plain reader.

Writes distinct course files, then takes turns on each of them: our loader, PyYAML's
``load`` with libyaml or without and pydantic's validation into the same records, which
keeps no places and lets ``9:30`` become 570. Figures are of CPU time of one core, warm;
the last column divides each by our own whole check.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from toolkit import pipeline
from toolkit.catalogue import standard_for
from toolkit.finding import run
from toolkit.loading import load_course
from toolkit.model.edition import CourseEdition
from toolkit.resolve import resolve
from toolkit.resources import resources
from toolkit.rules.course import COURSE_RULES

TOWNS = (("Pescara", "PE"), ("Chieti", "CH"), ("L'Aquila", "AQ"), ("Teramo", "TE"))
RESOURCES = resources()


def course_of(number: int) -> dict[str, Any]:
    """Return the *number*-th course, which keeps its standard and is like no other."""
    drawn = random.Random(number)
    town, province = drawn.choice(TOWNS)
    learners = drawn.randint(8, 16)
    start = date(2027, 1, 4) + timedelta(days=drawn.randint(0, 300))
    longer = {f"URA{n:02d}": {"hours": drawn.randint(20, 24)} for n in (4, 5, 6, 7, 10, 11, 12)}
    return {
        "standard": "abruzzo/addetto-al-servizio-clienti",
        "code": f"ASC-{number:04d}",
        "learners": learners,
        "start": start.isoformat(),
        "week": dict.fromkeys(("monday", "tuesday", "wednesday", "thursday"), "9:00-13:00"),
        "closures": [f"{start + timedelta(days=40)}..{start + timedelta(days=44)}"],
        "distance": {"hours": drawn.choice(["none", "maximum"])},
        "units": longer,
        "internship": {"hours": drawn.randint(60, 100), "hours_per_day": 4},
        "selection": {"criteria": "Ordine di presentazione delle domande."},
        "provider": {
            "name": f"Ente Inventato n. {number}",
            "seat": {"street": f"Via {number}", "town": town, "province": province},
            "legal_representative": "Ada Inventata",
            "trainers": [
                {"name": f"Formatore {n}", "expert": n % 2 == 0, "experience_years": 3 + n}
                for n in range(drawn.randint(4, 9))
            ],
            "rooms": [
                {"name": "Aula 1", "capacity": 16},
                {"name": "Laboratorio", "kind": "laboratory", "capacity": 16, "pcs": 8},
            ],
        },
    }


class Stopwatch:
    """The CPU time that each of several kinds of work has taken."""

    def __init__(self) -> None:
        self.taken: dict[str, float] = {}

    def timed(self, kind: str, work: Callable[[], Any]) -> Any:
        began = time.process_time()
        made = work()
        self.taken[kind] = self.taken.get(kind, 0.0) + time.process_time() - began
        return made


def measure(path: Path, watch: Stopwatch) -> None:
    """Do each kind of work once on the course at *path*."""
    edition = watch.timed("reading", lambda: load_course(path)).record
    standard = watch.timed(
        "finding the standard", lambda: standard_for(edition.standard, edition.start, RESOURCES)
    ).record
    course = watch.timed("resolving", lambda: resolve(standard, edition.provider, edition))
    watch.timed("rules", lambda: run(COURSE_RULES, course, standard.clauses))
    watch.timed("whole check", lambda: pipeline.check(path, RESOURCES))
    for name, loader in PEERS.items():
        watch.timed(name, lambda loader=loader: plainly(path, loader))


PEERS = {
    "plain reading, libyaml": yaml.CSafeLoader,
    "plain reading, PyYAML's own": yaml.SafeLoader,
}


def plainly(path: Path, loader: Any) -> CourseEdition:
    with path.open(encoding="utf-8") as file:
        return CourseEdition.model_validate(yaml.load(file, Loader=loader))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--courses", type=int, default=1000, help="how many course files")
    number = parser.parse_args().courses
    watch = Stopwatch()
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / f"course-{n:04d}.yaml" for n in range(number)]
        for n, path in enumerate(paths):
            path.write_text(yaml.safe_dump(course_of(n), sort_keys=False), encoding="utf-8")
        measure(paths[0], Stopwatch())  # warm: the standard read, the holidays of a year known
        for path in paths:
            measure(path, watch)
    whole = watch.taken["whole check"]
    print(f"{number} courses, CPU time\n")
    print(f"{'':30}{'ms a course':>12}{'seconds':>9}{'to a check':>12}")
    for kind, seconds in watch.taken.items():
        print(f"{kind:30}{seconds / number * 1000:12.2f}{seconds:9.2f}{seconds / whole:12.2f}")


if __name__ == "__main__":
    main()
