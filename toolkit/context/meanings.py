"""What each name of the context means, in both languages: by record and name, else by name."""

from __future__ import annotations

from toolkit.context.particulars import PARTICULARS
from toolkit.text import Text


def meaning(record: str, name: str) -> Text:
    """Return what *name* means in the record class called *record*."""
    italian, english = PARTICULARS.get(f"{record}.{name}") or _SHARED[name]
    return Text(it=italian, en=english)


_SHARED = {
    "act": ("atto di riconoscimento", "act of recognition"),
    "address": ("indirizzo", "address"),
    "amount": ("importo in euro", "amount in euro"),
    "area": ("superficie in m²", "floor area in m²"),
    "asynchronous_hours": ("ore in FAD asincrona", "asynchronous distance hours"),
    "capacity": ("capienza in allievi", "capacity in learners"),
    "citation": ("paragrafo dello standard, come §4", "section of the standard, such as §4"),
    "classroom_hours": ("ore in aula", "hours in the classroom"),
    "code": ("codice", "code"),
    "codes": (
        "codici di conoscenze e abilità trattate",
        "codes of the knowledge and skills treated",
    ),
    "color": ("colore di sfondo, RRGGBB", "background colour, RRGGBB"),
    "competence_unit": (
        "unità di competenza; — se non c'è",
        "competence unit; — where there is none",
    ),
    "constraints": ("vincoli rispettati", "constraints that are kept"),
    "costs": ("voci di costo", "cost items"),
    "date": ("data", "date"),
    "days": ("giorni", "days"),
    "descriptor": ("descrittore", "descriptor"),
    "distance_hours": ("ore in FAD", "distance hours"),
    "end": ("fine", "end"),
    "experience_years": ("anni di esperienza", "years of experience"),
    "first_day": ("primo giorno", "first day"),
    "hours": ("ore", "hours"),
    "internship_hours": ("ore di tirocinio", "hours of internship"),
    "is_admitted": ("se è ammesso", "whether it is admitted"),
    "is_draft": ("se è una bozza", "whether it is a draft"),
    "is_expert": ("se è esperto dal mondo del lavoro", "whether an expert from the trade"),
    "is_laboratory": ("se è un laboratorio", "whether it is a laboratory"),
    "is_skill": ("se è un'abilità; se no, una conoscenza", "whether a skill; else a knowledge"),
    "item": ("voce di spesa", "item of expense"),
    "label": ("che cosa indica", "what it stands for"),
    "laboratory_hours": ("ore in laboratorio", "hours in the laboratory"),
    "last_day": ("ultimo giorno", "last day"),
    "learner": ("codice dell'allievo", "code of the learner"),
    "lessons": ("numero di lezioni", "number of lessons"),
    "max_distance_hours": ("ore massime in FAD", "maximum distance hours"),
    "max_hours": ("ore massime", "maximum hours"),
    "min_hours": ("ore minime", "minimum hours"),
    "name": ("nome", "name"),
    "number": ("numero", "number"),
    "pcs": ("numero di pc", "number of PCs"),
    "place": ("aula, o piattaforma se a distanza", "room, or platform where distance"),
    "presence_hours": ("ore in presenza", "hours in presence"),
    "reason": ("motivo", "reason"),
    "rooms": ("aule e laboratori", "rooms and laboratories"),
    "rows": ("righe", "rows"),
    "sector": ("settore di esperienza", "sector of experience"),
    "start": ("inizio", "start"),
    "synchronous_hours": ("ore in FAD sincrona", "synchronous distance hours"),
    "threshold": ("soglia in percentuale", "threshold in percent"),
    "title": ("titolo", "title"),
    "tool": ("strumento", "tool"),
    "total": ("totale in euro", "total in euro"),
    "total_hours": ("ore complessive, tirocinio compreso", "hours in all, internship included"),
    "town": ("comune", "town"),
    "trainer": ("formatore", "trainer"),
    "unit_code": ("codice dell'unità", "code of the unit"),
    "unit_hours": ("ore dell'unità", "hours of the unit"),
    "unit_title": ("titolo dell'unità", "title of the unit"),
    "units": ("codici delle unità", "codes of the units"),
    "weeks": ("settimane", "weeks"),
    "weight": (
        "peso in percentuale, cioè punti massimi",
        "weight in percent, so the maximum points",
    ),
    "words": ("parole dello standard", "words of the standard"),
}
