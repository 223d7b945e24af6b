"""The documents of the samples, as text; PERCORSO_ACCEPT=1 writes them again: read them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from dumping import dumped

GOLDEN = Path(__file__).parent / "golden"
DOCUMENTS = ("progetto-formativo", "calendario-didattico", "griglia-valutazione")


@pytest.mark.parametrize("name", DOCUMENTS)
@pytest.mark.parametrize("sample", ["minimo", "completo", "serale"])
def test_a_document_reads_as_it_did(dossiers, sample, name):
    text = dumped((dossiers[sample].folder / f"{name}.docx").read_bytes())

    golden = GOLDEN / sample / f"{name}.md"
    if os.environ.get("PERCORSO_ACCEPT"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
