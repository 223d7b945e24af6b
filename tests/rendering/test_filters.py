from __future__ import annotations

import io
from datetime import UTC, date, datetime, time
from decimal import Decimal

import docx
import pytest

from toolkit.rendering import compile_template
from toolkit.rendering.faults import FilterError
from toolkit.rendering.filters import FILTERS

DAY = date(2027, 1, 11)
NOON = datetime(2027, 1, 11, 12, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("date", DAY, "11/01/2027"),
        ("date", NOON, "11/01/2027"),
        ("long_date", DAY, "11 gennaio 2027"),
        ("weekday", DAY, "lunedì"),
        ("short_weekday", DAY, "lun"),
        ("month", DAY, "gennaio 2027"),
        ("time", time(9, 0), "9:00"),
        ("time", NOON, "12:05"),
        ("hours", 10, "10"),
        ("hours", 10.0, "10"),
        ("hours", 10.5, "10,5"),
        ("hours", 10.25, "10,25"),
        ("hours", 1200, "1.200"),
        ("hours", 0, "0"),
        ("number", 1234.5, "1.234,5"),
        ("euro", Decimal("1234.5"), "1.234,50\xa0€"),
        ("percent", 30, "30%"),
        ("percent", 12.5, "12,5%"),
        ("join_and", ("a", "b", "c"), "a, b e c"),
        ("join_and", ["a", "b"], "a e b"),
        ("join_and", ("a",), "a"),
        ("join_and", (), ""),
        ("yes_no", True, "sì"),
        ("yes_no", False, "no"),
        ("initial_upper", "àncora Uno", "Àncora Uno"),
        ("initial_upper", "", ""),
        ("agreed", "1 allievi e 1 ore complessive", "1 allievo e 1 ora complessiva"),
        ("agreed", "1 non applicabili, 8 ai 8", "1 non applicabile, 8 agli 8"),
        ("agreed", "l'unità «dell'ente»", "l’unità «dell'ente»"),
    ],
)
def test_a_filter_writes_as_italian_documents_do(name, value, written):
    assert FILTERS[name](value) == written


@pytest.mark.parametrize(
    ("name", "value", "written"),
    [
        ("since", "11 gennaio 2027", "dall’11 gennaio 2027"),
        ("since", "12 gennaio 2027", "dal 12 gennaio 2027"),
        ("until", "08/03/2027", "all’08/03/2027"),
        ("until", "18/03/2027", "al 18/03/2027"),
        ("on", "8 marzo 2027", "l’8 marzo 2027"),
        ("on", "1° marzo 2027", "il 1° marzo 2027"),
        ("dated", "11/03/2027", "dell’11/03/2027"),
    ],
)
def test_a_word_before_a_date_is_elided_where_italian_does(name, value, written):
    assert FILTERS[name](value) == written


def test_a_word_stands_before_a_value_still_to_be_given(missing):
    assert FILTERS["since"](missing("data")) == f"dal {missing('data')}"


@pytest.mark.parametrize("name", sorted(set(FILTERS) - {"since", "until", "on", "dated"}))
def test_a_value_still_to_be_given_passes_untouched(name, missing):
    value = missing("qualcosa")

    assert FILTERS[name](value) is value


@pytest.mark.parametrize("name", sorted(FILTERS))
def test_a_filter_refuses_what_it_cannot_write(name):
    with pytest.raises(FilterError) as raised:
        FILTERS[name](None)

    assert f"il filtro «{name}» vuole " in raised.value.say("it")
    assert raised.value.exit_code == 4


def test_a_number_is_not_a_truth_value_nor_the_other_way_round():
    with pytest.raises(FilterError):
        FILTERS["hours"](True)
    with pytest.raises(FilterError):
        FILTERS["yes_no"](1)


def test_a_fault_of_a_filter_is_told_with_its_place(texts):
    with pytest.raises(FilterError) as raised:
        texts("Dal {{ start|date }}", start="domani")

    assert raised.value.where == "prova.docx:word/document.xml"
    assert "vuole una data, ma il valore è 'domani'" in raised.value.say("it")
    assert "Vicino a: «Dal {{ start|date }}»" in raised.value.say("it")


def test_filters_of_the_caller_are_added(template):
    source = template("{{ name|twice }}")
    compiled = compile_template(source, name="prova", filters={"twice": lambda text: text * 2})

    made = compiled.render({"name": "ab"}, stamp=NOON)
    assert docx.Document(io.BytesIO(made)).paragraphs[0].text == "abab"


def test_equal_numbers_are_printed_alike_whichever_kind_comes_first(texts):
    line = "{% for n in numbers %}{{ n | hours }} {{ n | euro }};{% endfor %}"
    numbers = (-0.0, 0, Decimal("0.00"), 1, 1.0, Decimal("1.0"))

    assert texts(line, numbers=numbers) == ["0 0,00\xa0€;" * 3 + "1 1,00\xa0€;" * 3]


def test_filters_one_after_the_other_write_a_date_again_and_again(texts):
    line = "{% for day in days %}{{ day | long_date | since }};{% endfor %}"
    other = date(2027, 3, 12)

    written = "dall’11 gennaio 2027;dal 12 marzo 2027;dall’11 gennaio 2027;"
    assert texts(line, days=(DAY, other, DAY)) == [written]


def test_yes_is_no_number_even_after_a_number_was_printed(texts):
    with pytest.raises(FilterError):
        texts("{% for n in (1, yes) %}{{ n | hours }}{% endfor %}", yes=True)


def test_a_filter_of_the_callers_own_takes_the_place_of_ours(template):
    made = compile_template(template("{{ day | date }}"), filters={"date": lambda _: "oggi"})

    document = docx.Document(io.BytesIO(made.render({"day": DAY})))
    assert document.paragraphs[0].text == "oggi"


def test_a_value_still_to_be_given_is_seen_in_every_text_it_stands_in(texts, missing):
    line = "{% for n in (1, 2) %}{{ ('entro ' ~ day) | initial_upper }};{% endfor %}"

    assert texts(line, day=missing("data")) == ["Entro [da completare: data];" * 2]
