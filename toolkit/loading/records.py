"""From plain values to records, with every problem of a file told at once."""

from __future__ import annotations

import typing
from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from toolkit.errors import PercorsoError
from toolkit.loading.problems import (
    MAX_TOLD,
    BadValueError,
    in_order_of_file,
    on_one_line,
    raise_all,
    short,
)
from toolkit.loading.sources import Sources
from toolkit.loading.yamlfile import KEY
from toolkit.model.record import Record, ValueRefusedError
from toolkit.nearest import did_you_mean
from toolkit.place import At
from toolkit.text import Text

SomeRecord = TypeVar("SomeRecord", bound=Record)


def read_record(kind: type[SomeRecord], data: object, sources: Sources) -> SomeRecord:
    """Return *data* as a record of that *kind*.

    Raises every problem of the data together, in the order of the file.
    """
    try:
        return kind.model_validate(data)
    except ValidationError as error:
        errors = _in_order_of_file(_without_echoes(error.errors(include_url=False)), sources)
        problems = _without_repeats(_told(kind, each, sources) for each in errors[:MAX_TOLD])
        raise_all(problems, untold=max(len(errors) - MAX_TOLD, 0))
        raise


def read_value(kind: Any, text: str) -> Any:
    """Return one value written outside a file, such as an answer, as a value of that *kind*.

    Raises `BadValueError`, without a place.
    """
    try:
        return TypeAdapter(kind).validate_python(text)
    except ValidationError as error:
        said = _sentence(Record, error.errors(include_url=False)[0], ())
        raise BadValueError("", it=said.it, en=said.en) from None


def _without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out lists called too short only because what is in them is wrong."""
    above = {each["loc"][:n] for each in errors for n in range(len(each["loc"]))}
    return [each for each in errors if each["type"] != "too_short" or each["loc"] not in above]


def _in_order_of_file(errors: list[ErrorDetails], sources: Sources) -> list[ErrorDetails]:
    return sorted(errors, key=lambda each: in_order_of_file(_where(each, sources)))


def _where(error: ErrorDetails, sources: Sources) -> str:
    at = _path(error)
    is_about_key = error["type"] == "extra_forbidden" or "[key]" in error["loc"]
    return sources.where((*at, KEY) if is_about_key else at)


def _path(error: ErrorDetails) -> At:
    return tuple(str(step) for step in error["loc"] if step != "[key]")


def _told(kind: type[Record], error: ErrorDetails, sources: Sources) -> PercorsoError:
    at = _path(error)
    text = _sentence(kind, error, at)
    subject = _subject(error, at)
    return BadValueError(
        _where(error, sources),
        it=on_one_line(f"{subject}{text.it}"),
        en=on_one_line(f"{subject}{text.en}"),
    )


def _subject(error: ErrorDetails, at: At) -> str:
    names = [step for step in at if not step.isdigit()]
    if error["type"] in {"extra_forbidden", "missing"} or not names:
        return ""
    return f"{names[-1]}: "


def _sentence(kind: type[Record], error: ErrorDetails, at: At) -> Text:
    cause = error.get("ctx", {}).get("error")
    if isinstance(cause, ValueRefusedError):
        return cause.text
    if error["input"] is None:
        return _EMPTY
    if error["type"] == "extra_forbidden":
        return _unknown_key(at[-1], _keys_at(kind, at[:-1]))
    if error["type"] == "literal_error" or error["type"] == "enum":
        return _unknown_word(str(error["input"]), str(error["ctx"]["expected"]))
    return _SENTENCES.get(error["type"], _FALLBACK).filled(
        key=at[-1] if at else "", input=short(error.get("input")), **error.get("ctx", {})
    )


_EMPTY = Text(
    it="la voce è vuota: scrivi un valore, o toglila se non serve.",
    en="the key is empty: write a value, or take it away if it is not needed.",
)
_FALLBACK = Text(it="valore non ammesso: {input}.", en="value not allowed: {input}.")

_SENTENCES = {
    "missing": Text(it="manca la voce «{key}».", en="the key “{key}” is missing."),
    "string_type": Text(it="serve un testo.", en="a text is needed."),
    "tuple_type": Text(it="serve un elenco («- …»).", en="a list (“- …”) is needed."),
    "dict_type": Text(
        it="servono delle voci («nome: valore»).", en="keys (“name: value”) are needed."
    ),
    "model_type": Text(
        it="servono delle voci («nome: valore»).", en="keys (“name: value”) are needed."
    ),
    "model_attributes_type": Text(
        it="servono delle voci («nome: valore»).", en="keys (“name: value”) are needed."
    ),
    "date_type": Text(
        it="serve una data, per esempio 2027-01-31.", en="a date is needed, for example 2027-01-31."
    ),
    "float_type": Text(it="serve un numero.", en="a number is needed."),
    "int_type": Text(it="serve un numero intero.", en="a whole number is needed."),
    "bool_type": Text(it="rispondi true o false.", en="say true or false."),
    "too_short": Text(
        it="l'elenco è troppo corto: ne servono almeno {min_length}.",
        en="the list is too short: at least {min_length} needed.",
    ),
    "string_too_short": Text(it="il testo è vuoto.", en="the text is empty."),
    "string_pattern_mismatch": Text(
        it="«{input}» non ha la forma richiesta ({pattern}).",
        en="“{input}” does not have the form asked for ({pattern}).",
    ),
    "greater_than": Text(it="deve essere più di {gt}.", en="must be more than {gt}."),
    "less_than_equal": Text(it="deve essere al massimo {le}.", en="must be at most {le}."),
    "greater_than_equal": Text(it="deve essere almeno {ge}.", en="must be at least {ge}."),
}


def _unknown_key(key: str, known: tuple[str, ...]) -> Text:
    return Text(it="la voce «{key}» non esiste{hint}", en="there is no key “{key}”{hint}").filled(
        key=short(key), hint=did_you_mean(key, known)
    )


def _unknown_word(word: str, expected: str) -> Text:
    known = tuple(choice.strip("' ") for choice in expected.replace(" or ", ", ").split(","))
    return Text(it="«{word}» non è ammesso{hint}", en="“{word}” is not allowed{hint}").filled(
        word=short(word), hint=did_you_mean(word, known)
    )


def _keys_at(kind: type[Record], at: At) -> tuple[str, ...]:
    annotation: Any = kind
    for step in at:
        annotation = _inner(annotation, step)
    record = _record_in(annotation)
    return tuple(record.model_fields) if record else ()


def _inner(annotation: Any, step: str) -> Any:
    record = _record_in(annotation)
    if record and step in record.model_fields:
        return record.model_fields[step].annotation
    for argument in _arguments(annotation):
        if typing.get_origin(argument) in {tuple, dict}:
            inner = typing.get_args(argument)
            return inner[0] if typing.get_origin(argument) is tuple else inner[1]
    return annotation


def _arguments(annotation: Any) -> tuple[Any, ...]:
    if typing.get_origin(annotation) in {tuple, dict}:
        return (annotation,)
    return typing.get_args(annotation) or (annotation,)


def _record_in(annotation: Any) -> type[BaseModel] | None:
    for argument in (annotation, *typing.get_args(annotation)):
        if isinstance(argument, type) and issubclass(argument, BaseModel):
            return argument
    return None


def _without_repeats(problems: Iterable[PercorsoError]) -> list[PercorsoError]:
    return list({problem.say("it"): problem for problem in problems}.values())
