"""What stays for many documents is spliced into them, and makes them no different."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from zoo import CONTEXT, ZOO, Animal

from toolkit.rendering import compile_template
from toolkit.rendering.deflating import DEFLATERS

LONG = "Testo che resta lungo quanto basta per essere inserito già compresso. " * 4


def parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("animal", ZOO, ids=lambda animal: animal.name)
def test_a_bound_template_makes_the_same_parts(animal: Animal):
    compiled = compile_template(animal.template())
    expected = parts(compiled.render(CONTEXT))

    for names in (set(CONTEXT), {"people", "letters"}, {"name", "special"}):
        bound = compiled.bound({name: CONTEXT[name] for name in names})
        rest = {name: value for name, value in CONTEXT.items() if name not in names}
        for _ in range(2):
            assert parts(bound.render(rest)) == expected


@pytest.fixture
def sheets() -> bytes:
    """Sheets of units that stay, with something of each course among them."""
    document = docx.Document()
    document.add_heading("{{ course }}", 0)
    document.add_paragraph("{%p for unit in units %}")
    document.add_heading("{{ unit.title }}", 1)
    for number in range(30):
        document.add_paragraph(f"{number} {LONG}")
    document.add_paragraph("{{ unit.title }} in {{ course }}")
    document.add_paragraph("{%p for topic in unit.topics %}")
    document.add_paragraph("{{ topic }}", style="List Bullet")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("{%p for unit in others %}")
    for _ in range(30):
        document.add_paragraph(LONG + "{{ unit }}")
    document.add_paragraph("{%p endfor %}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


UNITS = [{"title": f"Unità {n} & altro", "topics": ["a<b", f"{n}"]} for n in range(5)]


@pytest.mark.parametrize("deflater", DEFLATERS.values(), ids=lambda each: each.name)
def test_documents_of_one_standard_share_its_sheets(sheets, deflater):
    compiled = compile_template(sheets)
    bound = compiled.bound({"units": UNITS})

    for number in range(4):
        rest = {"course": f"Corso {number} €", "others": [f"x{number}"] * number}
        made = bound.render(rest, deflater=deflater)
        assert parts(made) == parts(compiled.render({**rest, "units": UNITS}))


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Co"]), max_size=9),
             max_size=4),
    st.lists(st.integers(0, 9), max_size=3),
)  # fmt: skip
@settings(max_examples=15, deadline=None)
def test_any_values_that_stay_are_spliced_as_they_print(titles, others):
    document = docx.Document()
    for line in ("{%p for t in titles %}", *[LONG] * 12, "{{ t }}{% if others %}{{ t }}{% endif %}",
                 "{%p for o in others %}", *[LONG] * 12, "{{ t }}{{ o }}", "{%p endfor %}",
                 "{%p endfor %}"):  # fmt: skip
        document.add_paragraph(line)
    buffer = io.BytesIO()
    document.save(buffer)
    compiled = compile_template(buffer.getvalue())
    bound = compiled.bound({"titles": titles})

    expected = parts(compiled.render({"titles": titles, "others": others}))
    for _ in range(2):
        assert parts(bound.render({"others": others})) == expected


def test_a_value_that_stays_is_not_the_contexts_to_change(sheets):
    bound = compile_template(sheets).bound({"units": UNITS[:1]})
    rest = {"course": "c", "others": []}

    assert bound.render({**rest, "units": UNITS}) == bound.render(rest)
