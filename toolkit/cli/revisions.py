"""``changes``: what a person changed in a document since it was generated."""

from __future__ import annotations

from pathlib import Path

import click

from toolkit.cli.bilingual import LANG, Command, help_of, text_of


@click.command(
    cls=Command,
    help=help_of(
        it="Mostra che cosa una persona ha cambiato in un documento Word da quando fu generato, "
        "capoverso per capoverso e cella per cella. Le parole tolte stanno fra [- e -], quelle "
        "aggiunte fra {+ e +}.",
        en="Show what a person changed in a Word document since it was generated, paragraph by "
        "paragraph and cell by cell. Words taken out stand between [- and -], new ones between "
        "{+ and +}.",
        example="percorso changes out/ASC-2027-01/progetto-formativo.docx",
    ),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=text_of(it="La forma.", en="The form."),
)
def changes(file: Path, form: str) -> None:
    """Show what a person changed in a document."""
    # Word's libraries are imported by who reads Word files alone.
    from toolkit.dossierfolder.revising import changes_of
    from toolkit.revision import astext

    found = changes_of(file)
    if form == "json":
        click.echo(astext.as_json(file, found), nl=False)
    else:
        click.echo(astext.as_text(file, found, LANG), nl=False)
