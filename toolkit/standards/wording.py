"""What a catalogue file keeps with the words of the published text: figures and citations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from toolkit.model.limits import Prerequisite
from toolkit.model.published import CompetenceTable, SupersededAct, TranscriptionNote
from toolkit.model.standard import Clause, Standard
from toolkit.place import At
from toolkit.problem import Problem, problem

TRACES: tuple[tuple[str, str], ...] = (
    ("eqf_level", "eqf-level"),
    ("language.level", "access-language"),
    ("prerequisites.*", "prerequisites"),
    ("internship.min_hours", "internship-min"),
    ("internship.max_hours", "internship-max"),
    ("additional_units.max_percent", "additional-units"),
    ("laboratory_units", "laboratory-units"),
    ("credits.attendance_max_percent", "attendance-credit"),
    ("credits.internship_max_percent", "internship-credit"),
    ("trainers.min_expert_percent", "trainer-experts"),
    ("trainers.min_experience_years", "trainer-experience"),
    ("equipment.*.name", "equipment"),
    ("equipment.*.learners_per_pc", "equipment"),
    ("exam.min_attendance_percent", "exam-admission"),
)
"""Where each value stands in the file (``*``: any item of a list), and the clause it is read from.

The figures of the tables are not here: they are printed from the values themselves.
"""

_NUMBER = re.compile(r"(?<!\w)(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?(?!\w)")


def values_stand_in_their_clause(standard: Standard) -> Iterator[Problem]:
    """Each value is told by the words of its clause, in digits or spelled out."""
    for path, key in TRACES:
        clause = standard.clauses.get(key)
        for at, value in _values(standard, tuple(path.split(".")), ()):
            if clause is None:
                yield problem(
                    *at,
                    it="nessun passaggio enuncia la clausola «{key}», da cui il valore si legge.",
                    en="no passage states the clause “{key}”, which the value is read from.",
                    key=key,
                )
            elif not _is_told(value, clause, standard):
                yield problem(
                    *at,
                    it="le parole della clausola «{key}» non dicono {value}: «{words}».",
                    en="the words of the clause “{key}” do not say {value}: “{words}”.",
                    value=value.first if isinstance(value, Prerequisite) else value,
                    key=key,
                    words=clause.words,
                )


def _values(value: object, steps: tuple[str, ...], at: At) -> Iterator[tuple[At, object]]:
    if value is None:
        return
    if isinstance(value, tuple) and not steps:
        yield from (((*at, str(n)), value[n]) for n in _ends_of_runs(value))
    elif not steps:
        yield at, value
    elif steps[0] == "*":
        assert isinstance(value, tuple)
        for n, item in enumerate(value):
            yield from _values(item, steps[1:], (*at, str(n)))
    else:
        yield from _values(getattr(value, steps[0]), steps[1:], (*at, steps[0]))


def _ends_of_runs(numbers: tuple[int, ...]) -> Iterator[int]:
    # A text may write 7, 8, 9, 10, 11 as «da n. 7 a n. 11».
    for n, number in enumerate(numbers):
        if not {number - 1, number + 1} <= set(numbers):
            yield n


def _is_told(value: object, clause: Clause, standard: Standard) -> bool:
    match value:
        case str():
            return has_words(clause.words, value)
        case Prerequisite():
            # A text may name one side only: the others are «le successive», «tutte le altre».
            sides = ({side[n] for n in _ends_of_runs(side)} for side in (value.first, value.then))
            return any(side <= _numbers(clause, standard) for side in sides)
        case _:
            return value in _numbers(clause, standard)


def _numbers(clause: Clause, standard: Standard) -> set[float]:
    digits = _NUMBER.findall(clause.words)
    spelled = (
        each.number for each in standard.spelled_numbers if has_words(clause.words, each.words)
    )
    return {*(float(each.replace(".", "").replace(",", ".")) for each in digits), *spelled}


def has_words(text: str, words: str) -> bool:
    """Whether *words* stand in *text* as whole words."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def stated_clauses_have_their_value(standard: Standard) -> Iterator[Problem]:
    """A clause that fixes a value has it, or a person must check the clause.

    Without it the rules that judge the clause would find nothing to compare and pass.
    """
    excused = {each.clause for each in (*standard.unchecked, *standard.copied)}
    missing: dict[str, str] = {}
    for path, key in TRACES:
        if next(_values(standard, tuple(path.split(".")), ()), None):
            excused.add(key)
        elif key in standard.clauses:
            missing.setdefault(key, path.split(".")[0])
    for key, field in missing.items():
        if key not in excused:
            yield problem(
                field,
                it="il testo enuncia la clausola «{key}», ma qui manca il suo valore.",
                en="the text states the clause “{key}”, but its value is missing here.",
                key=key,
            )


def spelled_numbers_stand_in_the_text(standard: Standard) -> Iterator[Problem]:
    """A number in words is found in the words of some clause."""
    for n, spelled in enumerate(standard.spelled_numbers):
        if not any(has_words(each.words, spelled.words) for each in standard.clauses.values()):
            yield problem(
                *("spelled_numbers", str(n), "words"),
                it="«{words}» non sta fra le parole di nessuna clausola.",
                en="“{words}” is not among the words of any clause.",
                words=spelled.words,
            )


def notes_quote_the_text(standard: Standard) -> Iterator[Problem]:
    """What is noted of the text, a slip or an act, quotes words of the place it names."""
    yield from _misquotes("transcription_notes", standard.transcription_notes, standard)
    acts = standard.superseded_acts
    yield from _misquotes("superseded_acts", acts, standard)


def _misquotes(
    field: str, notes: tuple[TranscriptionNote | SupersededAct, ...], standard: Standard
) -> Iterator[Problem]:
    places = _places(standard)
    for n, note in enumerate(notes):
        words = note.words if isinstance(note, SupersededAct) else note.published
        key = "words" if isinstance(note, SupersededAct) else "published"
        if note.at not in places:
            yield problem(
                *(field, str(n), "at"),
                it="«{place}» non è un punto del testo: scrivi per esempio §4, URA05 o URA05-A02.",
                en="“{place}” is no place of the text: write for example §4, URA05 or URA05-A02.",
                place=note.at,
            )
        elif words not in places[note.at]:
            yield problem(
                *(field, str(n), key),
                it="«{words}» non sta in {place}.",
                en="“{words}” does not stand in {place}.",
                words=words,
                place=note.at,
            )


def _places(standard: Standard) -> Mapping[str, str]:
    places: dict[str, str] = {}
    for section in standard.sections:
        words = [section.title]
        words += [c.words for c in standard.clauses.values() if c.section == section.number]
        if any(isinstance(block, CompetenceTable) for block in section.content):
            words += [row.title for row in standard.competence_units if row.title]
        places[f"§{section.number}"] = "\n".join(words)
    for unit in standard.units:
        places[unit.code] = f"{unit.title}\n{unit.credit.words}"
        places.update((item.code, item.words) for item in unit.items)
    return places


WORDING_CHECKS = (
    values_stand_in_their_clause,
    stated_clauses_have_their_value,
    spelled_numbers_stand_in_the_text,
    notes_quote_the_text,
)
