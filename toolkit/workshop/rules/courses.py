"""What the values of a real course make of a template, tried tag by tag."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from toolkit.errors import TemplateError
from toolkit.finding import Hit, Severity, rule
from toolkit.text import Text
from toolkit.workshop.slips import Slip


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of trying a template with a course: at its tags, and as a whole document."""

    slips: tuple[Slip, ...]
    refused: TemplateError | None
    """What the engine said when it made the document, if it made none."""

    def hits(self, kind: str) -> Iterator[Hit]:
        """Yield a hit for each slip of a *kind*."""
        for slip in self.slips:
            if slip.kind == kind:
                yield Hit(slip.at, slip.values)


@rule(
    "X301",
    clause=None,
    severity=Severity.ERROR,
    it="Con questo corso il tag non si può stampare: {reason}",
    en="With this course the tag cannot be printed: {reason}",
)
def every_tag_prints_with_the_course(trial: Trial) -> Iterator[Hit]:
    """Every tag that the course reaches can be printed with its values."""
    yield from trial.hits("fails")


@rule(
    "X302",
    clause=None,
    severity=Severity.WARNING,
    it="Con questo corso qui non si stampa nulla; se è previsto, metti il testo intorno fra "
    "{{% if %}} e {{% endif %}}.",
    en="With this course nothing is printed here; if that may be, put the text around it between "
    "{{% if %}} and {{% endif %}}.",
)
def every_tag_has_something_to_print(trial: Trial) -> Iterator[Hit]:
    """Every tag that the course reaches has something to print."""
    yield from trial.hits("prints-nothing")


@rule(
    "X303",
    clause=None,
    severity=Severity.NOTE,
    it="Con questo corso qui si stampa il segnaposto «{label}».",
    en="With this course the placeholder “{label}” is printed here.",
)
def the_course_gives_every_value_that_is_printed(trial: Trial) -> Iterator[Hit]:
    """The course gives every value that is printed; `percorso check` says where to write it."""
    yield from trial.hits("prints-placeholder")


@rule(
    "X304",
    clause=None,
    severity=Severity.NOTE,
    it="Con questo corso il ciclo non ha nulla da ripetere{end}",
    en="With this course the loop has nothing to repeat{end}",
)
def a_loop_has_something_to_repeat(trial: Trial) -> Iterator[Hit]:
    """A loop has something to repeat, or says with else what to print instead."""
    for each in trial.hits("loops-never"):
        yield Hit(each.at, {"end": _OR_ELSE})


_OR_ELSE = Text(
    it="; {% else %} direbbe che cosa stampare al suo posto.",
    en="; {% else %} would say what to print instead.",
)


@rule(
    "X305",
    clause=None,
    severity=Severity.ERROR,
    it="Con questo corso il documento non si può produrre: {reason}",
    en="With this course the document cannot be made: {reason}",
)
def the_course_makes_a_document(trial: Trial) -> Iterator[Hit]:
    """The course makes a document: it says what no other rule has told."""
    error = trial.refused
    if error is not None:
        part = error.where.rpartition(":")[2]
        reason = error.message.filled(**error.values)
        yield Hit((part,) if part.endswith(".xml") else (), {"reason": reason})
