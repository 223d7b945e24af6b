"""``template check`` and its siblings: the commands of who edits the Word templates."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.bilingual import LANG, Group, help_of, say, text_of
from toolkit.cli.clock import today
from toolkit.cli.courses import A_FILE
from toolkit.cli.templatetrials import PER, new, preview, watch
from toolkit.resources import Resources
from toolkit.text import Text

# The workshop reads Word and Jinja: it is imported by who uses it, inside each command.

_ANNOTATED = Text(
    it="copia con i commenti scritta in {file}", en="copy with comments written to {file}"
)


@click.group(
    cls=Group,
    help=help_of(
        it="Controlla e prova i modelli di Word dei documenti.",
        en="Check and try the Word templates of the documents.",
        example="percorso template check progetto-formativo",
    ),
)
def template() -> None:
    """Commands about templates."""


@template.command(
    help=help_of(
        it="Trova tutti i difetti di uno o più modelli, senza produrre documenti: un documento "
        "noto, una cartella con document.yaml o un file .docx; senza argomenti, tutti. Esce con 4 "
        "se un modello non si può compilare, con 1 se ha altri errori.",
        en="Find every fault of one or more templates, making no document: a known document, a "
        "folder with document.yaml or a .docx file; all of them where none is named. Exits with 4 "
        "when a template cannot be compiled, with 1 when it has other errors.",
        example="percorso template check progetto-formativo --annotate",
    )
)
@click.argument("templates", nargs=-1, metavar="[TEMPLATE...]")
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
    "--data",
    "course",
    type=A_FILE,
    metavar="COURSE",
    help=text_of(
        it="Prova anche i valori di un corso: che cosa resterebbe vuoto o non si potrebbe stampare.",
        en="Try the values of a course too: what would stay empty or could not be printed.",
    ),
)
@PER
@click.option(
    "--annotate",
    is_flag=False,
    flag_value="",
    metavar="[FILE]",
    help=text_of(
        it="Scrive una copia del modello con un commento di Word a ogni difetto; il nome, se manca, "
        "è quello del modello seguito da -annotato.",
        en="Write a copy of the template with a Word comment at each fault; its name, if not "
        "given, is the template's followed by -annotated.",
    ),
)
@click.pass_obj
def check(
    resources: Resources,
    templates: tuple[str, ...],
    form: str,
    no_notes: bool,
    course: Path | None,
    per: str,
    annotate: str | None,
) -> int:
    """Check templates."""
    from toolkit.workshop import annotating, listing
    from toolkit.workshop.choosing import chosen
    from toolkit.workshop.reports import reports_on

    reports = reports_on(chosen(templates, resources, per=per), course, resources, today())
    if form == "json":
        click.echo(listing.as_json(reports))
    elif form == "sarif":
        click.echo(listing.as_sarif(reports, LANG, notes=not no_notes))
    else:
        for report in reports:
            click.echo(listing.as_text(report, LANG, notes=not no_notes))
    if annotate is not None:
        named = Path(annotate) if annotate else None
        for path in annotating.annotate(reports, named, lang=LANG, today=today()):
            click.echo(say(_ANNOTATED, file=path), err=form != "text")
    return max((report.exit_code for report in reports), default=0)


@template.command(
    "list",
    help=help_of(
        it="Elenca i documenti: nome, quanti se ne fanno, file prodotto, titolo e modello.",
        en="List the documents: name, how many are made, file, title and template.",
        example="percorso template list",
    ),
)
@click.pass_obj
def list_templates(resources: Resources) -> None:
    """List the documents there are."""
    from toolkit.templates import document_templates

    for each in document_templates(resources):
        per = say(_PER.get(each.spec.occasion, _PER[each.spec.per]))
        click.echo(f"{each.name}  {per}  {each.spec.file}  {each.spec.title}")


_PER = {
    "course": Text(it="uno per corso", en="one per course"),
    "unit": Text(it="uno per unità", en="one per unit"),
    "trainer": Text(it="uno per formatore", en="one per trainer"),
    "learner": Text(it="uno per allievo", en="one per learner"),
    "variation": Text(it="uno per variazione", en="one per variation"),
}


@template.command(
    help=help_of(
        it="Elenca tutto ciò che un modello può nominare: nome, tipo, significato ed esempio. Con "
        "una ricerca, in italiano o in inglese, solo ciò che la riguarda.",
        en="List everything a template may name: name, kind, meaning and example. With a search, "
        "in Italian or English, only what is about it.",
        example="percorso template fields ore unità",
    )
)
@click.argument("search", nargs=-1, metavar="[SEARCH]...")
@click.pass_obj
def fields(resources: Resources, search: tuple[str, ...]) -> int:
    """List the fields of templates."""
    from toolkit.workshop.fields import found, line_of
    from toolkit.workshop.sample import sample_fields

    chosen = found(sample_fields(resources, today()), " ".join(search))
    for each in chosen:
        click.echo(line_of(each, LANG))
    if not chosen:
        click.echo(say(_NOTHING, search=" ".join(search)), err=True)
    return 0


_NOTHING = Text(
    it="nessun nome riguarda «{search}»; prova una parola sola, come «ore».",
    en="no name is about “{search}”; try a single word, such as “hours”.",
)


@template.command(
    help=help_of(
        it="Mostra che cosa è cambiato fra due versioni di un modello: testo, campi, struttura.",
        en="Show what changed between two versions of a template: text, fields, structure.",
        example="percorso template diff vecchio.docx nuovo.docx",
    )
)
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.pass_obj
def diff(resources: Resources, old: str, new: str) -> None:
    """Compare two templates."""
    from toolkit.workshop.choosing import chosen
    from toolkit.workshop.differences import as_text, differences
    from toolkit.workshop.reading import read_template

    before, after = (
        read_template(each.path, name=each.label, names={})
        for each in chosen((old, new), resources)
    )
    click.echo(as_text(differences(before, after), LANG))


for command in (new, preview, watch):
    template.add_command(command)
