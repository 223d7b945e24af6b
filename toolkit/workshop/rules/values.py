"""What a template does with values: it goes through lists and writes the rest in Italian."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, rule
from toolkit.workshop.reading import Reading
from toolkit.workshop.rules.telling import told


@rule(
    "X221",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» è {kind}, non un elenco: non si può scorrere con «for»; usa un "
    "elenco, o stampalo senza ciclo.",
    en="“{name}” is {kind}, not a list: “for” cannot go through it; use a list, or "
    "print it without a loop.",
)
def a_loop_goes_through_a_list(template: Reading) -> Iterator[Hit]:
    """A loop goes through a list."""
    yield from told(template, "not-a-list")


@rule(
    "X222",
    clause=None,
    severity=Severity.ERROR,
    it="Qui si stampa {kind} così com'è; {remedy}.",
    en="This prints {kind} as it is; {remedy}.",
)
def a_value_is_printed_in_a_written_form(template: Reading) -> Iterator[Hit]:
    """A value is printed in a written form.

    Only text and whole numbers print as they are. A date, a time, a number with decimals, yes
    or no and a list want the filter that writes them in Italian.
    """
    yield from told(template, "raw-value")


@rule(
    "X223",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» unirebbe le voci così come sono, e ognuna è {kind}; scegline prima "
    "una parte, con map(attribute='…') o con un ciclo.",
    en="“{name}” would join the items as they are, and each is {kind}; choose a part "
    "of them first, with map(attribute='…') or a loop.",
)
def what_a_list_joins_is_text(template: Reading) -> Iterator[Hit]:
    """What is joined is text: of items with parts, one part is chosen first."""
    yield from told(template, "raw-items")


@rule(
    "X224",
    clause=None,
    severity=Severity.ERROR,
    it="Il filtro «{name}» vuole {wanted}, e qui riceve {kind}; cambia filtro, o toglilo.",
    en="The filter “{name}” wants {wanted}, and gets {kind} here; change the filter, or remove it.",
)
def a_filter_gets_the_kind_of_value_it_writes(template: Reading) -> Iterator[Hit]:
    """A filter gets the kind of value it writes."""
    yield from told(template, "filter-wants")


@rule(
    "X225",
    clause=None,
    severity=Severity.ERROR,
    it="«{name}» può mancare; chiudi questo punto fra {{% if {name} %}} e {{% endif %}}.",
    en="“{name}” may be missing; put this between {{% if {name} %}} and {{% endif %}}.",
)
def what_a_course_may_lack_is_asked_for_first(template: Reading) -> Iterator[Hit]:
    """What a course may lack is asked for first: with a course that lacks it, nothing could be printed."""
    yield from told(template, "may-lack")


@rule(
    "X226",
    clause=None,
    severity=Severity.ERROR,
    it="{left} e {right} non si possono calcolare insieme; per unire testi usa ~, per "
    "le date un filtro.",
    en="{left} and {right} cannot be computed together; join texts with ~, write dates"
    " with a filter.",
)
def an_operation_joins_values_that_go_together(template: Reading) -> Iterator[Hit]:
    """An operation joins values that go together: numbers with numbers, text with text."""
    yield from told(template, "cannot-compute")


@rule(
    "X227",
    clause=None,
    severity=Severity.ERROR,
    it="Si confronta {left} con {right}: non può funzionare; confronta valori dello "
    "stesso tipo (i numeri si scrivono senza virgolette).",
    en="This compares {left} with {right}: it cannot work; compare values of one kind "
    "(numbers are written without quotes).",
)
def a_comparison_is_between_values_of_one_kind(template: Reading) -> Iterator[Hit]:
    """A comparison is between values of one kind: a number is not compared with text between quotes."""
    yield from told(template, "cannot-compare")
