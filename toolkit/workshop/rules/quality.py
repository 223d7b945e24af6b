"""What makes a good Word document: structure that readers and programs can find."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, hit, rule
from toolkit.rendering import xml
from toolkit.rendering.headings import printed_text
from toolkit.rendering.parts import CORE_TYPE, MAIN_TYPE, STYLES_TYPE
from toolkit.rendering.settings import is_on
from toolkit.rendering.xml import Element, w
from toolkit.workshop.reading import Reading

_FEW_PARAGRAPHS = 12
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@rule(
    "X401",
    clause=None,
    severity=Severity.WARNING,
    it="Il documento non ha titoli: dai alle sue parti gli stili Titolo 1, Titolo 2, Titolo 3.",
    en="The document has no headings: give its parts the styles Heading 1, Heading 2, Heading 3.",
)
def a_long_document_has_headings(template: Reading) -> Iterator[Hit]:
    """A long document has headings in Word's own styles.

    The table of contents, the navigation pane and screen readers find its parts by them.
    """
    loose = [each for each in _body(template) if printed_text(each)]
    if len(loose) > _FEW_PARAGRAPHS and not _headings(template):
        yield hit(_main(template))


@rule(
    "X402",
    clause=None,
    severity=Severity.WARNING,
    it="«{text}» sembra un titolo ma è solo in grassetto; dagli lo stile Titolo 1, 2 o 3.",
    en="“{text}” looks like a heading but is only bold; give it the style Heading 1, 2 or 3.",
)
def a_heading_has_the_style_of_one(template: Reading) -> Iterator[Hit]:
    """What looks like a heading has the style of one."""
    for paragraph in _body(template):
        if looks_like_heading(paragraph) and template.styles.heading_level(paragraph) is None:
            yield Hit(template.at(paragraph), {"text": printed_text(paragraph)})


@rule(
    "X403",
    clause=None,
    severity=Severity.WARNING,
    it="Dopo un titolo di livello {before} ne viene uno di livello {level}; usa il livello {wanted}.",
    en="After a heading of level {before} comes one of level {level}; use level {wanted}.",
)
def headings_leave_out_no_level(template: Reading) -> Iterator[Hit]:
    """Headings leave out no level: after Heading 1 comes Heading 2, not 3."""
    before = 0
    for paragraph, level in _headings(template):
        if level > before + 1:
            yield Hit(
                template.at(paragraph), {"before": before, "level": level, "wanted": before + 1}
            )
        before = level


@rule(
    "X404",
    clause=None,
    severity=Severity.WARNING,
    it="La prima riga della tabella non è una riga di intestazione; selezionala e scegli "
    "Layout, Ripeti righe di intestazione.",
    en="The first row of the table is no header row; select it and choose Layout, Repeat "
    "Header Rows.",
)
def a_table_has_a_header_row(template: Reading) -> Iterator[Hit]:
    """A table of three rows or more has a header row, repeated on each page.

    A table whose style options leave the header row out (Table Design) is taken at its word.
    """
    for _, root in template.parts.texts():
        for table in root.iter(w("tbl")):
            rows = table.findall(w("tr"))
            look = xml.value(table, "tblPr/tblLook", "firstRow")
            if (
                len(rows) > 2
                and look != "0"
                and not is_on(rows[0].find(f"{w('trPr')}/{w('tblHeader')}"))
            ):
                yield Hit(template.at(rows[0]), {})


@rule(
    "X405",
    clause=None,
    severity=Severity.WARNING,
    it="L'immagine «{name}» non ha testo alternativo; aggiungilo (tasto destro, Modifica testo "
    "alternativo) o segnala come decorativa.",
    en="The picture “{name}” has no alternative text; add it (right click, Edit Alt Text) or "
    "mark it as decorative.",
)
def a_picture_has_alternative_text(template: Reading) -> Iterator[Hit]:
    """A picture has alternative text, for who cannot see it."""
    for _, root in template.parts.texts():
        for drawing in root.iter(f"{{{xml.WP}}}docPr"):
            decorative = next(drawing.iter(_DECORATIVE), None)
            is_decorative = decorative is not None and decorative.get("val") == "1"
            if not (drawing.get("descr") or "").strip() and not is_decorative:
                yield Hit(template.at(drawing), {"name": drawing.get("name") or "?"})


@rule(
    "X406",
    clause=None,
    severity=Severity.WARNING,
    it="La lingua del documento è {language}, non l'italiano; selezionalo tutto e scegli Revisione, "
    "Lingua, Imposta lingua di correzione, Predefinita.",
    en="The language of the document is {language}, not Italian; select all and choose Review, "
    "Language, Set Proofing Language, Set As Default.",
)
def the_language_is_italian(template: Reading) -> Iterator[Hit]:
    """The language of the document is Italian, so that spelling and hyphenation are right."""
    for part in template.parts.of_type(STYLES_TYPE):
        language = xml.value(template.parts.tree(part), "docDefaults/rPrDefault/rPr/lang")
        if not (language or "").lower().startswith("it"):
            yield hit(part, language=language or "?")


@rule(
    "X407",
    clause=None,
    severity=Severity.NOTE,
    it="Il documento non ha un titolo fra le sue proprietà; scrivilo in File, Informazioni.",
    en="The document has no title among its properties; write it under File, Info.",
)
def the_document_has_a_title(template: Reading) -> Iterator[Hit]:
    """The document has a title among its properties; it may hold tags."""
    roots = [template.parts.tree(part) for part in template.parts.of_type(CORE_TYPE)]
    if not any((item.text or "").strip() for root in roots for item in root.iter(_TITLE)):
        yield hit("docProps/core.xml")


def _main(template: Reading) -> str:
    return template.parts.of_type(MAIN_TYPE)[0]


def _body(template: Reading) -> list[Element]:
    """Return the paragraphs of the body that stand in no table and no box."""
    body = template.parts.main().find(w("body"))
    return [] if body is None else body.findall(w("p"))


def _headings(template: Reading) -> list[tuple[Element, int]]:
    found = [(each, template.styles.heading_level(each)) for each in _body(template)]
    return [(each, level) for each, level in found if level is not None]


def looks_like_heading(paragraph: Element) -> bool:
    """Tell whether a paragraph is short, bold by hand and no sentence."""
    text = printed_text(paragraph)
    return 0 < len(text) <= 80 and text[-1] not in ".:;,%}" and _is_bold_by_hand(paragraph)


def _is_bold_by_hand(paragraph: Element) -> bool:
    runs = [run for run in paragraph.iter(w("r")) if run.find(w("t")) is not None]
    return bool(runs) and all(is_on(run.find(f"{w('rPr')}/{w('b')}")) for run in runs)
