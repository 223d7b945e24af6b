"""``new`` and ``schema``: the commands to begin with."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

import click

from toolkit import catalogue, schemas, starter
from toolkit.cli.bilingual import LANG, Command, help_of, say, text_of
from toolkit.cli.clock import today
from toolkit.errors import InTheWayError
from toolkit.loading import BadValueError, read_value
from toolkit.model.edition import CourseCode
from toolkit.model.identifiers import Province
from toolkit.model.moments import Day
from toolkit.model.numbers import Count
from toolkit.model.standard import Standard
from toolkit.model.words import Line
from toolkit.nearest import did_you_mean
from toolkit.resources import Resources
from toolkit.text import Text
from toolkit.writing import write_atomically


class AlreadyThereError(InTheWayError):
    """There is a configuration where a new one should go."""

    message = Text(
        it="il file esiste già; scegli un'altra cartella.",
        en="the file exists already; choose another folder.",
    )


_QUESTIONS = {
    "standard": Text(it="Standard", en="Standard"),
    "code": Text(it="Codice del corso", en="Code of the course"),
    "provider": Text(it="Denominazione del soggetto attuatore", en="Name of the provider"),
    "street": Text(it="Via e numero civico della sede", en="Street and number of the seat"),
    "town": Text(it="Comune della sede", en="Town of the seat"),
    "province": Text(it="Sigla della provincia", en="Code of the province"),
    "learners": Text(it="Numero degli allievi", en="Number of learners"),
    "start": Text(it="Primo giorno utile (aaaa-mm-gg)", en="First useful day (yyyy-mm-dd)"),
    "week": Text(
        it="Orario: mattina, pomeriggio o sera", en="Hours: mornings, afternoons or evenings"
    ),
}
_TO_REPLACE = Text(it="Ente da indicare", en="Provider to be named")
_STREET = Text(it="Via da indicare", en="Street to be named")
_WRITTEN = Text(
    it="scritto {file}; ora: percorso check {file}", en="wrote {file}; next: percorso check {file}"
)
_MORNINGS = Text(it="mattina", en="mornings")
_WEEKS = {"mattina": "mornings", "pomeriggio": "afternoons", "sera": "evenings"}
_KINDS: dict[str, Any] = {
    **dict.fromkeys(("standard", "provider", "street", "town"), Line),
    "code": CourseCode,
    "province": Province,
    "learners": Count,
    "start": Day,
    "week": Literal["mornings", "afternoons", "evenings"],
}
_STANDARDS = Text(it="Standard del catalogo:", en="Standards of the catalogue:")


@click.command(
    cls=Command,
    help=help_of(
        it="Scrive in CARTELLA un course.yaml commentato, dopo qualche domanda; con --yes non chiede "
        "nulla e usa le opzioni e i valori predefiniti.",
        en="Write a commented course.yaml to DIR after a few questions; with --yes nothing is "
        "asked: options and defaults are used.",
        example="percorso new mio-corso --learners 15 --yes",
    ),
)
@click.argument("folder", metavar="[DIR]", default=".", type=click.Path(path_type=Path))
@click.option("--standard", metavar="ID", help=text_of(it="Lo standard.", en="The standard."))
@click.option("--code", help=text_of(it="Il codice del corso.", en="The code of the course."))
@click.option("--provider", help=text_of(it="Il soggetto attuatore.", en="The provider."))
@click.option("--street", help=text_of(it="La via della sede.", en="The street of the seat."))
@click.option("--town", help=text_of(it="Il comune della sede.", en="The town of the seat."))
@click.option("--province", help=text_of(it="La provincia.", en="The province."))
@click.option(
    "--learners",
    help=text_of(it="Il numero degli allievi.", en="The number of learners."),
)
@click.option(
    "--start",
    metavar=text_of(it="AAAA-MM-GG", en="YYYY-MM-DD"),
    help=text_of(it="Il primo giorno utile.", en="The first useful day."),
)
@click.option(
    "--week",
    type=click.Choice(list(starter.WEEKS)),
    help=text_of(it="L'orario di partenza.", en="The hours to begin from."),
)
@click.option("-y", "--yes", is_flag=True, help=text_of(it="Non chiede nulla.", en="Ask nothing."))
@click.pass_obj
def new(resources: Resources, /, folder: Path, yes: bool, **given: str | None) -> None:
    """Write a first configuration."""
    target = folder / "course.yaml"
    if target.exists():
        raise AlreadyThereError(str(target))
    answers = _answers(resources, given, ask=not yes)
    schema_path = folder / starter.SCHEMA_FOLDER / starter.SCHEMA_FILE
    write_atomically(schema_path, schemas.schema_of("course").encode())
    write_atomically(target, starter.starter(answers, LANG).encode())
    click.echo(say(_WRITTEN, file=target))


def _answers(resources: Resources, given: dict[str, str | None], *, ask: bool) -> starter.Answers:
    known = tuple(dict.fromkeys(entry.id for entry in catalogue.entries(resources)))
    if ask and given["standard"] is None:
        click.echo("\n  ".join([say(_STANDARDS), *known]))
    monday = _monday_after(today() + timedelta(days=60))
    standard = _standard(resources, given, known[0], ask=ask)
    start = _answer("start", given, monday.isoformat(), ask=ask)
    return starter.Answers(
        standard=standard,
        start=start,
        code=_answer("code", given, f"CORSO-{start.year}-01", ask=ask),
        provider=_answer("provider", given, say(_TO_REPLACE), ask=ask),
        street=_answer("street", given, say(_STREET), ask=ask),
        town=_answer("town", given, "Pescara", ask=ask),
        province=_answer("province", given, "PE", ask=ask),
        learners=_answer("learners", given, "15", ask=ask),
        week=_answer("week", given, say(_MORNINGS), ask=ask),
    )


def _standard(
    resources: Resources, given: dict[str, str | None], default: str, *, ask: bool
) -> Standard:
    """Return the standard that is named; one that the catalogue has not is asked for again."""
    while True:
        named = _answer("standard", given, default, ask=ask)
        try:
            return catalogue.newest(named, resources).record
        except catalogue.UnknownStandardError as error:
            if not ask or given["standard"] is not None:
                raise
            click.echo(error.say(LANG), err=True)


def _answer(name: str, given: dict[str, str | None], default: str, *, ask: bool) -> Any:
    """Return the value of an option, else the answer to a question, else the default."""
    if (flag := given[name]) is not None:
        try:
            return _read(name, flag)
        except BadValueError as error:
            raise click.BadParameter(error.say(LANG), param_hint=f"--{name}") from None
    while ask:
        try:
            return _read(name, click.prompt(say(_QUESTIONS[name]), default=default, type=str))
        except BadValueError as error:
            click.echo(error.say(LANG), err=True)
    return _read(name, default)


def _read(name: str, text: str) -> Any:
    if name == "week" and LANG == "it":
        return _week_named(text)
    return read_value(_KINDS[name], text)


def _week_named(text: str) -> str:
    """Return the hours of the day that *text* names, in Italian or as the option does."""
    word = text.strip().lower()
    if word not in (*_WEEKS, *_WEEKS.values()):
        known = did_you_mean(word, _WEEKS)
        raise BadValueError("", it=f"«{text}» non è ammesso{known.it}", en="")
    return _WEEKS.get(word, word)


def _monday_after(day: date) -> date:
    return day + timedelta(days=-day.weekday() % 7)


@click.command(
    cls=Command,
    help=help_of(
        it="Stampa lo schema JSON di un file, per il completamento negli editor.",
        en="Print the JSON Schema of a file, for completion in editors.",
        example="percorso schema course",
    ),
)
@click.argument("kind", type=click.Choice(list(schemas.KINDS)))
def schema(kind: str) -> None:
    """Print a JSON Schema."""
    click.echo(schemas.schema_of(kind), nl=False)
