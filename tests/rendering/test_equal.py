"""What docxtpl makes rightly, this engine makes too."""

from __future__ import annotations

import io
import itertools
from dataclasses import dataclass

import docx
import peer
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zoo import CONTEXT, ZOO, Animal, lines


@pytest.mark.parametrize("animal", ZOO, ids=lambda animal: animal.name)
def test_every_part_is_docxtpls(animal: Animal):
    template = animal.template()

    made = peer.texts(peer.by_percorso(template, CONTEXT))
    assert made == peer.texts(peer.by_docxtpl(template, CONTEXT))


VALUES = st.sampled_from(
    ["", "x", "R&S <b>", "è €", "uno\ndue", "a\tb", "'\"", "{{ x }}", " fuori "]
)
PEOPLE = st.lists(st.fixed_dictionaries({"name": VALUES, "skills": st.lists(VALUES, max_size=2)}),
                  max_size=3)  # fmt: skip
CONTEXTS = st.fixed_dictionaries(
    {"name": VALUES, "yes": st.booleans(), "n": st.integers(0, 3), "people": PEOPLE}
)
INLINE = st.recursive(
    st.sampled_from(["a ", "{{ name }}", "{{ n }} ", "{{ name|upper }}", "{# no #}", "è & "]),
    lambda inner: st.one_of(
        inner.map(lambda text: f"{{% if yes %}}{text}{{% else %}}no{{% endif %}}"),
        inner.map(lambda text: f"{{% for p in people %}}{{{{ p.name }}}}{text}{{% endfor %}}"),
        st.tuples(inner, inner).map("".join),
    ),
    max_leaves=4,
)
Lines = list[str]
PARAGRAPHS = st.recursive(
    INLINE.map(lambda text: [text]),
    lambda inner: st.one_of(
        inner.map(lambda lines: ["{%p if yes %}", *lines, "{%p endif %}"]),
        inner.map(lambda lines: ["{%p for p in people %}", *lines, "{%p endfor %}"]),
        st.tuples(inner, inner).map(lambda pair: [*pair[0], *pair[1]]),
    ),
    max_leaves=5,
)
ROWS = st.lists(st.tuples(INLINE, INLINE), min_size=1, max_size=2)


def torn(document, text: str, places: list[int]) -> None:
    """Write a paragraph in as many runs as there are places to tear it at."""
    paragraph = document.add_paragraph()
    edges = sorted({0, len(text), *(place % (len(text) + 1) for place in places)})
    for number, (start, end) in enumerate(itertools.pairwise(edges)):
        paragraph.add_run(text[start:end]).bold = bool(number % 2)


@given(PARAGRAPHS, ROWS, st.lists(st.integers(0, 99), max_size=3), CONTEXTS)
@settings(max_examples=25, deadline=None)
def test_templates_that_nobody_thought_of_are_docxtpls_too(lines, rows, places, context):
    document = docx.Document()
    for line in lines:
        torn(document, line, [] if line.startswith("{%p") else places)
    table = document.add_table(len(rows) + 3, 2)
    table.cell(0, 0).text = "sempre"
    table.cell(1, 0).text = "{%tr for p in people %}"
    for number, row in enumerate(rows, 2):
        for cell, text in zip(table.rows[number].cells, row, strict=True):
            cell.text = text
    table.cell(len(rows) + 2, 0).text = "{%tr endfor %}"
    buffer = io.BytesIO()
    document.save(buffer)

    made = peer.texts(peer.by_percorso(buffer.getvalue(), context))
    assert made == peer.texts(peer.by_docxtpl(buffer.getvalue(), context))


@dataclass(frozen=True)
class Difference:
    """A template that docxtpl makes wrongly, and what is right."""

    lines: tuple[str, ...]
    context: dict[str, object]
    docxtpl: list[str]
    right: list[str]


# The reasons are told in docs/docxtpl.md, in the same order.
DIFFERENCES = {
    "an ampersand in a tag": Difference(("{{ 'a & b' }}",), {}, ["a &amp; b"], ["a & b"]),
    "a break of Windows": Difference(("{{ x }}",), {"x": "a\r\nb"}, ["a\n\nb"], ["a\nb"]),
    "braces in a value": Difference(("{{ x }}",), {"x": "{_{ y }_}"}, ["{{ y }}"], ["{_{ y }_}"]),
}


@pytest.mark.parametrize("name", DIFFERENCES)
def test_where_docxtpl_is_wrong_the_right_text_is_made(name):
    case = DIFFERENCES[name]
    template = Animal(name, lines(*case.lines)).template()

    assert paragraphs(peer.by_docxtpl(template, case.context)) == case.docxtpl
    assert paragraphs(peer.by_percorso(template, case.context)) == case.right


def paragraphs(document: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs]
