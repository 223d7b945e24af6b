"""Trying changes on a course: those that do not do are not named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from toolkit.model.course import Course
from toolkit.planning.demand import Demand
from toolkit.planning.foresight import Foresight
from toolkit.planning.remedies.idea import Idea, Step
from toolkit.planning.search import best_draft
from toolkit.planning.shortages import shortages_of
from toolkit.planning.shortages.shortage import Remedy, Shortage
from toolkit.text import Text

MOST_ALTERNATIVES = 3
"""Weekdays, people or rooms named for one remedy."""

STEPS_TRIED = (0, 1, 2, 3, 5, 8, 13, 21, 34)
"""How far beyond the first step that no count refuses to look for one that does."""

PASSES = 12
"""How many drafts to try of a changed course."""

Attempt = Callable[[Course], bool]


@dataclass(frozen=True, slots=True)
class Trial:
    """What changed courses are asked for: beside what stands and what others have taken."""

    ask: Callable[[Course], Demand]

    def short_of(self, course: Course) -> tuple[Shortage, ...]:
        """Return what a count finds *course* short of."""
        return shortages_of(self.ask(course))

    def has_draft(self, course: Course, *, passes: int = PASSES) -> bool:
        """Return whether some passes place everything."""
        foresight = Foresight(self.ask(course))
        return best_draft(foresight, seed=0, most=passes, further=0).is_complete

    def working(self, course: Course, ideas: Iterable[Idea]) -> Iterator[Remedy]:
        """Yield, of the changes in *ideas*, those after which the course can be planned."""
        told = set()
        for idea in ideas:
            ways = self._least if idea.grows else self._alternatives
            remedy = ways(course, idea)
            if remedy and remedy.words not in told:
                told.add(remedy.words)
                yield remedy

    def _alternatives(self, course: Course, idea: Idea) -> Remedy | None:
        """Return those steps of *idea* that do, if any does."""
        tried = ((step.which, step.change(course)) for step in idea.steps)
        good = (
            (which, changed)
            for which, changed in tried
            if not self.short_of(changed) and self.has_draft(changed)
        )
        found = list(islice(good, MOST_ALTERNATIVES))
        if not found:
            return None
        which = _one_of([which for which, _ in found])
        return Remedy(idea.words.filled(which=which), tuple(changed for _, changed in found))

    def _least(self, course: Course, idea: Idea) -> Remedy | None:
        """Return the first step of *idea* that does, if one is found.

        Steps before the first that no count refuses cannot do.
        """
        first = first_enough(idea.steps, course, lambda changed: not self.short_of(changed))
        if first is None:
            return None
        failed = first - 1
        for at in (first + ahead for ahead in STEPS_TRIED if first + ahead < len(idea.steps)):
            if self.has_draft(idea.steps[at].change(course)):
                between = range(failed + 1, at)
                sooner = (n for n in between if self.has_draft(idea.steps[n].change(course)))
                step = idea.steps[next(sooner, at)]
                return Remedy(idea.words.filled(which=step.which), (step.change(course),))
            failed = at
        return None


def first_enough(steps: Sequence[Step], course: Course, is_enough: Attempt) -> int | None:
    """Return the position of the first of *steps* that is enough, given that all after it are."""
    if not steps or not is_enough(steps[-1].change(course)):
        return None
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        if is_enough(steps[middle].change(course)):
            high = middle
        else:
            low = middle + 1
    return low


def _one_of(found: Sequence[object]) -> Text:
    *rest, last = found
    if not rest:
        return Text(it="{last}", en="{last}").filled(last=last)
    return Text(it="{rest} o {last}", en="{rest} or {last}").filled(rest=tuple(rest), last=last)
