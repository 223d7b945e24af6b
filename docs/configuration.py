"""Makes ``docs/configuration.md``: every key of the files people write, and how values look."""

from __future__ import annotations

import ast
import inspect
import re
import typing
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from pydantic.fields import FieldInfo

from toolkit.model import (
    choices,
    edition,
    identifiers,
    moments,
    numbers,
    timetablefile,
    variation,
    week,
)
from toolkit.model import (
    words as texts,
)
from toolkit.model.edition import CourseEdition
from toolkit.model.provider import Provider
from toolkit.model.record import Record, Written, descriptions
from toolkit.model.timetablefile import TimetableFile

INTRODUCTION = """\
# Configuration

Every key of `course.yaml`, `provider.yaml` and `timetable.yaml`, described in Italian as editors show it. A key that
is not **required** need not be written: what it then means stands in its default or its description, and what a
standard fixes comes from the standard. [How values are written](#how-values-are-written) is at the end.
"""

# What stands under the title of each file.
FILES: tuple[tuple[str, type[Record], str], ...] = (
    (
        "`course.yaml`",
        CourseEdition,
        "`provider` is either the name of a file beside this one or what that file would contain.\n",
    ),
    ("`provider.yaml`", Provider, "Written once, it serves every course of the provider.\n"),
    (
        "`timetable.yaml`",
        TimetableFile,
        "`percorso plan` writes it beside the course; edit it as you like, `percorso check` judges it.\n",
    ),
)

EXAMPLES: dict[str, tuple[str, ...]] = {
    "Day": ("2027-01-31", "31/01/2027"),
    "TimeRange": ("9:30-13:00",),
    "LessonId": ("3", "20270111-0900"),
    "Unavailability": ("Rosa Bianchi 2027-03-08..2027-03-14",),
    "Unavailabilities": ("Aula 1 2027-03-08",),
    "Periods": ("2027-03-10",),
    "DateRange": ("2027-12-24..2028-01-06", "2027-02-09"),
    "YearDay": ("05-22", "22/05"),
    "Hours": ("10", "10,5", "10.25"),
    "Count": ("18",),
    "Amount": ("0",),
    "Percent": ("60",),
    "Euro": ("1250,50",),
    "Weight": ("0,5", "0"),
    "SquareMetres": ("42,5",),
    "YesNo": ("true", "sì"),
    "Line": ("Aula Maiella",),
    "Prose": ("Lezioni brevi, poi simulazioni.",),
    "UnitCode": ("URA04",),
    "Window": ("9:00-13:00", "18:00-21:00 distance"),
    "Windows": ("9:00-13:00",),
    "TaxCode": ("99999990015",),
    "VatNumber": ("99999990015",),
    "Email": ("ente@pec.example.com",),
    "Phone": ("+39 085 000000",),
    "PostalCode": ("65100",),
    "Province": ("PE",),
    "CourseCode": ("ASC-2027-01",),
    "StandardReference": ("abruzzo/addetto-al-servizio-clienti@2023-04-19",),
    "Lines": ("Videoproiettore",),
    "Codes": ("C01",),
}
"""What each small type accepts; a test reads every one of them."""

_WORDS = {"str": "text", "VatNumber": "VAT number", "YesNo": "yes or no"}


def configuration_page() -> str:
    """Return the reference of the files people write."""
    parts = [INTRODUCTION]
    roots = {kind for _, kind, _ in FILES}
    described: set[type[Record]] = set()
    for title, kind, note in FILES:
        parts += [f"## {title}\n", note]
        # A record that is a file of its own is described under that file.
        described |= roots - {kind}
        described -= {kind}
        parts += _tables(kind, described)
    return "\n".join([*parts, "## How values are written\n", *_value_rows(), ""])


def _tables(kind: type[Record], described: set[type[Record]]) -> Iterator[str]:
    if kind in described:
        return
    described.add(kind)
    yield f"### {kind.__name__}\n\n{_summary(kind)}\n"
    yield "| key | value | default | |\n|---|---|---|---|"
    told = descriptions(kind)
    for name, field in kind.model_fields.items():
        value = _value_name(field.annotation, tuple(field.metadata))
        default = "**required**" if field.is_required() else _default(field)
        about = " ".join(told.get(name, "").split())
        yield f"| `{name}` | {value} | {default} | {about} |"
    yield ""
    for field in kind.model_fields.values():
        for inner in _records_in(field.annotation):
            yield from _tables(inner, described)


def _summary(kind: type) -> str:
    return (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ").replace("``", "`")


def _default(field: Any) -> str:
    value = field.default_factory() if field.default_factory else field.default
    if isinstance(value, tuple):
        names = [str(getattr(each, "name", each)) for each in value]
        return ", ".join(f"`{name}`" for name in names)
    if value in (None, {}) or isinstance(value, Record):
        return ""
    text = f"{value:g}" if isinstance(value, float) else str(getattr(value, "value", value))
    return f"`{text.lower() if isinstance(value, bool) else text}`"


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for argument in typing.get_args(annotation):
        yield from _records_in(argument)


def _value_name(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _value_name(annotation.__origin__, annotation.__metadata__)
    if alias := _alias_of(annotation, metadata):
        return _spaced(alias)
    if origin is tuple:
        return f"list of {_value_name(arguments[0])}"
    if origin is dict:
        return f"{_value_name(arguments[0])} → {_value_name(arguments[1])}"
    if origin is typing.Literal:
        return ", ".join(f"`{each}`" for each in arguments)
    if inner := [each for each in arguments if each is not type(None)]:
        return " or ".join(_value_name(each) for each in inner)
    return _plain_name(annotation)


def _plain_name(kind: type) -> str:
    if hasattr(kind, "__members__"):
        return ", ".join(f"`{each.value}`" for each in kind)  # type: ignore[attr-defined]
    if issubclass(kind, Record):
        return f"[{kind.__name__}](#{kind.__name__.lower()})"
    return _spaced(kind.__name__) if issubclass(kind, Written) else _WORDS[kind.__name__]


def _spaced(name: str) -> str:
    return _WORDS.get(name, re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower())


def _alias_of(annotation: Any, metadata: tuple[Any, ...]) -> str | None:
    """Return the name of the small type that *annotation* is, perhaps narrowed by a field."""
    for name, (alias, _) in VALUES.items():
        known = FieldInfo.from_annotation(alias)
        narrowing = metadata[len(known.metadata) :]
        same = known.annotation == annotation and [*known.metadata, *narrowing] == [*metadata]
        if known.metadata and same:
            return name
    return None


def _values_of(module: ModuleType) -> Iterator[tuple[str, tuple[Any, str]]]:
    """Yield each small type of *module* with the sentence that describes it."""
    body = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body
    for node, after in pairwise([*body, None]):
        match node, after:
            case (
                ast.Assign(targets=[ast.Name(id=name)]),
                ast.Expr(value=ast.Constant(value=str(words))),
            ) if typing.get_origin(getattr(module, name)) is typing.Annotated:
                yield name, (getattr(module, name), words)
            case ast.ClassDef(name=name), _ if name in _written(module):
                yield name, (getattr(module, name), _summary(getattr(module, name)))


def _written(module: ModuleType) -> set[str]:
    return {
        name
        for name, kind in vars(module).items()
        if isinstance(kind, type) and issubclass(kind, Written) and kind is not Written
    }


VALUES: dict[str, tuple[Any, str]] = {
    name: value
    for module in (
        moments,
        numbers,
        texts,
        week,
        identifiers,
        edition,
        choices,
        timetablefile,
        variation,
    )
    for name, value in _values_of(module)
}


def _value_rows() -> Iterator[str]:
    yield "| value | for example | |\n|---|---|---|"
    for name, (_, words) in VALUES.items():
        examples = ", ".join(f"`{each}`" for each in EXAMPLES[name])
        text = " ".join(words.replace("``", "`").split())
        yield f"| {_spaced(name)} | {examples} | {text} |"
