"""``template new``, ``preview`` and ``watch``: beginning a template and looking at what it makes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from toolkit import pipeline
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.clock import today
from toolkit.cli.courses import A_FILE
from toolkit.cli.progress import working
from toolkit.errors import PercorsoError
from toolkit.resources import Resources
from toolkit.text import Text

if TYPE_CHECKING:
    from toolkit.workshop.round import Round

_OUT = click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("anteprima" if LANG == "it" else "preview"),
    show_default=True,
    help=text_of(it="La cartella delle anteprime.", en="The folder of the previews."),
)
_DATA = click.option(
    "--data",
    "course",
    type=A_FILE,
    metavar="COURSE",
    help=text_of(
        it="Il corso; se manca, l'esempio «completo».",
        en="The course; the sample “completo” if not given.",
    ),
)
PER = click.option(
    "--per",
    type=click.Choice(["course", "unit", "trainer", "learner"]),
    default="course",
    show_default=True,
    help=text_of(
        it="Per che cosa si usa un file .docx da solo; di una cartella lo dice document.yaml.",
        en="What a lone .docx file is used for; of a folder document.yaml says it.",
    ),
)
_MOST = click.option(
    "--most",
    type=click.IntRange(min=1),
    default=3,
    show_default=True,
    help=text_of(
        it="Quanti documenti al massimo, se se ne fa uno per unità, formatore o allievo.",
        en="How many documents at most, where one is made per unit, trainer or learner.",
    ),
)
_STARTED = Text(
    it="scritti {template} e {spec}; apri il primo in Word, poi: percorso --data {data} template check {name}",
    en="wrote {template} and {spec}; open the first in Word, then: percorso --data {data} template check "
    "{name}",
)
_NO_OFFICE = Text(
    it="LibreOffice non c'è: niente PDF e immagini.",
    en="LibreOffice is not here: no PDFs and pictures.",
)
_WATCHING = Text(
    it="guardo {file}; salva in Word per vedere l'esito, Ctrl+C per finire.",
    en="watching {file}; save in Word to see the outcome, Ctrl+C to end.",
)
_ENDED = Text(it="fine.", en="ended.")


@click.command(
    "new",
    cls=Command,
    help=help_of(
        it="Comincia un documento nuovo: una cartella in templates/ con template.docx, già con gli "
        "stili e i dati del corso, e document.yaml. Poi build lo produce con gli altri, con "
        "--data e la stessa cartella prima del comando.",
        en="Begin a new document: a folder in templates/ with template.docx, which has the styles "
        "and the course's data already, and document.yaml. Then build makes it with the others, "
        "with --data and the same folder before the command.",
        example="percorso template new incarico --per trainer -o mia",
    ),
)
@click.argument("name")
@click.option(
    "--title",
    help=text_of(it="Il titolo; se manca, dal nome.", en="The title; from the name if not given."),
)
@click.option(
    "--per",
    type=click.Choice(["course", "unit", "trainer", "learner"]),
    default="course",
    show_default=True,
    help=text_of(
        it="Un documento per corso, unità, formatore o allievo.",
        en="One document per course, unit, trainer or learner.",
    ),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help=text_of(
        it="La cartella dei tuoi modelli; se manca, quella corrente.",
        en="The folder of your templates; the current one if not given.",
    ),
)
def new(name: str, title: str | None, per: str, out: Path) -> None:
    """Begin a document."""
    from toolkit.filenames import plain
    from toolkit.workshop.starting import start

    folder = plain(name) or "documento"
    written = title or folder.replace("-", " ").capitalize()
    template, spec = start(out / "templates" / folder, title=written, per=per)
    click.echo(say(_STARTED, template=template, spec=spec, name=folder, data=out))


@click.command(
    cls=Command,
    help=help_of(
        it="Produce il documento di un modello con i dati di un corso, per guardarlo: in Word, e "
        "in PDF e PNG se ci sono LibreOffice e pdftoppm.",
        en="Make a template's document with the data of a course, to look at it: in Word, and in "
        "PDF and PNG where LibreOffice and pdftoppm are installed.",
        example="percorso template preview progetto-formativo",
    ),
)
@click.argument("template", metavar="TEMPLATE")
@_DATA
@PER
@_OUT
@_MOST
@click.pass_obj
def preview(
    resources: Resources, template: str, course: Path | None, per: str, out: Path, most: int
) -> None:
    """Preview a template."""
    from toolkit.rendering.pdf import find_libreoffice
    from toolkit.workshop.choosing import chosen
    from toolkit.workshop.previewing import preview as made_in
    from toolkit.workshop.previewing import sample_course

    (picked,) = chosen((template,), resources, per=per)
    with working(template):
        subject = pipeline.read_subject(course or sample_course(resources), resources, today())
        files = made_in(picked, subject, out, most=most)
    for file in files:
        click.echo(str(file))
    if find_libreoffice() is None:
        click.echo(say(_NO_OFFICE), err=True)


@click.command(
    cls=Command,
    help=help_of(
        it="Controlla un modello e ne rifà l'anteprima ogni volta che lo salvi, fino a Ctrl+C.",
        en="Check a template and preview it again each time you save it, until Ctrl+C.",
        example="percorso template watch templates/incarico",
    ),
)
@click.argument("template", metavar="TEMPLATE")
@_DATA
@PER
@_OUT
@_MOST
@click.option(
    "--once",
    is_flag=True,
    help=text_of(it="Una volta sola, senza aspettare.", en="Once only, without waiting."),
)
@click.pass_obj
def watch(
    resources: Resources,
    template: str,
    course: Path | None,
    per: str,
    out: Path,
    most: int,
    once: bool,
) -> int:
    """Watch a template."""
    from toolkit.workshop.choosing import chosen
    from toolkit.workshop.previewing import sample_course
    from toolkit.workshop.round import Round
    from toolkit.workshop.watching import saves

    (picked,) = chosen((template,), resources, per=per)
    course = course or sample_course(resources)
    each = Round(template, per, course, out, most, today())
    click.echo(say(_WATCHING, file=picked.label), err=True)
    try:
        for _ in saves(picked.files):
            code = _tell(each, resources)
            if once:
                return code
    except KeyboardInterrupt:
        click.echo(say(_ENDED), err=True)
    return 0


def _tell(each: Round, resources: Resources) -> int:
    """Go one round; what stops it is told, and the next save may mend it."""
    try:
        lines, code = each.go(resources, LANG)
    except PercorsoError as error:
        click.echo(error.say(LANG), err=True)
        return error.exit_code
    click.echo(lines)
    return code
