"""``--lang`` and ``--data`` are understood before and after the command."""

from __future__ import annotations

import pytest

from toolkit.cli.main import common_first


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("check a.yaml --lang it", "--lang it check a.yaml"),
        (
            "check --data=d a.yaml --lang=it --no-notes",
            "--data=d --lang=it check a.yaml --no-notes",
        ),
        ("--lang it check a.yaml", "--lang it check a.yaml"),
        ("check a.yaml -- --lang", "check a.yaml -- --lang"),
        ("check a.yaml --lang", "--lang"),
        ("", ""),
        (
            "--data d template check a.docx --data c.yaml --lang it",
            "--data d --lang it template check a.docx --data c.yaml",
        ),
        ("template list --data d", "--data d template list"),
    ],
)
def test_common_options_come_first(written, read):
    assert common_first(written.split()) == read.split()
