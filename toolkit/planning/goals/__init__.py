"""Every goal, what a schedule costs against them all, and what it costs against each.

Hard constraints are elsewhere: a goal that is missed costs, a constraint that is broken makes
the timetable none at all.
"""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.planning.goals.goal import Goal, Miss
from toolkit.planning.goals.lessons import (
    blocks_are_whole,
    hours_are_whole,
    laboratory_units_are_in_the_laboratory,
    something_is_taught_before_the_test,
)
from toolkit.planning.goals.people import experts_give_their_share, few_trainers_take_turns
from toolkit.planning.goals.time import (
    distance_is_on_the_days_chosen,
    ends_early,
    takes_few_days,
    weeks_are_even,
)
from toolkit.planning.goals.units import (
    a_unit_has_one_trainer,
    a_unit_is_soon_finished,
    days_are_varied,
    theory_comes_first,
)
from toolkit.planning.schedule import Schedule
from toolkit.text import Text

__all__ = ["GOALS", "Goal", "Miss", "Score", "cost", "scores"]

GOALS: tuple[Goal, ...] = (
    Goal(
        "early_end",
        ends_early,
        Text(
            it="l'ultima attività è il {day}, {days} giorni dopo l'inizio.",
            en="the last activity is on {day}, {days} days after the start.",
        ),
    ),
    Goal(
        "few_days",
        takes_few_days,
        Text(it="giorni di lezione: {days}.", en="days with lessons: {days}."),
    ),
    Goal(
        "even_weeks",
        weeks_are_even,
        Text(
            it="settimana del {monday}: {hours} h, in proporzione sarebbero {fair}.",
            en="week of {monday}: {hours} h, in proportion it would be {fair}.",
        ),
    ),
    Goal(
        "whole_blocks",
        blocks_are_whole,
        Text(it="{unit}, {day}: lezione di {hours} h.", en="{unit}, {day}: a lesson of {hours} h."),
    ),
    Goal(
        "whole_hours",
        hours_are_whole,
        Text(it="{unit}, {day}: lezione di {hours} h.", en="{unit}, {day}: a lesson of {hours} h."),
    ),
    Goal(
        "varied_days",
        days_are_varied,
        Text(it="{unit} occupa {hours} h il {day}.", en="{unit} takes {hours} h on {day}."),
    ),
    Goal(
        "few_trainers_a_day",
        few_trainers_take_turns,
        Text(
            it="{day}: formatori che si alternano: {trainers}.",
            en="{day}: trainers taking turns: {trainers}.",
        ),
    ),
    Goal(
        "one_trainer_a_unit",
        a_unit_has_one_trainer,
        Text(it="{unit}: più formatori ({trainers}).", en="{unit}: several trainers ({trainers})."),
    ),
    Goal(
        "in_the_laboratory",
        laboratory_units_are_in_the_laboratory,
        Text(
            it="{unit}, {day}: {hours} h fuori dal laboratorio.",
            en="{unit}, {day}: {hours} h outside a laboratory.",
        ),
    ),
    Goal(
        "theory_first",
        theory_comes_first,
        Text(
            it="{unit}: {hours} h di teoria dopo il primo laboratorio.",
            en="{unit}: {hours} h of theory after the first laboratory.",
        ),
    ),
    Goal(
        "distance_evenings",
        distance_is_on_the_days_chosen,
        Text(
            it="{weekday} {day}: {hours} h di FAD, in un giorno non scelto.",
            en="{weekday} {day}: {hours} h of distance learning, not on a day chosen for it.",
        ),
    ),
    Goal(
        "taught_before_test",
        something_is_taught_before_the_test,
        Text(
            it="{unit}: la lezione del {day} è di sola prova.",
            en="{unit}: the lesson on {day} is all test.",
        ),
    ),
    Goal(
        "unit_soon_finished",
        a_unit_is_soon_finished,
        Text(
            it="{unit}: {days} giorni fra la prima e l'ultima lezione.",
            en="{unit}: {days} days between the first lesson and the last.",
        ),
    ),
    Goal(
        "expert_hours",
        experts_give_their_share,
        Text(
            it="gli esperti tengono {hours} h, la quota dello standard è {share}.",
            en="experts give {hours} h, the standard's share is {share}.",
        ),
    ),
)
"""In the order of the configuration; a weight of 0 switches a goal off."""


@dataclass(frozen=True, slots=True)
class Score:
    """How far a schedule is from one goal."""

    goal: Goal
    weight: float
    amount: float
    reasons: tuple[Text, ...]
    """A sentence for each place where the goal is missed."""

    @property
    def cost(self) -> float:
        """What the goal adds to the cost of the schedule."""
        return self.weight * self.amount


def cost(schedule: Schedule) -> float:
    """Return how far a complete *schedule* is from the goals; less is better."""
    return sum(
        weight * sum(miss.amount for miss in goal.misses(schedule))
        for goal in GOALS
        if (weight := goal.weight(schedule.demand))
    )


def scores(schedule: Schedule) -> tuple[Score, ...]:
    """Return the score of *schedule* goal by goal, those that count for nothing left out."""
    return tuple(
        _score(goal, weight, tuple(goal.misses(schedule)))
        for goal in GOALS
        if (weight := goal.weight(schedule.demand))
    )


def _score(goal: Goal, weight: float, misses: tuple[Miss, ...]) -> Score:
    reasons = tuple(goal.sentence.filled(**miss.values) for miss in misses)
    return Score(goal, weight, sum(miss.amount for miss in misses), reasons)
