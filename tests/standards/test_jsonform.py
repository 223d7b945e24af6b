from __future__ import annotations

import json
import re
from pathlib import Path

from toolkit.model.standard import Standard
from toolkit.standards.jsonform import as_json

DOCUMENT = Path(__file__).parents[2] / "docs/standard-json.md"


def test_the_top_has_its_documented_keys(standard: Standard) -> None:
    assert list(as_json(standard)) == [
        *("id", "version", "reference", "qualification", "region", "fictitious", "eqf_level"),
        *("act", "in_force", "source", "totals", "internship", "prerequisites"),
        *("laboratory_units", "additional_units", "credits", "language", "trainers", "equipment"),
        *("exam", "units", "competence_units", "clauses", "unchecked", "copied", "absent"),
        *("transcription_notes", "superseded_acts"),
    ]


def test_every_key_is_documented(standard: Standard) -> None:
    told = as_json(standard)
    documented = set(re.findall(r"`(\w+)`", DOCUMENT.read_text(encoding="utf-8")))

    assert {*told, *told["units"][0]} - documented == set()


def test_it_survives_being_written_and_read(standard: Standard) -> None:
    told = as_json(standard)

    assert json.loads(json.dumps(told, ensure_ascii=False)) == told


def test_the_figures_of_the_abruzzo_standard(abruzzo: Standard) -> None:
    told = as_json(abruzzo)
    figures = {key: told[key] for key in told if key not in LONG}

    assert figures == {
        "id": "abruzzo/addetto-al-servizio-clienti",
        "version": "2023-04-19",
        "reference": "abruzzo/addetto-al-servizio-clienti@2023-04-19",
        "qualification": "Addetto al servizio clienti",
        "region": "Abruzzo",
        "fictitious": False,
        "eqf_level": 3,
        "act": {
            "words": "DETERMINAZIONE DIRIGENZIALE n. 61/DPG025 (19-04-2023)",
            "kind": "Determinazione dirigenziale",
            "number": "61/DPG025",
            "date": "2023-04-19",
        },
        "in_force": {"since": "2023-04-19", "until": None},
        "totals": {"hours": 208, "distance_hours": 99},
        "internship": {"min_hours": 60, "max_hours": 100},
        "prerequisites": [{"first": [2, 3], "then": [4, 5, 6, 7, 8, 9, 10, 11, 12, 13]}],
        "laboratory_units": [7, 8, 9, 10, 11],
        "additional_units": {"max_percent": 10},
        "credits": {"attendance_max_percent": 30, "internship_max_percent": 100},
        "language": {"level": "B1"},
        "trainers": {"min_expert_percent": 50, "min_experience_years": 3},
        "equipment": [
            {
                "name": "Laboratorio informatico (un pc per ogni due allievi)",
                "learners_per_pc": 2,
            }
        ],
        "exam": {"min_attendance_percent": 70},
        "absent": [],
    }


LONG = (
    "source",
    "units",
    "competence_units",
    "clauses",
    "unchecked",
    "copied",
    "transcription_notes",
    "superseded_acts",
)


def test_the_hours_of_the_abruzzo_units(abruzzo: Standard) -> None:
    hours = [
        (unit["code"], unit["min_hours"], unit["max_distance_hours"], unit["credit"]["kind"])
        for unit in as_json(abruzzo)["units"]
    ]

    assert hours == [
        ("URA01", 10, 5, "none"),
        ("URA02", 10, 5, "none"),
        ("URA03", 15, 5, "attendance"),
        ("URA04", 20, 10, "attendance"),
        ("URA05", 20, 10, "attendance"),
        ("URA06", 20, 10, "attendance"),
        ("URA07", 20, 10, "attendance"),
        ("URA08", 15, 5, "attendance"),
        ("URA09", 10, 5, "attendance"),
        ("URA10", 20, 10, "attendance"),
        ("URA11", 20, 10, "attendance"),
        ("URA12", 20, 10, "attendance"),
        ("URA13", 8, 4, "a-priori"),
    ]


def test_one_unit_of_the_abruzzo_standard(abruzzo: Standard) -> None:
    assert as_json(abruzzo)["units"][6] == {
        "number": 7,
        "code": "URA07",
        "title": "Assistere i clienti da remoto",
        "competence_unit": "Gestire il servizio di accoglienza e assistenza clienti da remoto",
        "min_hours": 20,
        "max_distance_hours": 10,
        "credit": {
            "kind": "attendance",
            "words": "Ammesso il riconoscimento di credito formativo di frequenza sulla base della "
            "valutazione di apprendimenti formali, non formali ed informali",
        },
        "prerequisites": [2, 3],
        "knowledge": [
            "Principi e tecniche di customer care",
            "Tecniche di problem solving",
            "Tecniche di mediazione e negoziazione",
            "Tecniche di customer relationship management",
        ],
        "skills": [
            (
                "Utilizzare tecniche di intervista per circoscrivere richieste e problemi e "
                "ipotizzare in relazione alla tipologia di reclamo gli interventi utili da "
                "realizzare nel rispetto delle procedure aziendali definite"
            ),
            "Fornire le indicazioni utili a risolvere disfunsioni o disservizi",
        ],
    }


def test_the_items_of_the_abruzzo_units(abruzzo: Standard) -> None:
    items = [(len(unit["knowledge"]), len(unit["skills"])) for unit in as_json(abruzzo)["units"]]

    assert items == [
        *((3, 0), (2, 0), (3, 0), (4, 6), (4, 5), (6, 8), (4, 2)),
        *((5, 4), (5, 3), (5, 7), (4, 3), (1, 0), (1, 3)),
    ]


def test_a_clause_tells_its_section_and_words(abruzzo: Standard) -> None:
    assert as_json(abruzzo)["clauses"]["total-hours"] == {
        "section": 4,
        "citation": "§4",
        "words": "DURATA MINIMA TOTALE AL NETTO DEL TIROCINIO CURRICULARE 208 99",
    }


def test_what_a_standard_does_not_have_is_null_or_empty(fantasia: Standard) -> None:
    told = as_json(fantasia)

    assert {key: told[key] for key in ("internship", "language", "laboratory_units")} == {
        "internship": None,
        "language": None,
        "laboratory_units": [],
    }


def test_hours_that_are_not_whole_keep_their_fraction(fantasia: Standard) -> None:
    assert as_json(fantasia)["totals"] == {"hours": 82.5, "distance_hours": 19.5}
