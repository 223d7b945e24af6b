"""``standard list`` and ``standard show``: the commands about the catalogue."""

from __future__ import annotations

import click

from toolkit import catalogue
from toolkit.cli.bilingual import LANG, Group, help_of, text_of
from toolkit.cli.latecommands import LateCommands
from toolkit.resources import Resources
from toolkit.text import written

_PLACES = {
    "adopt": "toolkit.cli.adoptions:adopt",
    "diff": "toolkit.cli.versions:diff",
    "impact": "toolkit.cli.adoptions:impact",
}


@click.group(
    cls=Group,
    commands=LateCommands(_PLACES),
    help=help_of(
        it="Mostra gli standard del catalogo.",
        en="Show the standards of the catalogue.",
        example="percorso standard list",
    ),
)
def standard() -> None:
    """Commands about standards."""


@standard.command(
    "list",
    help=help_of(
        it="Elenca gli standard, con la versione e il giorno da cui vale.",
        en="List the standards, with their version and the day it holds from.",
        example="percorso standard list",
    ),
)
@click.pass_obj
def list_standards(resources: Resources) -> None:
    """List every version of every standard."""
    for entry in catalogue.entries(resources):
        record = catalogue.load_standard(entry.path).record
        since = written(record.in_force.since, LANG)
        hours = written(record.totals.hours, LANG)
        click.echo(
            f"{entry.reference}  {record.qualification}  {record.region}  {since}  {hours} h"
        )


@standard.command(
    "show",
    help=help_of(
        it="Mostra uno standard: text lo riporta come fu pubblicato.",
        en="Show a standard: text prints it as it was published.",
        example="percorso standard show abruzzo/addetto-al-servizio-clienti --format text",
    ),
)
@click.argument("reference", metavar="ID[@VERSION]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "yaml", "json"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma.", en="The form."),
)
@click.pass_obj
def show(resources: Resources, reference: str, form: str) -> None:
    """Show one standard."""
    click.echo(catalogue.shown(reference, form, resources), nl=False)
