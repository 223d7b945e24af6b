"""A comparison of two versions as a page for a browser or Word, complete in one file."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element, SubElement, tostring

from toolkit.standards.comparing import wording
from toolkit.standards.comparing.changes import (
    ClauseChange,
    Comparison,
    FigureChange,
    ItemChange,
    UnitChange,
)
from toolkit.text import Lang, Text
from toolkit.wordchanges import word_changes

_STYLE = """
body { font-family: Calibri, Carlito, sans-serif; margin: 2rem auto; max-width: 60rem;
  color: #1a1a1a; line-height: 1.4 }
h1 { font-size: 1.4rem } h2 { font-size: 1.15rem; margin-top: 2rem } h3 { font-size: 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top }
th { background: #eef2f6 }
del { color: #9b1c1c; background: #fdecec }
ins { color: #14532d; background: #e7f6ec }
.fictitious { border: 2px solid #9b1c1c; padding: .5rem; font-weight: bold }
.note { color: #555 }
"""

_HEADINGS = (
    Text(it="Voce", en="Figure"),
    Text(it="Paragrafo", en="Section"),
    Text(it="Prima", en="Before"),
    Text(it="Ora", en="Now"),
)
_WORDS = Text(it="Parole", en="Words")
_CLAUSE = Text(it="Clausola", en="Clause")
_MARK = {"removed": "del", "added": "ins"}


def as_page(comparison: Comparison, lang: Lang) -> str:
    """Return an HTML page; words taken out are struck through, new ones underlined."""
    return "<!DOCTYPE html>\n" + tostring(
        _Page(comparison, lang).whole(), encoding="unicode", method="html"
    )


class _Page:
    """The page of one comparison in one language."""

    def __init__(self, comparison: Comparison, lang: Lang) -> None:
        self.comparison, self.lang = comparison, lang

    def whole(self) -> Element:
        before, after = self.comparison.before, self.comparison.after
        title = wording.TITLE.say(
            self.lang,
            standard=f"{after.qualification} ({after.region})",
            before=before.version,
            after=after.version,
        )
        html = Element("html", lang=self.lang)
        head = SubElement(html, "head")
        SubElement(head, "meta", charset="utf-8")
        SubElement(head, "title").text = title
        SubElement(head, "style").text = _STYLE
        body = SubElement(html, "body")
        SubElement(body, "h1").text = title
        for version in (before, after):
            if version.fictitious:
                told = f"{version.reference}: {wording.FICTITIOUS.say(self.lang)}"
                SubElement(body, "p", {"class": "fictitious"}).text = told
        self._content(body)
        return html

    def _content(self, body: Element) -> None:
        comparison = self.comparison
        if comparison.is_empty:
            SubElement(body, "p").text = wording.NOTHING.say(self.lang)
        if comparison.figures:
            SubElement(body, "h2").text = wording.LIMITS.say(self.lang)
            self._figures(body, comparison.figures)
        if comparison.changed_units:
            SubElement(body, "h2").text = wording.UNITS.say(self.lang)
            for unit in comparison.changed_units:
                self._unit(body, unit)
        if comparison.clauses:
            SubElement(body, "h2").text = wording.CLAUSES.say(self.lang)
            self._clauses(body, comparison.clauses)

    def _figures(self, parent: Element, changes: Iterable[FigureChange]) -> None:
        table = self._table(parent, _HEADINGS)
        for change in changes:
            row = SubElement(table, "tr")
            SubElement(row, "td").text = change.label.say(self.lang)
            SubElement(row, "td").text = f"§{change.section}" if change.section else ""
            SubElement(row, "td").text = wording.told(change.before, self.lang)
            SubElement(row, "td").text = wording.told(change.after, self.lang)

    def _unit(self, parent: Element, change: UnitChange) -> None:
        unit = change.after or change.before
        assert unit is not None
        heading = SubElement(parent, "h3")
        heading.text = f"{unit.code} "
        _words(heading, change.before.title if change.before else unit.title, unit.title)
        if note := wording.unit_notes(change, self.lang):
            SubElement(heading, "span", {"class": "note"}).text = f" ({note})"
        if change.figures:
            self._figures(parent, change.figures)
        if change.items:
            listed = SubElement(parent, "ul")
            for each in change.items:
                self._item(SubElement(listed, "li"), each)

    def _item(self, entry: Element, change: ItemChange) -> None:
        item = change.after or change.before
        assert item is not None
        note = wording.item_note(change, self.lang)
        SubElement(entry, "span", {"class": "note"}).text = f"{item.code} ({note}) "
        old = change.before.words if change.before else ""
        _words(entry, old, change.after.words if change.after else "")

    def _clauses(self, parent: Element, changes: Iterable[ClauseChange]) -> None:
        table = self._table(parent, (_HEADINGS[1], _CLAUSE, _WORDS))
        for change in changes:
            old, new = change.before, change.after
            clause = new or old
            assert clause is not None
            row = SubElement(table, "tr")
            SubElement(row, "td").text = clause.citation
            cell = SubElement(row, "td")
            cell.text = change.key
            if note := wording.clause_note(change, self.lang):
                SubElement(cell, "span", {"class": "note"}).text = f" ({note})"
            _words(SubElement(row, "td"), old.words if old else "", new.words if new else "")

    def _table(self, parent: Element, headings: Iterable[Text]) -> Element:
        table = SubElement(parent, "table")
        row = SubElement(table, "tr")
        for heading in headings:
            SubElement(row, "th", scope="col").text = heading.say(self.lang)
        return table


def _words(parent: Element, before: str, after: str) -> None:
    for run in word_changes(before, after):
        SubElement(parent, _MARK.get(run.kind, "span")).text = run.words
