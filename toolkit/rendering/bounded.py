"""Jinja's own filters, kept from making a large text or list out of a small one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import wraps
from types import MappingProxyType
from typing import Any

from jinja2 import filters as jinja
from jinja2 import pass_context, pass_environment, pass_eval_context
from jinja2.exceptions import SecurityError
from markupsafe import escape, soft_str

from toolkit.rendering import budget

DROPPED = frozenset(
    # They let a value become markup, differ from run to run, or print what no reader understands.
    ["safe", "xmlattr", "urlize", "random", "pprint", "tojson"]
)
_CONTAINERS = (list, tuple, dict, set, frozenset)
_OF_TEXT = frozenset(
    [
        "capitalize", "center", "e", "escape", "forceescape", "format", "indent", "lower",
        "replace", "string", "striptags", "title", "trim", "truncate", "upper", "urlencode",
        "wordcount", "wordwrap",
    ]
)  # fmt: skip
_WIDEST = 1000
_MOST = 100_000
_FREE = 512
_PLAIN = frozenset({str, int})
_EQUAL = ("==", "eq", "equalto")
_FIGURES = re.compile(r"\d{4,}|\*")


def refuse_large(value: Any) -> None:
    """Pay for a text or list, which must not be larger than any document needs."""
    size = len(value)
    if size > budget.LONGEST_RESULT:
        raise SecurityError(f"{type(value).__name__}[{size}]")
    if size > _FREE:
        budget.spend(size if isinstance(value, str) else 8 * size)


def bounded(apply: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of Jinja's that pays for what it makes."""
    is_of_text = apply.__name__.removeprefix("do_").removeprefix("soft_") in _OF_TEXT
    # Filters that want the context or the environment get it as their first argument.
    position = 1 if hasattr(apply, "jinja_pass_arg") else 0

    @wraps(apply)
    def paid(*args: Any, **kwargs: Any) -> Any:
        value = args[position] if len(args) > position else None
        if isinstance(value, _CONTAINERS):
            if is_of_text:
                raise TypeError(f"{type(value).__name__}: {apply.__name__.removeprefix('do_')}")
            budget.look()
        made = apply(*args, **kwargs)
        if isinstance(made, str | list | tuple):
            refuse_large(made)
        return made

    return paid


def joined(separator: str, items: Iterable[Any]) -> str:
    """Return texts joined, markup kept apart from text, if the result stays small."""
    if type(items) is tuple and type(separator) is str:
        kinds = set(map(type, items))
        if kinds <= _PLAIN:
            plain = items if int not in kinds else tuple(map(str, items))
            if len(separator) * len(plain) + sum(map(len, plain)) <= _FREE:
                return separator.join(plain)
    texts = []
    size = 0
    for item in items:
        if isinstance(item, _CONTAINERS):
            raise TypeError(f"{type(item).__name__}: join")
        text = item if isinstance(item, str) or hasattr(item, "__html__") else soft_str(item)
        texts.append(text)
        size += len(separator) + (len(text) if isinstance(text, str) else 0)
        if size > budget.LONGEST_RESULT:
            raise SecurityError(f"str[{size}]")
    made: str
    if any(hasattr(text, "__html__") for text in (separator, *texts)):
        made = escape(separator).join(escape(text) for text in texts)
    else:
        made = separator.join(texts)
    refuse_large(made)
    return made


@pass_environment
def _join(environment: Any, value: Iterable[Any], d: str = "", attribute: Any = None) -> str:
    if attribute is not None:
        value = environment.parts(value, attribute)
    return joined(d if type(d) is str else soft_str(d), value)


@pass_eval_context
def _replace(context: Any, s: Any, old: str, new: str, count: int | None = None) -> str:
    return replaced(s, old, new, -1 if count is None else count, context)


def replaced(s: Any, old: str, new: str, count: int = -1, context: Any = None) -> str:
    """Return *s* with *old* replaced by *new*, if the result stays small."""
    text = soft_str(s)
    times = text.count(str(old)) if count < 0 else min(count, text.count(str(old)))
    if len(text) + times * len(str(new)) * _grown(new) > budget.LONGEST_RESULT:
        raise SecurityError("replace")
    if context is None or not hasattr(s, "__html__"):
        return text.replace(soft_str(old), soft_str(new), count)
    return jinja.do_replace(context, s, old, new, None if count < 0 else count)


def _grown(new: Any) -> int:
    return 1 if hasattr(new, "__html__") else 6


def _center(value: Any, width: int = 80) -> str:
    return jinja.do_center(_text(value), _within(width, _WIDEST))


def _indent(s: Any, width: int | str = 4, first: bool = False, blank: bool = False) -> str:
    text = _text(s)
    step = len(width) if isinstance(width, str) else _within(width, _WIDEST)
    if (text.count("\n") + 1) * step > budget.LONGEST_RESULT:
        raise SecurityError("indent")
    return jinja.do_indent(text, width, first, blank)


@pass_environment
def _wordwrap(
    environment: Any,
    s: Any,
    width: int = 79,
    break_long_words: bool = True,
    wrapstring: str | None = None,
    break_on_hyphens: bool = True,
) -> str:
    text = _text(s)
    if len(text) * len(wrapstring or "") > budget.LONGEST_RESULT:
        raise SecurityError("wordwrap")
    return jinja.do_wordwrap(
        environment, text, max(int(width), 1), break_long_words, wrapstring, break_on_hyphens
    )


def _format(value: Any, *args: Any, **kwargs: Any) -> str:
    text = _text(value)
    if _FIGURES.search(text) or any(isinstance(arg, _CONTAINERS) for arg in args):
        raise SecurityError("format")
    if text.count("%") * sum(len(arg) for arg in args if isinstance(arg, str)) > 1_000_000:
        raise SecurityError("format")
    return jinja.do_format(text, *args, **kwargs)


def _sum(environment: Any, iterable: Any, attribute: Any = None, start: Any = 0) -> Any:
    if isinstance(start, _CONTAINERS):
        raise TypeError(f"{type(start).__name__}: sum")
    if attribute is not None:
        iterable = environment.parts(iterable, attribute)
    return sum(iterable, start)


@pass_context
def _selectattr(context: Any, value: Any, *args: Any, **kwargs: Any) -> Iterator[Any]:
    if isinstance(value, _CONTAINERS):
        budget.look()
    if type(value) is tuple and len(args) == 3 and args[1] in _EQUAL and not kwargs:
        # What is asked for most: one word of what each of them is.
        parts = context.environment.parts(value, args[0])
        return (item for item, part in zip(value, parts, strict=True) if part == args[2])
    return jinja.sync_do_selectattr(context, value, *args, **kwargs)


def _batch(value: Any, linecount: int, fill_with: Any = None) -> Any:
    return jinja.do_batch(value, _within(linecount, _MOST), fill_with)


def _slice(value: Any, slices: int, fill_with: Any = None) -> Any:
    return jinja.sync_do_slice(value, _within(slices, _MOST), fill_with)


def _within(number: int, limit: int) -> int:
    if number > limit:
        raise SecurityError(f"{number} > {limit}")
    return number


def _text(value: Any) -> str:
    if isinstance(value, _CONTAINERS):
        raise TypeError(type(value).__name__)
    return soft_str(value)


BOUNDED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {
        "join": _join,
        "replace": bounded(_replace),
        "center": bounded(_center),
        "indent": bounded(_indent),
        "wordwrap": bounded(_wordwrap),
        "format": bounded(_format),
        "length": len,
        "count": len,
        "sum": pass_environment(_sum),
        "selectattr": _selectattr,
        "batch": _batch,
        "slice": _slice,
    }
)
