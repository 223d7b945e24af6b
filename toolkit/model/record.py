"""What people write in YAML: strict records, and the small types their values have.

Every scalar reaches a record as the text that stood in the file; the types here turn
it into a value or say, in both languages, why they cannot.
"""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from toolkit.text import Text


class Record(BaseModel):
    """Something a person writes: unknown keys are refused, values cannot be changed."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


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
