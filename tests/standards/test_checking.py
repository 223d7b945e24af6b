from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from toolkit.loading import read_yaml
from toolkit.model.standard import Standard
from toolkit.problem import Problem
from toolkit.standards.checking import check_standard
from toolkit.text import Text

CASES: dict[str, Any] = read_yaml(Path(__file__).with_name("checking.yaml")).data


def test_every_catalogue_file_keeps_everything(standard: Standard, published: bytes) -> None:
    assert check_standard(standard, published) == ()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_a_change_of_a_valid_standard_breaks(case: dict[str, Any], abruzzo_file: Path) -> None:
    data: Any = deepcopy(read_yaml(abruzzo_file).data)
    for path, value in case["change"].items():
        put(data, path.split("."), value)
    published = abruzzo_file.with_suffix(".txt").read_bytes()

    found = check_standard(Standard.model_validate(data), published)

    assert found == tuple(
        Problem(tuple(each["at"].split(".")), Text(it=each["it"], en=each["en"]))
        for each in case["found"]
    )


def test_a_changed_published_text_is_told(abruzzo: Standard) -> None:
    assert check_standard(abruzzo, b"abc") == (
        Problem(
            ("source", "sha256"),
            Text(
                it="l'impronta di «2023-04-19.txt» è ba7816bf8f01cfea414140de5dae2223b00361a396177a9c"
                "b410ff61f20015ad: il testo pubblicato è cambiato; ripristinalo.",
                en="the digest of “2023-04-19.txt” is ba7816bf8f01cfea414140de5dae2223b00361a396177a9c"
                "b410ff61f20015ad: the published text has changed; restore it.",
            ),
        ),
    )


def test_a_missing_published_text_is_told(abruzzo: Standard) -> None:
    assert check_standard(abruzzo, None) == (
        Problem(
            ("source", "file"),
            Text(
                it="accanto a questo file manca «2023-04-19.txt», il testo pubblicato.",
                en="“2023-04-19.txt”, the published text, is missing beside this file.",
            ),
        ),
    )


def put(data: Any, path: list[str], value: Any) -> None:
    """Put *value* at *path* of *data*; the position after the last one of a list adds to it."""
    *steps, last = path
    for step in steps:
        data = data[int(step)] if isinstance(data, list) else data[step]
    if isinstance(data, dict):
        data[last] = value
    else:
        data[int(last) : int(last) + 1] = [value]
