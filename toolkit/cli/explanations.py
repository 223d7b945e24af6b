"""``explain`` and ``rules``: what is checked, why and how to mend it."""

from __future__ import annotations

import click

from toolkit import catalogue, explaining
from toolkit.cli.bilingual import LANG, Command, help_of, text_of
from toolkit.model.standard import Standard
from toolkit.resources import Resources


@click.command(
    cls=Command,
    help=help_of(
        it="Spiega una regola: che cosa chiede e perché, le parole della clausola, un esempio, "
        "il rimedio.",
        en="Explain a rule: what it asks for and why, the words of the clause, an example, the "
        "mend.",
        example="percorso explain D101",
    ),
)
@click.argument("rule", metavar="ID")
@click.option(
    "--standard",
    metavar="ID[@VERSION]",
    help=text_of(
        it="Lo standard di cui citare le parole; se manca, tutti quelli del catalogo.",
        en="The standard whose words to cite; all those of the catalogue if not given.",
    ),
)
@click.pass_obj
def explain(resources: Resources, rule: str, standard: str | None) -> None:
    """Explain one rule."""
    if page := _about_templates(rule):
        click.echo(page)
        return
    cited = (_named(standard, resources),) if standard else catalogue.newest_of_each(resources)
    click.echo(explaining.explained(rule, cited, LANG))


@click.command(
    cls=Command,
    help=help_of(
        it="Elenca le regole, con la gravità e la clausola che ciascuna serve.",
        en="List the rules, with how grave a breach is and the clause each serves.",
        example="percorso rules --standard abruzzo/addetto-al-servizio-clienti",
    ),
)
@click.option(
    "--standard",
    metavar="ID[@VERSION]",
    help=text_of(
        it="Elenca solo le regole che valgono per questo standard.",
        en="List only the rules that apply under this standard.",
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
@click.pass_obj
def rules(resources: Resources, standard: str | None, form: str) -> None:
    """List the rules."""
    under = _named(standard, resources) if standard else None
    told = explaining.as_json(under) if form == "json" else explaining.as_list(under, LANG)
    click.echo(told)


def _about_templates(rule: str) -> str | None:
    if not rule.upper().startswith("X"):
        return None
    # Word's libraries are imported by who asks about templates alone.
    from toolkit.workshop.rulepage import template_rule_explained

    return template_rule_explained(rule, LANG)


def _named(reference: str, resources: Resources) -> Standard:
    return catalogue.newest(reference, resources).record
