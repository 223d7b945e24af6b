"""The document's settings: refreshing fields, forgetting how the template was edited."""

from __future__ import annotations

from toolkit.rendering import xml
from toolkit.rendering.parts import SETTINGS_TYPE, STYLES_TYPE, Parts
from toolkit.rendering.xml import w

# Settings come in a fixed order; these are the ones that follow w:updateFields.
_AFTER_UPDATE_FIELDS = frozenset(
    [
        "hdrShapeDefaults",
        "footnotePr",
        "endnotePr",
        "compat",
        "docVars",
        "rsids",
        "mathPr",
        "attachedSchema",
        "themeFontLang",
        "clrSchemeMapping",
        "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures",
        "forceUpgrade",
        "captions",
        "readModeInkLockDown",
        "smartTagType",
        "schemaLibrary",
        "shapeDefaults",
        "doNotEmbedSmartTags",
        "decimalSymbol",
        "listSeparator",
        "docId",
        "chartTrackingRefBased",
    ]
)


def offer_refresh(parts: Parts) -> None:
    """Make Word offer to update all fields when it opens the document."""
    settings = parts.only(SETTINGS_TYPE)
    if settings is None or settings.find(w("updateFields")) is not None:
        return
    update = xml.element("updateFields", val="true")
    for item in settings:
        if str(item.tag).rpartition("}")[2] in _AFTER_UPDATE_FIELDS:
            item.addprevious(update)
            return
    settings.append(update)


def forget_editing(parts: Parts) -> None:
    """Remove the template's list of editing sessions, and which style was made in which."""
    for root in (parts.only(SETTINGS_TYPE), parts.only(STYLES_TYPE)):
        for item in [] if root is None else list(root.iter(w("rsids"), w("rsid"))):
            xml.remove(item)


def has_even_pages(parts: Parts) -> bool:
    """Tell whether even pages have headers of their own."""
    settings = parts.only(SETTINGS_TYPE)
    return settings is not None and is_on(settings.find(w("evenAndOddHeaders")))


def is_on(switch: xml.Element | None) -> bool:
    """Tell whether an on/off property is there and not switched off."""
    return switch is not None and switch.get(w("val")) not in ("0", "false", "off")
