"""``percorso new`` asks until each answer is one, and what it writes passes ``check``."""

from __future__ import annotations

import subprocess
import sys

from toolkit import pipeline
from toolkit.resources import resources

ANSWERS = [
    "abruzzo/addetto",
    "",
    "01/03/2027",
    "a/b",
    "ASC-X",
    "Ente «Prova»",
    "Via Uno 1",
    "Teramo",
    "TE",
    "molti",
    "14",
    "serale",
    "Sera",
]


def test_an_answer_that_cannot_be_is_asked_again(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "it", "new", "corso"],
        cwd=tmp_path,
        input="\n".join(ANSWERS) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    report = pipeline.check(tmp_path / "corso" / "course.yaml", resources())
    edition = report.course.edition
    assert "forse intendevi «abruzzo/addetto-al-servizio-clienti»?" in done.stderr
    assert "«molti» non è un numero." in done.stderr
    assert "«serale» non è ammesso; forse intendevi «sera»?" in done.stderr
    assert "«a/b» non va bene come codice" in done.stderr
    assert (edition.code, edition.learners, edition.start.isoformat()) == (
        "ASC-X",
        14,
        "2027-03-01",
    )
    assert edition.provider.name == "Ente «Prova»"
    assert edition.week.monday[0].times.start.hour == 18
    assert report.errors == 0


def test_no_answer_writes_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "toolkit", "--lang", "it", "new", "corso"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr.strip()) == (130, "interrotto.")
    assert list(tmp_path.iterdir()) == []
