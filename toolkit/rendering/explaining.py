"""From what Jinja raises to a fault that a person who edits in Word can act on."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import TracebackType

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.utils import missing

from toolkit.errors import TemplateError
from toolkit.rendering import faults
from toolkit.rendering.undefined import MissingNameError
from toolkit.text import Text

UnreadableTemplate = (
    TemplateSyntaxError,
    SyntaxError,
    ValueError,
    OverflowError,
    RecursionError,
    MemoryError,
)
"""What Jinja raises for a template that it cannot compile."""

ForeignFault = (
    TemplateSyntaxError,
    SecurityError,
    UndefinedError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)
"""What Jinja and the expressions of a template raise."""

_OPENING = re.compile(r"\{%-?\s*(end)?(for|if|macro|call|filter|with|set)\b([^%]*)")


def syntax_fault(
    error: Exception, where: str, source: str, near: Mapping[int, str]
) -> TemplateError:
    """Return the fault for a template that Jinja cannot read; *near* tells its lines."""
    if not isinstance(error, TemplateSyntaxError):
        reason = reason_of(error.msg if isinstance(error, SyntaxError) else str(error))
        return faults.TagError(where, reason=reason, near=faults.NOWHERE)
    message = error.message or ""
    line = error.lineno
    if "end of template" in message:
        line = _unclosed_line(source) or line
    return faults.TagError(where, reason=reason_of(message), near=faults.near(near.get(line, "")))


def runtime_fault(
    error: Exception, where: str, near: Text, context: Mapping[str, object]
) -> TemplateError:
    """Return the fault for an error raised while a part was rendered."""
    match error:
        case TemplateError():
            return type(error)(where, **(error.values | {"near": near}))
        case MissingNameError():
            return unknown_name(error, where, near, context)
        case SecurityError() | OverflowError():
            return faults.ForbiddenError(where, reason=str(error), near=near)
        case _:
            reason = str(error) or type(error).__name__
            return faults.ExpressionError(where, reason=reason, near=near)


def unknown_name(
    error: MissingNameError, where: str, near: Text, context: Mapping[str, object]
) -> TemplateError:
    """Return the fault for a name that does not exist, with the nearest that does."""
    owner, known = _owner(error.owner, context)
    close = get_close_matches(error.name, sorted(known), n=1, cutoff=0.5)
    suggestion = _SUGGESTION.filled(name=close[0]) if close else faults.NOWHERE
    return faults.UnknownNameError(
        where, name=error.name, owner=owner, suggestion=suggestion, near=near
    )


def _owner(owner: object, context: Mapping[str, object]) -> tuple[Text, Iterable[str]]:
    """Return what is said of the owner of a name, and the names that it has."""
    if owner is missing:
        return faults.NOWHERE, context
    if owner is None:
        return _EMPTY, ()
    return _OWNER.filled(kind=type(owner).__name__), _names_of(owner)


_EMPTY = Text(
    it=", perché il valore che dovrebbe averlo manca", en=", since what should have it is missing"
)
_OWNER = Text(it=" in «{kind}»", en=" in “{kind}”")
_SUGGESTION = Text(it=" (forse «{name}»?)", en=" (perhaps “{name}”?)")


def _names_of(owner: object) -> list[str]:
    if isinstance(owner, Mapping):
        return [str(key) for key in owner]
    if dataclasses.is_dataclass(owner):
        fields = [field.name for field in dataclasses.fields(owner)]
        properties = [
            name for name, kept in vars(type(owner)).items() if isinstance(kept, property)
        ]
        return fields + properties
    return [name for name in dir(owner) if not name.startswith("_")]


def failing_line(trace: TracebackType | None, where: str) -> int:
    """Return the line, in the Python of the part *where*, that an error came from."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == where:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _unclosed_line(source: str) -> int:
    open_at: list[int] = []
    for found in _OPENING.finditer(source):
        closes, word, rest = found.groups()
        if closes:
            if open_at:
                open_at.pop()
        elif word != "set" or "=" not in rest:
            open_at.append(found.start())
    # The word of a tag stands on the line after its opening.
    return source.count("\n", 0, open_at[-1]) + 2 if open_at else 0


def reason_of(message: str) -> Text:
    """Return what Jinja says of a tag, in both languages and in the words of who edits it."""
    for pattern, reason in _REASONS:
        found = re.search(pattern, message)
        if found:
            groups = enumerate(found.groups(), 1)
            return reason.filled(**{f"g{n}": _TOKENS.get(group, group) for n, group in groups})
    return _WORDS.filled(words=message.rstrip("."))


_WORDS = Text(it="{words}", en="{words}")
_END = Text(it="la fine del tag", en="the end of the tag")
_TOKENS: Mapping[str, Text] = {
    "name": Text(it="un nome", en="a name"),
    "string": Text(it="un testo", en="a text"),
    "end of print statement": _END,
    "end of statement block": _END,
}
"""What Jinja's lexer calls the pieces of a tag, in the words of who writes one."""


_REASONS: tuple[tuple[str, Text], ...] = (
    (
        r"cannot begin a field",
        Text(
            it="che cosa fa un campo lo dice il modello, non un valore",
            en="what a field does is for the template to say, not for a value",
        ),
    ),
    (
        r"nested blocks|levels of indentation|recursion",
        Text(it="troppi blocchi uno dentro l'altro", en="too many blocks inside one another"),
    ),
    (
        r"Expected an expression",
        Text(it="manca l'espressione", en="the expression is missing"),
    ),
    (
        r"block '(\w+)' is not allowed",
        Text(it="«{g1}» non si usa in un documento", en="“{g1}” is of no use in a document"),
    ),
    (
        r"unexpected char [\"'](.+?)[\"'] at",
        Text(it="«{g1}» è fuori posto", en="“{g1}” is out of place"),
    ),
    (
        r"[Mm]issing end of (comment|raw)|unexpected end of template",
        Text(it="manca la fine di un tag", en="a tag is never closed"),
    ),
    (
        r"unknown tag '(p|tr|tc|r)'",
        Text(
            it="«{{%{g1}» deve stare da solo nel suo paragrafo, riga o cella",
            en="“{{%{g1}” must stand alone in its paragraph, row or cell",
        ),
    ),
    (
        r"unknown tag '(\w+)'.*?needs to be closed is '(\w+)'",
        Text(
            it="«{g1}» non è un tag, oppure chiude un blocco diverso da «{g2}», che è ancora aperto",
            en="“{g1}” is not a tag, or closes a block other than “{g2}”, which is still open",
        ),
    ),
    (
        r"unknown tag '(\w+)'",
        Text(
            it="«{g1}» non è un tag, oppure chiude un blocco mai aperto",
            en="“{g1}” is not a tag, or closes a block that was never opened",
        ),
    ),
    (
        r"end of template.*?needs to be closed is '(\w+)'",
        Text(it="il blocco «{g1}» non è chiuso", en="the block “{g1}” is never closed"),
    ),
    (
        r"No filter named '(\w+)'",
        Text(it="il filtro «{g1}» non esiste", en="the filter “{g1}” does not exist"),
    ),
    (
        r"No test named '(\w+)'",
        Text(it="la prova «{g1}» non esiste", en="the test “{g1}” does not exist"),
    ),
    (
        r"unexpected '(.+?)', expected '(.+?)'",
        Text(it="manca «{g2}» prima di «{g1}»", en="“{g2}” is missing before “{g1}”"),
    ),
    (
        r"expected token 'end of statement block', got '='",
        Text(it="per confrontare si scrive «==», non «=»", en="to compare write “==”, not “=”"),
    ),
    (
        r"expected token '(.+?)', got '(.+?)'",
        Text(it="manca «{g1}» prima di «{g2}»", en="“{g1}” is missing before “{g2}”"),
    ),
    (
        r"unexpected '(.+?)'",
        Text(it="«{g1}» è fuori posto", en="“{g1}” is out of place"),
    ),
)
