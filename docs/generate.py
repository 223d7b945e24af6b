"""Writes the pages that are made from the code; with ``--check`` says which are stale.

``docs/rules.md`` comes from the rules, ``docs/configuration.md`` and the schemas under
``samples/schema`` from the records, ``docs/context.md`` from the tree of the context.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from configuration import configuration_page
from examples import examples_page

from toolkit import schemas
from toolkit.explaining.examples import FILE, Example, read_examples
from toolkit.finding import Rule
from toolkit.resources import resources
from toolkit.rules.course import COURSE_RULES
from toolkit.rules.explained import EXPLANATIONS, reason, statement
from toolkit.rules.sharing import SHARING_RULES
from toolkit.rules.timetable import TIMETABLE_RULES
from toolkit.rules.waivers import WAIVER_RULES
from toolkit.text import Lang
from toolkit.wording import SEVERITIES
from toolkit.workshop.checking import FILE_RULES
from toolkit.workshop.explained import explanation
from toolkit.workshop.explained import statement as stated
from toolkit.workshop.fields import Field
from toolkit.workshop.rules import TEMPLATE_RULES
from toolkit.workshop.sample import sample_fields
from toolkit.workshop.withcourse import TRIAL_RULES

ROOT = Path(__file__).resolve().parent.parent
HEAD = "<!-- Made by docs/generate.py: change the code, not this page. -->"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield each generated file with what it must contain."""
    found = examples_page()
    yield FILE, found
    yield ROOT / "docs/rules.md", rules_page(read_examples(found))
    yield ROOT / "docs/configuration.md", f"{HEAD}\n{configuration_page()}"
    yield ROOT / "docs/context.md", context_page()
    for kind in ("course", "provider", "timetable"):
        yield ROOT / f"samples/schema/{kind}.schema.json", schemas.schema_of(kind)


def rules_page(examples: Mapping[str, Example]) -> str:
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
    topics = (
        ("Courses", COURSE_RULES),
        ("Timetables", TIMETABLE_RULES),
        ("Courses together", SHARING_RULES),
        ("Waivers", WAIVER_RULES),
    )
    for title, rules in topics:
        parts += [
            f"## {title}\n",
            *(_rule(rule, examples[rule.id]) for rule in sorted(rules, key=lambda r: r.id)),
        ]
    of_templates = sorted((*FILE_RULES, *TEMPLATE_RULES, *TRIAL_RULES), key=lambda r: r.id)
    parts += ["## Templates\n", *map(_template_rule, of_templates)]
    return "\n".join(parts)


def _rule(rule: Rule[Any], example: Example) -> str:
    clause = f"clause `{rule.clause}`" if rule.clause else "no clause of the standard"
    why = reason(rule)
    parts = [
        f"### {rule.id}: {statement(rule).en}\n",
        f"*{SEVERITIES[rule.severity].en}, {clause}*\n",
        *([f"{why.en}\n"] if why else []),
        f"{EXPLANATIONS[rule.id].mend.en}{' `--fix` can do it.' if rule.mend else ''}\n",
        f"*{statement(rule).it}*{f' {why.it}' if why else ''} {EXPLANATIONS[rule.id].mend.it}\n",
        f"> {example.message.en}\n>\n> {example.message.it}\n",
    ]
    return "\n".join(parts)


def _template_rule(rule: Rule[Any]) -> str:
    # A doubled brace of a message prints one.
    it, en = (
        said.replace("{{", "{").replace("}}", "}") for said in (rule.message.it, rule.message.en)
    )
    of_english, of_italian = (explanation(rule).say(lang) for lang in _LANGS)
    return (
        f"### {rule.id}: {stated(rule).en}\n\n"
        f"*{SEVERITIES[rule.severity].en}, no clause of the standard*\n\n"
        f"{of_english}\n\n*{of_italian}*\n\n> {en}\n>\n> {it}\n"
    )


_LANGS: tuple[Lang, Lang] = ("en", "it")


def context_page() -> str:
    """Return the page of everything a template may name."""
    parts = [
        HEAD,
        "# What a template may name\n",
        (
            "What `percorso template fields` lists, with values of the sample `completo`. A name that "
            "belongs to the items of a list stands under the loop that gives it; the loop's own name "
            "is free. Every clause of a standard has the parts of `clauses.min_hours`.\n"
        ),
    ]
    sections: dict[str, list[str]] = {}
    for field in sample_fields(resources(), _EXAMPLE_DAY):
        sections.setdefault(_section(field), []).append(_row(field))
    for title, rows in sections.items():
        parts += [f"## {title}\n", _COLUMNS, *rows, ""]
    return "\n".join(parts)


_EXAMPLE_DAY = date(2027, 1, 11)
_COLUMNS = "| name | kind | significato | meaning | example |\n|---|---|---|---|---|"


def _section(field: Field) -> str:
    if field.loop:
        return " ".join(f"`{{% for {each} %}}`" for each in field.loop.split(", "))
    return "Filters" if field.record == "filters" else f"`{field.name.split('.')[0]}`"


def _row(field: Field) -> str:
    name, example = field.name.replace("|", "\\|"), field.example.replace("|", "\\|")
    words = (f"`{name}`", field.kind_words.en, field.meaning.it, field.meaning.en, example)
    return f"| {' | '.join(words)} |"


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
