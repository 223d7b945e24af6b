"""What a newer version makes of courses, as text for a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from toolkit.adoption.trial import Lessons, Trial, Verdict
from toolkit.finding import Finding
from toolkit.standards.comparing import Comparison
from toolkit.standards.comparing.wording import item_kind
from toolkit.text import Lang, Text

VERDICTS = {
    Verdict.CURRENT: Text(it="segue già la nuova versione", en="follows the newer version already"),
    Verdict.OTHER: Text(
        it="segue un altro standard o una versione successiva",
        en="follows another standard or a later version",
    ),
    Verdict.EARLIER: Text(
        it="comincia prima che la nuova versione sia in vigore: tiene la sua",
        en="begins before the newer version is in force: keeps its own",
    ),
    Verdict.MOVES: Text(
        it="si può portare alla nuova versione", en="can be moved to the newer version"
    ),
    Verdict.PERSON: Text(it="deve decidere una persona", en="a person must decide"),
}

_COUNTS = {
    Verdict.MOVES: Text(it="si possono portare: {n}", en="can be moved: {n}"),
    Verdict.PERSON: Text(it="deve decidere una persona: {n}", en="a person must decide: {n}"),
    Verdict.CURRENT: Text(
        it="già nella nuova versione: {n}", en="on the newer version already: {n}"
    ),
    Verdict.EARLIER: Text(it="cominciano prima: {n}", en="begin earlier: {n}"),
    Verdict.OTHER: Text(
        it="di altri standard o versioni successive: {n}",
        en="of other standards or later versions: {n}",
    ),
}
_DONE = {
    "verdict": Text(it="portato alla nuova versione", en="moved to the newer version"),
    "count": Text(it="portati: {n}", en="moved: {n}"),
}
_FAILED = Text(it="illeggibili: {n}", en="unreadable: {n}")

_HOURS = Text(it="ore del corso: {before} → {after}", en="hours of the course: {before} → {after}")
_GAINED = Text(
    it="il fascicolo acquista {added} fra conoscenze e abilità, ne perde {removed}, ne cambia "
    "{changed}; unità nuove: {units}",
    en="the dossier gains {added} knowledge and skills, loses {removed}, changes {changed}; "
    "new units: {units}",
)
_BREAKS = Text(
    it="com'è violerebbe {rule}: {message}", en="as it stands it would break {rule}: {message}"
)
_MEND = Text(it="modifica proposta: {mend}", en="proposed change: {mend}")
_DECIDE = Text(it="da decidere: {reason}", en="to decide: {reason}")

LESSONS = {
    Lessons.KEPT: Text(it="il calendario resta valido", en="the timetable stays valid"),
    Lessons.AGAIN: Text(
        it="il calendario va rifatto: percorso plan {path} --replace",
        en="the timetable must be planned again: percorso plan {path} --replace",
    ),
}


def as_text(
    trials: Iterable[tuple[Trial, Comparison | None]],
    failed: int,
    lang: Lang,
    *,
    done: bool = False,
) -> str:
    """Return each course with what becomes of it, then how many there are of each kind.

    With *done* the courses that can be moved were.
    """
    every = tuple(trials)
    lines = [line for trial, compared in every for line in _lines(trial, compared, lang, done=done)]
    verdicts = Counter(trial.verdict for trial, _ in every)
    told = _COUNTS | ({Verdict.MOVES: _DONE["count"]} if done else {})
    counts = [told[each].say(lang, n=verdicts[each]) for each in told if verdicts[each]]
    if failed:
        counts.append(_FAILED.say(lang, n=failed))
    return "\n".join([*lines, " · ".join(counts)]) + "\n"


def _lines(trial: Trial, comparison: Comparison | None, lang: Lang, *, done: bool) -> Iterator[str]:
    code = trial.report.course.edition.code
    moved = done and trial.verdict is Verdict.MOVES
    verdict = _DONE["verdict"] if moved else VERDICTS[trial.verdict]
    yield f"{trial.report.path}: {code}: {verdict.say(lang)}"
    if trial.hours and trial.hours[0] != trial.hours[1]:
        yield f"  {_HOURS.say(lang, before=trial.hours[0], after=trial.hours[1])}"
    if comparison:
        yield f"  {_gained(comparison, lang)}"
    left = {reason for _, reason in trial.obstacles}
    # What a person must decide is told below, with its place.
    yield from (f"  {_broken(each, lang)}" for each in trial.broken if each.message not in left)
    for finding in trial.mended:
        if finding.mend:
            yield f"  {_MEND.say(lang, mend=finding.mend.text)}"
    for where, reason in trial.obstacles:
        told = _DECIDE.say(lang, reason=reason)
        yield f"  {where}: {told}" if where else f"  {told}"
    if trial.lessons in LESSONS:
        yield f"  {LESSONS[trial.lessons].say(lang, path=trial.report.path)}"


def _broken(finding: Finding, lang: Lang) -> str:
    return _BREAKS.say(lang, rule=finding.rule, message=finding.message)


def _gained(comparison: Comparison, lang: Lang) -> str:
    kinds = Counter(item_kind(each) for each in comparison.items())
    changed = sum(kinds.values()) - kinds["added"] - kinds["removed"]
    new = tuple(each.after.code for each in comparison.units if each.after and not each.before)
    return _GAINED.say(
        lang, added=kinds["added"], removed=kinds["removed"], changed=changed, units=new or "–"
    )
