"""Every problem of a configuration at once, in the order of its files, in both languages.

The cases are in ``problems.yaml``; what they change is in ``base``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import PercorsoError
from toolkit.loading import load_course, read_yaml

HERE = Path(__file__).parent
CASES: dict[str, Any] = read_yaml(HERE / "problems.yaml").data
VALUES = {
    "a tax code of a person": ('tax_code: "12345670017"', "tax_code: rssmra80a01h501u"),
    "a tax code with spaces": ('tax_code: "12345670017"', "tax_code: RSS MRA 80A01 H501U"),
    "a VAT number with its country": ('vat_number: "12345670017"', "vat_number: IT 12345670017"),
    "a telephone with its country": ('"085 000000"', '"+39 085/000-000 (12)"'),
    "a lower-case province": ("province: PE", "province: pe"),
    "yes in Italian": ("expert: true", "expert: sì"),
    "square metres with a decimal comma": ("area: 40", "area: '40,5'"),
}


def written(folder: Path, case: dict[str, Any]) -> Path:
    for name, changes in (("course", "change"), ("provider", "provider")):
        text = (HERE / "base" / f"{name}.yaml").read_text(encoding="utf-8")
        for old, new in case.get(changes, {}).items():
            assert old in text
            text = text.replace(old, new)
        if name == "course" and "add" in case:
            text = f"{text}{case['add']}\n"
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder / "course.yaml"


def told(error: PercorsoError, folder: Path, lang: Any) -> list[str]:
    lines = error.say(lang).splitlines()
    return [line.removeprefix(f"{folder}/").removeprefix("course.yaml:") for line in lines]


def test_the_files_that_cases_change_have_no_problem(tmp_path: Path) -> None:
    assert load_course(written(tmp_path, {})).record.code == "PROVA-1"


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_change_makes_wrong_is_told(case: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(PercorsoError) as raised:
        load_course(written(tmp_path, case))

    assert raised.value.exit_code == 3
    assert told(raised.value, tmp_path, "it") == case["it"]
    assert told(raised.value, tmp_path, "en") == case["en"]


@pytest.mark.parametrize(("old", "new"), VALUES.values(), ids=VALUES)
def test_values_are_read_as_people_write_them(old: str, new: str, tmp_path: Path) -> None:
    assert load_course(written(tmp_path, {"provider": {old: new}})).record.code == "PROVA-1"


def test_more_problems_than_anyone_reads_are_counted(tmp_path: Path) -> None:
    keys = "".join(f"chiave{number}: x\n" for number in range(250))

    with pytest.raises(PercorsoError) as raised:
        load_course(written(tmp_path, {"add": keys}))

    lines = told(raised.value, tmp_path, "it")
    assert len(lines) == 101
    assert lines[99].startswith("108:1: la voce «chiave99» non esiste")
    assert lines[100] == "108:1: da qui in poi ci sono altri problemi: 150; correggi prima questi."
