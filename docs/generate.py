"""Writes the pages that are made from the code; with ``--check`` says which are stale.

``docs/rules.md`` comes from the rules, ``docs/configuration.md`` and the schemas under
``samples/schema`` from the records, ``docs/context.md`` from the tree of the context.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from configuration import configuration_page

from toolkit import schemas
from toolkit.context import calendar, learning, means, subjects, teaching, tree, variation
from toolkit.finding import Rule
from toolkit.reporting import SEVERITIES
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.timetable import TIMETABLE_RULES

ROOT = Path(__file__).resolve().parent.parent
HEAD = "<!-- Made by docs/generate.py: change the code, not this page. -->"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file with what it must contain."""
    yield ROOT / "docs/rules.md", rules_page()
    yield ROOT / "docs/configuration.md", f"{HEAD}\n{configuration_page()}"
    yield ROOT / "docs/context.md", context_page()
    for kind in ("course", "provider", "timetable"):
        yield ROOT / f"samples/schema/{kind}.schema.json", schemas.schema_of(kind)


def rules_page() -> str:
    """Return the page of all rules."""
    parts = [
        HEAD,
        "# Rules\n",
        (
            "What `percorso check` looks for. A rule with a clause applies where the standard has "
            "that clause. An **error** breaks the standard, a **warning** is allowed but likely "
            "wrong, a **note** is good to know.\n"
        ),
    ]
    for title, rules in (("Courses", COURSE_RULES), ("Timetables", TIMETABLE_RULES)):
        parts += [f"## {title}\n", *(_rule(rule) for rule in sorted(rules, key=lambda r: r.id))]
    return "\n".join(parts)


def _rule(rule: Rule[Any]) -> str:
    clause = f"clause `{rule.clause}`" if rule.clause else "no clause of the standard"
    return (
        f"### {rule.id}: {rule.statement}\n\n"
        f"*{SEVERITIES[rule.severity].en}, {clause}*\n\n"
        f"{inspect.cleandoc(rule.explanation)}\n\n"
        f"> {rule.message.it}\n>\n> {rule.message.en}\n"
    )


def _first_line(kind: type) -> str:
    return (inspect.getdoc(kind) or "").splitlines()[0]


def context_page() -> str:
    """Return the page of everything a template may name."""
    parts = [
        HEAD,
        "# What a template may name\n",
        (
            "The fields of [DossierContext](#dossiercontext) are the names at the top; "
            "each leads to others. Filters write numbers and dates in Italian.\n"
        ),
    ]
    for module in (tree, subjects, teaching, means, learning, calendar, variation):
        for name, kind in vars(module).items():
            if dataclasses.is_dataclass(kind) and kind.__module__ == module.__name__:
                parts += _fields_of(name, typing.cast("type", kind))
    return "\n".join(parts)


def _fields_of(name: str, kind: type) -> list[str]:
    notes = _notes_under_fields(kind)
    rows = [
        f"| `{field.name}` | `{field.type}` | {notes.get(field.name, '')} |"
        for field in dataclasses.fields(kind)
    ]
    return [f"## {name}\n\n{_first_line(kind)}\n", "| name | type | |\n|---|---|---|", *rows, ""]


def _notes_under_fields(kind: type) -> dict[str, str]:
    """Return the string under each field, which Python itself throws away."""
    found = re.findall(
        r'^    (\w+): [^\n]+\n    """(.*?)"""', inspect.getsource(kind), re.MULTILINE | re.DOTALL
    )
    return {name: " ".join(text.split()) for name, text in found}


def main(arguments: Iterable[str]) -> int:
    """Write the pages, or with ``--check`` name those that are stale and return 1."""
    check = "--check" in arguments
    stale = [
        (path, text)
        for path, text in pages()
        if not path.is_file() or path.read_text(encoding="utf-8") != text
    ]
    for path, text in stale:
        print(f"{'stale' if check else 'written'}: {path.relative_to(ROOT)}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
