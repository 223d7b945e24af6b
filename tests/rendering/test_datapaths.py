"""A fault while a document is made: what was read, where in the data, and its value."""

from __future__ import annotations

from dataclasses import dataclass

import docx
import pytest

from toolkit.errors import TemplateError


@dataclass(frozen=True)
class Unit:
    title: object
    topics: tuple[object, ...] = ()


UNITS = (
    Unit("Uno", ("a", "b")),
    Unit("Due", ("c", None)),
    Unit("Tre\x07"),
)


@pytest.mark.parametrize(
    ("lines", "context", "data"),
    [
        (("{{ name }}",), {"name": None}, "Dato: name = None."),
        (("a {{ x }} b {{ course.start }}",), {"x": 1, "course": {"start": 10.5}},
         "Dato: course.start = 10.5."),
        (("{%p for u in units %}", "Titolo: {{ u.title }}", "{%p endfor %}"), {"units": UNITS},
         r"Dato: units[2].title = 'Tre\x07'."),
        (("{% for u in units %}{% for t in u.topics %}{{ t }}{% endfor %}{% endfor %}",),
         {"units": UNITS}, "Dato: units[1].topics[1] = None."),
        (("{% for u in units %}{{ u.titel }}{% endfor %}",), {"units": UNITS},
         "Dato: units[0].titel."),
        (("{% for u in units %}{{ u.title|hours }}{% endfor %}",), {"units": UNITS},
         "Dato: units[0].title = 'Uno'."),
        (("{% for u in course.units if u.topics %}{{ u.title + 1 }}{% endfor %}",),
         {"course": {"units": UNITS}}, "Dato: course.units[0].title = 'Uno'."),
        (("{% for u in units|reverse %}{{ u.title + 1 }}{% endfor %}",), {"units": UNITS},
         r"Dato: units[2].title = 'Tre\x07'."),
        (("{% for n in (1, 2) %}{{ n / zero }}{% endfor %}",), {"zero": 0}, "Dato: n = 1."),
        (("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(name) }}",), {"name": [1]}, "Dato: "),
    ],
)  # fmt: skip
def test_a_fault_tells_the_path_of_the_data_and_its_value(texts, lines, context, data):
    with pytest.raises(TemplateError) as raised:
        texts(*lines, **context)

    assert data in raised.value.say("it")
    assert data.replace("Dato", "Data") in raised.value.say("en")


def test_a_lone_surrogate_is_told_with_its_part_place_tag_and_path(saved, rendered):
    document = docx.Document()
    table = document.add_table(3, 2)
    for row, text in enumerate(("{%tr for p in people %}", "Nome {{ p.name }}", "{%tr endfor %}")):
        table.cell(row, 1).text = text

    with pytest.raises(TemplateError) as raised:
        rendered(saved(document), people=[{"name": "Anna"}, {"name": "Mario\ud800"}])
    told = raised.value.say("it")
    for piece in ("word/document.xml", "«Nome {{ p.name }}»", "people[1].name", "U+D800"):
        assert piece in told
