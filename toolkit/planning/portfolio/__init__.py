"""Several courses laid out together, and any number of them improved for as long as wished."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from toolkit.errors import NoTimetableError
from toolkit.model.timetable import Timetable
from toolkit.planning.composing import timetable_of
from toolkit.planning.demand import Demand
from toolkit.planning.foresight import Foresight
from toolkit.planning.portfolio.edition import Edition
from toolkit.planning.portfolio.laying import Portfolio
from toolkit.planning.portfolio.rounds import Rounds
from toolkit.planning.schedule import Schedule
from toolkit.planning.shortages import left_over
from toolkit.planning.taken import NOTHING_TAKEN, Taken
from toolkit.text import Text

if TYPE_CHECKING:
    from toolkit.planning.portfolio.helping import Helper

__all__ = ["Going", "Laid", "NoPlaceError", "Progress", "a_few_rounds", "improved", "laid_out"]

ROUNDS, ROUNDS_ALONE = 12, 7
"""How many rounds of improvement each course has, of many or alone, unless more are asked for."""


class NoPlaceError(NoTimetableError):
    """A course could not be placed beside the others; `course` is its position among them."""

    message = Text(
        it="{code} non trova posto accanto agli altri corsi; mancano: {left}. Formatori e aule "
        "in comune sono già impegnati: sposta un inizio, aggiungi fasce, un formatore o un'aula.",
        en="{code} finds no place beside the other courses; left over: {left}. Trainers and rooms "
        "in common are taken: move a start, add windows, a trainer or a room.",
    )

    def __init__(self, course: int, where: str = "", **values: object) -> None:
        super().__init__(where, **values)
        self.course = course


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an improvement has come."""

    courses: int
    rounds: int
    cost: float
    editions: Sequence[Edition] = field(repr=False, compare=False)

    @property
    def least(self) -> float:
        """What no timetable can cost less than; counted when it is first asked for."""
        return sum(edition.least for edition in self.editions)

    @property
    def distance(self) -> float:
        """How far the cost is from the least, as a share of it; 0 is as good as can be."""
        return self.cost / self.least - 1 if self.least else 0.0


Going = Callable[[Progress], bool]
"""Asked before each round whether to go on."""


@dataclass(frozen=True, slots=True)
class Laid:
    """The timetables made, in the order of the courses, and how good they are together."""

    timetables: tuple[Timetable, ...]
    progress: Progress


def a_few_rounds(progress: Progress) -> bool:
    """Go on for a number of rounds that depends on nothing but how many courses there are."""
    rounds = ROUNDS_ALONE if progress.courses == 1 else ROUNDS * progress.courses
    return progress.rounds < rounds


def laid_out(
    demands: Sequence[Demand],
    *,
    seed: int,
    taken: Taken = NOTHING_TAKEN,
    going: Going = a_few_rounds,
    with_helper: bool = False,
) -> Laid:
    """Return timetables for all of *demands*, none of which takes what another has.

    With *a_few_rounds* they depend on the inputs and the seed alone; *with_helper*, another
    process that improves them too, also on who is faster. Raises `NoPlaceError` when one finds no
    place beside the others.
    """
    portfolio = Portfolio(demands, taken, seed)
    if stuck := portfolio.lay_out():
        codes = [demand.course.edition.code for demand in demands]
        code = stuck.demand.course.edition.code
        raise NoPlaceError(codes.index(code), code=code, left=left_over(stuck))
    if not with_helper or len(demands) < 2:
        return _improved(portfolio, going)
    # A course alone needs none of what starts another process.
    from toolkit.planning.portfolio.helping import helped

    with helped(portfolio, taken, seed) as helper:
        return _improved_by_two(portfolio, going, helper)


def improved(
    schedule: Schedule, foresight: Foresight, *, seed: int, taken: Taken, going: Going
) -> Laid:
    """Return the timetable of *schedule*, improved as long as *going* says."""
    portfolio = Portfolio([schedule.demand], taken, seed)
    portfolio.begin_with(schedule, foresight)
    return _improved(portfolio, going)


def _improved(portfolio: Portfolio, going: Going) -> Laid:
    rounds = Rounds(len(portfolio.editions), portfolio.random)
    while going(progress := _progress(portfolio, rounds)):
        rounds.another(portfolio.editions)
    return _laid(portfolio, progress)


def _laid(portfolio: Portfolio, progress: Progress) -> Laid:
    return Laid(tuple(timetable_of(each) for each in portfolio.schedules), progress)


def _improved_by_two(portfolio: Portfolio, going: Going, helper: Helper) -> Laid:
    rounds = Rounds(len(portfolio.editions), portfolio.random)
    own = everything = tuple(range(len(portfolio.editions)))
    while going(progress := _progress(portfolio, rounds, helper)):
        if helper.has_answered:
            mixed = portfolio.random.sample(everything, len(everything))
            helper.next_spell(mixed[::2])
            own = tuple(mixed[1::2])
        among = everything if helper.is_lost else own
        rounds.another([portfolio.editions[number] for number in among])
    return _laid(portfolio, progress)


def _progress(portfolio: Portfolio, rounds: Rounds, helper: Helper | None = None) -> Progress:
    count = rounds.count + (helper.rounds if helper else 0)
    return Progress(len(portfolio.editions), count, portfolio.cost, portfolio.editions)
