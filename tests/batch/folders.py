"""What tests of a batch do to files and see in folders."""

from __future__ import annotations

from pathlib import Path

import docx

ROOT = Path(__file__).parents[2]


def template(path, words):
    document = docx.Document()
    document.add_paragraph(f"{words}: {{{{ course.title }}}}, {{{{ document.date|long_date }}}}")
    document.save(path)


def rewrite(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def bytes_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def leftovers(folder):
    """Return what no run may leave behind."""
    return [
        path
        for path in folder.rglob("*")
        if path.name.startswith((".percorso-", "next-", ".percorso."))
    ]
