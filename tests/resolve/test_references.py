"""Names and codes that refer to nothing are told together, each with the nearest one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from toolkit.errors import PercorsoError
from toolkit.loading import read_yaml
from toolkit.model.course import Course
from toolkit.model.standard import Standard
from toolkit.pipeline import check
from toolkit.problem import ProblemsError
from toolkit.resources import resources

Make = Callable[..., Course]

CASES: dict[str, Any] = read_yaml(Path(__file__).with_name("references.yaml")).data


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_reference_to_nothing_is_told(
    case: dict[str, Any], abruzzo: Standard, course: Make
) -> None:
    with pytest.raises(ProblemsError) as raised:
        course(abruzzo, **case["course"])

    found = [
        (".".join(each.at), each.message.it, each.message.en) for each in raised.value.problems
    ]
    assert found == [(each["at"], each["it"], each["en"]) for each in case["told"]]


def test_every_reference_is_told_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "course.yaml"
    path.write_text(
        """\
standard: abruzzo/addetto-al-servizio-clienti
code: PROVA-1
learners: 12
start: 2027-01-11
week: {monday: 9:00-13:00}
units:
  URA14: {hours: 20}
  URA04: {trainers: [Rosa Esempio, Rosa Esempi], rooms: Aula 2}
internship: {after: [URA02, URA41]}
provider: provider.yaml
""",
        encoding="utf-8",
    )
    (tmp_path / "provider.yaml").write_text(
        """\
name: Ente Inventato
seat: {street: Via Inventata 1, town: Borgofinto, province: XY}
trainers: [{name: Rosa Esempio, teaches: {abruzzo/addetto-al-servizio-clienti: [URA01, URA31]}}]
rooms: [{name: Aula 1}]
""",
        encoding="utf-8",
    )

    with pytest.raises(PercorsoError) as raised:
        check(path, resources())

    assert raised.value.exit_code == 3
    lines = raised.value.say("it").replace(f"{tmp_path}/", "")
    assert (
        lines
        == """\
course.yaml:7:3: lo standard non ha l'unità «URA14»; forse intendevi «URA13»?
course.yaml:8:36: il soggetto attuatore non ha il formatore «Rosa Esempi»; forse intendevi «Rosa Esempio»?
course.yaml:8:57: il soggetto attuatore non ha l'aula «Aula 2»; forse intendevi «Aula 1»?
course.yaml:9:29: lo standard non ha l'unità «URA41»; forse intendevi «URA13»?
provider.yaml:2:61: nessuna provincia ha la sigla «XY».
provider.yaml:3:88: lo standard non ha l'unità «URA31»; forse intendevi «URA13»?"""
    )


@pytest.mark.parametrize("code", ["CA", "NU", "SU", "OT", "OG", "VS", "CI"])
def test_the_provinces_of_sardinia_are_known(abruzzo: Standard, course: Make, code: str) -> None:
    made = course(abruzzo, provider={"seat": {"street": "Via", "town": "Borgo", "province": code}})

    assert made.provider.seat.province == code
