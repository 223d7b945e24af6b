"""Where tags stand: whole, in one format, alone where they take something out."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, rule
from toolkit.workshop.reading import Reading
from toolkit.workshop.rules.telling import told


@rule(
    "X113",
    clause=None,
    severity=Severity.ERROR,
    it="Il tag è spezzato da {what}: sta in parte dentro e in parte fuori; riscrivilo "
    "tutto da una parte (per le revisioni, accettale).",
    en="The tag is cut by {what}: it stands partly inside and partly outside; write it"
    " again on one side (accept tracked changes).",
)
def no_element_of_word_cuts_through_a_tag(template: Reading) -> Iterator[Hit]:
    """No element of Word cuts through a tag: a link, a field, a tracked change, a content control."""
    yield from told(template, "tag-cut")


@rule(
    "X114",
    clause=None,
    severity=Severity.WARNING,
    it="Il tag «{text}» ha più formati al suo interno: vale solo quello dell'inizio; "
    "selezionalo tutto e dagli un solo formato.",
    en="The tag “{text}” has several formats inside: only that of its beginning "
    "counts; select all of it and give it one format.",
)
def a_tag_has_one_format(template: Reading) -> Iterator[Hit]:
    """A tag has one format from its first to its last character.

    Only the format of its beginning survives; what looks bold in the middle would not be.
    """
    yield from told(template, "tag-in-pieces")


@rule(
    "X115",
    clause=None,
    severity=Severity.ERROR,
    it="«{tag}» vale solo in una tabella; spostalo nella sua cella.",
    en="“{tag}” counts in a table only; move it into its cell.",
)
def what_is_about_rows_and_cells_stands_in_a_table(template: Reading) -> Iterator[Hit]:
    """What is about rows and cells stands in a table."""
    yield from told(template, "outside-table")


@rule(
    "X116",
    clause=None,
    severity=Severity.ERROR,
    it="Due tag «{tag}» insieme: ognuno toglie {holder}, quindi vuole il suo; metti il"
    " secondo in uno nuovo.",
    en="Two tags “{tag}” together: each takes out {holder}, so each wants its own; put"
    " the second in a new one.",
)
def a_paragraph_row_or_cell_has_one_structural_tag(template: Reading) -> Iterator[Hit]:
    """A paragraph, row or cell has one structural tag.

    ``{%p`` takes out its paragraph, ``{%tr`` its row, ``{%tc`` its cell: of two in the same one
    the second never reaches the document.
    """
    yield from told(template, "two-structural")


@rule(
    "X117",
    clause=None,
    severity=Severity.ERROR,
    it="«{tag}» toglie {holder} per intero, quindi anche «{lost}»; sposta il testo "
    "altrove, o usa un tag senza lettera.",
    en="“{tag}” takes out {holder} whole, so also “{lost}”; move that text "
    "elsewhere, or use a tag without a letter.",
)
def a_structural_tag_stands_alone(template: Reading) -> Iterator[Hit]:
    """A structural tag stands alone in its paragraph, row or cell: what stands beside it is lost."""
    yield from told(template, "beside-structural")
