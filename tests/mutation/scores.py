"""How many changes were tried, and how many made the right rule speak."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from breaches import breaches
from circumstances import circumstances
from mutants import Leaf, Subject, leaves, verdicts, with_value
from timetables import mutants

from toolkit.model.standard import Standard
from toolkit.rules.books import unbalanced
from toolkit.standards.checking import check_standard


@dataclass(frozen=True)
class Score:
    """The changes of one kind: how many were tried and caught, and how many are exempt."""

    what: str
    tried: int
    caught: int
    exempt: int = 0


def scores(tight: tuple[Subject, ...]) -> Iterator[Score]:
    """Return the scores of a standard, whose courses at the edge are *tight*."""
    standard = tight[0].standard
    found = [leaf for leaf in leaves(standard) if leaf.value != ()]
    judged = [leaf for leaf in found if leaf.exemption is None]
    defended = sum(any(True for _ in verdicts(leaf, tight)) for leaf in judged)
    exempt = len(found) - len(judged)
    yield Score("numbers and lists, defended by a rule", len(judged), defended, exempt)
    numbers = [leaf for leaf in found if isinstance(leaf.value, int | float)]
    refused = sum(refused_at_load(leaf, standard) for leaf in numbers)
    yield Score("numbers, compared with the words when loaded", len(numbers), refused)
    broken = [(subject, each) for subject in tight for each in breaches(subject)]
    alone = sum(each.said - subject.silence == {each.rule} for subject, each in broken)
    yield Score("limits broken in a course", len(broken), alone)
    timetables = list(mutants(tight[0]))
    named = sum(each.rule in each.said_of(tight[0]) for each in timetables)
    yield Score("things wrong with a timetable", len(timetables), named)
    taken = list(circumstances(tight[0]))
    missed = sum(each.rule in each.said_of(tight[0]) for each in taken)
    yield Score("things that a timetable relies on", len(taken), missed)


def refused_at_load(leaf: Leaf, standard: Standard) -> bool:
    """Whether a catalogue file with that number a step away, either way, is refused."""
    before = set(check_standard(standard, None))
    changed = [with_value(standard, leaf.at, new) for new in leaf.steps(standard)]
    return all({*check_standard(each, None), *unbalanced(each)} - before for each in changed)
