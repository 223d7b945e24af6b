"""``check``: what breaks the standard, and the mends that need no choice."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from toolkit import fixing, pipeline, portfolio, reporting
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.clock import today
from toolkit.cli.courses import COURSES, each_of
from toolkit.fixing import Fixed
from toolkit.reporting.difference import difference
from toolkit.resources import Resources
from toolkit.results import Report
from toolkit.text import Text

_QUESTION = Text(it="Scrivo queste correzioni? [s/N]", en="Write these changes? [y/N]")
_NOT_WRITTEN = Text(it="{course}: nessun file è stato cambiato", en="{course}: no file was changed")
_DONE = Text(it="{course}: fatto: {mend}", en="{course}: done: {mend}")
_KEPT = Text(it="la versione precedente resta in {file}", en="the old version stays in {file}")


@click.command(
    cls=Command,
    help=help_of(
        it="Controlla uno o più corsi rispetto al loro standard. Con --fix corregge ciò che si "
        "può correggere in un modo solo, dopo aver mostrato le differenze; commenti e "
        "disposizione dei file restano. Esce con 1 se c'è almeno un errore.",
        en="Check one or more courses against their standard. With --fix it mends what can be "
        "mended in one way only, after showing the difference; comments and layout of the files "
        "stay. Exits with 1 when there is at least one error.",
        example="percorso check samples/minimo/course.yaml",
    ),
)
@COURSES
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma dell'elenco.", en="The form of the list."),
)
@click.option(
    "--no-notes",
    is_flag=True,
    help=text_of(it="Tralascia le note.", en="Leave notes out."),
)
@click.option(
    "--accepted",
    is_flag=True,
    help=text_of(
        it="Elenca anche gli avvisi accettati in waivers, con il motivo.",
        en="List the warnings accepted under waivers too, with the reason.",
    ),
)
@click.option(
    "--fix",
    is_flag=True,
    help=text_of(
        it="Corregge i file; su un terminale chiede prima conferma.",
        en="Mend the files; on a terminal it asks first.",
    ),
)
@click.option(
    "--dry-run",
    is_flag=True,
    help=text_of(
        it="Mostra le differenze di --fix senza scrivere nulla.",
        en="Show the difference that --fix makes, writing nothing.",
    ),
)
@click.option(
    "-y", "--yes", is_flag=True, help=text_of(it="Non chiede conferma.", en="Do not ask.")
)
@click.pass_context
def check(
    ctx: click.Context,
    courses: tuple[Path, ...],
    form: str,
    no_notes: bool,
    accepted: bool,
    fix: bool,
    dry_run: bool,
    yes: bool,
) -> int:
    """Check courses against their standard."""

    def work(path: Path) -> Report:
        if fix or dry_run:
            # A program that reads the list must find nothing else in it.
            aside = form != "text"
            return _mended(path, ctx.obj, write=not dry_run, ask=not yes, aside=aside)
        return pipeline.check(path, ctx.obj, today=today())

    found, code = each_of(courses, work)
    reports = portfolio.checked_together(found)
    for part in _told(reports, form, notes=not no_notes, accepted=accepted):
        click.echo(part)
    return max([code, *(report.exit_code for report in reports)])


def _told(reports: Iterable[Report], form: str, *, notes: bool, accepted: bool) -> Iterable[str]:
    if form == "json":
        return (reporting.as_json(reports, notes=notes),)
    if form == "sarif":
        return (reporting.as_sarif(reports, LANG, notes=notes),)
    return (reporting.as_text(each, LANG, notes=notes, accepted=accepted) for each in reports)


def _mended(path: Path, resources: Resources, *, write: bool, ask: bool, aside: bool) -> Report:
    """Show what would change and, if it is to be, change it; return what holds then."""
    fixed = fixing.fix(path, resources, today())
    if not fixed.mends:
        return fixed.before
    for name, content in fixed.contents.items():
        click.echo(difference(name, fixed.was(name), content), err=aside)
    if not write or (ask and not _is_wanted()):
        click.echo(say(_NOT_WRITTEN, course=path), err=aside)
        return fixed.before
    kept = fixing.write(fixed)
    _tell(fixed, kept, aside=aside)
    return pipeline.check(path, resources, today=today())


def _is_wanted() -> bool:
    """Ask, where there is somebody to answer; nobody there has asked for it already."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    answer: str = click.prompt(say(_QUESTION), default="", show_default=False, type=str)
    return answer.strip().lower() in {"s", "sì", "si", "y", "yes"}


def _tell(fixed: Fixed, kept: Iterable[Path], *, aside: bool) -> None:
    for mend in fixed.mends:
        click.echo(say(_DONE, course=fixed.before.path, mend=mend.text), err=aside)
    for copy in kept:
        click.echo(say(_KEPT, file=copy), err=aside)
