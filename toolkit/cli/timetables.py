"""``timetable show``: the commands about a timetable that is there."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit import pipeline
from toolkit.cli.bilingual import LANG, Group, help_of, say, text_of
from toolkit.cli.courses import COURSE
from toolkit.exports.agenda import GROUPINGS, agenda
from toolkit.exports.monthgrid import month_grids
from toolkit.exports.timetablejson import as_json
from toolkit.model.scheduled import ScheduledCourse
from toolkit.resources import Resources
from toolkit.text import Text

_FAULTS = Text(
    it="{file}: errori: {errors}; «percorso check» li elenca.",
    en="{file}: errors: {errors}; “percorso check” lists them.",
)


@click.group(
    cls=Group,
    help=help_of(
        it="Mostra il calendario di un corso.",
        en="Show the timetable of a course.",
        example="percorso timetable show samples/minimo/course.yaml",
    ),
)
def timetable() -> None:
    """Commands about timetables."""


@timetable.command(
    help=help_of(
        it="Mostra le lezioni di un corso nel terminale, con i totali: per settimana, formatore, "
        "aula o unità, o mese per mese come un calendario da parete.",
        en="Show the lessons of a course in the terminal, with totals: by week, trainer, room or "
        "unit, or month by month like a calendar on a wall.",
        example="percorso timetable show samples/completo/course.yaml --by trainer",
    ),
)
@COURSE
@click.option(
    "--by",
    type=click.Choice([*GROUPINGS, "month"]),
    default="week",
    show_default=True,
    help=text_of(it="Come raggruppare le lezioni.", en="How to group the lessons."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=text_of(
        it="La forma: json elenca tutto in ordine di tempo.",
        en="The form: json lists everything in order of time.",
    ),
)
@click.pass_obj
def show(resources: Resources, course: Path, by: str, form: str) -> None:
    """Show the timetable of one course."""
    report, found = pipeline.scheduled(course, resources)
    scheduled = ScheduledCourse(report.course, found)
    if form == "json":
        click.echo(as_json(scheduled))
    elif by == "month":
        click.echo(month_grids(scheduled, LANG))
    else:
        click.echo(agenda(scheduled, by, LANG))
    if report.errors:
        click.echo(say(_FAULTS, file=course, errors=report.errors), err=True)
