"""Every rule is explained in both languages, with an example and a way to mend a breach."""

from __future__ import annotations

import re

import pytest

from toolkit import catalogue, explaining
from toolkit.explaining.examples import examples
from toolkit.resources import resources
from toolkit.rules.every import EVERY_RULE
from toolkit.rules.explained import EXPLANATIONS, reason, statement

STANDARDS = catalogue.newest_of_each(resources())


def test_the_explained_rules_are_those_there_are():
    ids = {rule.id for rule in EVERY_RULE}

    assert EXPLANATIONS.keys() == ids
    assert examples().keys() == ids


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_both_languages_say_what_must_hold_and_why(rule):
    said, why, mend = statement(rule), reason(rule), EXPLANATIONS[rule.id].mend

    for text in filter(None, (said, why, mend)):
        assert text.it.endswith((".", "?"))
        assert text.en.endswith((".", "?"))
        assert not re.search(r"\be'|\bE'|perche'|“", text.it)
        assert "«" not in text.en or "ore totali" in text.en
    assert bool(why) == ("\n\n" in rule.explanation)


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.id)
def test_each_page_shows_its_sentence_and_its_mend(rule, lang):
    page = " ".join(explaining.explained(rule.id, STANDARDS, lang).split())

    assert statement(rule).say(lang) in page
    assert " ".join(examples()[rule.id].message.say(lang).split()) in page
    assert EXPLANATIONS[rule.id].mend.say(lang) in page
