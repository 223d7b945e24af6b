"""``standard diff``, ``impact`` and ``adopt``: what a newer version of a standard changes."""

from __future__ import annotations

import json
from pathlib import Path

import click

from toolkit import catalogue
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.resources import Resources
from toolkit.standards.comparing import Comparison
from toolkit.standards.comparing.asjson import as_json
from toolkit.standards.comparing.aspage import as_page
from toolkit.standards.comparing.astext import as_text
from toolkit.text import Text
from toolkit.writing import write_atomically

_WRITTEN = Text(it="differenze scritte in {file}", en="differences written to {file}")


@click.command(
    "diff",
    cls=Command,
    help=help_of(
        it="Mostra che cosa cambia da una versione a un'altra di uno standard: ore, limiti, "
        "unità, conoscenze, abilità e parole delle clausole. Un'unità rinumerata o rinominata "
        "è riconosciuta. AFTER può essere la sola versione, per esempio @2028-01-15.",
        en="Show what changes from one version of a standard to another: hours, limits, units, "
        "knowledge, skills and the words of clauses. A unit with another number or title is "
        "recognised. AFTER may be the version alone, for example @2028-01-15.",
        example="percorso standard diff abruzzo/addetto-al-servizio-clienti@2023-04-19 @2028-01-15",
    ),
)
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "html"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma.", en="The form."),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help=text_of(
        it="Il file da scrivere; se manca, il terminale.",
        en="The file to write; the terminal if not given.",
    ),
)
@click.pass_obj
def diff(resources: Resources, before: str, after: str, form: str, out: Path | None) -> None:
    """Show what changes from one version of a standard to another."""
    told = _formed(catalogue.compared(before, after, resources), form)
    if out is None:
        click.echo(told, nl=False)
        return
    write_atomically(out, told.encode())
    click.echo(say(_WRITTEN, file=out))


def _formed(comparison: Comparison, form: str) -> str:
    match form:
        case "json":
            return json.dumps(as_json(comparison), ensure_ascii=False, indent=2) + "\n"
        case "html":
            return as_page(comparison, LANG)
        case _:
            return as_text(comparison, LANG)
