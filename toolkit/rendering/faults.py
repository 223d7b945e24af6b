"""What can be wrong with a template or a picture, each said with its remedy.

Every fault of a template ends with ``{near}``: the text of the paragraph where it is,
since nobody who edits in Word can use a line of XML.
"""

from __future__ import annotations

from toolkit.errors import TemplateError, UnreadableError
from toolkit.text import Text

NOWHERE = Text(it="", en="")


def near(text: str) -> Text:
    """Return the end of a message that points at *text*, or nothing when there is none."""
    shown = quoted(text)
    return _NEAR.filled(text=shown) if shown else NOWHERE


def quoted(text: str) -> str:
    """Return *text* on one line, as much of it as a message quotes."""
    shown = " ".join(text.split())
    if len(shown) > _LONGEST_QUOTE:
        shown = shown[:_LONGEST_QUOTE].rstrip() + "…"
    return shown


_NEAR = Text(it=" Vicino a: «{text}».", en=" Near: “{text}”.")


_LONGEST_QUOTE = 100


class MissingTemplateError(TemplateError):
    """The template's file cannot be read."""

    message = Text(
        it="il modello non si può leggere ({reason}); controlla il percorso e i permessi.",
        en="the template cannot be read ({reason}); check its path and permissions.",
    )


class NotADocumentError(TemplateError):
    """The bytes are not a Word document."""

    message = Text(
        it="non è un documento Word .docx ({reason}); aprilo in Word e salvalo come «Documento "
        "di Word (*.docx)».",
        en="this is not a Word .docx document ({reason}); open it in Word and save it as “Word "
        "Document (*.docx)”.",
    )


class OldDocumentError(TemplateError):
    """The template is a ``.doc`` of Word 97-2003."""

    message = Text(
        it="è un documento Word 97-2003 (.doc); aprilo in Word e salvalo come «Documento di Word "
        "(*.docx)».",
        en="this is a Word 97-2003 document (.doc); open it in Word and save it as “Word "
        "Document (*.docx)”.",
    )


class EncryptedDocumentError(TemplateError):
    """The template is protected by a password."""

    message = Text(
        it="il documento è protetto da password; toglila in Word (File, Informazioni, Proteggi "
        "documento).",
        en="the document is protected by a password; remove it in Word (File, Info, Protect "
        "Document).",
    )


class TooLargeError(TemplateError):
    """A template, or what it makes, is larger than any real document."""

    message = Text(
        it="{what} supera il limite di {limit}; riduci le immagini o togli i cicli di troppo."
        "{near}",
        en="{what} is over the limit of {limit}; make pictures smaller or remove loops too "
        "many.{near}",
    )


class DamagedDocumentError(TemplateError):
    """The package, or one of its parts, is broken or unsafe."""

    message = Text(
        it="il documento è danneggiato ({reason}); aprilo in Word, fallo riparare e salvalo di "
        "nuovo.",
        en="the document is damaged ({reason}); open it in Word, let it be repaired and save it "
        "again.",
    )


class OutsideLinkError(TemplateError):
    """The template makes Word fetch something when it opens the document."""

    message = Text(
        it="il documento rimanda a «{target}», che Word andrebbe a cercare all'apertura; "
        "incorpora il contenuto o togli il collegamento.",
        en="the document points to “{target}”, which Word would fetch when opening it; embed the "
        "content or remove the link.",
    )


class DangerError(TemplateError):
    """The template makes Word run or fetch something."""

    message = Text(
        it="il documento contiene {what}, con cui Word esegue o va a cercare qualcosa; toglilo.",
        en="the document contains {what}, by which Word runs or fetches something; remove it.",
    )


class TagError(TemplateError):
    """A tag is not written as the template language wants it."""

    message = Text(
        it="un tag non è scritto bene: {reason}.{near}",
        en="a tag is not well written: {reason}.{near}",
    )


class UnknownNameError(TemplateError):
    """A template names something that does not exist."""

    message = Text(
        it="il nome «{name}» non esiste{owner}{suggestion}; correggilo nel modello.{near}",
        en="the name “{name}” does not exist{owner}{suggestion}; correct it in the template.{near}",
    )


class ForbiddenError(TemplateError):
    """A template asks for something that no document needs and that is not safe."""

    message = Text(
        it="il modello chiede qualcosa che non è permesso ({reason}); toglilo.{near}",
        en="the template asks for something that is not allowed ({reason}); remove it.{near}",
    )


class ExpressionError(TemplateError):
    """An expression of the template cannot be computed."""

    message = Text(
        it="un'espressione del modello non si può calcolare ({reason}); correggila.{near}",
        en="an expression of the template cannot be computed ({reason}); correct it.{near}",
    )


class UnprintableValueError(TemplateError):
    """A value has no written form of its own, so the template must choose one."""

    message = Text(
        it="un valore di tipo {kind} ({value}) non si può stampare così; {remedy}.{near}",
        en="a value of kind {kind} ({value}) cannot be printed as it is; {remedy}.{near}",
    )


class FilterError(TemplateError):
    """A filter was given a value that it cannot write."""

    message = Text(
        it="il filtro «{name}» vuole {wanted}, ma il valore è {value}; correggi il modello.{near}",
        en="the filter “{name}” wants {wanted}, but the value is {value}; correct the template."
        "{near}",
    )


class ForbiddenCharacterError(TemplateError):
    """A value contains a character that a Word document cannot hold."""

    message = Text(
        it="il valore «{value}» contiene il carattere {character}, che un documento non può "
        "contenere; toglilo dalla configurazione.{near}",
        en="the value “{value}” contains the character {character}, which a document cannot hold; "
        "remove it from the configuration.{near}",
    )


class BrokenMarkupError(TemplateError):
    """The tags of a template cut across its paragraphs, rows or cells."""

    message = Text(
        it="i tag spezzano la struttura del documento: un blocco deve aprirsi e "
        "chiudersi nello stesso paragrafo, cella o riga, oppure usare {{%p, {{%tr o {{%tc.{near}",
        en="the tags break the structure of the document: a block must open and close "
        "in the same paragraph, cell or row, or use {{%p, {{%tr or {{%tc.{near}",
    )


class PictureError(UnreadableError):
    """A picture is not a PNG or JPEG image that can be read."""

    message = Text(
        it="l'immagine «{name}» non si può usare ({reason}); serve un file PNG o JPEG integro.",
        en="the picture “{name}” cannot be used ({reason}); it must be an intact PNG or JPEG file.",
    )
