"""How the words around a figure agree with it: «1 ora», «lo 0,5%», «agli 8», “1 hour”."""

from __future__ import annotations

import functools
import re

_SINGULARS = {
    "ore": "ora",
    "anni": "anno",
    "allievi": "allievo",
    "formatori": "formatore",
    "esperti": "esperto",
    "posti": "posto",
    "minuti": "minuto",
    "giorni": "giorno",
    "volte": "volta",
    "asincrone": "asincrona",
    "riconosciute": "riconosciuta",
    "riconosciuti": "riconosciuto",
    "settimane": "settimana",
    "lezioni": "lezione",
    "clausole": "clausola",
    "conformi": "conforme",
    "applicabili": "applicabile",
    "conoscenze": "conoscenza",
    "abilità": "abilità",
    "voci": "voce",
    "complessive": "complessiva",
    "frequentate": "frequentata",
}
_ENGLISH_SINGULARS = {
    "hours": "hour",
    "years": "year",
    "learners": "learner",
    "trainers": "trainer",
    "places": "place",
    "minutes": "minute",
    "days": "day",
    "PCs": "PC",
}
_KINDS = "distance |laboratory |asynchronous |classroom |training "
"""What English writes between a figure and what it counts."""

_ALONE = r"(?<![\d.,:/-])1 "
_ONE = re.compile(rf"{_ALONE}(non )?({'|'.join(_SINGULARS)})\b(?: ({'|'.join(_SINGULARS)})\b)?")
_ENGLISH_ONE = re.compile(rf"{_ALONE}({_KINDS})?({'|'.join(_ENGLISH_SINGULARS)})\b")
_VERBS = (
    (re.compile(rf"\bci sono (?={_ALONE})"), "c'è "),
    (re.compile(r"\bce ne sono 1\b(?![.,]\d)"), "ce n'è 1"),
    (re.compile(rf"\bsi sono svolte (?={_ALONE})"), "si è svolta "),
    (re.compile(rf"\bne restano (?={_ALONE})"), "ne resta "),
    (re.compile(r"\bne occorrono 1\b(?![.,]\d)"), "ne occorre 1"),
    (re.compile(r"\bne servono 1\b(?![.,]\d)"), "ne serve 1"),
    (re.compile(rf"\briconosciute (?={_ALONE}or[ae])"), "riconosciuta "),
)

_FIGURE = re.compile(r"\d")
_A_ONE = re.compile(r"(?<!\d)1(?!\d)")
_QUOTED = re.compile(r"(«[^»]*»)")
_FORMS = {
    "il": ("l'", "lo "),
    "dal": ("dall'", "dallo "),
    "al": ("all'", "allo "),
    "del": ("dell'", "dello "),
    "nel": ("nell'", "nello "),
    "sul": ("sull'", "sullo "),
    "i": ("gli ", "gli "),
    "dai": ("dagli ", "dagli "),
    "ai": ("agli ", "agli "),
    "dei": ("degli ", "degli "),
    "nei": ("negli ", "negli "),
    "sui": ("sugli ", "sugli "),
}
"""What a word becomes before a figure read with a vowel first, and before zero."""

_ONE_PERCENT = re.compile(r"1(,\d+)? ?%")
"""Read «uno virgola …»; the first of a month, which begins alike, is read «primo»."""

_ARTICLE = re.compile(rf"\b({'|'.join(_FORMS)}) (?=\d)", re.IGNORECASE)


def italian(sentence: str) -> str:
    """Return *sentence* with its articles and plurals as its figures want them."""
    # Most sentences have no figure, and hardly any a single thing.
    if not _FIGURE.search(sentence):
        return sentence
    if _A_ONE.search(sentence):
        for pattern, singular in _VERBS:
            sentence = pattern.sub(singular, sentence)
        sentence = _ONE.sub(_in_the_singular, sentence)
    return _ARTICLE.sub(lambda found: _article(found[1], sentence[found.end() :]), sentence)


def english(sentence: str) -> str:
    """Return *sentence* with “1 hour” where it has “1 hours”."""
    if "1 " not in sentence:
        return sentence
    return _ENGLISH_ONE.sub(
        lambda found: f"1 {found[1] or ''}{_ENGLISH_SINGULARS[found[2]]}", sentence
    )


# Much of what documents print is the standard's, the same for all its courses.
@functools.lru_cache(maxsize=1024)
def printed(sentence: str) -> str:
    """Return a *sentence* of ours as documents print it: agreeing, with typographic apostrophes.

    What stands in «caporali» is somebody's words, and stays as it is.
    """
    pieces = _QUOTED.split(italian(sentence))
    # Every second piece is a quotation.
    pieces[::2] = [piece.replace("'", "’") for piece in pieces[::2]]
    return "".join(pieces)


@functools.lru_cache(maxsize=4096)
def preceded(word: str, figure: str) -> str:
    """Return *figure*, a number or date of a document, after *word*: ``dall’11 gennaio``."""
    # Documents have typographic apostrophes, messages those of a keyboard.
    return _article(word, figure).replace("'", "’") + figure


def _in_the_singular(found: re.Match[str]) -> str:
    negation, *words = found.groups()
    singulars = " ".join(_SINGULARS[word] for word in words if word)
    return f"1 {negation or ''}{singulars}"


def _article(word: str, figure: str) -> str:
    """Return *word* with what joins it to *figure*, as the figure is read aloud."""
    before_vowel, before_zero = _FORMS[word.lower()]
    if _begins_with_vowel(figure):
        form = before_vowel
    elif re.match(r"0+(?![\d/])", figure):
        form = before_zero
    else:
        return f"{word} "
    return form[0].upper() + form[1:] if word[0].isupper() else form


def _begins_with_vowel(figure: str) -> bool:
    """Whether *figure* is read otto…, ottanta…, undici… and the like; «uno» only of a share."""
    if _ONE_PERCENT.match(figure):
        return True
    found = re.match(r"\d+", figure)
    number = int(found[0]) if found else 0
    while number >= 1000:
        # Thousands are read first: ottomila, undicimila.
        number //= 1000
    return number in {8, 11} or 8 in {number // 10, number // 100}
