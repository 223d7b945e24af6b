"""What a package must be before it is read as a template."""

from __future__ import annotations

from toolkit.rendering.dangers import refuse_dangers
from toolkit.rendering.faults import NotADocumentError
from toolkit.rendering.parts import CONTENT_TYPES, MAIN_TYPE, Parts
from toolkit.text import Text

_MACRO = Text(it="contiene macro (.docm)", en="it contains macros (.docm)")
_NO_DOCUMENT = Text(it="non contiene un documento di Word", en="it holds no Word document")
_PRESENTATION = Text(
    it="è una cartella di lavoro o una presentazione", en="it is a workbook or a presentation"
)
_DOTX = Text(it="è un modello di Word (.dotx)", en="it is a Word template (.dotx)")


def inspect(parts: Parts, allowed: frozenset[str]) -> None:
    """Refuse what is not a plain ``.docx``, what lacks a part, and what Word would fetch."""
    if CONTENT_TYPES not in parts:
        raise NotADocumentError(parts.where, reason=_NO_DOCUMENT)
    if len(parts.of_type(MAIN_TYPE)) != 1:
        raise NotADocumentError(parts.where, reason=_other_format(parts))
    refuse_dangers(parts, allowed)


def _other_format(parts: Parts) -> Text:
    types = " ".join(str(item.get("ContentType")) for item in parts.tree(CONTENT_TYPES))
    if "macroEnabled" in types:
        return _MACRO
    if "template.main" in types:
        return _DOTX
    if "spreadsheetml" in types or "presentationml" in types:
        return _PRESENTATION
    return _NO_DOCUMENT
