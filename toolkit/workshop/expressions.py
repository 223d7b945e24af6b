"""One tag as Jinja reads it: its expression, or why it cannot be read."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from jinja2 import TemplateSyntaxError, nodes

from toolkit.rendering.environment import TemplateEnvironment
from toolkit.rendering.explaining import reason_of
from toolkit.text import Text
from toolkit.workshop.statements import CLOSERS, MIDDLES, OF_CELLS, OPENERS, statement_of
from toolkit.workshop.tags import Tag

_ARGUMENT = re.compile(r"^\w+\s*")


@cache
def environment() -> TemplateEnvironment:
    """Return the environment in which templates run."""
    return TemplateEnvironment({})


def source_of(tag: Tag) -> str:
    """Return the tag as plain Jinja, on one line; docxtpl's own print their argument."""
    if not tag.is_statement:
        return f"{{{{ {tag.content} }}}}"
    if tag.word in OF_CELLS:
        argument = _ARGUMENT.sub("", tag.content)
        return f"{{{{ {argument} }}}}" if argument else ""
    return f"{{% {tag.content} %}}"


def fault_of(tag: Tag) -> Text | None:
    """Return why Jinja cannot read a tag, when it cannot."""
    return _fault(_alone(tag))


@lru_cache(maxsize=4096)
def _fault(source: str) -> Text | None:
    # Templates say the same again and again, and each tag is asked about twice.
    try:
        parsed(source)
    except TemplateSyntaxError as error:
        return reason_of(error.message or "")
    except (SyntaxError, ValueError, OverflowError, RecursionError) as error:
        return reason_of(str(error))
    return None


def parsed(source: str) -> nodes.Template:
    """Return the tree of Jinja *source*."""
    return environment().parse(source)


def _alone(tag: Tag) -> str:
    """Return *tag* as a whole template: a block is closed, what closes is opened."""
    word, source = statement_of(tag), source_of(tag)
    if word in CLOSERS:
        return f"{source}{{% {CLOSERS[word]} %}}"
    if word in OPENERS:
        return f"{_OPENINGS.get(OPENERS[word], '')}{source}"
    if word in MIDDLES:
        return f"{{% if 1 %}}{source}{{% endif %}}"
    return source


_OPENINGS = {
    "for": "{% for a in b %}", "if": "{% if 1 %}", "with": "{% with %}", "set": "{% set a %}",
    "macro": "{% macro a() %}", "call": "{% call a() %}", "filter": "{% filter upper %}",
    "autoescape": "{% autoescape true %}", "raw": "{% raw %}",
}  # fmt: skip
