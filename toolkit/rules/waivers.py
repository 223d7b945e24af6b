"""Waivers: warnings that a course accepts with a reason, judged after all other rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from toolkit.finding import Acceptance, Finding, Hit, Rule, Severity, hit, rule, run
from toolkit.model.course import Course
from toolkit.model.edition import Waiver
from toolkit.model.timetable import Timetable
from toolkit.nearest import did_you_mean
from toolkit.place import At
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES

_SEVERITIES: Mapping[str, Severity] = {
    **{each.id: each.severity for each in COURSE_RULES},
    **{each.id: each.severity for each in TIMETABLE_RULES},
}


@dataclass(frozen=True, slots=True)
class Review:
    """What the waivers of a course are judged by; without *today* none is out of date."""

    course: Course
    timetable: Timetable | None
    findings: tuple[Finding, ...]
    today: date | None

    @property
    def waivers(self) -> tuple[tuple[At, Waiver], ...]:
        """Each waiver with its place."""
        listed = enumerate(self.course.edition.waivers)
        return tuple((("waivers", str(n)), waiver) for n, waiver in listed)

    def holds(self, waiver: Waiver) -> bool:
        """Return whether *waiver* is one that can be given and is not out of date."""
        is_past = self.today is not None and waiver.until < self.today
        return _SEVERITIES.get(waiver.rule) is Severity.WARNING and not is_past

    def is_meant(self, finding: Finding, waiver: Waiver) -> bool:
        """Return whether *waiver* is about *finding*."""
        at = tuple(waiver.at.split(".")) if waiver.at else ()
        return (
            finding.rule == waiver.rule
            and finding.at[: len(at)] == at
            and waiver.unit in {None, self._unit_of(finding)}
        )

    def _unit_of(self, finding: Finding) -> str | None:
        match finding.at:
            case ("units", code, *_):
                return code
            case ("additional_units", place, *_):
                return self.course.additional_units[int(place)].code
            case ("timetable", "lessons", place, *_) if self.timetable:
                return self.timetable.lessons[int(place)].unit
        return None


def reviewed(review: Review) -> tuple[Finding, ...]:
    """Return the findings with those that are accepted marked, and what is wrong with waivers."""
    marked = tuple(_marked(finding, review) for finding in review.findings)
    own = run(WAIVER_RULES, review, {})
    return tuple(sorted((*marked, *own), key=lambda each: -each.severity))


def _marked(finding: Finding, review: Review) -> Finding:
    for _, waiver in review.waivers:
        if review.holds(waiver) and review.is_meant(finding, waiver):
            return replace(finding, accepted=Acceptance(waiver.reason, waiver.until))
    return finding


@rule(
    "W101",
    clause=None,
    severity=Severity.ERROR,
    it="La regola {rule} non dà avvisi: si possono accettare solo avvisi.",
    en="The rule {rule} gives no warnings: only warnings can be accepted.",
)
def only_warnings_are_accepted(review: Review) -> Iterator[Hit]:
    """What is accepted is a warning.

    An error breaks the standard, whatever the reason; a note asks for nothing to accept.
    """
    for at, waiver in review.waivers:
        severity = _SEVERITIES.get(waiver.rule)
        if severity not in {None, Severity.WARNING}:
            yield hit(*at, "rule", rule=waiver.rule)


@rule(
    "W102",
    clause=None,
    severity=Severity.WARNING,
    it="La regola «{rule}» non esiste{hint}",
    en="There is no rule “{rule}”{hint}",
)
def what_is_accepted_is_a_rule(review: Review) -> Iterator[Hit]:
    """The rule whose warning is accepted exists."""
    for at, waiver in review.waivers:
        if waiver.rule not in _SEVERITIES:
            hint = did_you_mean(waiver.rule, _SEVERITIES)
            yield hit(*at, "rule", rule=waiver.rule, hint=hint)


@rule(
    "W103",
    clause=None,
    severity=Severity.WARNING,
    it="L'accettazione di {rule} valeva fino al {until}: riconsidera l'avviso.",
    en="The acceptance of {rule} held until {until}: consider the warning again.",
)
def an_acceptance_is_not_out_of_date(review: Review) -> Iterator[Hit]:
    """The last day of an acceptance has not gone by.

    After that day the warning counts again, until somebody considers it anew.
    """
    for at, waiver in review.waivers:
        if review.today is not None and waiver.until < review.today:
            yield hit(*at, "until", rule=waiver.rule, until=waiver.until)


@rule(
    "W104",
    clause=None,
    severity=Severity.WARNING,
    it="Nessun avviso di {rule} da accettare{where}: togli la voce.",
    en="There is no warning of {rule} to accept{where}: take the entry away.",
)
def an_acceptance_is_of_a_warning_that_is_there(review: Review) -> Iterator[Hit]:
    """Each acceptance is about a warning that the course really has.

    Those about the timetable wait for one to be there.
    """
    awaited = set() if review.timetable else {each.id for each in TIMETABLE_RULES}
    for at, waiver in review.waivers:
        is_used = any(review.is_meant(finding, waiver) for finding in review.findings)
        if review.holds(waiver) and not is_used and waiver.rule not in awaited:
            narrowed = " / ".join(filter(None, (waiver.unit, waiver.at)))
            yield hit(*at, rule=waiver.rule, where=f" ({narrowed})" if narrowed else "")


WAIVER_RULES: tuple[Rule[Review], ...] = (
    only_warnings_are_accepted,
    what_is_accepted_is_a_rule,
    an_acceptance_is_not_out_of_date,
    an_acceptance_is_of_a_warning_that_is_there,
)

WAIVER_IDS = frozenset(each.id for each in WAIVER_RULES)
