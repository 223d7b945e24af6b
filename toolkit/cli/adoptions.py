"""``standard impact`` and ``standard adopt``: moving courses to a newer version."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import click

from toolkit.adoption import asjson, astext
from toolkit.adoption.trial import Trial, Verdict
from toolkit.adoption.trying import Adoption, adoption_of
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.clock import today
from toolkit.cli.courses import COURSES, each_of
from toolkit.reporting.difference import difference
from toolkit.resources import Resources
from toolkit.text import Text
from toolkit.writing import replace_files, write_atomically

_WRITTEN = Text(it="tabella scritta in {file}", en="table written to {file}")
_KEPT = Text(it="la versione precedente resta in {file}", en="the old version stays in {file}")
_TABLE = Text(it="Impatto", en="Impact")


def _shared(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what both commands take: the newer version, courses and which of them to try."""
    parameters = (
        click.argument("newer", metavar="ID@VERSION"),
        COURSES,
        click.option(
            "--from",
            "assumed",
            metavar=text_of(it="VERSIONE", en="VERSION"),
            help=text_of(
                it="La versione per cui sono scritti i corsi che non ne indicano una.",
                en="The version that courses which name none are written for.",
            ),
        ),
        click.option(
            "--early",
            is_flag=True,
            help=text_of(
                it="Prova anche i corsi che cominciano prima che la nuova versione sia in vigore.",
                en="Try courses that begin before the newer version is in force too.",
            ),
        ),
    )
    for parameter in reversed(parameters):
        command = parameter(command)
    return command


@click.command(
    "impact",
    cls=Command,
    help=help_of(
        it="Mostra che cosa una nuova versione dello standard cambia per ogni corso: che cosa il "
        "fascicolo acquista e perde, quali regole violerebbe e di quanto, che cosa si può portare "
        "da sé. Non scrive nulla.",
        en="Show what a newer version of the standard changes for each course: what its dossier "
        "gains and loses, which rules it would break and by how much, what can be moved by "
        "itself. Writes nothing.",
        example="percorso standard impact abruzzo/addetto-al-servizio-clienti@2028-01-15 "
        "corsi/*/course.yaml",
    ),
)
@_shared
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma.", en="The form."),
)
@click.option(
    "--table",
    type=click.Path(dir_okay=False, path_type=Path),
    help=text_of(
        it="Scrive anche una tabella, .xlsx o .csv, con una riga per corso.",
        en="Write a table too, .xlsx or .csv, with a row a course.",
    ),
)
@click.pass_obj
def impact(
    resources: Resources,
    newer: str,
    courses: tuple[Path, ...],
    assumed: str | None,
    form: str,
    table: Path | None,
    *,
    early: bool,
) -> int:
    """Show what a newer version changes for each course."""
    adoption = adoption_of(newer, resources, today(), assumed=assumed, early=early)
    trials, code = each_of(courses, adoption.tried)
    _tell(adoption, trials, len(courses) - len(trials), form)
    if table:
        write_atomically(table, _table(trials, as_csv=table.suffix.lower() == ".csv"))
        click.echo(say(_WRITTEN, file=table), err=True)
    return code


def _table(trials: list[Trial], *, as_csv: bool) -> bytes:
    # Imported by who asks for a table alone: every command would else load what makes it.
    from toolkit.adoption.astable import columns
    from toolkit.exports.listing import listing_csv, listing_xlsx

    if as_csv:
        return listing_csv(columns(LANG), trials)
    stamp = datetime.combine(today(), time(), UTC)
    return listing_xlsx(say(_TABLE), columns(LANG), trials, stamp=stamp)


def _tell(adoption: Adoption, trials: list[Trial], failed: int, form: str) -> None:
    match form:
        case "json":
            click.echo(asjson.as_json(trials, adoption.newer), nl=False)
        case "csv":
            click.echo(_table(trials, as_csv=True), nl=False)
        case _:
            told = [(trial, adoption.comparison_of(trial)) for trial in trials]
            click.echo(astext.as_text(told, failed, LANG), nl=False)


@click.command(
    "adopt",
    cls=Command,
    help=help_of(
        it="Porta i corsi che si possono portare alla nuova versione dello standard: cambia i "
        "codici delle unità, fissa la versione e fa le modifiche che hanno un solo esito, "
        "conservando commenti e disposizione. Gli altri restano come sono, con il motivo. Mostra "
        "sempre prima le differenze.",
        en="Move the courses that can be moved to the newer version of the standard: change the "
        "codes of units, name the version and make the changes that have one outcome, keeping "
        "comments and layout. The others stay as they are, with the reason. The difference is "
        "always shown first.",
        example="percorso standard adopt abruzzo/addetto-al-servizio-clienti@2028-01-15 "
        "corsi/*/course.yaml --dry-run",
    ),
)
@_shared
@click.option(
    "--dry-run",
    is_flag=True,
    help=text_of(it="Mostra le differenze e non scrive.", en="Show the difference, write nothing."),
)
@click.pass_obj
def adopt(
    resources: Resources,
    newer: str,
    courses: tuple[Path, ...],
    assumed: str | None,
    *,
    early: bool,
    dry_run: bool,
) -> int:
    """Move courses to a newer version of their standard."""
    adoption = adoption_of(newer, resources, today(), assumed=assumed, early=early)

    kept: list[Path] = []

    def move(path: Path) -> Trial:
        # One course after another: a provider's file may serve several of them.
        trial = adoption.tried(path)
        if trial.verdict is Verdict.MOVES:
            for name, content in trial.contents.items():
                click.echo(difference(name, trial.was[name], content))
            if not dry_run:
                kept.extend(replace_files(trial.contents, trial.was))
        return trial

    trials, code = each_of(courses, move)
    told = [(trial, None) for trial in trials]
    failed = len(courses) - len(trials)
    click.echo(astext.as_text(told, failed, LANG, done=not dry_run), nl=False)
    for copy in kept:
        click.echo(say(_KEPT, file=copy))
    left = any(trial.verdict is Verdict.PERSON for trial in trials)
    return max(code, 1 if left else 0)
