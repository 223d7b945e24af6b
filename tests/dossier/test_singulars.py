"""Words beside a figure agree with it, whatever the figure is."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from dumping import dumped

COUNTED = "ore|giorni|settimane|allievi|esperti|formatori|lezioni|clausole|(?:non )?conformi|"
WRONG = (
    rf"(?<![\d.,:/-])1 (?:{COUNTED}non applicabili)\b",
    r"\b[dD]al (\S+) al \1(?!\d)",
    r"\b(?:il|al|dal|del|nel|i|ai|dai|dei) (?:8|11|80|0)(?:,\d+)?\b(?!\d)",
    r"\b(?:il|al|dal|del) (?:08|11)/",
)


@pytest.mark.parametrize("learners", [1, 8])
def test_words_agree_with_figures_read_as_one_or_with_a_vowel_first(samples, built, learners):
    course = samples / "completo" / "course.yaml"
    text = course.read_text(encoding="utf-8")
    changed = text.replace("learners: 18", f"learners: {learners}")
    changed = changed.replace("unit: URA03, hours: 16", "unit: URA03, hours: 1")
    assert len(changed) < len(text) - 1
    course.write_text(changed, encoding="utf-8")

    folder = built(course).folder

    for path in folder.glob("*.docx"):
        told = dumped(path.read_bytes()).replace("Pagina 1 di 1", "")
        for wrong in WRONG:
            assert [found[0] for found in re.finditer(wrong, told)] == []
    grid = dumped((folder / "griglia-valutazione.docx").read_bytes())
    assert "riconosciuta 1 ora su 16 (" in grid
