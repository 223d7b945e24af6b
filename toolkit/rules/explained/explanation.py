"""What an Italian reader is told of a rule, and how a breach of it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from toolkit.text import Text


@dataclass(frozen=True, slots=True)
class Explanation:
    """The Italian of a rule's docstring, and what to do about a breach in both languages.

    *it* has the docstring's form: what must hold in one sentence, then, after an empty
    line, why.
    """

    it: str
    mend: Text
