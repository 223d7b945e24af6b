"""Where the time of a dossier goes, step by step.

    python benchmarks/dossier.py [--courses N] [--rounds N]

Plans N invented courses, then makes their dossiers in this process, over and over, while the
system interrupts it after each millisecond of processor time: the step under way is counted.
Shares hold elsewhere, milliseconds are this machine's. Not for Windows, which has no such timer.
"""

from __future__ import annotations

import argparse
import os
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import FrameType

from batch import DAY, STANDARD, invented

from toolkit import pipeline
from toolkit.batch.coursefiles import course_files
from toolkit.batch.memory import keep_memory
from toolkit.resources import resources

ROOT = f"{Path(pipeline.__file__).parents[1]}{os.sep}"
STEPS = {
    "exports/spreadsheet.py": "the spreadsheet",
    "exports/calendar.py": "the calendar",
    "rendering/programs.py": "running templates",
    "rendering/finishing.py": "finishing: contents, tables, pictures",
    "rendering/": "compressing, and the rest of Word files",
    "context/": "the context of templates",
    "dossierfolder/": "files and manifest",
    "loading/": "reading YAML",
    "resolve/": "resolving",
    "finding.py": "judging by the rules",
}
"""What is done in a file or folder; the first that is under way counts."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--courses", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=10)
    options = parser.parse_args()
    keep_memory()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        invented(place / "courses", options.courses, resources(), [STANDARD])
        paths = course_files([place / "courses"])
        make(paths, place / "planned")
        make(paths, place / "warm")
        steps: Counter[str] = Counter()
        before = time.process_time()
        for number in range(options.rounds):
            sampled(paths, place / f"{number}", steps)
        milliseconds = 1000 * (time.process_time() - before) / options.rounds / len(paths)
    print(f"{len(paths)} courses × {options.rounds}, one process, warm\n")
    print(f"{'':42} {'CPU ms':>7} {'share':>6}")
    for step, samples in steps.most_common():
        share = samples / steps.total()
        print(f"{step:42} {share * milliseconds:7.2f} {share:6.0%}")
    print(f"{'a dossier':42} {milliseconds:7.2f}")


def make(paths: Sequence[Path], out: Path) -> None:
    """Make the dossiers of courses; those without a timetable are planned first."""
    for path in paths:
        pipeline.build(path, out, resources(), DAY)


def sampled(paths: Sequence[Path], out: Path, steps: Counter[str]) -> None:
    """Make dossiers and count in *steps* what is under way, each millisecond."""

    def count(_: int, frame: FrameType | None) -> None:
        steps[step_of(frame)] += 1

    signal.signal(signal.SIGPROF, count)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    try:
        make(paths, out)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def step_of(frame: FrameType | None) -> str:
    """Return the step that *frame* is in."""
    files = []
    while frame is not None:
        files.append(Path(frame.f_code.co_filename.removeprefix(ROOT)).as_posix())
        frame = frame.f_back
    under_way = (STEPS[each] for each in STEPS if any(file.startswith(each) for file in files))
    return next(under_way, "the rest")


if __name__ == "__main__":
    main()
