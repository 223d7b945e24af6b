"""Every constraint of the planner: its sentence, what keeps it, and the rules that mirror it.

The rules share no code with the planner; a test compares the ids here with theirs, so that no
constraint is without an independent check and no such check without what keeps it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from toolkit.planning import constraints
from toolkit.planning.days import days_of, slots_of
from toolkit.planning.exam import exam_day
from toolkit.planning.experts import with_enough_experts
from toolkit.planning.rooms import rooms_fit_for
from toolkit.planning.standing import standing_lessons
from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Constraint:
    """Something that every timetable of the planner keeps."""

    kept_by: Callable[..., object]
    mirrors: tuple[str, ...]
    """The rules that check it."""
    sentence: Text


CONSTRAINTS: tuple[Constraint, ...] = (
    Constraint(
        constraints.nothing_is_left,
        ("T101", "T102", "T103", "T104", "T105", "T106", "T421", "T422", "T423"),
        Text(
            it="Ogni unità ha le sue ore, in ogni modalità, e il tirocinio le sue.",
            en="Each unit has its hours, in each mode, and the internship its own.",
        ),
    ),
    Constraint(
        constraints.mode_belongs_in_the_window,
        ("T205", "T206"),
        Text(
            it="La FAD sta nelle fasce per la FAD, se ce ne sono; la presenza nelle altre.",
            en="Distance lessons are in the distance windows, if any; presence lessons in the others.",
        ),
    ),
    Constraint(
        with_enough_experts,
        ("T307",),
        Text(
            it="Fra chi insegna gli esperti hanno la quota dello standard, se possono insegnare.",
            en="Experts have the standard's share of those who teach, where they can teach.",
        ),
    ),
    Constraint(
        slots_of,
        ("T204", "T207", "T306", "T327"),
        Text(
            it="Le lezioni stanno nelle fasce della settimana, una dopo l'altra.",
            en="Lessons are in the windows of the week, one after the other.",
        ),
    ),
    Constraint(
        days_of,
        ("T201", "T202", "T203"),
        Text(
            it="Nulla cade in un giorno festivo o di chiusura, né fuori dalle date del corso.",
            en="Nothing is on a holiday or a day of closure, or outside the dates of the course.",
        ),
    ),
    Constraint(
        standing_lessons,
        ("T209",),
        Text(
            it="Le lezioni fissate restano dove sono.",
            en="Pinned lessons stay where they are.",
        ),
    ),
    Constraint(
        constraints.prerequisites_are_complete,
        ("T401",),
        Text(
            it="Un'unità comincia quando le sue propedeutiche sono finite, per giorno e ora.",
            en="A unit begins when those it waits for have ended, by day and time.",
        ),
    ),
    Constraint(
        constraints.minutes_before_what_stands,
        ("T401", "T413"),
        Text(
            it="Un'unità è finita prima delle lezioni fissate che la seguono.",
            en="A unit is over before the pinned lessons that follow it.",
        ),
    ),
    Constraint(
        constraints.time_for_the_test,
        ("T411", "T412", "T413", "T414"),
        Text(
            it="La verifica è al termine dell'ultima lezione dell'unità, dentro le sue ore.",
            en="The test is at the end of the last lesson of its unit, inside its hours.",
        ),
    ),
    Constraint(
        constraints.minutes_left_today,
        ("T113", "T429"),
        Text(
            it="Un giorno non supera le sue ore, tirocinio compreso.",
            en="A day keeps to its hours, internship included.",
        ),
    ),
    Constraint(
        constraints.minutes_left_this_week,
        ("T114",),
        Text(
            it="Una settimana non supera le sue ore, tirocinio compreso.",
            en="A week keeps to its hours, internship included.",
        ),
    ),
    Constraint(
        constraints.longest_lesson,
        ("T111", "T112", "T115"),
        Text(
            it="Una lezione non supera max_block e, se è lunga, ha la sua pausa.",
            en="A lesson keeps to max_block and, if it is long, has its break.",
        ),
    ),
    Constraint(
        constraints.trainers_are_free,
        ("T301", "T302", "T303", "T304"),
        Text(
            it="Un formatore insegna le sue unità, quando è disponibile, presente e sotto contratto.",
            en="A trainer teaches his or her units, when available, present and under contract.",
        ),
    ),
    Constraint(
        constraints.trainers_keep_enough_hours,
        ("T305",),
        Text(it="Un formatore non supera le sue ore.", en="A trainer keeps to the hours allowed."),
    ),
    Constraint(
        constraints.rooms_are_free,
        ("T324", "T325"),
        Text(
            it="Un'aula si usa quando è libera e non è chiusa.",
            en="A room is used when it is free and not closed.",
        ),
    ),
    Constraint(
        rooms_fit_for,
        ("T321", "T322", "T323", "T326", "T328", "T329", "T330"),
        Text(
            it="L'aula è tra quelle dell'unità e contiene gli allievi; il laboratorio ha i pc.",
            en="The room is one of the unit's and holds the learners; a laboratory has the PCs.",
        ),
    ),
    Constraint(
        constraints.unit_is_in_time,
        ("T426", "T427"),
        Text(
            it="Il tirocinio viene dopo ciò che mette in pratica, dal giorno che il corso fissa.",
            en="The internship follows what it practises, from the day that the course sets.",
        ),
    ),
    Constraint(
        constraints.internship_minutes,
        ("T424", "T425", "T428", "T430"),
        Text(
            it="Il tirocinio è nei suoi giorni e non supera le sue ore, al giorno e a settimana.",
            en="The internship is on its days and keeps to its hours, a day and a week.",
        ),
    ),
    Constraint(
        constraints.internship_keeps_the_day_and_week,
        ("T429",),
        Text(
            it="Nei giorni e nelle settimane con lezioni il tirocinio lascia il posto alle loro ore.",
            en="On days and in weeks with lessons the internship leaves room for their hours.",
        ),
    ),
    Constraint(
        exam_day,
        ("T431", "T432", "T433", "T434", "T435"),
        Text(
            it="L'esame viene dopo tutto il resto, nel giorno fissato o nel primo adatto.",
            en="The exam comes after everything else, on the day set or the first that suits.",
        ),
    ),
)
