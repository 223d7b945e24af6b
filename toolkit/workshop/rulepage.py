"""One rule about templates explained: what must hold, why and what a breach reads like."""

from __future__ import annotations

import re

from toolkit.explaining.page import wrapped
from toolkit.text import Lang, Text
from toolkit.wording import SEVERITIES
from toolkit.workshop.explained import explanation, statement
from toolkit.workshop.listing import ALL_RULES

_VALUE = re.compile(r"(?<!\{)\{\w+\}(?!\})")
_READS = Text(it="Chi la viola legge:", en="Who breaks it reads:")


def template_rule_explained(rule_id: str, lang: Lang) -> str | None:
    """Return the page of a rule about templates; none where no rule has that id."""
    rule = ALL_RULES.get(rule_id.upper())
    if rule is None:
        return None
    holds, whole = statement(rule).say(lang), explanation(rule).say(lang)
    why = whole.removeprefix(holds).strip()
    sentence = _VALUE.sub("…", rule.message.say(lang))
    # A doubled brace of a message prints one.
    sentence = sentence.replace("{{", "{").replace("}}", "}")
    paragraphs = [
        f"{rule.id} · {SEVERITIES[rule.severity].say(lang)}\n{wrapped(holds)}",
        *([wrapped(why)] if why else []),
        f"{_READS.say(lang)}\n{wrapped(sentence, '  ')}",
    ]
    return "\n\n".join(paragraphs)
