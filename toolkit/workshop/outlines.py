"""What a new template holds to begin with: a document that already uses the course's data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph in one of the house's styles."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of two columns: what is told, and the tag that tells it."""

    caption: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid, with its width in twentieths of a point."""

    heading: str
    value: str
    width: int
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row for each item of a list."""

    caption: str
    loop: str
    columns: tuple[Column, ...]


Block = Line | Sheet | Grid

_COURSE = (
    ("Percorso", "{{ course.title }}"),
    ("Codice ed edizione", "{{ course.code }}, edizione {{ course.edition }}"),
    ("Soggetto attuatore", "{{ provider.name }}"),
    ("Sede", "{{ venue.address }}"),
    ("Periodo", "{{ course.start | long_date | since }} {{ course.end | long_date | until }}"),
)
_SIGNED = Line("LuogoData", "{{ document.place }}, {{ document.date | long_date }}")
_LESSONS = (
    Column("Data", "{{ lesson.date | date }}", 1700),
    Column("Orario", "{{ lesson.start | time }}-{{ lesson.end | time }}", 1700),
    Column("Modalità", "{{ lesson.mode }}", 2200),
    Column("Luogo", "{{ lesson.place }}", 2838),
    Column("Ore", "{{ lesson.hours | hours }}", 1200, is_number=True),
)

OUTLINES: Mapping[str, tuple[Block, ...]] = MappingProxyType(
    {
        "course": (
            Line("Subtitle", "{{ course.title }}"),
            Line("Heading1", "Dati del percorso"),
            Sheet(
                "Dati del percorso",
                (
                    *_COURSE,
                    ("Durata", "{{ course.total_hours | hours }} ore"),
                    ("Allievi", "{{ course.learners }}"),
                ),
            ),
            Line("Heading1", "Unità"),
            Line("Istruzione", "{%p for unit in all_units %}"),
            Line("Heading2", "{{ unit.code }} {{ unit.title }}"),
            Line(
                "BodyText",
                "{{ unit.hours | hours }} ore{% if unit.distance_hours %}, di cui "
                "{{ unit.distance_hours | hours }} in FAD{% endif %}.",
            ),
            Line("Istruzione", "{%p endfor %}"),
            _SIGNED,
        ),
        "unit": (
            Line("Subtitle", "{{ unit.code }} {{ unit.title }}"),
            Line("Heading1", "Dati dell’unità"),
            Sheet(
                "Dati dell’unità",
                (
                    *_COURSE,
                    ("Ore", "{{ unit.hours | hours }}"),
                    (
                        "Formatori",
                        (
                            "{% if unit.trainers %}{{ unit.trainers | join_and }}{% else %}da "
                            "indicare{% endif %}"
                        ),
                    ),
                    ("Prova", "{{ unit.assessment.kind }}, {{ unit.assessment.date | date | on }}"),
                ),
            ),
            Line("Heading1", "Argomenti"),
            Line("Istruzione", "{%p for topic in unit.topics %}"),
            Line("ListBullet", "{{ topic.title }}"),
            Line("Istruzione", "{%p endfor %}"),
            Line("Heading1", "Lezioni"),
            Grid(
                "Lezioni dell’unità",
                "lesson in timetable.lessons if lesson.unit_code == unit.code",
                _LESSONS,
            ),
            _SIGNED,
        ),
        "trainer": (
            Line("Subtitle", "{{ trainer.name }}"),
            Line("Heading1", "Incarico"),
            Line(
                "BodyText",
                "{{ provider.name }} affida a {{ trainer.name }} le lezioni che seguono, per "
                "{{ trainer.hours | hours }} ore in tutto.",
            ),
            Sheet("Dati del percorso", _COURSE),
            Line("Heading1", "Lezioni"),
            Grid(
                "Lezioni affidate",
                "lesson in timetable.lessons if lesson.trainer == trainer.name",
                _LESSONS,
            ),
            _SIGNED,
        ),
        "learner": (
            Line("Subtitle", "{{ course.title }}"),
            Line("Heading1", "Dati del percorso"),
            Sheet(
                "Dati del percorso",
                (
                    *_COURSE,
                    (
                        "Allievo",
                        (
                            "n. {{ learner.number }}{% if learner.code %}, codice "
                            "{{ learner.code }}{% endif %}"
                        ),
                    ),
                ),
            ),
            Line("Heading1", "Unità"),
            Grid(
                "Unità del percorso",
                "unit in all_units",
                (
                    Column("Sigla", "{{ unit.code }}", 1200),
                    Column("Unità", "{{ unit.title }}", 5238),
                    Column("Ore", "{{ unit.hours | hours }}", 1200, is_number=True),
                    Column(
                        "Credito",
                        "{{ 'riconosciuto' if unit.code in learner.credited_units else '' }}",
                        2000,
                    ),
                ),
            ),
            _SIGNED,
        ),
    }
)
"""By what the document is made once for."""
