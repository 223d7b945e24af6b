"""All rules, or those that apply under one standard, with the clause each serves."""

from __future__ import annotations

import json
from typing import Any

from toolkit import __version__
from toolkit.finding import Rule
from toolkit.model.standard import Standard
from toolkit.rules.every import EVERY_RULE
from toolkit.rules.explained import EXPLANATIONS, reason, statement
from toolkit.text import Lang, Text
from toolkit.wording import SEVERITIES

FORMAT = 1


def as_list(standard: Standard | None, lang: Lang) -> str:
    """Return one line a rule: id, severity, clause and what must hold."""
    rules = _applying(standard)
    severities = {rule.id: SEVERITIES[rule.severity].say(lang) for rule in rules}
    width = max(map(len, severities.values()))
    clauses = {rule.id: _serves(rule, standard) for rule in rules}
    wide = max(map(len, clauses.values()))
    return "\n".join(
        f"{rule.id}  {severities[rule.id]:{width}}  {clauses[rule.id]:{wide}}  "
        f"{statement(rule).say(lang)}"
        for rule in rules
    )


def as_json(standard: Standard | None) -> str:
    """Return the rules as JSON, sentences in both languages."""
    content = {
        "format": FORMAT,
        "percorso": __version__,
        "standard": standard and standard.reference,
        "rules": [_as_dict(rule, standard) for rule in _applying(standard)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _applying(standard: Standard | None) -> tuple[Rule[Any], ...]:
    return tuple(
        rule
        for rule in sorted(EVERY_RULE, key=lambda rule: rule.id)
        if standard is None or rule.clause is None or rule.clause in standard.clauses
    )


def _serves(rule: Rule[Any], standard: Standard | None) -> str:
    if rule.clause is None:
        return "-"
    if standard is None:
        return rule.clause
    return f"{standard.clauses[rule.clause].citation} {rule.clause}"


def _as_dict(rule: Rule[Any], standard: Standard | None) -> dict[str, object]:
    why = reason(rule)
    told: dict[str, object] = {
        "rule": rule.id,
        "severity": rule.severity.name.lower(),
        "clause": rule.clause,
        "statement": _both(statement(rule)),
        "reason": why and _both(why),
        "mend": _both(EXPLANATIONS[rule.id].mend),
        "fixable": rule.mend is not None,
    }
    if standard and rule.clause:
        told["section"] = standard.clauses[rule.clause].section
    return told


def _both(text: Text) -> dict[str, str]:
    return {"it": text.it, "en": text.en}
