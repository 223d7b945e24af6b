"""Values on their way into a part: escaped, checked, never markup unless they are made of it.

Every expression of a template is printed in one of a few settings (`Setting`), known when the
template is compiled: the text of a run, an attribute, a property, the instruction of a field, or
between elements, where only what carries markup may stand. Short texts are remembered with
their escaped form, since a dossier prints the same words over and over.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from types import MappingProxyType
from typing import Any

from jinja2 import Undefined
from markupsafe import Markup, escape

from toolkit.rendering import budget, delegating
from toolkit.rendering.faults import NOWHERE, ForbiddenCharacterError, UnprintableValueError
from toolkit.rendering.printing import as_text, refuse_impossible
from toolkit.text import Text

OPEN, CLOSE = "\x03", "\x04"
"""A value still to be given stands between these until it is printed in brackets."""
TAB = "\x0b"
BREAK = '</w:t><w:br/><w:t xml:space="preserve">'

_GIVEN_OPEN, _GIVEN_CLOSE = "\ue000", "\ue001"
_MARKED = re.compile(f"{_GIVEN_OPEN}([^{_GIVEN_OPEN}{_GIVEN_CLOSE}]*){_GIVEN_CLOSE}")
_REMEMBERED = 16_384
_SHORT = 256
# Whatever is not a letter of ASCII, a figure or a harmless sign.
_SPECIAL = re.compile(r"[^ !#-%(-;=?-~]")
_PURE_TEXT = re.compile(r"(?:[^<&]|&(?:lt|gt|amp|quot|apos|#[0-9]+|#x[0-9a-fA-F]+);)*")
_UNSAFE_IN_FIELD = re.compile(r'["\\{}]')


class Setting(Enum):
    """Where an expression prints."""

    TEXT = "text"
    ATTRIBUTE = "attribute"
    PLAIN = "plain"
    FIELD = "field"
    RUNS = "runs"
    BLOCKS = "blocks"


def escaped(value: str) -> str:
    """Return *value* as ASCII text of an element or attribute; its breaks stay as they are.

    Characters beyond ASCII become references: the same to every reader, and the whole part
    can be written without being encoded.
    """
    if _SPECIAL.search(value) is None:
        return value
    refuse_impossible(value)
    text = str(escape(value))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text
    if _GIVEN_OPEN in text or _GIVEN_CLOSE in text:
        text = _MARKED.sub(lambda found: f"{OPEN}{' '.join(found[1].split())}{CLOSE}", text)
        if _GIVEN_OPEN in text or _GIVEN_CLOSE in text:
            raise ForbiddenCharacterError(
                value=_stray(value), character=f"U+{ord(_GIVEN_OPEN):04X}", near=NOWHERE
            )
    return text.encode("ascii", "xmlcharrefreplace").decode()


def _stray(value: str) -> str:
    return value.replace(_GIVEN_OPEN, "\ufffd").replace(_GIVEN_CLOSE, "\ufffd")[:60]


class _Remembered(dict[str | int, str]):
    """Short texts and whole numbers as they are printed; too many, and all are forgotten.

    Who asks for a number makes sure that it is not truth, which equals one.
    """

    __slots__ = ("_write",)

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write

    def __missing__(self, value: str | int) -> str:
        text = value if isinstance(value, str) else str(value)
        written = self._write(text)
        if TAB in written or OPEN in written:
            # Not remembered, so that it is seen each time.
            budget.leave_unresolved()
            return written
        if len(text) > _SHORT:
            budget.spend(len(written))
            return written
        if len(self) >= _REMEMBERED:
            # Who fills the memory pays for it: that many new words are rare in a document.
            budget.spend(sum(map(len, list(self.values()))))
            self.clear()
        self[value] = written
        return written


def _in_text(value: str) -> str:
    text = escaped(value)
    if "\n" in text:
        text = text.replace("\n", BREAK)
    return text.replace("\t", TAB) if "\t" in text else text


def _in_attribute(value: str) -> str:
    text = escaped(value)
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def _in_field(value: str) -> str:
    if _UNSAFE_IN_FIELD.search(value):
        raise UnprintableValueError(
            kind="str", value=value[:60], remedy=_NOT_IN_FIELD, near=NOWHERE
        )
    return _in_attribute(value)


def _between(value: str) -> str:
    if value.strip():
        raise UnprintableValueError(
            kind="str", value=repr(value[:60]), remedy=_NOT_BETWEEN, near=NOWHERE
        )
    return ""


_NOT_IN_FIELD = Text(
    it="nell'istruzione di un campo virgolette, barre rovesciate e graffe non sono ammesse",
    en="quotes, backslashes and braces are not allowed in the instruction of a field",
)
_NOT_BETWEEN = Text(
    it="«{{p» e «{{r» stampano solo testo formattato, per il testo semplice usa «{{»",
    en="“{{p” and “{{r” print formatted text only, for plain text use “{{”",
)
_NOT_MARKUP_HERE = Text(
    it="qui può stare solo testo semplice: usa «{{r» per testo formattato, «{{p» per paragrafi",
    en="only plain text can stand here: use “{{r” for formatted text, “{{p” for paragraphs",
)

REMEMBERED = MappingProxyType(
    {
        Setting.TEXT: _Remembered(_in_text),
        Setting.ATTRIBUTE: _Remembered(_in_attribute),
        Setting.PLAIN: _Remembered(escaped),
        Setting.FIELD: _Remembered(_in_field),
        Setting.RUNS: _Remembered(_between),
        Setting.BLOCKS: _Remembered(_between),
    }
)


def printer(setting: Setting) -> Callable[[Any], str]:
    """Return what prints a value of any kind in *setting*."""
    texts = REMEMBERED[setting]

    def printed(value: Any) -> str:
        if isinstance(value, Undefined):
            return str(value)
        if hasattr(value, "__html__"):
            return _markup(value, setting)
        return texts[as_text(value)]

    return printed


def _markup(value: Any, setting: Setting) -> str:
    """Return what *value* says of itself, once it is known to fit where it stands."""
    delegating.welcome(value)
    markup = str(value.__html__())
    budget.spend(len(markup))
    budget.leave_unresolved()
    if setting is Setting.ATTRIBUTE or setting is Setting.FIELD:
        markup = markup.replace(BREAK, "&#10;")
    if not markup.isascii():
        markup = _referenced(markup)
    if _PURE_TEXT.fullmatch(markup):
        return _pure(markup, value, setting)
    if setting not in _WRAPPED:
        raise _misplaced(value)
    # Formatted text is asked for by few: who prints plain text needs no parser.
    from toolkit.rendering import fragments

    if not fragments.fits(markup, *_WRAPPED[setting]):
        raise _misplaced(value)
    return fragments.with_own_identifiers(markup)


def _referenced(markup: str) -> str:
    refuse_impossible(markup.translate(_LISTING))
    marked = _MARKED.sub(lambda found: f"{OPEN}{found[1]}{CLOSE}", markup)
    return marked.encode("ascii", "xmlcharrefreplace").decode()


# docxtpl's Listing marks a new paragraph and a new page with these.
_LISTING = {ord("\a"): None, ord("\f"): None, 3: None, 4: None}


def _pure(markup: str, value: Any, setting: Setting) -> str:
    refuse_impossible(markup.translate(_LISTING | {ord(TAB): None}))
    if setting is Setting.TEXT:
        return markup.replace("\n", BREAK).replace("\t", TAB)
    if setting in (Setting.RUNS, Setting.BLOCKS) and markup.strip():
        raise _misplaced(value, _NOT_BETWEEN)
    return markup


def _misplaced(value: object, remedy: Text = _NOT_MARKUP_HERE) -> UnprintableValueError:
    shown = value if isinstance(value, Markup) else type(value).__name__
    return UnprintableValueError(
        kind=type(value).__name__, value=str(shown)[:60], remedy=remedy, near=NOWHERE
    )


# What is written before and after a fragment to see whether it can stand there.
_WRAPPED = MappingProxyType(
    {
        Setting.TEXT: ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"),
        Setting.RUNS: ("<w:p>", "</w:p>"),
        Setting.BLOCKS: ("<w:body>", "</w:body>"),
    }
)
