"""What a catalogue file must keep, so that every rule and document may rely on it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from toolkit.model.standard import Standard
from toolkit.problem import Problem, problem
from toolkit.standards.structure import STRUCTURE_CHECKS
from toolkit.standards.wording import WORDING_CHECKS, has_words

_MONTHS = (
    *("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno"),
    *("luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre"),
)


def check_standard(standard: Standard, published: bytes | None) -> tuple[Problem, ...]:
    """Return everything *standard* does not keep.

    *published* is the published text it was transcribed from; none if the file is missing.
    """
    found = [each for check in CHECKS for each in check(standard)]
    return (*found, *_source(standard, published))


def _source(standard: Standard, published: bytes | None) -> Iterator[Problem]:
    if published is None:
        yield problem(
            *("source", "file"),
            it="accanto a questo file manca «{file}», il testo pubblicato.",
            en="“{file}”, the published text, is missing beside this file.",
            file=standard.source.file,
        )
    elif (digest := hashlib.sha256(published).hexdigest()) != standard.source.sha256:
        yield problem(
            *("source", "sha256"),
            it="l'impronta di «{file}» è {digest}: il testo pubblicato è cambiato; ripristinalo.",
            en="the digest of “{file}” is {digest}: the published text has changed; restore it.",
            file=standard.source.file,
            digest=digest,
        )


def clauses_are_set_aside_once(standard: Standard) -> Iterator[Problem]:
    """No clause is listed twice among ``unchecked``, ``copied`` or ``absent``."""
    for field in ("unchecked", "copied", "absent"):
        seen: set[str] = set()
        for n, each in enumerate(getattr(standard, field)):
            if each.clause in seen:
                yield problem(
                    *(field, str(n), "clause"),
                    it="la clausola «{key}» è già in questo elenco.",
                    en="the clause “{key}” is already in this list.",
                    key=each.clause,
                )
            seen.add(each.clause)


def unchecked_clauses_are_stated(standard: Standard) -> Iterator[Problem]:
    """A clause left to a person, or copied as it stands, is a clause of the text."""
    for field in ("unchecked", "copied"):
        for n, each in enumerate(getattr(standard, field)):
            if each.clause not in standard.clauses:
                yield problem(
                    *(field, str(n), "clause"),
                    it="nessun passaggio enuncia la clausola «{key}».",
                    en="no passage states the clause “{key}”.",
                    key=each.clause,
                )


def absent_clauses_are_not_stated(standard: Standard) -> Iterator[Problem]:
    """A clause said to be absent is not a clause of the text."""
    for n, each in enumerate(standard.absent):
        if clause := standard.clauses.get(each.clause):
            yield problem(
                *("absent", str(n), "clause"),
                it="la clausola «{key}» non è assente: la enuncia il {citation}.",
                en="the clause “{key}” is not absent: {citation} states it.",
                key=each.clause,
                citation=clause.citation,
            )


def the_version_is_the_date_of_the_act(standard: Standard) -> Iterator[Problem]:
    """The version is the date of the act that approves it."""
    if standard.version != standard.act.date:
        yield problem(
            "version",
            it="la versione è del {version}, ma l'atto è del {date}.",
            en="the version is of {version}, but the act is of {date}.",
            version=standard.version,
            date=standard.act.date,
        )


def the_act_is_cited_in_the_heading(standard: Standard) -> Iterator[Problem]:
    """The words that cite the act are a line of the heading and give its number."""
    act = standard.act
    if act.words not in standard.heading:
        yield problem(
            *("act", "words"),
            it="nessuna riga dell'intestazione (heading) è «{words}».",
            en="no line of the heading is “{words}”.",
            words=act.words,
        )
    if not has_words(act.words, act.number):
        yield problem(
            *("act", "number"),
            it="«{words}» non riporta il numero {number}.",
            en="“{words}” does not give the number {number}.",
            words=act.words,
            number=act.number,
        )


def the_act_is_cited_with_its_date(standard: Standard) -> Iterator[Problem]:
    """The words that cite the act give its date, the month in digits or by name."""
    act = standard.act
    told = set(re.findall(r"\w+", act.words.lower()))
    months = {_MONTHS[act.date.month - 1], f"{act.date:%m}", str(act.date.month)}
    days = {str(act.date.day), f"{act.date:%d}"}
    if not (told & days and told & months and str(act.date.year) in told):
        yield problem(
            *("act", "date"),
            it="«{words}» non riporta la data {date}.",
            en="“{words}” does not give the date {date}.",
            words=act.words,
            date=act.date,
        )


def it_is_in_force_from_its_act_on(standard: Standard) -> Iterator[Problem]:
    """The first day in force does not come before the act, nor the last before the first."""
    since, until = standard.in_force.since, standard.in_force.until
    if since < standard.act.date:
        yield problem(
            *("in_force", "since"),
            it="lo standard varrebbe dal {since}, prima dell'atto del {date}.",
            en="the standard would be in force from {since}, before the act of {date}.",
            since=since,
            date=standard.act.date,
        )
    if until is not None and until < since:
        yield problem(
            *("in_force", "until"),
            it="lo standard finirebbe di valere il {until}, prima di cominciare il {since}.",
            en="the standard would end on {until}, before it begins on {since}.",
            until=until,
            since=since,
        )


CHECKS = (
    the_version_is_the_date_of_the_act,
    the_act_is_cited_in_the_heading,
    the_act_is_cited_with_its_date,
    it_is_in_force_from_its_act_on,
    *STRUCTURE_CHECKS,
    *WORDING_CHECKS,
    clauses_are_set_aside_once,
    unchecked_clauses_are_stated,
    absent_clauses_are_not_stated,
)
"""The checks of a standard itself, in the order their problems are told."""
