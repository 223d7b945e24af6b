"""``check``, ``plan`` and ``build``: the commands about courses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

import click

from toolkit import pipeline, reporting
from toolkit.cli.bilingual import LANG, help_of, say, text_of
from toolkit.cli.progress import working
from toolkit.errors import InTheWayError, PercorsoError
from toolkit.results import Built, Planned, RefusedError, Report
from toolkit.text import Text

A_FILE = click.Path(path_type=Path)

Result = TypeVar("Result")

_PLANNED = Text(
    it="{course}: calendario scritto in {file}", en="{course}: timetable written to {file}"
)
_KEPT = Text(it="il calendario precedente resta in {file}", en="the old timetable stays in {file}")
_BUILT = Text(it="{course}: fascicolo in {folder}", en="{course}: dossier in {folder}")
_BACKUP = Text(it="copia del file modificato: {file}", en="copy of the edited file: {file}")

_BESIDE = Text(
    it="{edited}: modificato a mano, quindi resta; la nuova versione è accanto: {new}",
    en="{edited}: edited by hand, so it stays; the new version is beside it: {new}",
)


def _each(paths: Iterable[Path], work: Callable[[Path], Result]) -> tuple[list[Result], int]:
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
        it="Controlla uno o più corsi rispetto al loro standard, senza scrivere nulla. "
        "Esce con 1 se c'è almeno un errore.",
        en="Check one or more courses against their standard, writing nothing. "
        "Exits with 1 when there is at least one error.",
        example="percorso check samples/minimo/course.yaml",
    )
)
@click.argument("courses", nargs=-1, required=True, type=A_FILE, metavar="COURSE...")
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
@click.pass_context
def check(ctx: click.Context, courses: tuple[Path, ...], form: str, no_notes: bool) -> int:
    """Check courses against their standard."""
    reports, code = _each(courses, lambda path: pipeline.check(path, ctx.obj))
    if form == "json":
        click.echo(reporting.as_json(reports, notes=not no_notes))
    elif form == "sarif":
        click.echo(reporting.as_sarif(reports, LANG, notes=not no_notes))
    else:
        for report in reports:
            click.echo(reporting.as_text(report, LANG, notes=not no_notes))
    return max([code, *(report.exit_code for report in reports)])


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

    results, code = _each(courses, work)
    for planned in results:
        course = planned.report.course.edition.code
        click.echo(say(_PLANNED, course=course, file=planned.path))
        if planned.kept:
            click.echo(say(_KEPT, file=planned.kept))
        tell_problems(planned.report)
    return max([code, *(planned.report.exit_code for planned in results)])


@click.command(
    help=help_of(
        it="Produce il fascicolo di uno o più corsi: progetto formativo, calendario didattico e "
        "griglia di valutazione in Word, il calendario anche in xlsx e ics, e manifest.json. "
        "Usa timetable.yaml se c'è; se manca, dispone le lezioni e lo scrive.",
        en="Make the dossier of one or more courses: course design, timetable and assessment grid "
        "in Word, the timetable in xlsx and ics too, and manifest.json. "
        "Uses timetable.yaml where there is one, else plans the lessons and writes it.",
        example="percorso build samples/completo/course.yaml -o out",
    )
)
@click.argument("courses", nargs=-1, required=True, type=A_FILE, metavar="COURSE...")
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help=text_of(it="La cartella dei fascicoli.", en="The folder of the dossiers."),
)
@click.option(
    "--draft",
    is_flag=True,
    help=text_of(
        it="Produce una bozza anche con errori: ogni pagina porta la scritta BOZZA.",
        en="Make a draft even with errors: every page is marked BOZZA.",
    ),
)
@click.option(
    "--pdf",
    is_flag=True,
    help=text_of(
        it="Aggiunge i PDF, se LibreOffice è installato.",
        en="Add PDFs, where LibreOffice is installed.",
    ),
)
@click.option(
    "--overwrite",
    is_flag=True,
    help=text_of(
        it="Sovrascrive anche i documenti modificati a mano, conservandone una copia.",
        en="Overwrite documents edited by hand too, keeping a copy of each.",
    ),
)
@click.option(
    "--date",
    "asked",
    metavar=text_of(it="AAAA-MM-GG", en="YYYY-MM-DD"),
    type=click.DateTime(["%Y-%m-%d"]),
    help=text_of(
        it="La data dei documenti; se manca, oggi.",
        en="The date of the documents; today if not given.",
    ),
)
@click.pass_context
def build(
    ctx: click.Context,
    courses: tuple[Path, ...],
    out: Path,
    draft: bool,
    pdf: bool,
    overwrite: bool,
    asked: datetime | None,
) -> int:
    """Build the dossiers of courses."""
    day = asked.date() if asked else today()

    def work(path: Path) -> Built:
        with working(str(path)):
            return pipeline.build(
                path, out, ctx.obj, day, draft=draft, pdf=pdf, overwrite=overwrite
            )

    pipeline.refuse_shared_codes(courses)
    results, code = _each(courses, work)
    for built in results:
        _tell(built)
    beside = any(built.beside for built in results)
    errors = (0 if draft else built.report.exit_code for built in results)
    return max([code, InTheWayError.exit_code if beside else 0, *errors])


def _tell(built: Built) -> None:
    course = built.report.course.edition.code
    if built.planned:
        click.echo(say(_PLANNED, course=course, file=built.planned))
    for backup in built.backups:
        click.echo(say(_BACKUP, file=backup))
    for edited, new in built.beside:
        click.echo(say(_BESIDE, edited=edited, new=new.name), err=True)
    click.echo(say(_BUILT, course=course, folder=built.folder))
    for file in built.files:
        click.echo(f"  {file.name}")
    tell_problems(built.report)


def tell_problems(report: Report) -> None:
    """Print errors and warnings; notes are counted, and `check` lists them."""
    click.echo(reporting.as_text(report, LANG, notes=False), err=True)


def today() -> date:
    """Return the day of SOURCE_DATE_EPOCH where it is set, for builds that repeat; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
