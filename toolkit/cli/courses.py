"""What commands about courses have in common: each in turn, and telling what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from toolkit import reporting
from toolkit.batch.coursefiles import NoCourseError, course_files
from toolkit.cli.bilingual import LANG, say
from toolkit.errors import PercorsoError
from toolkit.results import RefusedError, Report
from toolkit.text import Text

_SEVERAL = Text(
    it="in «{folder}» ci sono {courses} corsi; indica il file di uno.",
    en="there are {courses} courses in “{folder}”; name the file of one.",
)

A_FILE = click.Path(path_type=Path)

Result = TypeVar("Result")


def each_course(
    _ctx: click.Context, _param: click.Parameter, named: tuple[Path, ...]
) -> tuple[Path, ...]:
    """Return the courses that *named* leads to; what leads to none is told in its turn."""
    found: list[Path] = []
    for each in named:
        try:
            found += course_files((each,))
        except NoCourseError:
            # Told when its turn comes, after the others.
            found.append(each)
    return tuple(dict.fromkeys(found))


COURSES = click.argument(
    "courses", nargs=-1, required=True, type=A_FILE, metavar="PATH...", callback=each_course
)
"""Courses, by file, by folder or by a pattern that the shell did not expand."""


def _one_course(_ctx: click.Context, _param: click.Parameter, named: Path) -> Path:
    if not named.is_dir():
        return named
    found = course_files((named,))
    if len(found) > 1:
        raise click.BadParameter(say(_SEVERAL, folder=named, courses=len(found)))
    return found[0]


COURSE = click.argument("course", type=A_FILE, metavar="COURSE", callback=_one_course)
"""One course, by its file or by a folder that has no other."""


def each_of(paths: Iterable[Path], work: Callable[[Path], Result]) -> tuple[list[Result], int]:
    """Do *work* on each path; tell what fails and go on. Return results and the worst code."""
    results, codes = [], [0]
    for path in paths:
        try:
            results.append(work(path))
        except PercorsoError as error:
            if isinstance(error, RefusedError):
                # The findings first, so that the refusal is read below its reasons.
                tell_problems(error.report)
            click.echo(error.say(LANG), err=True)
            codes.append(error.exit_code)
    return results, max(codes)


def tell_problems(report: Report) -> None:
    """Print errors and warnings; notes are counted, and `check` lists them."""
    click.echo(reporting.as_text(report, LANG, notes=False), err=True)
