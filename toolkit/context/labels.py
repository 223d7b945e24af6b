"""The Italian words of the documents for what is a symbol in the code."""

from __future__ import annotations

from toolkit import wording
from toolkit.model.choices import TestKind
from toolkit.model.provider import RoomKind

DASH = "—"
"""Printed where there is nothing to print."""

MODES = {mode: words.it for mode, words in wording.MODES.items()}

ROOM_KINDS = {RoomKind.CLASSROOM: "aula", RoomKind.LABORATORY: "laboratorio"}

TEST_KINDS = {
    TestKind.TEST: "test",
    TestKind.EXERCISE: "esercitazione",
    TestKind.SIMULATION: "simulazione",
    TestKind.INTERVIEW: "colloquio",
    TestKind.PRODUCT: "prodotto",
}

FUNDING = {"self-financed": "autofinanziato", "funded": "finanziato"}

CREDIT_KINDS = {
    "attendance": "credito di frequenza",
    "a-priori": "credito con valore a priori",
    "internship": "credito sul tirocinio",
}

WEEKDAYS = tuple(words.it for words in wording.WEEKDAYS)
