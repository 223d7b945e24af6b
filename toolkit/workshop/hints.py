"""What a name that does not exist was meant to be: across languages, accents and case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType

from toolkit.workshop.statements import unaccented

ITALIAN: Mapping[str, str] = MappingProxyType(
    {
        # the names at the top and what they lead to
        "documento": "document", "clausola": "clause", "clausole": "clauses",
        "conformita": "conformity", "ente": "provider", "soggetto": "provider",
        "attuatore": "provider", "proponente": "provider", "sede": "venue", "corso": "course",
        "percorso": "course", "unita": "unit", "ura": "unit", "modulo": "unit", "moduli": "units",
        "aggiuntiva": "additional", "aggiuntive": "additional", "tirocinio": "internship",
        "stage": "internship", "valutazione": "assessment", "prova": "assessment",
        "credito": "credit", "crediti": "credits", "personale": "staff", "attrezzature": "equipment",
        "frequenza": "attendance", "calendario": "timetable", "orario": "timetable",
        "grafico": "chart", "grafici": "charts", "legenda": "legend", "allievo": "learner",
        "allievi": "learners", "studenti": "learners", "schede": "sheets", "scheda": "sheet",
        "allegati": "annexes", "lezione": "lesson", "lezioni": "lessons", "mese": "month",
        "mesi": "months", "settimana": "week", "settimane": "weeks",
        # what things have
        "codice": "code", "titolo": "title", "nome": "name title", "denominazione": "name",
        "numero": "number", "ore": "hours", "durata": "hours", "data": "date", "inizio": "start",
        "fine": "end", "giorno": "day", "giorni": "days", "edizione": "edition",
        "versione": "version", "luogo": "place", "regione": "region", "atto": "act",
        "qualifica": "qualification", "qualificazione": "qualification", "livello": "level",
        "livelli": "levels", "accesso": "access", "propedeuticita": "prerequisites",
        "metodologia": "methodology", "metodi": "methods", "conoscenza": "knowledge",
        "conoscenze": "knowledge", "abilita": "skills", "competenza": "competence",
        "argomento": "topic", "argomenti": "topics", "formatore": "trainer", "docente": "trainer",
        "formatori": "trainers", "docenti": "trainers", "aule": "rooms", "aula": "room",
        "laboratorio": "laboratory", "sincrone": "synchronous", "sincrona": "synchronous",
        "asincrone": "asynchronous", "asincrona": "asynchronous", "fad": "distance",
        "distanza": "distance", "presenza": "presence", "minime": "min", "minimo": "min",
        "massime": "max", "massimo": "max", "totale": "total", "totali": "total",
        "costo": "cost", "costi": "costs", "importo": "amount", "voce": "item", "soglia": "threshold",
        "peso": "weight", "strumento": "tool", "indicatore": "indicator", "evidenze": "evidence",
        "direttore": "director", "coordinatore": "coordinator", "tutor": "tutor",
        "esperto": "expert", "esperti": "expert", "settore": "sector", "anni": "years",
        "esperienza": "experience", "indirizzo": "address", "citta": "town", "comune": "town",
        "telefono": "phone", "sito": "website", "piattaforma": "platform", "capienza": "capacity",
        "superficie": "area", "tipo": "kind", "nota": "note", "note": "notes", "esito": "outcome",
        "valore": "value", "testo": "words", "parole": "words", "programma": "programme",
        "profilo": "profile", "sbocchi": "outlets", "contesto": "context", "esame": "exam",
        "ospite": "host", "ospitanti": "hosts", "ospiti": "hosts", "attivita": "activities",
        "motivo": "reason", "colore": "color", "righe": "rows", "riga": "row", "celle": "cells",
        # filters
        "ora": "time", "euro": "euro", "percentuale": "percent", "maiuscolo": "upper",
        "minuscolo": "lower", "unisci": "join_and", "elenco": "join_and", "lunghezza": "length",
        "primo": "first", "ultimo": "last", "vero": "yes_no", "sino": "yes_no",
    }
)  # fmt: skip
"""Italian words of the field, without accents, and the English ones that names are made of."""


def meant_name(word: str, known: Iterable[str]) -> str:
    """Return the name of *known* that *word* most likely stands for; else nothing."""
    names = {name.lower(): name for name in known}
    plain = unaccented(word)
    for guess in (plain, *_translations(plain)):
        for form in (guess, f"{guess}s", guess.removesuffix("s")):
            if form in names:
                return names[form]
    pieces = {_translated(each) for each in plain.split("_")}
    for lower, name in names.items():
        if len(pieces) > 1 and pieces == set(lower.split("_")):
            return name
    return _nearest(plain, names)


def _translations(plain: str) -> tuple[str, ...]:
    """Return what Italian words stand for, the likelier first."""
    if whole := ITALIAN.get(plain):
        return tuple(whole.split())
    return ("_".join(_translated(piece) for piece in plain.split("_")),)


def _nearest(plain: str, names: Mapping[str, str]) -> str:
    if near := get_close_matches(plain, names, n=1, cutoff=0.7):
        return names[near[0]]
    ends = [name for lower, name in names.items() if lower.split("_")[-1] == _translated(plain)]
    if len(ends) == 1:
        return ends[0]
    if italian := get_close_matches(plain, ITALIAN, n=1, cutoff=0.8):
        return names.get(_translated(italian[0]), "")
    return ""


def _translated(plain: str) -> str:
    return ITALIAN.get(plain, plain).split()[0] if plain else plain
