"""How blocks open and close: the pairs of tags, and where in the document they stand."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, rule
from toolkit.workshop.reading import Reading
from toolkit.workshop.rules.telling import told


@rule(
    "X131",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco «{word}» non è mai chiuso; aggiungi {{%{end} %}} dove finisce.",
    en="The block “{word}” is never closed; add {{%{end} %}} where it ends.",
)
def a_block_that_opens_closes(template: Reading) -> Iterator[Hit]:
    """A block that opens closes, in the same part of the document."""
    yield from told(template, "unclosed-block")


@rule(
    "X132",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» chiude un blocco «{start}» che non è aperto; toglilo, o aggiungi l'inizio.",
    en="“{word}” closes a block “{start}” that is not open; remove it, or add its beginning.",
)
def what_closes_a_block_has_one_to_close(template: Reading) -> Iterator[Hit]:
    """What closes a block has one to close."""
    yield from told(template, "unopened-block")


@rule(
    "X133",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» non può chiudere il blocco «{opening}»; scrivi «{wanted}».",
    en="“{word}” cannot close the block “{opening}”; write “{wanted}”.",
)
def a_block_is_closed_by_its_own_word(template: Reading) -> Iterator[Hit]:
    """A block is closed by its own word: if by endif, for by endfor."""
    yield from told(template, "wrong-closing")


@rule(
    "X134",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» arriva prima di «{wanted}»: il blocco «{inner}», aperto dopo, va "
    "chiuso prima; scambiali.",
    en="“{word}” comes before “{wanted}”: the block “{inner}”, opened later, is closed"
    " first; swap them.",
)
def blocks_close_in_the_reverse_order_of_their_opening(template: Reading) -> Iterator[Hit]:
    """Blocks close in the reverse order of their opening: the inner before the outer."""
    yield from told(template, "crossed-blocks")


@rule(
    "X135",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» non sta in nessun blocco a cui appartenga; mettilo fra {{% if %}} e "
    "{{% endif %}}.",
    en="“{word}” stands in no block that it belongs to; put it between {{% if %}} and "
    "{{% endif %}}.",
)
def what_stands_between_stands_in_its_block(template: Reading) -> Iterator[Hit]:
    """Else stands in an if or a for, elif in an if."""
    yield from told(template, "stray-middle")


@rule(
    "X136",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» arriva dopo «else», che deve essere l'ultimo caso; spostalo prima.",
    en="“{word}” comes after “else”, which must be the last case; move it before.",
)
def nothing_comes_after_else(template: Reading) -> Iterator[Hit]:
    """Nothing but the end comes after else."""
    yield from told(template, "after-else")


@rule(
    "X137",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco «{word}» si apre qui e si chiude in un'altra parte ({part}); aprilo "
    "e chiudilo nella stessa.",
    en="The block “{word}” opens here and closes in another part ({part}); open and "
    "close it in the same one.",
)
def a_block_closes_in_the_part_it_opens_in(template: Reading) -> Iterator[Hit]:
    """A block closes in the part it opens in: body, header, footer and notes are rendered one by one."""
    yield from told(template, "block-across-parts")


@rule(
    "X138",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco «{word}» si apre in una cella e arriva a «{end}» in un'altra "
    "({where}); chiudilo nella stessa cella, o usa {{%tr o {{%tc.",
    en="The block “{word}” opens in one cell and reaches “{end}” in another ({where});"
    " close it in the same cell, or use {{%tr or {{%tc.",
)
def a_block_closes_in_the_cell_it_opens_in(template: Reading) -> Iterator[Hit]:
    """A block closes in the cell it opens in, unless it repeats or chooses whole rows or cells."""
    yield from told(template, "block-across-cells")


@rule(
    "X139",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco «{word}» si apre qui e arriva a «{end}» fuori di qui ({where}): "
    "spezzerebbe il documento; aprilo e chiudilo nella stessa cella, tabella o "
    "casella di testo, oppure entrambi fuori.",
    en="The block “{word}” opens here and reaches “{end}” outside ({where}): it would "
    "break the document; open and close it in the same cell, table or text box, or "
    "both outside.",
)
def a_block_opens_and_closes_at_one_level_of_the_document(template: Reading) -> Iterator[Hit]:
    """A block opens and closes at one level: both in the body, in the same cell, in the same table."""
    yield from told(template, "block-across-containers")


@rule(
    "X140",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco è aperto con «{opening}» ma qui «{word}» ha «{closing}»; usa la stessa lettera.",
    en="The block is opened with “{opening}” but “{word}” here has “{closing}”; use "
    "the same letter.",
)
def the_tags_of_a_block_have_the_same_letter(template: Reading) -> Iterator[Hit]:
    """The tags of a block have the same letter: {%p with {%p, {%tr with {%tr."""
    yield from told(template, "mixed-scopes")


@rule(
    "X141",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco «{word}» si apre fuori da {what} e si chiude dentro, o il contrario;"
    " tienilo tutto da una parte.",
    en="The block “{word}” opens outside {what} and closes inside, or the reverse; "
    "keep it on one side.",
)
def no_block_cuts_through_an_element_of_word(template: Reading) -> Iterator[Hit]:
    """No block cuts through an element of Word: it would leave half of it behind."""
    yield from told(template, "block-cuts")


@rule(
    "X142",
    clause=None,
    severity=Severity.ERROR,
    it="Il blocco «{word}» taglia un campo di Word a metà; comprendilo tutto, o lascialo fuori.",
    en="The block “{word}” cuts a field of Word in half; take all of it in, or leave it out.",
)
def no_block_cuts_through_a_field(template: Reading) -> Iterator[Hit]:
    """No block cuts through a field: Word would find its beginning without its end."""
    yield from told(template, "block-cuts-field")


@rule(
    "X143",
    clause=None,
    severity=Severity.WARNING,
    it="Il blocco «{word}» si apre in un paragrafo e si chiude in un altro: lascia "
    "righe vuote; usa {{%p {word} … %}} e {{%p {end} %}}, ognuno da solo nel suo "
    "paragrafo.",
    en="The block “{word}” opens in one paragraph and closes in another: it leaves "
    "empty lines; use {{%p {word} … %}} and {{%p {end} %}}, each alone in its "
    "paragraph.",
)
def a_block_over_several_paragraphs_uses_structural_tags(template: Reading) -> Iterator[Hit]:
    """A block over several paragraphs uses {%p, which leaves no empty paragraph behind."""
    yield from told(template, "block-across-paragraphs")
