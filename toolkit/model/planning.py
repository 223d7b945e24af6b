"""How a course wants its lessons laid out: limits, goals with their weights, fixed lessons."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from toolkit.model.moments import Day, TimeRange
from toolkit.model.numbers import Amount, Hours, Weight
from toolkit.model.record import Record
from toolkit.model.timetable import Mode
from toolkit.model.words import Line

WeekdayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


class Goals(Record):
    """How much each goal counts against the others; 0 leaves it out."""

    early_end: Weight = 2.0
    """Il corso finisce presto: conta ogni giorno fra l'inizio e l'ultima attività."""
    few_days: Weight = 1.0
    """Le lezioni occupano pochi giorni: conta ogni giorno."""
    even_weeks: Weight = 0.05
    """Le settimane hanno lo stesso carico, in proporzione alle loro fasce: conta ogni ora di scarto."""
    whole_blocks: Weight = 0.5
    """Le lezioni durano almeno min_block: conta ogni ora che manca."""
    whole_hours: Weight = 0.25
    """Le lezioni durano ore intere: mezz'ora conta per metà, un quarto d'ora per intero."""
    varied_days: Weight = 2.0
    """Un giorno non è tutto della stessa unità: conta ogni ora oltre max_block."""
    few_trainers_a_day: Weight = 0.1
    """In un giorno si alternano pochi formatori: conta ognuno oltre il secondo."""
    one_trainer_a_unit: Weight = 1.0
    """Un'unità ha un solo formatore: conta ognuno oltre il primo."""
    in_the_laboratory: Weight = 0.5
    """Le lezioni in presenza di un'unità di laboratorio sono in laboratorio: conta ogni ora altrove."""
    theory_first: Weight = 0.1
    """In un'unità la teoria precede il laboratorio: conta ogni ora di teoria che viene dopo."""
    distance_evenings: Weight = 0.5
    """La FAD cade nei giorni scelti (distance_days): conta ogni ora in un altro giorno."""
    taught_before_test: Weight = 0.5
    """La lezione che finisce con la prova ha anche altro: conta ogni lezione di sola prova."""
    unit_soon_finished: Weight = 0.02
    """Un'unità cominciata finisce presto: conta ogni giorno fra la prima e l'ultima lezione."""
    expert_hours: Weight = 0.2
    """Gli esperti tengono la quota di ore che lo standard chiede: conta ogni ora che manca."""


class PinnedLesson(Record):
    """A lesson that the course fixes, wherever the others go."""

    date: Day
    """Il giorno."""
    time: TimeRange
    """L'orario, pausa compresa."""
    unit: Line
    """Il codice dell'unità, per esempio URA01 o AGG01."""
    mode: Mode = Mode.CLASSROOM
    """classroom: aula; laboratory: laboratorio; synchronous, asynchronous: FAD."""
    room: Line | None = None
    """Il nome dell'aula; assente per la FAD."""
    trainer: Line
    """Il nome del formatore."""


class Planning(Record):
    """How lessons are laid out."""

    min_block: Annotated[Hours, Field(gt=0)] = 2.0
    """Le ore della lezione più breve, dove si può."""
    max_block: Annotated[Hours, Field(gt=0)] = 4.0
    """Le ore della lezione più lunga della stessa unità."""
    max_hours_per_day: Annotated[Hours, Field(gt=0, le=12)] = 8.0
    """Le ore al massimo in un giorno."""
    max_hours_per_week: Annotated[Hours, Field(gt=0, le=60)] = 40.0
    """Le ore al massimo in una settimana."""
    break_minutes: Annotated[Amount, Field(le=60)] = 0
    """La pausa, in minuti, dentro le lezioni più lunghe di break_after ore."""
    break_after: Annotated[Hours, Field(gt=0)] = 2.0
    """Oltre quante ore una lezione ha la pausa."""
    distance_days: tuple[WeekdayName, ...] = ()
    """I giorni preferiti per la FAD, dove più fasce la ammettono; se mancano, tutti."""
    goals: Goals = Goals()
    """Quanto conta ciascuno degli obiettivi."""
    pinned: tuple[PinnedLesson, ...] = ()
    """Le lezioni fissate: il calendario le ha così come sono scritte."""
    seed: Amount = 0
    """Il seme: a parità di dati e di seme il calendario è lo stesso."""
