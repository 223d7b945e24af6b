"""Why a dossier is, or is not, made again: sentences for ``--explain`` and ``status``."""

from __future__ import annotations

from toolkit.text import Text

UP_TO_DATE = Text(it="nulla è cambiato", en="nothing has changed")
ASKED = Text(it="--all rifà tutto", en="--all makes everything again")
NEVER = Text(it="non è mai stato generato qui", en="it was never made here")
CUT_OFF = Text(it="la generazione precedente è stata interrotta", en="the run before was cut off")
ENGINE = Text(it="è di un'altra versione di percorso", en="it is of another version of percorso")
STANDARD = Text(it="lo standard è cambiato", en="the standard has changed")
TEMPLATES = Text(it="i modelli sono cambiati", en="the templates have changed")
NO_STANDARD = Text(it="lo standard non si trova più", en="the standard is no longer found")
NEW_TIMETABLE = Text(it="c'è un calendario nuovo", en="there is a new timetable")
DRAFT = Text(it="era una bozza", en="it was a draft")
NO_DRAFT = Text(it="si chiede una bozza", en="a draft is asked for")
PDF = Text(it="si chiedono anche i PDF", en="PDFs are asked for too")
DAY = Text(it="i documenti portano la data {day}", en="the documents bear the date {day}")
MISSING = Text(it="manca {file}", en="{file} is missing")
OVERWRITE = Text(
    it="{file} è modificato a mano e --overwrite lo rifà",
    en="{file} is edited by hand and --overwrite makes it again",
)
MERGE = Text(
    it="{file} è modificato a mano e --merge lo unisce alla nuova versione",
    en="{file} is edited by hand and --merge joins it with the new version",
)

CHANGED = {
    "course": Text(it="la configurazione è cambiata", en="the configuration has changed"),
    "provider": Text(it="il soggetto attuatore è cambiato", en="the provider has changed"),
    "timetable": Text(it="il calendario è cambiato", en="the timetable has changed"),
    "logo": Text(it="il logo è cambiato", en="the logo has changed"),
}
"""By the role of the file."""
