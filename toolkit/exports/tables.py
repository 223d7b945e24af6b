"""Sheets of a workbook: tables with a frozen header, filters, a layout for the printer."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from toolkit.exports.cells import LETTERS, Cell, Group, Row, Table, Writer, placed
from toolkit.exports.workbook import HEADER, Properties, Sheet, Texts, as_file


class Sheets:
    """Collects the sheets of a workbook, all with one look."""

    def __init__(self, *, heading: str) -> None:
        self._heading = heading
        self._texts = Texts()
        self._writer = Writer(self._texts)
        self._sheets: list[Sheet] = []

    def table(self, groups: Sequence[Group[Row]], rows: Iterable[Row]) -> Table[Row]:
        """Return *rows* in the columns of *groups*, for one sheet of this workbook or several."""
        return self._writer.table(groups, rows)

    def add(self, name: str, table: Table[Row], *, totals: Sequence[Sequence[Cell]] = ()) -> None:
        """Add the sheet *name* with *table* and, below the filters' reach, *totals*."""
        rows = [table.heading, *(row for _, row in table.rows)]
        ends = [self._writer.row(total, look="total") for total in totals]
        last = LETTERS[len(table.columns) - 1]
        reach = f"A1:{last}{len(rows) + len(ends)}"
        filtered = max(len(rows), 2)
        is_first = not self._sheets
        xml = "".join(
            (
                _before(reach, is_first=is_first),
                _widths(tuple(column.width for column in table.columns)),
                "<sheetData>",
                *placed((*rows, *ends)),
                f'</sheetData><autoFilter ref="A1:{last}{filtered}"/>',
                _print_setup(self._heading, name),
            )
        )
        self._sheets.append(Sheet(name, f"$A$1:${last}${filtered}", xml))

    def as_file(self, properties: Properties) -> bytes:
        """Return the bytes of the workbook."""
        return as_file(self._sheets, self._texts, properties)


@functools.lru_cache(maxsize=64)
def _widths(columns: tuple[float, ...]) -> str:
    # A margin of five pixels, of which a digit takes seven.
    widths = (
        f'<col min="{n}" max="{n}" width="{(int(width * 7 + 5) / 7 * 256 // 1) / 256:.16G}" '
        'customWidth="1"/>'
        for n, width in enumerate(columns, start=1)
    )
    return f"<cols>{''.join(widths)}</cols>"


def _before(reach: str, *, is_first: bool) -> str:
    main = "http://schemas.openxmlformats.org"
    selected = ' tabSelected="1"' if is_first else ""
    return (
        f'{HEADER}<worksheet xmlns="{main}/spreadsheetml/2006/main" '
        f'xmlns:r="{main}/officeDocument/2006/relationships">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{reach}"/><sheetViews><sheetView{selected} workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        '<selection pane="bottomLeft"/></sheetView></sheetViews>'
        '<sheetFormatPr defaultRowHeight="15"/>'
    )


def _print_setup(heading: str, name: str) -> str:
    header = escape(f"&L{_in_margin(heading)}&R{_in_margin(name)}")
    return (
        '<pageMargins left="0.4" right="0.4" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
        f"<headerFooter><oddHeader>{header}</oddHeader>"
        "<oddFooter>&amp;CPagina &amp;P di &amp;N</oddFooter></headerFooter></worksheet>"
    )


def _in_margin(text: str) -> str:
    """Return *text* for a header or footer, where an ampersand begins a code."""
    return text[:80].replace("&", "&&")
