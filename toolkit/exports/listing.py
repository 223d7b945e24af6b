"""A plain table, one row a thing, as CSV for programs and as a workbook for people."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import datetime
from io import StringIO

from toolkit.exports.cells import Cell, Column, Row, apart
from toolkit.exports.tables import Sheets
from toolkit.exports.workbook import Properties

__all__ = ["Column", "listing_csv", "listing_xlsx"]


def listing_csv(columns: Sequence[Column[Row]], rows: Sequence[Row]) -> bytes:
    """Return *rows* as comma-separated values in UTF-8, with a line of headings."""
    text = StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(column.heading for column in columns)
    table.writerows([_plain(column.shows(row)) for column in columns] for row in rows)
    return text.getvalue().encode()


def listing_xlsx(
    name: str, columns: Sequence[Column[Row]], rows: Sequence[Row], *, stamp: datetime
) -> bytes:
    """Return *rows* as a workbook with one sheet called *name*, said to be made at *stamp*."""
    sheets = Sheets(heading=name)
    sheets.add(name, sheets.table(apart(*columns), rows))
    return sheets.as_file(Properties(title=name, subject="", author="", created=stamp))


def _plain(value: Cell) -> Cell:
    return int(value) if isinstance(value, float) and value.is_integer() else value
