"""A command line that speaks both languages: help, usage errors and messages.

The language is ``--lang``, else the locale: Italian for ``it*``, English otherwise.
"""

from __future__ import annotations

import locale
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from toolkit.text import Lang, Text

_VARIABLES = ("PERCORSO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def spoken_language(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """Return the language asked for on the command line, else the locale's."""
    for n, argument in enumerate(arguments):
        if argument == "--lang" and n + 1 < len(arguments):
            return "it" if arguments[n + 1] == "it" else "en"
        if argument.startswith("--lang="):
            return "it" if argument == "--lang=it" else "en"
    for variable in _VARIABLES:
        if value := environ.get(variable):
            return "it" if value.lower().startswith("it") else "en"
    # Windows sets no variable: ask the system.
    name = locale.getlocale()[0] or ""
    return "it" if name.lower().startswith("it") else "en"


LANG: Lang = spoken_language(sys.argv[1:], os.environ)
"""The language of this run; help is written before any option is parsed."""


def say(text: Text, /, **values: object) -> str:
    """Return *text* in the language of this run."""
    return text.say(LANG, **values)


def help_of(*, it: str, en: str, example: str) -> str:
    """Return a command's help: what it does, and an example that is not re-wrapped."""
    heading = say(Text(it="Esempio:", en="Example:"))
    return f"{it if LANG == 'it' else en}\n\n\b\n{heading}\n  {example}"


def text_of(*, it: str, en: str) -> str:
    """Return an option's help in the language of this run."""
    return it if LANG == "it" else en


_HEADINGS = {
    "Usage:": "Uso:",
    "Options": "Opzioni",
    "Commands": "Comandi",
    "Arguments": "Argomenti",
    "Show this message and exit.": "Mostra questo aiuto ed esce.",
    "Show the version and exit.": "Mostra la versione ed esce.",
}


class Formatter(click.HelpFormatter):
    """Click's help with its headings in the language of this run."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, _placeholders(args), f"{_heading(prefix or 'Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """Write a heading such as «Opzioni»."""
        super().write_heading(_heading(heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        """Write a list of options with what they do."""
        told = [(_placeholders(term), _heading(words)) for term, words in rows]
        super().write_dl(told, *args, **kwargs)


def _heading(words: str) -> str:
    if LANG == "en":
        return words
    known = _HEADINGS.get(words.strip(), words)
    return re.sub(r"\[default: ", "[predefinito: ", known)


_PLACEHOLDERS = {
    "AFTER": "DOPO",
    "ARGS": "ARGOMENTI",
    "BEFORE": "PRIMA",
    "COMMAND": "COMANDO",
    "COURSE": "CORSO",
    "COURSES": "CORSI",
    "DIR": "CARTELLA",
    "DIRECTORY": "CARTELLA",
    "FILE": "FILE",
    "INTEGER RANGE": "NUMERO",
    "INTEGER": "NUMERO",
    "OPTIONS": "OPZIONI",
    "PATH": "PERCORSO",
    "TEXT": "TESTO",
    "VERSION": "VERSIONE",
}
"""What stands for a value in a usage line or beside an option."""


def _placeholders(term: str) -> str:
    if LANG == "en":
        return term
    return re.sub(
        r"\b(INTEGER RANGE|[A-Z]+)\b", lambda found: _PLACEHOLDERS.get(found[1], found[1]), term
    )


class Context(click.Context):
    """A context whose help is written by `Formatter`."""

    formatter_class = Formatter


class Command(click.Command):
    """A command whose help is written by `Formatter`."""

    context_class = Context


class Group(click.Group):
    """Commands under one name; each speaks both languages."""

    context_class = Context
    command_class = Command


_USAGE: Mapping[type[click.UsageError], Text] = {
    click.NoSuchOption: Text(
        it="l'opzione «{option_name}» non esiste{hint}",
        en="there is no option “{option_name}”{hint}",
    ),
    click.MissingParameter: Text(it="manca {param}.", en="{param} is missing."),
    click.BadParameter: Text(it="{param}: {message}", en="{param}: {message}"),
}


def usage_message(error: click.UsageError) -> str:
    """Return a wrong command line's message in the language of this run."""
    if LANG == "en":
        return error.format_message()
    values: dict[str, object] = {
        "message": _translated(error.message),
        "option_name": "",
        "hint": ".",
    }
    if isinstance(error, click.NoSuchOption):
        values["option_name"] = error.option_name
        if error.possibilities:
            near = ", ".join(f"«{each}»" for each in sorted(error.possibilities))
            values["hint"] = f"; forse intendevi {near}?"
    if isinstance(error, click.BadParameter):
        values["param"] = _parameter(error)
    for kind, text in _USAGE.items():
        if isinstance(error, kind):
            return text.say("it", **values)
    return _translated(error.format_message())


def _parameter(error: click.BadParameter) -> str:
    if error.param is None:
        return f"l'opzione {error.param_hint}" if error.param_hint else "il valore"
    if isinstance(error.param, click.Option):
        return f"l'opzione {max(error.param.opts, key=len)}"
    return f"l'argomento {_placeholders(error.param.human_readable_name.upper().rstrip('.'))}"


_PHRASES = (
    (r"No such command '(.*?)'\.?", r"il comando «\1» non esiste;"),
    (r"\(?Did you mean (?:one of: )?(.*?)\?\)?", r"forse intendevi \1?"),
    (r"Missing command\.", "manca il comando."),
    (r"Got unexpected extra arguments? \((.*)\)", r"argomenti di troppo: \1."),
    (r"(?:Directory|File|Path) '(.*?)' does not exist\.", r"«\1» non esiste."),
    (r"Directory '(.*?)' is a file\.", r"«\1» è un file, serve una cartella."),
    (r"'(.*?)' is not one of (.*)\.", r"«\1» non è ammesso; scegli fra \2."),
    (r"(\S+) is not in the range (.*)\.", r"«\1» non è nell'intervallo \2."),
    (r"'(.*?)' is not a valid integer(?: range)?\.", r"«\1» non è un numero intero."),
    (r"'(.*?)' is not a valid (.*)\.", r"«\1» non va bene."),
    (r"Option '(.*?)' requires an argument\.", r"l'opzione «\1» vuole un valore."),
)


def _translated(message: str) -> str:
    for english, italian in _PHRASES:
        message = re.sub(english, italian, message)
    # What click lists, such as the values to choose from, it quotes as English does.
    return re.sub(r"(?<!\w)'([^' ]+)'(?!\w)", r"«\1»", message)
