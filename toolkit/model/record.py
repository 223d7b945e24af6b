"""What people write in YAML: strict records, and the small types their values have.

Every scalar reaches a record as the text that stood in the file; the types here turn
it into a value or say, in both languages, why they cannot.
"""

from __future__ import annotations

import ast
import functools
import inspect
import typing
from collections.abc import Iterator, Mapping
from itertools import pairwise
from textwrap import dedent
from typing import Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    TypeAdapter,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from toolkit.text import Text


class Record(BaseModel):
    """Something a person writes: unknown keys are refused, values cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema)["properties"]
        for key, words in descriptions(cls).items():
            properties[key]["description"] = words
        return schema

    @classmethod
    def value_of(cls, key: str, written: object) -> Any:
        """Return what is *written* under *key* as the record would have it.

        Raises a `ValueError` for what it would refuse, an unknown key among it.
        """
        if key not in cls.model_fields:
            raise ValueError(key)
        return _kinds(cls)[key].validate_python(written)


@functools.cache
def _kinds(record: type[Record]) -> Mapping[str, TypeAdapter[Any]]:
    kinds = typing.get_type_hints(record, include_extras=True)
    return {key: TypeAdapter(kinds[key]) for key in record.model_fields}


def descriptions(kind: type[Record]) -> dict[str, str]:
    """Return what the text below each field of *kind* says, by the name of the field.

    It is read from the source when somebody asks: else every command would wait for it.
    """
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        if issubclass(each, Record):
            (made,) = ast.parse(dedent(inspect.getsource(each))).body
            assert isinstance(made, ast.ClassDef)
            found |= dict(_described(made.body))
    return {key: found[key] for key in kind.model_fields if key in found}


def _described(statements: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(statements):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(words))),
            ):
                yield name, inspect.cleandoc(words)


class ValueRefusedError(ValueError):
    """A value cannot be what its key asks for; says so in both languages."""

    def __init__(self, *, it: str, en: str) -> None:
        super().__init__(en)
        self.text = Text(it=it, en=en)


class Written:
    """A frozen value with a textual form of its own; subclasses parse it in `read`."""

    pattern: ClassVar[str]

    @classmethod
    def read(cls, written: str) -> Any:
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        def parse(value: object) -> object:
            if isinstance(value, cls):
                return value
            if not isinstance(value, str):
                raise ValueRefusedError(it="serve un testo.", en="a text is needed.")
            return cls.read(value)

        return core_schema.no_info_plain_validator_function(
            parse, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"type": "string", "pattern": cls.pattern}
