"""SARIF 2.1.0, the form in which editors and code hosts show findings where they stand.

Whoever finds something, in a configuration or in a template, describes it with the values
here and `sarif_log` writes them:

- a `Result` names its `RuleCard`, says what was found and where;
- a `Place` is a file, with the `Region` of a text that has lines, or with the
  `LogicalPlace` of one that has none (a part, heading, table and cell of a Word document);
- a `Fix` replaces regions of files; *waived* is the reason why a result is left as it is.

Sentences are in the language of the log; those in both are under ``properties``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

from toolkit import __version__
from toolkit.finding import Severity
from toolkit.text import Lang, Text

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


@dataclass(frozen=True, slots=True)
class Region:
    """Lines and columns from 1, in characters; the end is past the last one, if known."""

    line: int
    column: int
    end_line: int | None = None
    end_column: int | None = None


@dataclass(frozen=True, slots=True)
class LogicalPlace:
    """A place without a line: its *name*, what it is, and the way to it from the top."""

    name: str
    kind: str
    full_name: str


@dataclass(frozen=True, slots=True)
class Place:
    """A file, as its path was given, and where in it."""

    file: str
    region: Region | None = None
    logical: tuple[LogicalPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Replacement:
    """*text* comes instead of the characters of a region of a file."""

    file: str
    region: Region
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """What would mend a result, and how."""

    text: Text
    replacements: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a rule asks for, in a sentence, and at length with how to mend a breach."""

    id: str
    statement: Text
    explanation: Text
    severity: Severity


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found; *waived* is the reason it is accepted for, if it is."""

    rule: str
    severity: Severity
    message: Text
    place: Place
    fix: Fix | None = None
    waived: str | None = None


def sarif_log(results: Iterable[Result], rules: Iterable[RuleCard], lang: Lang) -> str:
    """Return the log of one run: *results*, described by the *rules* they name."""
    cards = tuple(rules)
    index = {card.id: n for n, card in enumerate(cards)}
    driver = {
        "name": "percorso",
        "semanticVersion": __version__,
        "language": lang,
        "rules": [_rule(card, lang) for card in cards],
    }
    run = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, index, lang) for each in results],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(card: RuleCard, lang: Lang) -> dict[str, object]:
    return {
        "id": card.id,
        "shortDescription": {"text": card.statement.say(lang)},
        "fullDescription": {"text": card.explanation.say(lang)},
        "help": {"text": f"{card.explanation.it}\n\n{card.explanation.en}"},
        "defaultConfiguration": {"level": _LEVELS[card.severity]},
        "properties": {
            "statement": _both(card.statement),
            "explanation": _both(card.explanation),
        },
    }


def _result(result: Result, index: Mapping[str, int], lang: Lang) -> dict[str, object]:
    told: dict[str, object] = {
        "ruleId": result.rule,
        "ruleIndex": index[result.rule],
        "level": _LEVELS[result.severity],
        "message": {"text": result.message.say(lang)},
        "locations": [_location(result.place)],
    }
    if result.fix:
        told["fixes"] = [_fix(result.fix, lang)]
    if result.waived is not None:
        suppression = {
            "kind": "inSource",
            "status": "accepted",
            "justification": result.waived,
        }
        told["suppressions"] = [suppression]
    told["properties"] = {"message": _both(result.message)}
    return told


def _location(place: Place) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri_of(place.file)}}
    if place.region:
        physical["region"] = _region(place.region)
    location: dict[str, object] = {"physicalLocation": physical}
    if place.logical:
        location["logicalLocations"] = [
            {"name": each.name, "kind": each.kind, "fullyQualifiedName": each.full_name}
            for each in place.logical
        ]
    return location


def _region(region: Region) -> dict[str, int]:
    told = {"startLine": region.line, "startColumn": region.column}
    if region.end_line is not None and region.end_column is not None:
        told |= {"endLine": region.end_line, "endColumn": region.end_column}
    return told


def _fix(fix: Fix, lang: Lang) -> dict[str, object]:
    files = dict.fromkeys(each.file for each in fix.replacements)
    return {
        "description": {"text": fix.text.say(lang)},
        "artifactChanges": [
            {
                "artifactLocation": {"uri": uri_of(file)},
                "replacements": [
                    {"deletedRegion": _region(each.region), "insertedContent": {"text": each.text}}
                    for each in fix.replacements
                    if each.file == file
                ],
            }
            for file in files
        ],
    }


def uri_of(file: str) -> str:
    """Return the path of a file as a URI: relative as it was given, ``file://`` if absolute."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    parts = PurePath(file).parts
    # A first part such as «a:b» would be taken for a scheme.
    return "/".join(quote(part, safe="") for part in parts)


def _both(text: Text) -> dict[str, str]:
    return {"it": text.it, "en": text.en}
