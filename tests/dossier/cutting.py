"""Writes a dossier over and over, each time in a process that is killed a step later.

A step is whatever the process asks of the file system in the dossier's folder. Run as
``python cutting.py FOLDER KIND``; prints, as JSON, how often it was killed and what was
found wrong.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path

from toolkit.dossierfolder import Edited, write_dossier
from toolkit.dossierfolder.provenance import provenance_of
from toolkit.model.dossier import Document, Dossier
from toolkit.temporary import sweep

DAY = date(2026, 11, 30)
NAMES = ("progetto-formativo.docx", "griglia-valutazione.docx", "calendario-didattico.ics")
WATCHED = ("open", "os.", "shutil.")


def dossier(version: str) -> Dossier:
    names = (*NAMES, "aggiunto.docx") if version == "second" else NAMES
    documents = (Document(name, f"{version} of {name} ".encode() * 5000) for name in names)
    return Dossier("CORSO", tuple(documents))


def write(out: Path, version: str, edited: Edited = Edited.BESIDE) -> None:
    sweep(out)
    write_dossier(dossier(version), out, {"version": version}, (), today=DAY, edited=edited)


def killed_at(step: int, out: Path, version: str) -> bool:
    """Write *version* in a process that dies at that step; whether it came so far."""
    process = os.fork()
    if not process:
        left = step

        def count(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal left
            if event.startswith(WATCHED) and str(out) in str(arguments):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(count)
        write(out, version)
        os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


def faults_after_the_cut(folder: Path, versions: tuple[str, ...]) -> list[str]:
    whole = {
        (each.name, each.content) for version in versions for each in dossier(version).documents
    }
    there = [path for path in folder.glob("*") if path.suffix in {".docx", ".ics"}]
    found = [
        f"{path.name} is not whole" for path in there if (path.name, path.read_bytes()) not in whole
    ]
    manifest = folder / "manifest.json"
    if manifest.exists():
        for each in json.loads(manifest.read_bytes())["outputs"]:
            path = folder / each["file"]
            if not path.exists() or sha256(path.read_bytes()).hexdigest() != each["sha256"]:
                found.append(f"the manifest claims {each['file']}, which is not there")
    return found


def faults_after_the_next(out: Path, version: str) -> list[str]:
    folder = out / "CORSO"
    expected = {each.name: each.content for each in dossier(version).documents}
    there = {path.name: path.read_bytes() for path in folder.iterdir() if path.name in expected}
    found = [] if there == expected else ["the next run did not complete the work"]
    names = {path.relative_to(out).as_posix() for path in out.rglob("*")}
    hidden = {
        "CORSO/.percorso",
        *(f"CORSO/.percorso/{n}" for n in ("originals.zip", "provenance.json")),
    }
    wanted = {"CORSO", "CORSO/manifest.json", *hidden, *(f"CORSO/{name}" for name in expected)}
    if names != wanted:
        found.append(f"there should be no {sorted(names ^ wanted)}")
    record = provenance_of(folder)
    if record is None or {each.file for each in record.outputs} != set(expected):
        found.append("the record is not that of the last run")
    return [*found, *faults_after_the_cut(folder, (version,))]


def main(out: Path, kind: str) -> None:
    before = () if kind == "new" else ("first",)
    cuts, told = 0, []
    # The run that follows makes the same dossier, or another because something changed.
    for last in ("second", "third"):
        step = 1
        while True:
            shutil.rmtree(out, ignore_errors=True)
            out.mkdir()
            for version in before:
                write(out, version)
            if not killed_at(step, out, "second"):
                break
            cuts += 1
            found = faults_after_the_cut(out / "CORSO", (*before, "second"))
            write(out, last)
            found += faults_after_the_next(out, last)
            told += [f"step {step}, then the {last}: {fault}" for fault in found]
            step += 1
    sys.stdout.write(json.dumps({"cuts": cuts, "faults": told}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
