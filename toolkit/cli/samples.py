"""``sample``: invented courses, to try percorso on many."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit import catalogue, invention
from toolkit.cli.bilingual import Command, help_of, say, text_of
from toolkit.resources import Resources
from toolkit.text import Text

_WRITTEN = Text(
    it="{folder}: corsi inventati: {count}, di cui con un errore: {errors}; l'elenco è in {index}",
    en="{folder}: invented courses: {count}, with an error: {errors}; the list is in {index}",
)


@click.command(
    cls=Command,
    help=help_of(
        it="Scrive N corsi inventati nella cartella CORSI. Sono tutti diversi e senza errori, "
        "per provare percorso su molti. Stesso seme, stessi corsi.",
        en="Write N invented courses to the folder COURSES. They are all different and without "
        "errors, to try percorso on many. Same seed, same courses.",
        example="percorso sample prove 100 --seed 1",
    ),
)
@click.argument("folder", metavar="COURSES", type=click.Path(path_type=Path))
@click.argument("count", metavar="N", type=click.IntRange(1, 1_000_000))
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help=text_of(it="Il seme.", en="The seed."),
)
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help=text_of(
        it="A quanti corsi mettere un errore, ognuno di un tipo; index.csv dice a quali.",
        en="How many courses get an error, each of one kind; index.csv says which.",
    ),
)
@click.option(
    "--standard",
    "standards",
    metavar="ID",
    multiple=True,
    help=text_of(
        it="Lo standard; ripetuta, i corsi si dividono fra quelli indicati.",
        en="The standard; repeated, the courses are shared among those named.",
    ),
)
@click.option(
    "--timetables",
    is_flag=True,
    help=text_of(it="Dispone anche le lezioni.", en="Lay out the lessons too."),
)
@click.pass_obj
def sample(
    resources: Resources,
    folder: Path,
    count: int,
    seed: int,
    errors: int,
    standards: tuple[str, ...],
    timetables: bool,
) -> None:
    """Write invented courses."""
    asked = standards or (catalogue.entries(resources)[0].id,)
    records = [catalogue.newest(each, resources).record for each in asked]
    courses = invention.invented_courses(count, seed, records, errors=min(errors, count))
    written = invention.write_courses(courses, folder, resources, timetables=timetables)
    spoiled = sum(bool(each.fault) for each in written)
    index = folder / invention.INDEX
    click.echo(say(_WRITTEN, folder=folder, count=count, errors=spoiled, index=index))
