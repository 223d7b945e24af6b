"""``build``: dossiers, of one course or of thousands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from toolkit.batch.coursefiles import course_files, matching
from toolkit.batch.order import Kind, Order, Outcome
from toolkit.batch.running import run, worst
from toolkit.batch.since import changed_since
from toolkit.cli.bilingual import Command, help_of, say, text_of
from toolkit.cli.clock import ADay, today
from toolkit.cli.progress import counting
from toolkit.cli.telling import Teller
from toolkit.dossierfolder.placing import Edited
from toolkit.text import Text

A_PATH = click.Path(path_type=Path)
A_FOLDER = click.Path(file_okay=False, path_type=Path)
OUT_HELP = text_of(it="La cartella dei fascicoli.", en="The folder of the dossiers.")
ONLY_HELP = text_of(
    it="Solo i corsi il cui file, cartella o percorso corrisponde al modello.",
    en="Only courses whose file, folder or path matches the pattern.",
)

_NOT_BOTH = Text(
    it="--overwrite e --merge si escludono: scegline una.",
    en="--overwrite and --merge exclude each other: choose one.",
)


@click.command(
    cls=Command,
    help=help_of(
        it="Produce il fascicolo di uno o più corsi: progetto formativo, calendario didattico e "
        "griglia di valutazione in Word, il calendario anche in xlsx e ics, e manifest.json. "
        "Usa timetable.yaml se c'è; se manca, dispone le lezioni e lo scrive. PERCORSO è un corso, "
        "una cartella o un modello come corsi/*/course.yaml; si rifà solo ciò che è cambiato.",
        en="Make the dossier of one or more courses: course design, timetable and assessment grid "
        "in Word, the timetable in xlsx and ics too, and manifest.json. "
        "Uses timetable.yaml where there is one, else plans the lessons and writes it. PATH is a "
        "course, a folder or a pattern like courses/*/course.yaml; only what changed is made again.",
        example="percorso build samples/completo/course.yaml -o out",
    ),
)
@click.argument("paths", nargs=-1, required=True, type=A_PATH, metavar="PATH...")
@click.option("-o", "--out", type=A_FOLDER, default=Path("out"), show_default=True, help=OUT_HELP)
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
    "--merge",
    is_flag=True,
    help=text_of(
        it="Riporta nella nuova versione le modifiche fatte a mano ai documenti Word, conservando "
        "una copia; dove anche la nuova versione cambia lo stesso punto lo dice, e non sceglie.",
        en="Carry edits made to Word documents by hand over into the new version, keeping a copy; "
        "where the new version changes the same place too it says so, and does not choose.",
    ),
)
@click.option(
    "--date",
    "asked",
    metavar=text_of(it="AAAA-MM-GG", en="YYYY-MM-DD"),
    type=ADay(),
    help=text_of(
        it="La data dei documenti; se manca, oggi.",
        en="The date of the documents; today if not given.",
    ),
)
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(1, 256),
    help=text_of(
        it="Quanti processi insieme; se manca, quanti ne regge il computer.",
        en="How many processes at once; as many as the machine has if not given.",
    ),
)
@click.option(
    "--scheduler",
    metavar=text_of(it="INDIRIZZO", en="ADDRESS"),
    help=text_of(
        it="Lavora su un cluster Dask che condivide le cartelle (percorso[cluster]).",
        en="Work on a Dask cluster that shares the folders (percorso[cluster]).",
    ),
)
@click.option(
    "--since",
    metavar=text_of(it="DATA|REV", en="DATE|REV"),
    help=text_of(
        it="Solo i corsi i cui file sono cambiati da quel giorno, o dopo quella revisione di git.",
        en="Only courses whose files changed since that day, or after that revision of git.",
    ),
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help=text_of(it="Rifà anche ciò che è aggiornato.", en="Make what is up to date again too."),
)
@click.option("--only", metavar="GLOB", help=ONLY_HELP)
@click.option(
    "--dry-run",
    "dry",
    is_flag=True,
    help=text_of(it="Dice che cosa farebbe, senza scrivere.", en="Say what would be made only."),
)
@click.option(
    "--explain",
    is_flag=True,
    help=text_of(
        it="Dice di ogni corso perché si rifà, o perché no.",
        en="Say of each course why it is made again, or why not.",
    ),
)
@click.option(
    "--keep-going/--fail-fast",
    default=True,
    show_default=True,
    help=text_of(
        it="Dopo un corso che non riesce prosegue con gli altri, o si ferma.",
        en="After a course that fails go on with the others, or stop.",
    ),
)
@click.pass_context
def build(
    ctx: click.Context,
    paths: tuple[Path, ...],
    out: Path,
    draft: bool,
    pdf: bool,
    overwrite: bool,
    merge: bool,
    asked: date | None,
    jobs: int | None,
    scheduler: str | None,
    since: str | None,
    everything: bool,
    only: str | None,
    dry: bool,
    explain: bool,
    keep_going: bool,
) -> int:
    """Build the dossiers of courses."""
    courses = _chosen(paths, only, since)
    order = Order(out, ctx.obj, today(), asked, draft, pdf, _edited(overwrite, merge), everything)
    teller = Teller(order, is_alone=len(courses) == 1, explain=explain)
    outcomes: list[Outcome] = []
    try:
        with counting(courses) as advance:
            for outcome in run(courses, order, jobs=jobs, scheduler=scheduler, dry=dry):
                outcomes.append(outcome)
                teller.tell(outcome)
                advance()
                if outcome.kind is Kind.FAILED and not keep_going:
                    break
    finally:
        # What was done is told even where the rest was stopped.
        teller.sum_up(outcomes, dry=dry)
    return worst(outcomes)


def _edited(overwrite: bool, merge: bool) -> Edited:
    if overwrite and merge:
        raise click.UsageError(say(_NOT_BOTH))
    if merge:
        return Edited.MERGE
    return Edited.OVERWRITE if overwrite else Edited.BESIDE


def _chosen(paths: Iterable[Path], only: str | None, since: str | None) -> tuple[Path, ...]:
    found = course_files(paths)
    found = matching(found, only) if only else found
    return changed_since(found, since) if since else found
