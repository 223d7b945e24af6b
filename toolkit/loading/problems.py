"""What can be wrong with a file that people write, as errors with exit code 3."""

from __future__ import annotations

import re
from collections.abc import Sequence

from toolkit.errors import PercorsoError, SeveralProblemsError, UnreadableError
from toolkit.text import Text


class MissingFileError(UnreadableError):
    """There is no file of that name."""

    message = Text(
        it="il file non esiste; controlla il nome e la cartella.",
        en="there is no such file; check the name and the folder.",
    )


class NotAFileError(UnreadableError):
    """The path names a folder or a device."""

    message = Text(it="non è un file.", en="this is not a file.")


class UnreadableFileError(UnreadableError):
    """The system refuses to read the file."""

    message = Text(
        it="il file non si può leggere ({reason}); controlla i permessi.",
        en="the file cannot be read ({reason}); check its permissions.",
    )


class TooLargeError(UnreadableError):
    """The file is far larger than any configuration."""

    message = Text(
        it="il file supera {limit}: non sembra una configurazione.",
        en="the file is over {limit}: it does not look like a configuration.",
    )


class BinaryFileError(UnreadableError):
    """The file is not a text."""

    message = Text(
        it="non è un file di testo; serve un file YAML.",
        en="this is not a text file; a YAML file is needed.",
    )


class EncodingError(UnreadableError):
    """The text is not UTF-8."""

    message = Text(
        it="il testo non è in UTF-8 da questo punto; salva il file con codifica UTF-8.",
        en="the text is not UTF-8 from here on; save the file with UTF-8 encoding.",
    )


class ForbiddenCharacterError(UnreadableError):
    """A character that no name or sentence contains."""

    message = Text(
        it="carattere non ammesso {code}, forse incollato da un altro programma; cancellalo.",
        en="character {code} is not allowed, perhaps pasted from another program; delete it.",
    )


class InvalidYamlError(UnreadableError):
    """The text does not follow the grammar of YAML."""

    message = Text(it="YAML non valido: {it}.", en="invalid YAML: {en}.")


class DuplicateKeyError(UnreadableError):
    """A mapping in a YAML file names the same key twice."""

    message = Text(
        it="la voce «{key}» compare due volte; tienine una sola.",
        en="the key “{key}” appears twice; keep only one.",
    )


class SeveralDocumentsError(UnreadableError):
    """The file holds more than one YAML document."""

    message = Text(
        it="il file contiene più documenti separati da «---»; tienine uno solo.",
        en="the file holds several documents separated by “---”; keep only one.",
    )


class AnchorError(UnreadableError):
    """The file uses anchors or aliases."""

    message = Text(
        it="i richiami YAML (& e *) non sono ammessi; se è un testo, mettilo fra virgolette.",
        en="YAML anchors (& and *) are not allowed; if this is a text, put it in quotes.",
    )


class TagError(UnreadableError):
    """The file uses YAML tags."""

    message = Text(
        it="le etichette YAML ({tag}) non sono ammesse; se è un testo, mettilo fra virgolette.",
        en="YAML tags ({tag}) are not allowed; if this is a text, put it in quotes.",
    )


class TooDeepError(UnreadableError):
    """The nesting is deeper than any configuration's."""

    message = Text(
        it="ci sono più di {limit} livelli di annidamento.",
        en="there are more than {limit} levels of nesting.",
    )


class KeyNotTextError(UnreadableError):
    """A key is a list or a mapping."""

    message = Text(it="la voce deve essere un testo.", en="a key must be a text.")


class BadValueError(UnreadableError):
    """A value or a key is not what the record asks for."""

    message = Text(it="{it}", en="{en}")


class MoreProblemsError(UnreadableError):
    """A file has more problems than a person can use at once."""

    message = Text(
        it="da qui in poi ci sono altri problemi: {number}; correggi prima questi.",
        en="there are more problems from here on: {number}; mend these first.",
    )


MAX_TOLD = 100
MAX_QUOTED = 60


def raise_all(problems: Sequence[PercorsoError], *, untold: int = 0) -> None:
    """Raise *problems* together in the order of their files, or the only one, or nothing.

    Beyond the first `MAX_TOLD` they are only counted, with those already left *untold*.
    """
    told = sorted(problems, key=lambda problem: in_order_of_file(problem.where))[:MAX_TOLD]
    untold += len(problems) - len(told)
    if untold:
        told.append(MoreProblemsError(told[-1].where, number=untold))
    if len(told) == 1:
        raise told[0]
    if told:
        raise SeveralProblemsError(tuple(told))


def in_order_of_file(where: str) -> tuple[str, int, int]:
    """Return *where*, written ``file:line:column``, as a key to sort by."""
    name, line, column = where.rsplit(":", 2)
    return name, int(line), int(column)


def short(value: object) -> str:
    """Return what a message says of *value*: one line, cut where it is long."""
    text = " ".join(str(value).split())
    return text if len(text) <= MAX_QUOTED else f"{text[: MAX_QUOTED - 1]}…"


def on_one_line(sentence: str) -> str:
    """Return *sentence* without line breaks, what it quotes of the file cut short."""
    line = " ".join(sentence.split())
    return re.sub(rf"([«“][^»”]{{{MAX_QUOTED - 1}}})[^»”]{{2,}}", r"\1…", line)
