"""Every sentence of a published standard belongs to a clause, and every clause to somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from toolkit.model.published import Paragraph
from toolkit.model.standard import Standard
from toolkit.rules.books import CLAIMED
from toolkit.standards.publishing import BULLET, lines


def test_every_sentence_belongs_to_a_clause(standard: Standard, published: bytes) -> None:
    assert uncovered(standard, published) == []


def test_every_clause_is_judged_copied_or_left_to_a_person(standard: Standard) -> None:
    judged = CLAIMED & set(standard.clauses)
    copied = {each.clause for each in standard.copied}
    left = {each.clause for each in standard.unchecked}

    assert judged | copied | left == set(standard.clauses)
    assert copied & (judged | left) == set()


def test_headings_and_titles_are_all_that_states_no_clause(standard: Standard) -> None:
    loose = [piece.words for line in lines(standard) for piece in line if piece.clause is None]

    assert loose == [
        *standard.heading,
        *(f"{each.number}. {each.title}" for each in standard.sections if each.clause is None),
    ]


def test_a_sentence_without_its_clause_is_missed(standard: Standard, published: bytes) -> None:
    """Leave out each paragraph in turn: each of its sentences belongs to no clause."""
    for without, paragraph in _each_without_a_paragraph(standard):
        sentences = _sentences(" ".join(passage.words for passage in paragraph.paragraph))

        assert set(sentences) <= set(uncovered(without, published))


def _each_without_a_paragraph(standard: Standard) -> Iterator[tuple[Standard, Paragraph]]:
    for n, section in enumerate(standard.sections):
        for k, block in enumerate(section.content):
            if isinstance(block, Paragraph):
                content = (*section.content[:k], *section.content[k + 1 :])
                shorter = section.model_copy(update={"content": content})
                sections = (*standard.sections[:n], shorter, *standard.sections[n + 1 :])
                # Built anew: the clauses of the whole standard are remembered by the old one.
                yield Standard.model_construct(**{**dict(standard), "sections": sections}), block


def uncovered(standard: Standard, published: bytes) -> list[str]:
    """Return the sentences of the *published* text with a word that *standard* does not state.

    Headings and titles state nothing, and are sentences of nobody.
    """
    text = published.decode("utf-8")
    for artefact in standard.source.page_artefacts:
        text = text.replace(artefact, " ")
    told = _words(" ".join(piece.words for line in lines(standard) for piece in line))
    matcher = SequenceMatcher(None, told, _words(text), autojunk=False)
    stated = {
        n for block in matcher.get_matching_blocks() for n in range(block.b, block.b + block.size)
    }
    found, at = [], 0
    for sentence in _sentences(text):
        end = at + len(_words(sentence))
        if not stated.issuperset(range(at, end)):
            found.append(sentence)
        at = end
    return found


def _sentences(text: str) -> list[str]:
    """Split *text* at the ends of its lines and at full stops and semicolons before a capital."""
    pieces = re.split(r"\n|(?<=[.;])\s+(?=[A-ZÀ-Ü])", text)
    return [piece.strip() for piece in pieces if _words(piece)]


def _words(text: str) -> list[str]:
    return [word for word in text.split() if word != BULLET.strip()]
