"""The words around a figure agree with it, whatever the figure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolkit.agreement import preceded
from toolkit.text import Text

ITALIAN = {
    "{n} ore, lo standard ne chiede almeno {m}": {
        (1, 2): "1 ora, lo standard ne chiede almeno 2",
        (0, 1): "0 ore, lo standard ne chiede almeno 1",
        (1.5, 2): "1,5 ore, lo standard ne chiede almeno 2",
        (0.25, 1): "0,25 ore, lo standard ne chiede almeno 1",
        (11, 2): "11 ore, lo standard ne chiede almeno 2",
        (101, 2): "101 ore, lo standard ne chiede almeno 2",
    },
    "{n} ore asincrone su {m} ore": {
        (1, 1): "1 ora asincrona su 1 ora",
        (2, 1): "2 ore asincrone su 1 ora",
    },
    "ci sono {n} ore e ce ne sono {m}": {
        (1, 1): "c'è 1 ora e ce n'è 1",
        (1.5, 1.5): "ci sono 1,5 ore e ce ne sono 1,5",
        (2, 10): "ci sono 2 ore e ce ne sono 10",
    },
    "si sono svolte {n} ore; posti: {m} posti": {
        (1, 1): "si è svolta 1 ora; posti: 1 posto",
        (21, 0): "si sono svolte 21 ore; posti: 0 posti",
    },
    "il {n}% di {m}": {
        (0.48, 1): "lo 0,48% di 1",
        (1, 1): "l'1% di 1",
        (1.7, 1): "l'1,7% di 1",
        (10, 1): "il 10% di 1",
        (8, 1): "l'8% di 1",
        (80, 1): "l'80% di 1",
        (8.5, 1): "l'8,5% di 1",
        (18, 1): "il 18% di 1",
        (11, 1): "l'11% di 1",
        (110, 1): "il 110% di 1",
        (800, 1): "l'800% di 1",
        (8000, 1): "l'8000% di 1",
        (1800, 1): "il 1800% di 1",
        (11500, 1): "l'11500% di 1",
    },
    "Dal {n} ai {m} dei {m}": {
        (8, 8): "Dall'8 agli 8 degli 8",
        (0, 11): "Dallo 0 agli 11 degli 11",
        (1, 7): "Dal 1 ai 7 dei 7",
    },
}

CASES = [
    (template, values, told) for template, each in ITALIAN.items() for values, told in each.items()
]


@pytest.mark.parametrize(("template", "values", "told"), CASES)
def test_italian_articles_and_plurals(
    template: str, values: tuple[float, float], told: str
) -> None:
    assert Text(it=template, en="").say("it", n=values[0], m=values[1]) == told


@pytest.mark.parametrize(
    ("template", "number", "told"),
    [
        ("{n} hours", 1, "1 hour"),
        ("{n} hours", 1.5, "1.5 hours"),
        ("{n} hours", 0.1, "0.1 hours"),
        ("{n} distance hours", 1, "1 distance hour"),
        ("{n} learners", 21, "21 learners"),
        ("has {n} PCs", 1, "has 1 PC"),
    ],
)
def test_english_plurals(template: str, number: float, told: str) -> None:
    assert Text(it="", en=template).say("en", n=number) == told


@pytest.mark.parametrize(
    ("word", "figure", "told"),
    [
        ("il", "11 gennaio 2027", "l’11 gennaio 2027"),
        ("dal", "08/01/2027", "dall’08/01/2027"),
        ("dal", "01/01/2027", "dal 01/01/2027"),
        ("al", "18 marzo", "al 18 marzo"),
        ("il", "0,48", "lo 0,48"),
        ("dei", "8", "degli 8"),
    ],
)
def test_documents_have_typographic_apostrophes(word: str, figure: str, told: str) -> None:
    assert preceded(word, figure) == told


@given(number=st.integers(2, 10_000))
def test_only_one_is_singular(number: int) -> None:
    assert Text(it="{n} ore", en="{n} hours").filled(n=number) == Text(
        it=f"{number} ore", en=f"{number} hours"
    )


def test_a_whole_number_of_decimals_is_whole() -> None:
    assert Text(it="{n} ore", en="{n} hours").filled(n=1.0) == Text(it="1 ora", en="1 hour")


def test_finished_sentences_are_left_as_they_are() -> None:
    assert Text(it="«1 ore»", en="1 hours").say("it") == "«1 ore»"
