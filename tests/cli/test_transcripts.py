"""Runs the pages beside this file: each shows commands and what a terminal shows after them.

A page may hold files (a fenced block named after the file; then perhaps its encoding, or how
often it is repeated, ``x20000``; a block ``docx`` describes a template, see `building`) and consoles (lines that begin with ``$``). What goes to stderr is marked with ``! ``; an exit code other than 0 stands in
the last line, ``=> 1``. Of a long output ``| head -5`` shows the first lines. With PERCORSO_ACCEPT=1 the pages are written again: read them.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from building import template

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PAGES = sorted(HERE.glob("*.md"))
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_what_happens(page, tmp_path):
    written = page.read_text(encoding="utf-8")
    shutil.copytree(ROOT / "samples", tmp_path / "samples")

    happened = BLOCK.sub(lambda block: _played(block, tmp_path), written)

    if os.environ.get("PERCORSO_ACCEPT"):
        page.write_text(happened, encoding="utf-8", newline="\n")
    assert happened == written


def _played(block: re.Match[str], folder: Path) -> str:
    kind, name, form, body = block.groups()
    if name:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_content(kind, body, form or "utf-8"))
    if kind != "console":
        return block[0]
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(_run(command, folder) for command in commands) + "```"


def _content(kind: str, body: str, form: str) -> bytes:
    return template(yaml.safe_load(body)) if kind == "docx" else _bytes(body, form)


def _bytes(body: str, form: str) -> bytes:
    times = re.fullmatch(r"x(\d+)", form)
    return body.encode() * int(times[1]) if times else body.encode(form)


def _run(command: str, folder: Path) -> str:
    whole, _, lines = command.partition(" | head -")
    program, *arguments = shlex.split(whole)
    done = subprocess.run(
        _program(program) + arguments,
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        env=_environment(),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    errors = "".join(f"! {line}".rstrip() + "\n" for line in done.stderr.splitlines())
    code = f"=> {done.returncode}\n" if done.returncode else ""
    shown = "".join(done.stdout.splitlines(keepends=True)[: int(lines) if lines else None])
    return f"$ {command}\n{shown}{errors}{code}"


def _program(name: str) -> list[str]:
    return [sys.executable, "-m", "toolkit"] if name == "percorso" else [name]


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT"}}
    # The code beside these pages is run, whichever checkout is installed.
    ours = {"PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": "1796000000"}
    return {**kept, **ours, "LANG": "C.UTF-8", "COLUMNS": "100"}
