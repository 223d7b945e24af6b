"""What the YAML parser finds wrong, in the words of who writes a configuration."""

from __future__ import annotations

from toolkit.loading.problems import InvalidYamlError
from toolkit.text import Text


def _quote(beginning: str) -> Text:
    return Text(
        it=f"un testo che comincia con «{beginning}» va fra virgolette",
        en=f"a text that begins with “{beginning}” must be in quotes",
    )


_BLOCK = Text(
    it="un testo che comincia con «|» o «>» va fra virgolette, o su righe sue sotto il segno",
    en="a text that begins with “|” or “>” must be in quotes, or on lines of its own below it",
)
_CANNOT_BEGIN = Text(
    it="qui c'è un carattere che non può cominciare un valore; "
    "se è una tabulazione usa spazi, se è un testo mettilo fra virgolette",
    en="a character here cannot begin a value; "
    "if it is a tab use spaces, if it is a text put it in quotes",
)
_COLON = Text(
    it="i due punti non sono ammessi qui; controlla il rientro della riga "
    "o metti il testo fra virgolette",
    en="a colon is not allowed here; check the indentation of the line or put the text in quotes",
)
_NO_COLON = Text(
    it="manca «:» dopo il nome della voce",
    en="the “:” after the name of the key is missing",
)
_NO_KEY = Text(
    it="qui serve una voce; controlla il rientro di questa riga e della precedente, "
    "e le virgolette",
    en="a key is expected here; check the indentation of this line and the one before, "
    "and the quotes",
)
_NO_ITEM = Text(
    it="qui serve un elemento di elenco («- …»); controlla il rientro",
    en="a list item (“- …”) is expected here; check the indentation",
)
_OPEN_BRACKET = Text(
    it="una parentesi aperta non è chiusa, o manca una virgola fra due valori",
    en="a bracket is not closed, or a comma between two values is missing",
)
_NO_VALUE = Text(
    it="qui serve un valore; controlla parentesi e virgole",
    en="a value is expected here; check brackets and commas",
)
_OPEN_QUOTE = Text(it="un testo fra virgolette non è chiuso", en="a quoted text is not closed")
_LIST_IN_LINE = Text(
    it="un elenco («- …») comincia su una riga sua, sotto il nome della voce",
    en="a list (“- …”) begins on a line of its own, under the name of the key",
)
_TAB = Text(it="qui c'è una tabulazione: usa spazi", en="there is a tab here: use spaces")
_ESCAPE = Text(
    it="fra virgolette doppie la barra \\ introduce un carattere speciale; "
    "usa le virgolette semplici",
    en="in double quotes the backslash begins a special character; use single quotes",
)
_GOES_ON = Text(
    it="il file dovrebbe finire prima di qui; controlla il rientro e le virgolette",
    en="the file should end before this; check indentation and quotes",
)
_DIRECTIVE = Text(
    it="una riga che comincia con «%» è una direttiva YAML, e non serve: cancellala",
    en="a line that begins with “%” is a YAML directive, and of no use: delete it",
)

_IN_PLAIN_WORDS: tuple[tuple[str, Text], ...] = (
    ("scanning an anchor", _quote("&")),
    ("scanning an alias", _quote("*")),
    ("scanning a block scalar", _BLOCK),
    ("ing a tag", _quote("!")),
    ("undefined tag handle", _quote("!")),
    ("mapping keys are not allowed", _quote("? ")),
    ("directive", _DIRECTIVE),
    ("incompatible YAML document", _DIRECTIVE),
    ("tab character", _TAB),
    ("cannot start any token", _CANNOT_BEGIN),
    ("mapping values are not allowed", _COLON),
    ("block sequence entries are not allowed", _LIST_IN_LINE),
    ("sequence entries are not allowed", _LIST_IN_LINE),
    ("could not find expected ':'", _NO_COLON),
    ("did not find expected key", _NO_KEY),
    ("parsing a block mapping: expected <block end>", _NO_KEY),
    ("did not find expected '-' indicator", _NO_ITEM),
    ("parsing a block collection: expected <block end>", _NO_ITEM),
    ("did not find expected ',' or", _OPEN_BRACKET),
    ("expected ',' or", _OPEN_BRACKET),
    ("did not find expected node content", _NO_VALUE),
    ("expected the node content", _NO_VALUE),
    ("expected <document start>", _GOES_ON),
    ("expected '<document start>'", _GOES_ON),
    ("unexpected end of stream", _OPEN_QUOTE),
    ("unexpected document", _OPEN_QUOTE),
    ("scanning a plain scalar: found unexpected ':'", _COLON),
    ("escape", _ESCAPE),
    ("hexdecimal number", _ESCAPE),  # as the parser spells it
)
"""What a parser says, libyaml or PyYAML's own, and what it means; the first that fits is told."""


def invalid_yaml(where: str, problem: str) -> InvalidYamlError:
    """Return the error for what the YAML parser calls *problem*, in plain words."""
    for words, text in _IN_PLAIN_WORDS:
        if words in problem:
            return InvalidYamlError(where, it=text.it, en=text.en)
    return InvalidYamlError(
        where,
        it=f"controlla la punteggiatura di questa riga e della precedente ({problem})",
        en=f"check the punctuation of this line and the one before ({problem})",
    )
