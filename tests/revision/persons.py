"""What people do to a document in Word: each a function of an opened document."""

from __future__ import annotations

from copy import deepcopy


def paragraph(document, beginning):
    return next(each for each in document.paragraphs if each.text.startswith(beginning))


def cell(document, label):
    """Return the cell beside the one that contains *label*."""
    for table in document.tables:
        for row in table.rows:
            if row.cells[0].text == label:
                return row.cells[1]
    raise LookupError(label)


def write(beginning, text):
    def edit(document):
        found = paragraph(document, beginning)
        found.runs[0].text = text
        for run in found.runs[1:]:
            run.text = ""

    return edit


def write_in_cell(label, text):
    def edit(document):
        found = cell(document, label).paragraphs[0]
        for run in found.runs[1:]:
            run.text = ""
        found.runs[0].text = text

    return edit


def insert_before(beginning, text):
    def edit(document):
        found = paragraph(document, beginning)
        found.insert_paragraph_before(text, style=found.style)

    return edit


def take_out(beginning):
    def edit(document):
        found = paragraph(document, beginning)._p
        found.getparent().remove(found)

    return edit


def embolden(beginning):
    def edit(document):
        for run in paragraph(document, beginning).runs:
            run.bold = True

    return edit


def add_row_after(label, *texts):
    def edit(document):
        for table in document.tables:
            for row in table.rows:
                if row.cells[0].text == label:
                    row._tr.addnext(deepcopy(row._tr))
                    position = [each._tr for each in table.rows].index(row._tr) + 1
                    for each, text in zip(table.rows[position].cells, texts, strict=True):
                        each.paragraphs[0].runs[0].text = text
                        for run in each.paragraphs[0].runs[1:]:
                            run.text = ""
                    return
        raise LookupError(label)

    return edit


def take_row_out(label):
    def edit(document):
        for table in document.tables:
            for row in table.rows:
                if row.cells[0].text == label:
                    table._tbl.remove(row._tr)
                    return
        raise LookupError(label)

    return edit
