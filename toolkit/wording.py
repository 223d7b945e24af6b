"""Words that several documents and messages share, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from toolkit.finding import Severity
from toolkit.model.timetable import Mode
from toolkit.text import Text

WEEKDAYS: tuple[Text, ...] = (
    Text(it="lunedì", en="Monday"),
    Text(it="martedì", en="Tuesday"),
    Text(it="mercoledì", en="Wednesday"),
    Text(it="giovedì", en="Thursday"),
    Text(it="venerdì", en="Friday"),
    Text(it="sabato", en="Saturday"),
    Text(it="domenica", en="Sunday"),
)
"""The days as `date.weekday` counts them: Monday first."""

MODES: Mapping[Mode, Text] = {
    Mode.CLASSROOM: Text(it="aula", en="classroom"),
    Mode.LABORATORY: Text(it="laboratorio", en="laboratory"),
    Mode.SYNCHRONOUS: Text(it="FAD sincrona", en="synchronous distance learning"),
    Mode.ASYNCHRONOUS: Text(it="FAD asincrona", en="asynchronous distance learning"),
}
"""The modes of a lesson, in the order documents list them."""

_MONTH_NAMES = (
    ("gennaio", "January"),
    ("febbraio", "February"),
    ("marzo", "March"),
    ("aprile", "April"),
    ("maggio", "May"),
    ("giugno", "June"),
    ("luglio", "July"),
    ("agosto", "August"),
    ("settembre", "September"),
    ("ottobre", "October"),
    ("novembre", "November"),
    ("dicembre", "December"),
)

MONTHS: tuple[Text, ...] = tuple(Text(it=it, en=en) for it, en in _MONTH_NAMES)
"""The months of a year, January first."""

SEVERITIES: Mapping[Severity, Text] = {
    Severity.ERROR: Text(it="errore", en="error"),
    Severity.WARNING: Text(it="avviso", en="warning"),
    Severity.NOTE: Text(it="nota", en="note"),
}
"""How grave a finding is, gravest first."""
