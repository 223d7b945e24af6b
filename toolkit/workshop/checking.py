"""A template checked against every rule, without rendering it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from toolkit.errors import TemplateError
from toolkit.finding import Finding, Hit, Rule, Severity, rule, run
from toolkit.place import At
from toolkit.rendering import compile_template
from toolkit.text import Text
from toolkit.workshop.kinds import names_for
from toolkit.workshop.reading import Reading, read_template
from toolkit.workshop.rules import TEMPLATE_RULES

_NOWHERE = Text(it="", en="")


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What checking one template found; *template* is missing where it could not be read."""

    path: Path
    label: str
    """What its findings are told under: the path as given, or the document's own folder."""
    template: Reading | None
    findings: tuple[Finding, ...]

    @property
    def exit_code(self) -> int:
        """4 where the template cannot be compiled or rendered, 1 where it has other errors, else 0."""
        errors = [finding.rule for finding in self.findings if finding.is_error]
        if any(each.startswith(_REFUSING) for each in errors):
            return TemplateError.exit_code
        return 1 if errors else 0

    def words_of(self, at: At) -> Text:
        """Return a place of the template in words; nothing for the file as a whole."""
        return self.template.words_of(at) if self.template else _NOWHERE

    def near(self, at: At) -> str:
        """Return the text around a place."""
        return self.template.near(at) if self.template else ""


_REFUSING = ("X0", "X1", "X3")
"""How the ids begin of the rules without which a template is not compiled, or not rendered."""


@rule(
    "X001",
    clause=None,
    severity=Severity.ERROR,
    it="Il file non si può usare come modello: {reason}",
    en="The file cannot be used as a template: {reason}",
)
def the_file_is_a_word_document(error: TemplateError) -> Iterator[Hit]:
    """The file is a Word document, whole and safe to open: no macros, nothing fetched from outside."""
    yield Hit((), {"reason": _sentence(error)})


@rule(
    "X002",
    clause=None,
    severity=Severity.ERROR,
    it="Il modello non si può compilare: {reason}",
    en="The template cannot be compiled: {reason}",
)
def the_template_compiles(error: TemplateError) -> Iterator[Hit]:
    """The template compiles: it says what no other rule has told."""
    part = error.where.rpartition(":")[2]
    yield Hit((part,) if part.endswith(".xml") else (), {"reason": _sentence(error)})


FILE_RULES: tuple[Rule[TemplateError], ...] = (the_file_is_a_word_document, the_template_compiles)
"""The rules about the file as a whole, which the engine itself finds broken."""


def check_template(
    path: Path, *, name: str, label: str = "", per: str = "course", occasion: str = "dossier"
) -> TemplateReport:
    """Return every finding of a template that is used once *per* course, unit …, gravest first."""
    label = label or str(path)
    try:
        template = read_template(path, name=name, names=names_for(per, occasion))
        findings = run(TEMPLATE_RULES, template, {})
    except TemplateError as error:
        return TemplateReport(path, label, None, run((the_file_is_a_word_document,), error, {}))
    report = TemplateReport(path, label, template, findings)
    if report.exit_code:
        return report
    try:
        compile_template(path, name=name)
    except TemplateError as error:
        found = run((the_template_compiles,), error, {})
        return TemplateReport(path, label, template, (*found, *findings))
    return report


def _sentence(error: TemplateError) -> Text:
    return error.message.filled(**error.values)
