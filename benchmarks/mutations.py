"""How well the rules defend the standards: the score of the mutation tests.

Each number and list of every standard is moved by its smallest step, each limit is broken
in a course at its edge, and a valid timetable is spoilt in every way there is; the right
rule must speak each time, and no other. What is tried stands in ``tests/mutation``.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "mutation"))

from mutants import STANDARDS, subjects
from scores import scores


def main() -> None:
    for path in STANDARDS:
        print(f"{path.parent.parent.name}/{path.parent.name}@{path.stem}")
        for score in scores(subjects(path)):
            percent = 100 * score.caught / score.tried
            print(f"  {score.what:46}{score.caught:5} of {score.tried:5}{percent:7.1f}%", end="")
            print(f"  ({score.exempt} exempt, with reasons)" if score.exempt else "")


if __name__ == "__main__":
    main()
