from __future__ import annotations

import io

import docx
import pytest
from docx.enum.table import WD_ALIGN_VERTICAL
from docx.oxml.ns import qn
from markupsafe import Markup


def table_of(saved, *rows: tuple[str, ...]) -> bytes:
    document = docx.Document()
    document.add_paragraph("prima")
    table = document.add_table(len(rows), len(rows[0]))
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = value
    document.add_paragraph("dopo")
    return saved(document)


LOOP = (("{%tr for n in names %}", ""), ("{{ n }}", "x"), ("{%tr endfor %}", ""))


def test_a_row_loop_makes_a_row_for_each(saved, rendered):
    document = rendered(table_of(saved, ("Nome", "Note"), *LOOP), names=("a", "b"))

    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows == [["Nome", "Note"], ["a", "x"], ["b", "x"]]


def test_a_table_that_loses_all_its_rows_disappears(saved, rendered):
    document = rendered(table_of(saved, *LOOP), names=())

    assert document.tables == []
    assert [paragraph.text for paragraph in document.paragraphs] == ["prima", "dopo"]


def test_a_cell_that_loses_its_paragraphs_keeps_an_empty_one(saved, rendered):
    source = table_of(saved, ("x", "x"))
    document = docx.Document(io.BytesIO(source))
    cell = document.tables[0].cell(0, 0)
    cell.text = "{%p if False %}"
    cell.add_paragraph("nascosto")
    cell.add_paragraph("{%p endif %}")

    done = rendered(saved(document))
    assert [cell.text for cell in done.tables[0].rows[0].cells] == ["", "x"]
    assert len(done.tables[0].cell(0, 0)._tc.findall(qn("w:p"))) == 1


def test_a_row_that_loses_its_cells_disappears(saved, rendered):
    rows = (("a", "b", "c"), ("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}"))

    document = rendered(table_of(saved, *rows), names=())
    assert [[cell.text for cell in row.cells] for row in document.tables[0].rows] == [
        ["a", "b", "c"]
    ]


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_the_grid_has_as_many_columns_as_the_widest_row(saved, rendered, count):
    loop = ("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}")
    document = rendered(table_of(saved, loop, loop), names=tuple("abcde"[:count]))

    columns = document.tables[0]._tbl.tblGrid.findall(qn("w:gridCol"))
    widths = [int(column.get(qn("w:w"))) for column in columns]
    assert len(columns) == count
    # A column keeps its 2880 twentieths of a point while they all fit the text area of 8640.
    assert sum(widths) == pytest.approx(min(count * 2880, 8640), abs=10)


def test_a_cell_over_several_columns_counts_for_all_of_them(saved, rendered):
    loop = ("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}")
    rows = (("{% colspan names|length %}x", "y", "z"), loop)
    document = rendered(table_of(saved, *rows), names=tuple("abcde"))

    columns = document.tables[0]._tbl.tblGrid.findall(qn("w:gridCol"))
    assert len(columns) == 7


def test_the_cells_of_a_table_that_a_value_brings_do_not_count(saved, rendered):
    inner = docx.Document().add_table(1, 9)._tbl.xml.replace("\n", "")
    loop = ("{%tc for n in names %}", "{{ n }}", "{%tc endfor %}")
    source = table_of(saved, ("{{p inner }}", "x", "y"), loop)
    document = rendered(source, names=("a", "b"), inner=Markup(inner))

    columns = document.tables[0]._tbl.tblGrid.findall(qn("w:gridCol"))
    assert len(columns) == 3


def test_merged_and_coloured_cells_of_docxtpl_work(saved, rendered):
    rows = (("{% colspan 2 %}{{ n }}", "x"), ("{% cellbg 'FF0000' %}{{ n }}", "y"))
    document = rendered(table_of(saved, *rows), n="ciao")

    cells = document.tables[0]._tbl.findall(".//" + qn("w:tc"))
    assert cells[0].tcPr.gridSpan.val == 2
    assert cells[2].tcPr.find(qn("w:shd")).get(qn("w:fill")) == "FF0000"


def test_what_docxtpl_adds_to_a_cell_comes_in_words_order(saved, rendered):
    rows = (("{%tr for n in (1, 2) %}", ""), ("{% vm %}a", "{% cellbg 'FF0000' %}{{ n }}"),
            ("{%tr endfor %}", ""))  # fmt: skip
    document = docx.Document(io.BytesIO(table_of(saved, *rows)))
    for cell in document.tables[0].rows[1].cells:
        cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER

    done = rendered(saved(document))

    names = [
        [item.tag.rpartition("}")[2] for item in cell.tcPr]
        for cell in done.tables[0]._tbl.iter(qn("w:tc"))
    ]
    assert names == [["tcW", "vMerge", "vAlign"], ["tcW", "shd", "vAlign"]] * 2


def test_an_empty_header_keeps_a_paragraph(saved, rendered):
    document = docx.Document()
    header = document.sections[0].header
    header.paragraphs[0].text = "{%p if False %}"
    header.add_paragraph("{%p endif %}")

    done = rendered(saved(document))
    assert [paragraph.text for paragraph in done.sections[0].header.paragraphs] == [""]
