"""One rule explained: what must hold, why, the words of the clause, an example, the mend."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from toolkit.errors import PercorsoError
from toolkit.explaining.examples import examples
from toolkit.finding import Rule
from toolkit.model.standard import Standard
from toolkit.nearest import did_you_mean
from toolkit.rules.every import RULES_BY_ID
from toolkit.rules.explained import EXPLANATIONS, reason, statement
from toolkit.text import Lang, Text
from toolkit.wording import SEVERITIES

_WIDTH = 96

_NO_CLAUSE = Text(
    it="Non viene da una clausola dello standard.", en="It comes from no clause of a standard."
)
_WORDS = Text(it="{reference}, §{section}:", en="{reference}, §{section}:")
_ABSENT = Text(
    it="{reference} non ha questa clausola: la regola non si applica.",
    en="{reference} has no such clause: the rule does not apply.",
)
_EXAMPLE = Text(it="Un esempio: chi scrive", en="An example: who writes")
_READS = Text(it="legge", en="reads")
_MEND = Text(it="Rimedio", en="Mend")
_BY_ITSELF = Text(
    it="«percorso check --fix» lo fa da sé: {mend}.",
    en="“percorso check --fix” does it by itself: {mend}.",
)


class UnknownRuleError(PercorsoError):
    """There is no rule with that id."""

    exit_code = 2
    message = Text(
        it="la regola «{id}» non esiste{hint} «percorso rules» le elenca.",
        en="there is no rule “{id}”{hint} “percorso rules” lists them.",
    )


def explained(rule_id: str, standards: Iterable[Standard], lang: Lang) -> str:
    """Return the page of a rule, with the words of its clause in each of *standards*.

    Raises `UnknownRuleError`.
    """
    rule = RULES_BY_ID.get(rule_id.upper())
    if rule is None:
        raise UnknownRuleError("", id=rule_id, hint=did_you_mean(rule_id, RULES_BY_ID))
    why = reason(rule)
    paragraphs = [
        f"{rule.id} · {SEVERITIES[rule.severity].say(lang)}\n{wrapped(statement(rule).say(lang))}",
        *([wrapped(why.say(lang))] if why else []),
        *_clause(rule, standards, lang),
        *_example(rule, lang),
        *_mend(rule, lang),
    ]
    return "\n\n".join(paragraphs)


def _clause(rule: Rule[Any], standards: Iterable[Standard], lang: Lang) -> Iterator[str]:
    if rule.clause is None:
        yield _NO_CLAUSE.say(lang)
        return
    for standard in standards:
        clause = standard.clauses.get(rule.clause)
        if clause is None:
            yield _ABSENT.say(lang, reference=standard.reference)
            continue
        heading = _WORDS.say(lang, reference=standard.reference, section=clause.section)
        yield f"{heading}\n{wrapped(f'«{clause.words}»', '  ')}"


def _example(rule: Rule[Any], lang: Lang) -> Iterator[str]:
    example = examples()[rule.id]
    lines = (f"  {line}" for line in example.written)
    sentence = wrapped(example.message.say(lang), "  ")
    yield "\n".join([_EXAMPLE.say(lang), *lines, _READS.say(lang), sentence])


def _mend(rule: Rule[Any], lang: Lang) -> Iterator[str]:
    yield wrapped(f"{_MEND.say(lang)}: {EXPLANATIONS[rule.id].mend.say(lang)}")
    if mend := examples()[rule.id].mend:
        yield wrapped(_BY_ITSELF.say(lang, mend=mend))


def wrapped(text: str, indent: str = "") -> str:
    """Return *text* in lines of a readable length, each after *indent*."""
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
