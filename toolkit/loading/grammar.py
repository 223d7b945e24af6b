"""What the YAML parser finds wrong, in the words of who writes a configuration."""

from __future__ import annotations

from toolkit.loading.problems import InvalidYamlError
from toolkit.text import Text

_YAML_PROBLEMS: tuple[tuple[str, Text], ...] = (
    (
        "that cannot start any token",
        Text(
            it="qui c'è un carattere che non può cominciare un valore; "
            "se è una tabulazione usa spazi, se è un testo mettilo fra virgolette",
            en="a character here cannot begin a value; "
            "if it is a tab use spaces, if it is a text put it in quotes",
        ),
    ),
    (
        "mapping values are not allowed",
        Text(
            it="i due punti non sono ammessi qui; controlla il rientro della riga "
            "o metti il testo fra virgolette",
            en="a colon is not allowed here; check the indentation of the line "
            "or put the text in quotes",
        ),
    ),
    (
        "could not find expected ':'",
        Text(
            it="manca «:» dopo il nome della voce",
            en="the “:” after the name of the key is missing",
        ),
    ),
    (
        "did not find expected key",
        Text(
            it="qui serve una voce; controlla il rientro di questa riga e della precedente",
            en="a key is expected here; check the indentation of this line and the one before",
        ),
    ),
    (
        "did not find expected '-' indicator",
        Text(
            it="qui serve un elemento di elenco («- …»); controlla il rientro",
            en="a list item (“- …”) is expected here; check the indentation",
        ),
    ),
    (
        "did not find expected ',' or",
        Text(
            it="una parentesi aperta non è chiusa, o manca una virgola fra due valori",
            en="a bracket is not closed, or a comma between two values is missing",
        ),
    ),
    (
        "found unexpected end of stream",
        Text(it="un testo fra virgolette non è chiuso", en="a quoted text is not closed"),
    ),
    (
        "found undefined tag handle",
        Text(
            it="un testo che comincia con «!» va fra virgolette",
            en="a text that begins with “!” must be in quotes",
        ),
    ),
)


def invalid_yaml(where: str, problem: str) -> InvalidYamlError:
    """Return the error for what the YAML parser calls *problem*, in plain words."""
    for words, text in _YAML_PROBLEMS:
        if words in problem:
            return InvalidYamlError(where, it=text.it, en=text.en)
    return InvalidYamlError(
        where,
        it=f"controlla la punteggiatura di questa riga e della precedente ({problem})",
        en=f"check the punctuation of this line and the one before ({problem})",
    )
