"""What commands about courses have in common: each in turn, and telling what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from toolkit import reporting
from toolkit.batch.coursefiles import NoCourseError, course_files
from toolkit.cli.bilingual import LANG, say, text_of
from toolkit.errors import PercorsoError
from toolkit.results import RefusedError, Report
from toolkit.text import Text

_SEVERAL = Text(
    it="in «{folder}» ci sono {courses} corsi; indica il file di uno.",
    en="there are {courses} courses in “{folder}”; name the file of one.",
)

A_FILE = click.Path(path_type=Path)

Result = TypeVar("Result")
Command = TypeVar("Command", bound=Callable[..., object])


def _each_course(
    _ctx: click.Context, _param: click.Parameter, named: tuple[Path, ...]
) -> tuple[Path, ...]:
    found: list[Path] = []
    for each in named:
        try:
            found += course_files((each,))
        except NoCourseError:
            # Told when its turn comes, after the others.
            found.append(each)
    return tuple(dict.fromkeys(found))


COURSES = click.argument(
    "courses", nargs=-1, required=True, type=A_FILE, metavar="PATH...", callback=_each_course
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


def around_option(*, it: str, en: str) -> Callable[[Command], Command]:
    """Return ``--around``, with what it means to the command besides."""
    return click.option(
        "--around",
        multiple=True,
        type=A_FILE,
        callback=_each_course,
        metavar=text_of(it="CORSO", en="COURSE"),
        help=text_of(
            it=f"Un corso con il suo calendario, o una cartella di corsi, che resta com'è{it}; "
            "si può ripetere.",
            en=f"A course with its timetable, or a folder of courses, which stays as it is{en}; "
            "may be repeated.",
        ),
    )


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
