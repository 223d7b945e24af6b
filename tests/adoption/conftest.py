from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from toolkit.adoption.trying import Adoption, adoption_of
from toolkit.resources import Resources, resources

ID = "abruzzo/addetto-al-servizio-clienti"
ROOT = Path(__file__).parents[2]

COURSE = """\
# Un commento in testa.
standard: {standard} # la versione
code: PROVA
learners: 10
start: {start}
week: {{monday: 9:00-13:00, tuesday: 9:00-13:00, wednesday: 9:00-13:00}}
provider:
  name: Ente Inventato
  seat: {{street: Via dell'Esempio 1, postcode: "65100", town: Pescara, province: PE}}
  legal_representative: Ada Inventata
  trainers:
    - {{name: Rosa Esempio, expert: true, experience_years: 8}}
  rooms:
    - {{name: Aula, capacity: 16}}
    - {{name: Laboratorio, kind: laboratory, capacity: 16, pcs: 8}}
{rest}"""


@pytest.fixture(scope="session")
def data() -> Resources:
    return resources(ROOT / "samples/nuovo-standard")


@pytest.fixture(scope="session")
def adoption(data: Resources) -> Adoption:
    return adoption_of(f"{ID}@2028-01-15", data, date(2028, 1, 20))


@pytest.fixture
def course(tmp_path: Path):
    """Write a course with what the test adds to it; return its path."""

    def write(rest="", *, standard=f"{ID}@2023-04-19", start="2028-04-03") -> Path:
        path = tmp_path / "course.yaml"
        text = COURSE.format(standard=standard, start=start, rest=rest)
        path.write_text(text, encoding="utf-8")
        return path

    return write
