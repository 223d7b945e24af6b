"""``plan``: the lessons of courses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from toolkit import pipeline, reporting
from toolkit.cli.bilingual import LANG, help_of, say, text_of
from toolkit.cli.progress import working
from toolkit.errors import PercorsoError
from toolkit.results import Planned, RefusedError, Report
from toolkit.text import Text

A_FILE = click.Path(path_type=Path)

Result = TypeVar("Result")

_PLANNED = Text(
    it="{course}: calendario scritto in {file}", en="{course}: timetable written to {file}"
)
_KEPT = Text(it="il calendario precedente resta in {file}", en="the old timetable stays in {file}")


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


@click.command(
    help=help_of(
        it="Dispone le lezioni di un corso e scrive timetable.yaml accanto alla configurazione: "
        "si legge, si corregge a mano, e build lo usa.",
        en="Lay out the lessons of a course and write timetable.yaml beside its configuration: "
        "read it, edit it, and build uses it.",
        example="percorso plan samples/minimo/course.yaml",
    )
)
@click.argument("courses", nargs=-1, required=True, type=A_FILE, metavar="COURSE...")
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    help=text_of(
        it="Il seme; se manca, quello della configurazione.",
        en="The seed; the configuration's if not given.",
    ),
)
@click.option(
    "--replace",
    is_flag=True,
    help=text_of(
        it="Rifà un calendario che esiste già; il vecchio resta con un altro nome.",
        en="Plan again where a timetable exists; the old one is kept under another name.",
    ),
)
@click.pass_context
def plan(ctx: click.Context, courses: tuple[Path, ...], seed: int | None, replace: bool) -> int:
    """Plan the lessons of courses."""

    def work(path: Path) -> Planned:
        with working(str(path)):
            return pipeline.plan(path, ctx.obj, seed=seed, again=replace)

    results, code = each_of(courses, work)
    for planned in results:
        course = planned.report.course.edition.code
        click.echo(say(_PLANNED, course=course, file=planned.path))
        if planned.kept:
            click.echo(say(_KEPT, file=planned.kept))
        tell_problems(planned.report)
    return max([code, *(planned.report.exit_code for planned in results)])


def tell_problems(report: Report) -> None:
    """Print errors and warnings; notes are counted, and `check` lists them."""
    click.echo(reporting.as_text(report, LANG, notes=False), err=True)
