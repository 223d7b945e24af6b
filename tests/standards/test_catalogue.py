"""A file of the catalogue is read once, and again as soon as it changes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from toolkit.catalogue import load_standard
from toolkit.errors import PercorsoError


@pytest.fixture
def own_file(abruzzo_file: Path, tmp_path: Path) -> Path:
    """A copy of the standard, its published text beside it, where a user may keep one."""
    folder = tmp_path / "abruzzo" / "addetto-al-servizio-clienti"
    folder.mkdir(parents=True)
    shutil.copy(abruzzo_file.with_suffix(".txt"), folder)
    return Path(shutil.copy(abruzzo_file, folder))


def changed(path: Path, old: str, new: str) -> None:
    """Replace *old* by a *new* text of the same length, and keep the date of the file."""
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    assert len(old.encode()) == len(new.encode())
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_an_unchanged_file_is_read_once(own_file: Path) -> None:
    assert load_standard(own_file).record is load_standard(own_file).record


def test_a_changed_file_is_read_again(own_file: Path) -> None:
    assert load_standard(own_file).record.region == "Abruzzo"

    changed(own_file, "region: Abruzzo", "region: Abruzzi")

    assert load_standard(own_file).record.region == "Abruzzi"


def test_a_changed_published_text_is_seen(own_file: Path) -> None:
    load_standard(own_file)

    changed(own_file.with_suffix(".txt"), "60 ore", "61 ore")

    with pytest.raises(PercorsoError, match="restore it"):
        load_standard(own_file)


def test_a_published_text_that_goes_missing_is_told(own_file: Path) -> None:
    load_standard(own_file)

    own_file.with_suffix(".txt").unlink()

    with pytest.raises(PercorsoError, match="is missing beside this file"):
        load_standard(own_file)
