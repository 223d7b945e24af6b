"""The names a template uses, against the tree of everything it may name."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, rule
from toolkit.workshop.reading import Reading
from toolkit.workshop.rules.telling import told


@rule(
    "X201",
    clause=None,
    severity=Severity.ERROR,
    it="Il nome «{name}» non esiste{hint}",
    en="The name “{name}” does not exist{hint}",
)
def a_name_exists(template: Reading) -> Iterator[Hit]:
    """A name exists: it is in the context, or an assignment or a loop around has made it."""
    yield from told(template, "unknown-name")


@rule(
    "X202",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» non ha «{part}»{hint}",
    en="“{name}” has no “{part}”{hint}",
)
def a_part_of_a_value_exists(template: Reading) -> Iterator[Hit]:
    """A part of a value exists."""
    yield from told(template, "unknown-part")


@rule(
    "X203",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» vale solo dentro il suo blocco «{block}», che qui è già chiuso; "
    "sposta il tag dentro il blocco.",
    en="“{name}” holds only inside its block “{block}”, which is closed by now; move "
    "the tag into the block.",
)
def a_name_is_used_where_it_holds(template: Reading) -> Iterator[Hit]:
    """A name is used where it holds: a loop's variable only inside the loop."""
    yield from told(template, "out-of-scope")


@rule(
    "X204",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» è un elenco: «{part}» va chiesto a ciascuna sua voce; usa {{% for "
    "voce in {name} %}}{{{{ voce.{part} }}}}{{% endfor %}}.",
    en="“{name}” is a list: ask each of its items for “{part}”; use {{% for item in "
    "{name} %}}{{{{ item.{part} }}}}{{% endfor %}}.",
)
def a_list_is_gone_through_in_a_loop(template: Reading) -> Iterator[Hit]:
    """The parts of what a list holds are asked of one item at a time, in a loop."""
    yield from told(template, "part-of-list")


@rule(
    "X205",
    clause=None,
    severity=Severity.ERROR,
    it="«{part}» non è un dato; toglilo.",
    en="“{part}” is no data; remove it.",
)
def a_template_asks_for_data_only(template: Reading) -> Iterator[Hit]:
    """A template asks for data only, never for what Python keeps inside."""
    yield from told(template, "refused-part")


@rule(
    "X118",
    clause=None,
    severity=Severity.ERROR,
    it="Il filtro «{name}» non esiste{hint}",
    en="The filter “{name}” does not exist{hint}",
)
def a_filter_exists(template: Reading) -> Iterator[Hit]:
    """A filter exists, and is one that documents may use."""
    yield from told(template, "unknown-filter")


@rule(
    "X119",
    clause=None,
    severity=Severity.ERROR,
    it="La prova «{name}» non esiste{hint}",
    en="The test “{name}” does not exist{hint}",
)
def a_test_exists(template: Reading) -> Iterator[Hit]:
    """What follows *is* exists."""
    yield from told(template, "unknown-test")


@rule(
    "X206",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» non è una funzione; togli le parentesi tonde.",
    en="“{name}” is not a function; remove the round brackets.",
)
def only_functions_are_called(template: Reading) -> Iterator[Hit]:
    """Only functions are called: data is named without brackets."""
    yield from told(template, "not-a-function")
