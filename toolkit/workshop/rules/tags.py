"""How a tag is written: what Jinja and Word make of a single one."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.finding import Hit, Severity, rule
from toolkit.workshop.reading import Reading
from toolkit.workshop.rules.telling import told


@rule(
    "X101",
    clause=None,
    severity=Severity.ERROR,
    it="Il tag «{opening}» non è chiuso nel suo paragrafo; termina con «{closing}».",
    en="The tag “{opening}” is not closed in its paragraph; end it with “{closing}”.",
)
def a_tag_is_closed_in_the_paragraph_it_opens_in(template: Reading) -> Iterator[Hit]:
    """A tag is closed in the paragraph it opens in.

    ``{{`` ends with ``}}``, ``{%`` with ``%}``, ``{#`` with ``#}``. Word may wrap a long tag over
    several lines, but a new paragraph inside it cuts it in two.
    """
    yield from told(template, "unclosed-tag")


@rule(
    "X102",
    clause=None,
    severity=Severity.ERROR,
    it="«{closing}» chiude un tag che non è mai stato aperto; aggiungi l'inizio del "
    "tag, o togli «{closing}».",
    en="“{closing}” ends a tag that was never begun; add the beginning of the tag, or "
    "remove “{closing}”.",
)
def the_end_of_a_tag_has_its_beginning(template: Reading) -> Iterator[Hit]:
    """The end of a tag has its beginning, in the same paragraph."""
    yield from told(template, "unopened-tag")


@rule(
    "X103",
    clause=None,
    severity=Severity.ERROR,
    it="Il tag comincia con «{opening}» e finisce con «{closing}»; finiscilo con «{wanted}».",
    en="The tag begins with “{opening}” and ends with “{closing}”; end it with “{wanted}”.",
)
def a_tag_ends_with_the_sign_it_began_with(template: Reading) -> Iterator[Hit]:
    """A tag ends with the sign it began with."""
    yield from told(template, "mixed-tag")


@rule(
    "X104",
    clause=None,
    severity=Severity.WARNING,
    it="«{text}» sembra un tag ma non lo è, e verrebbe stampato così; scrivi i tag con"
    " due graffe unite, come {{{{ unit.title }}}}.",
    en="“{text}” looks like a tag but is none, and would be printed as it is; write "
    "tags with two braces together, as {{{{ unit.title }}}}.",
)
def what_looks_like_a_tag_is_one(template: Reading) -> Iterator[Hit]:
    """What looks like a tag is one.

    Single braces, braces kept apart by a space and the marks of other programs are plain text
    here: the document prints them as they are.
    """
    yield from told(template, "almost-tag")


@rule(
    "X120",
    clause=None,
    severity=Severity.ERROR,
    it="«{text}» sembra un tag ma non lo è, e il suo blocco resta a metà; scrivi «{{%» e «%}}» con i "
    "due segni uniti.",
    en="“{text}” looks like a tag but is none, and its block is left in half; write “{{%” and “%}}” "
    "with both signs together.",
)
def what_looks_like_part_of_a_block_is_one(template: Reading) -> Iterator[Hit]:
    """What looks like part of a block is one: without it the block has no beginning or no end."""
    yield from told(template, "almost-statement")


@rule(
    "X105",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» non è una parola dei tag{hint}",
    en="“{word}” is no word of tags{hint}",
)
def a_statement_begins_with_a_word_of_the_language(template: Reading) -> Iterator[Hit]:
    """A statement begins with a word of the language: for, if, elif, else, set, with, and what ends them."""
    yield from told(template, "misspelt-tag")


@rule(
    "X106",
    clause=None,
    severity=Severity.ERROR,
    it="«{text}» non è un tag; scrivi «{wanted}», con la lettera attaccata al segno e "
    "poi uno spazio.",
    en="“{text}” is no tag; write “{wanted}”, the letter close to the sign and then a space.",
)
def the_letter_of_a_structural_tag_stands_close_to_its_sign(template: Reading) -> Iterator[Hit]:
    """The letter of a structural tag stands close to its sign, with a space after it.

    ``{%p if x %}`` takes its paragraph out; ``{% p if x %}`` and ``{%pif x %}`` are no tags.
    """
    yield from told(template, "spaced-scope")


@rule(
    "X107",
    clause=None,
    severity=Severity.ERROR,
    it="«{word}» non si usa in un modello; toglilo.",
    en="“{word}” is not used in a template; remove it.",
)
def a_template_uses_no_other_template(template: Reading) -> Iterator[Hit]:
    """A template uses no other template, and only the tags that documents need."""
    yield from told(template, "refused-tag")


@rule(
    "X108",
    clause=None,
    severity=Severity.ERROR,
    it="Il tag «{text}» è vuoto; scrivi che cosa stampare, o toglilo.",
    en="The tag “{text}” is empty; write what to print, or remove it.",
)
def a_tag_says_something(template: Reading) -> Iterator[Hit]:
    """A tag says something."""
    yield from told(template, "empty-tag")


@rule(
    "X109",
    clause=None,
    severity=Severity.ERROR,
    it="Le virgolette «{quotes}» nel tag non valgono; scrivi ' diritte (in Word, subito dopo averle "
    "scritte, Ctrl+Z annulla la correzione automatica).",
    en="The quotes “{quotes}” in the tag do not count; write a straight ' (in Word, "
    "Ctrl+Z right after typing undoes the automatic correction).",
)
def quotes_inside_tags_are_straight(template: Reading) -> Iterator[Hit]:
    """Quotes inside tags are straight.

    Word turns them into typographic ones while you type: undo that once with Ctrl+Z, or switch
    it off under File, Options, Proofing, AutoCorrect Options.
    """
    yield from told(template, "wrong-quotes")


@rule(
    "X110",
    clause=None,
    severity=Severity.WARNING,
    it="Nel tag ci sono virgolette tipografiche («{quotes}»): sono lette come diritte,"
    " ma è meglio scrivere '.",
    en="The tag has typographic quotes (“{quotes}”): they are read as straight ones, "
    "but ' is better.",
)
def quotes_inside_tags_are_not_curly(template: Reading) -> Iterator[Hit]:
    """Quotes inside tags are not curly.

    They are read as straight ones, but an apostrophe inside the text would end it early.
    """
    yield from told(template, "curly-quotes")


@rule(
    "X111",
    clause=None,
    severity=Severity.ERROR,
    it="Il carattere «{character}» ({code}) non può stare in un tag; {remedy}.",
    en="The character “{character}” ({code}) cannot stand in a tag; {remedy}.",
)
def the_characters_of_a_tag_are_those_of_a_keyboard(template: Reading) -> Iterator[Hit]:
    """Outside quotes the characters of a tag are those of a keyboard.

    Word's automatic correction makes a dash of two hyphens, an arrow of ``->`` and one
    character of three dots; invisible characters come with text pasted from web pages.
    """
    yield from told(template, "odd-character")


@rule(
    "X112",
    clause=None,
    severity=Severity.ERROR,
    it="Il tag non si può leggere: {reason}; correggilo.",
    en="The tag cannot be read: {reason}; correct it.",
)
def the_expression_of_a_tag_can_be_read(template: Reading) -> Iterator[Hit]:
    """The expression of a tag can be read."""
    yield from told(template, "unreadable-tag")
