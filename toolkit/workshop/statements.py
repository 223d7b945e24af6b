"""The words of the template language: which there are, and which a misspelt one stands for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from toolkit.workshop.tags import Flaw, Scrap, Tag

CLOSERS: Mapping[str, str] = MappingProxyType(
    {
        word: f"end{word}"
        for word in ("for", "if", "with", "set", "macro", "call", "filter", "autoescape", "raw")
    }
)
"""What closes each word that opens a block."""
OPENERS: Mapping[str, str] = MappingProxyType({end: word for word, end in CLOSERS.items()})
MIDDLES: Mapping[str, tuple[str, ...]] = MappingProxyType({"elif": ("if",), "else": ("if", "for")})
"""What stands between, and in which blocks."""
OF_CELLS = frozenset({"colspan", "cellbg", "vm", "hm"})
"""docxtpl's own: about the cell they stand in."""
REFUSED = frozenset({"include", "import", "from", "extends", "block", "endblock", "do", "trans"})
"""Jinja's own that fetch other templates, or that documents do not have."""
WORDS = frozenset({*CLOSERS, *OPENERS, *MIDDLES, *OF_CELLS})

_FOREIGN: Mapping[str, str] = MappingProxyType(
    {
        "se": "if", "altrimenti": "else", "sennò": "else", "senno": "else", "altrimentise": "elif",
        "elseif": "elif", "elsif": "elif", "per": "for", "perogni": "for", "ogni": "for",
        "foreach": "for", "fine": "endif", "finese": "endif", "fineper": "endfor",
        "then": "if", "imposta": "set", "con": "with", "next": "endfor",
    }
)  # fmt: skip
_SCOPES = ("tr", "tc", "p", "r")
_HEAD = re.compile(r"\{\s*%[-+]?\s*(?:(?:p|tr|tc|r)\s+)?((?:end\s+)?\w+)", re.IGNORECASE)
_TAIL = re.compile(r"\b(end\w+|else|elif|if|for)\b[^%{}]*[%}]\s*\}$")


def meant(word: str) -> str:
    """Return the word of the language that *word* is or was meant to be; else nothing."""
    if word in WORDS or word in REFUSED:
        return word
    plain = unaccented(word).replace(" ", "")
    if plain in WORDS:
        return plain
    if known := _FOREIGN.get(word.lower()) or _FOREIGN.get(plain):
        return known
    for scope in _SCOPES:
        if plain.startswith(scope) and plain[len(scope) :] in WORDS:
            return plain[len(scope) :]
    return next(iter(get_close_matches(plain, sorted(WORDS), n=1, cutoff=0.6)), "")


def unaccented(word: str) -> str:
    """Return *word* in lower case without accents."""
    split = unicodedata.normalize("NFKD", word.lower())
    return "".join(character for character in split if not unicodedata.combining(character))


def statement_of(item: Tag | Scrap) -> str:
    """Return the word that a tag, or what looks like one, brings to the blocks of its part."""
    if isinstance(item, Tag):
        return _of_tag(item) if item.is_statement else ""
    if item.flaw is Flaw.UNOPENED:
        found = _TAIL.search(item.passage.text[: item.end])
    else:
        found = _HEAD.match(item.text)
    return meant(found[1]) if found else ""


def _of_tag(tag: Tag) -> str:
    first, *more = tag.content.split(maxsplit=2) or [""]
    if more and first.lower() in _SCOPES:
        return meant(more[0])
    if first == "else" and more[:1] == ["if"]:
        return "elif"
    if first == "end" and more:
        return meant(f"end{more[0]}")
    word = meant(tag.word)
    return "" if word == "set" and "=" in tag.content else word
