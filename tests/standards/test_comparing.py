"""What changes between two versions is told, all of it, and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toolkit.catalogue import load_standard
from toolkit.model.standard import Standard
from toolkit.standards.comparing import compare
from toolkit.standards.comparing.asjson import as_json
from toolkit.standards.comparing.aspage import as_page
from toolkit.standards.comparing.astext import as_text
from toolkit.wordchanges import word_changes

NOT_OF_THE_STANDARD = {
    "id": "names it",
    "version": "tells the two apart",
    "fictitious": "told beside the title",
    "source": "where the text was read",
    "transcription_notes": "what a transcriber noticed",
    "superseded_acts": "what happened to the acts that the text cites",
    "heading": "printed words of the act, which is compared",
    "unchecked": "who judges a clause",
    "copied": "who judges a clause",
    "absent": "who judges a clause",
    "spelled_numbers": "how words are read",
}
"""Parts of a catalogue file that a course never has to follow, and why."""

NOT_COMPARED = {
    "act.kind": "the words of the act are",
    "act.number": "the words of the act are",
    "act.date": "the version",
    "equipment.0.learners_per_pc": "its words state the figure",
    **{
        f"competence_units.{n}.units.0": "a row without a title groups nothing"
        for n in (0, 1, 2, 4)
    },
    "sections.3.content.0.table": "the kind of a table",
    "sections.0.content.0.table": "the kind of a table",
    "sections.0.content.0.none": "a sign for an empty cell",
}


@pytest.fixture
def invented(root) -> Standard:
    folder = root / "samples/nuovo-standard/catalog/abruzzo/addetto-al-servizio-clienti"
    return load_standard(folder / "2028-01-15.yaml").record


def test_a_version_differs_in_nothing_from_itself(standard):
    assert compare(standard, standard).is_empty


def test_any_change_of_a_value_is_told(abruzzo):
    missed = [
        ".".join(map(str, at))
        for at, changed in _versions_with_one_change(abruzzo)
        if compare(abruzzo, changed).is_empty
    ]

    assert set(missed) == set(NOT_COMPARED)


def test_units_that_are_only_renumbered_are_the_same_units(abruzzo):
    last = len(abruzzo.units) + 1
    turned = _renumbered(abruzzo, {unit.number: last - unit.number for unit in abruzzo.units})

    comparison = compare(abruzzo, turned)

    assert comparison.unit_codes == {f"URA{n:02d}": f"URA{last - n:02d}" for n in range(1, last)}
    assert list(comparison.items()) == []
    assert comparison.item_codes["URA04-C02"] == "URA10-C02"


def test_a_unit_is_recognised_by_what_it_teaches(abruzzo, invented):
    comparison = compare(abruzzo, invented)

    assert comparison.unit_codes["URA08"] == "URA09"
    assert comparison.item_codes["URA06-C04"] is None
    assert comparison.item_codes["URA10-C03"] == "URA06-C05"
    assert comparison.item_codes["URA04-A01"] == "URA05-A01"
    assert [each.after.code for each in comparison.units if each.before is None] == ["URA04"]


def test_a_removed_unit_stands_where_it_stood(abruzzo, invented):
    comparison = compare(invented, abruzzo)

    codes = [(each.after or each.before).title for each in comparison.units]
    assert codes.index("Comunicazione accessibile e inclusiva") == 3


@given(before=st.text("abc è'.\n", max_size=30), after=st.text("abc è'.\n", max_size=30))
def test_runs_of_words_give_both_texts_again(before, after):
    runs = word_changes(before, after)

    assert "".join(run.words for run in runs if run.kind != "added") == before
    assert "".join(run.words for run in runs if run.kind != "removed") == after


@settings(max_examples=20)
@given(data=st.data())
def test_every_item_goes_to_one_place_at_most(data, fixed_abruzzo):
    units = data.draw(st.permutations(fixed_abruzzo.units))
    left_out = data.draw(st.integers(0, 3))
    after = fixed_abruzzo.model_copy(update={"units": tuple(units[left_out:])})

    codes = [code for code in compare(fixed_abruzzo, after).item_codes.values() if code]

    assert len(codes) == len(set(codes))
    assert sum(len(unit.items) for unit in after.units) == len(codes)


def test_each_form_tells_the_same_changes(abruzzo, invented):
    comparison = compare(abruzzo, invented)

    told = as_json(comparison)
    words = [
        change["after"]["words"]
        for unit in told["units"]
        for change in unit["items"]
        if change["change"] == "added"
    ]
    assert json.loads(json.dumps(told)) == told
    assert len(words) == 4
    for form in (as_text, as_page):
        for lang in ("it", "en"):
            assert all(each in form(comparison, lang) for each in words)


def test_a_page_shows_words_as_words(abruzzo):
    unit = abruzzo.units[0].model_copy(update={"title": "<script>alert(1)</script> & C."})
    changed = abruzzo.model_copy(update={"units": (unit, *abruzzo.units[1:])})

    page = as_page(compare(abruzzo, changed), "it")

    assert "<script>" not in page
    assert "&lt;" in page


@pytest.fixture(scope="module")
def fixed_abruzzo(root):
    return load_standard(
        root / "catalog/abruzzo/addetto-al-servizio-clienti/2023-04-19.yaml"
    ).record


@pytest.fixture(scope="module")
def root(request):
    return request.config.rootpath


def _renumbered(standard, numbers):
    units = tuple(
        unit.model_copy(update={"number": numbers[unit.number]}) for unit in standard.units
    )
    rows = tuple(
        row.model_copy(update={"units": tuple(numbers[n] for n in row.units)})
        for row in standard.competence_units
    )
    before = tuple(
        each.model_copy(
            update={
                "first": tuple(numbers[n] for n in each.first),
                "then": tuple(numbers[n] for n in each.then),
            }
        )
        for each in standard.prerequisites
    )
    return standard.model_copy(
        update={
            "units": units,
            "competence_units": rows,
            "prerequisites": before,
            "laboratory_units": tuple(numbers[n] for n in standard.laboratory_units),
        }
    )


def _versions_with_one_change(standard):
    """Yield the standard with each value changed in turn, and where."""
    plain = standard.model_dump(mode="json")
    for at in _leaves({k: v for k, v in plain.items() if k not in NOT_OF_THE_STANDARD}):
        changed = json.loads(json.dumps(plain))
        target = changed
        for key in at[:-1]:
            target = target[key]
        target[at[-1]] = _other(target[at[-1]], at)
        yield at, Standard.model_validate(changed)


def _leaves(value, at=()):
    match value:
        case dict():
            for key, each in value.items():
                yield from _leaves(each, (*at, key))
        case list():
            for n, each in enumerate(value):
                yield from _leaves(each, (*at, n))
        case None:
            return
        case _:
            yield at


def _other(value, at):
    match at[-1]:
        case "kind" if at[0] == "units":
            return "a-priori" if value != "a-priori" else "none"
        case "level":
            return "C2"
        case "date" | "since":
            return "2024-01-01"
        case "table":
            return value
    return (value - 1 or 2) if isinstance(value, int | float) else f"{value} cambiato"
