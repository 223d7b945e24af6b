"""``replan``: the day a trainer falls ill."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from toolkit import replanning
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.clock import ADay, today
from toolkit.cli.courses import COURSE, around_option, tell_problems
from toolkit.cli.progress import working
from toolkit.resolve.happening import Said
from toolkit.resources import Resources
from toolkit.results import RefusedError
from toolkit.text import Text

_WRITTEN = Text(it="calendario aggiornato in {file}", en="timetable updated in {file}")
_KEPT = Text(it="il calendario precedente resta in {file}", en="the old timetable stays in {file}")
_FOLDER = Text(it="da inviare, in {folder}:", en="to be sent, in {folder}:")
_DRY = Text(
    it="prova: non è stato scritto nulla.",
    en="dry run: nothing has been written.",
)
_NOTHING = Text(
    it="di' che cosa è successo, con --absent, --room-closed o --cancel.",
    en="say what has happened, with --absent, --room-closed or --cancel.",
)


@click.command(
    cls=Command,
    help=help_of(
        it="Cambia il calendario di un corso quando un formatore manca, un'aula chiude o un giorno "
        "salta. Ciò che è passato o fissato (pinned) non si muove; cambia il minor numero di "
        "lezioni, poi di quanto meno si può. Aggiorna timetable.yaml, del quale resta una copia, "
        "e scrive in una cartella la comunicazione di variazione in Word e il calendario .ics che "
        "sposta gli eventi già scaricati. Se non c'è posto per tutto esce con 5 e non scrive nulla.",
        en="Change the timetable of a course when a trainer is absent, a room closes or a day is "
        "lost. What is past or pinned does not move; the fewest lessons change, then by as little "
        "as may be. Updates timetable.yaml, of which a copy stays, and writes to a folder the "
        "notice of variation in Word and the .ics calendar that moves the events people have. "
        "Where there is no place for everything it exits with 5 and writes nothing.",
        example='percorso replan samples/completo/course.yaml --absent "Prova 2027-03-15..2027-03-16"'
        " --from 2027-03-12",
    ),
)
@COURSE
@click.option(
    "--absent",
    multiple=True,
    metavar=text_of(it='"NOME GIORNI"', en='"NAME DAYS"'),
    help=text_of(
        it="Un formatore che manca; basta il cognome. Si può ripetere.",
        en="A trainer who is absent; the surname will do. May be repeated.",
    ),
)
@click.option(
    "--room-closed",
    multiple=True,
    metavar=text_of(it='"AULA GIORNI"', en='"ROOM DAYS"'),
    help=text_of(it="Un'aula che chiude.", en="A room that closes."),
)
@click.option(
    "--cancel",
    multiple=True,
    metavar=text_of(it="GIORNO|LEZIONE", en="DAY|LESSON"),
    help=text_of(
        it='Un giorno senza lezioni, un periodo, o una lezione: "URA05 2027-03-08".',
        en='A day without lessons, a period, or a lesson: "URA05 2027-03-08".',
    ),
)
@around_option(
    it=": le lezioni spostate non lo toccano, quelle che lo toccano si spostano",
    en=": lessons that move keep clear of it, those that clash with it move",
)
@click.option(
    "--from",
    "since",
    type=ADay(),
    metavar=text_of(it="GIORNO", en="DAY"),
    help=text_of(
        it="Il primo giorno che si può cambiare; se manca, oggi.",
        en="The first day that may change; today if not given.",
    ),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help=text_of(
        it="Dove va la cartella della variazione.", en="Where the folder of the variation goes."
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma dell'elenco.", en="The form of the list."),
)
@click.option(
    "--dry-run",
    is_flag=True,
    help=text_of(
        it="Mostra i cambiamenti e non scrive nulla.", en="Show the changes, write nothing."
    ),
)
@click.pass_obj
def replan(
    resources: Resources,
    course: Path,
    absent: tuple[str, ...],
    room_closed: tuple[str, ...],
    cancel: tuple[str, ...],
    around: tuple[Path, ...],
    since: date | None,
    out: Path,
    form: str,
    dry_run: bool,
) -> int:
    """Replan one course."""
    said = Said(absent, room_closed, cancel)
    if said == Said():
        raise click.UsageError(say(_NOTHING))
    day = today()
    try:
        with working(str(course)):
            varied = replanning.replan(
                course,
                out,
                resources,
                said,
                today=day,
                since=since or day,
                around=around,
                dry=dry_run,
            )
    except RefusedError as error:
        tell_problems(error.report)
        raise
    if form == "json":
        click.echo(varied.changes.as_json([str(file) for file in varied.files]))
    else:
        _tell(varied)
    if varied.report.errors:
        tell_problems(varied.report)
    return varied.report.exit_code


def _tell(varied: replanning.Varied) -> None:
    click.echo(varied.changes.as_text(LANG))
    click.echo()
    if varied.folder is None:
        click.echo(say(_DRY))
        return
    click.echo(say(_WRITTEN, file=varied.timetable))
    if varied.kept:
        click.echo(say(_KEPT, file=varied.kept))
    click.echo(say(_FOLDER, folder=varied.folder))
    for file in varied.files:
        click.echo(f"  {file.name}")
