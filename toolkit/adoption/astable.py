"""What a newer version makes of courses, as a table: one row a course."""

from __future__ import annotations

from collections.abc import Sequence

from toolkit.adoption.astext import VERDICTS
from toolkit.adoption.trial import Trial
from toolkit.exports.listing import Column
from toolkit.text import Lang, Text

_HEADINGS = {
    "file": Text(it="File", en="File"),
    "code": Text(it="Corso", en="Course"),
    "before": Text(it="Versione", en="Version"),
    "after": Text(it="Nuova versione", en="Newer version"),
    "verdict": Text(it="Esito", en="Outcome"),
    "hours_before": Text(it="Ore", en="Hours"),
    "hours_after": Text(it="Ore nuove", en="Hours then"),
    "broken": Text(it="Regole che violerebbe", en="Rules it would break"),
    "mended": Text(it="Modifiche proposte", en="Proposed changes"),
    "obstacles": Text(it="Da decidere", en="To decide"),
    "lessons": Text(it="Calendario", en="Timetable"),
}

_LESSONS = {
    "none": Text(it="non c'è", en="none"),
    "kept": Text(it="resta valido", en="stays valid"),
    "again": Text(it="da rifare", en="to plan again"),
}


def columns(lang: Lang) -> Sequence[Column[Trial]]:
    """Return the columns of the table in *lang*."""

    def column(key: str, width: float, shows: object) -> Column[Trial]:
        return Column(_HEADINGS[key].say(lang), width, shows)  # type: ignore[arg-type]

    return (
        column("file", 40, lambda trial: str(trial.report.path)),
        column("code", 18, lambda trial: trial.report.course.edition.code),
        column("before", 12, lambda trial: trial.report.course.standard.version),
        column("after", 12, lambda trial: trial.standard.version),
        column("verdict", 30, lambda trial: VERDICTS[trial.verdict].say(lang)),
        column("hours_before", 8, lambda trial: trial.report.course.total_hours),
        column("hours_after", 8, lambda trial: trial.hours and trial.hours[1]),
        column("broken", 60, lambda trial: _broken(trial, lang)),
        column("mended", 50, lambda trial: _mended(trial, lang)),
        column("obstacles", 60, lambda trial: _obstacles(trial, lang)),
        column("lessons", 16, lambda trial: _lessons(trial, lang)),
    )


def _broken(trial: Trial, lang: Lang) -> str:
    return "\n".join(f"{each.rule}: {each.message.say(lang)}" for each in trial.broken)


def _mended(trial: Trial, lang: Lang) -> str:
    return "\n".join(each.mend.text.say(lang) for each in trial.mended if each.mend)


def _obstacles(trial: Trial, lang: Lang) -> str:
    told = (
        f"{where}: {reason.say(lang)}" if where else reason.say(lang)
        for where, reason in trial.obstacles
    )
    return "\n".join(told)


def _lessons(trial: Trial, lang: Lang) -> str:
    return _LESSONS[trial.lessons.value].say(lang) if trial.moved else ""
