"""What is read without a parser is read as the parser reads it, or left to the parser."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawn_yaml import DOCUMENTS, Writer
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from toolkit.loading.parsing import FASTEST
from toolkit.loading.plainyaml import plain_mapping
from toolkit.loading.yamlfile import parse_yaml

ROOT = Path(__file__).parents[2]

PLAIN = {
    "entries": "a: 1\nb: x y\n",
    "texts that look like something else": "a: no\nb: 9:30\nc: 012\n",
    "nothing": "a:\nb: null\nc: 'null'\nd: \"\"\n",
    "comments": "# one\na: b # two\n\n  # three\nc: d\n",
    "quotes": "'a b': \"c: d # e\"\n\"f\": '{g}'\n",
    "blocks": "a:\n  b:\n    c: d\n  e: f\ng: h\n",
    "items": "a:\n  - b\n  - c\nd:\n- e\n- f\ng: h\n",
    "items of entries": "a:\n  - b: c\n    d:\n      - e\n      - f: g\n  -   h: i\n      j: k\n",
    "an item below its dash": "a:\n  -\n    b: c\n  - d\n",
    "brackets": "a: {b: [c, 'd, e', \"f: g\"], h: {}, i: []}\nj: [{k: l}, {k: m}]\n",
    "entries in entries": "a: {b: {c: d, e: [f]}, g: [{h: i, j: k}, {h: i}]}\n",
    "entries alike": "a:\n  - {b: c d, e: [f, g], h: 9:30}\n  - {b: c d, e: [f, g], h: 9:45}\n",
    "apostrophes": "a: l'ora dell'aula\nb: [dell'aula, un po' di]\n",
    "commas and brackets in a text": 'a: uno, due [tre] {quattro} "cinque"\n',
    "a way up": "provider: ../provider.yaml\n",
    "an address": "a: [https://example.com/a, x]\nb: https://example.com/a\n",
    "the line ends of Windows": "a: b\nc:\n  - d\n".replace("\n", "\r\n"),
    "no line end": "a: b",
}


@pytest.mark.parametrize("text", PLAIN.values(), ids=PLAIN)
def test_plain_yaml_is_read_without_the_parser(text: str) -> None:
    assert plain_mapping(text.replace("\r\n", "\n")) == parse_yaml(text.encode(), "x", FASTEST).data


RICHER = {
    "a text on two lines": "a: b\n  c\n",
    "items that are text": "a: b\n  - c\n",
    "a folded text": "a: >-\n  b\n  c\n",
    "a kept text": "a: |\n  b\n",
    "brackets on two lines": "a: [b,\n  c]\n",
    "a key without a value in brackets": "a: {b: }\n",
    "a comma at the end": "a: [b, ]\n",
    "a colon without a space": 'a: {b:"c", d:[e]}\n',
    "a pair in a list": "a: [b: c]\n",
    "a pair in a list of a mapping": "a: {b: [c, d: e], f: g}\n",
    "two mappings on a line": "a: {b: c}, {d: e}\n",
    "nothing in brackets": "a: [null, x]\n",
    "a quote doubled": "a: 'b''c'\n",
    "an escape": 'a: "b\\tc"\n',
    "an escape in brackets": 'a: ["b\\tc"]\n',
    "a quote after a text": 'a: [b"]\n',
    "a list of lists": "a:\n  - - b\n",
    "an anchor": "a: &b c\nd: *b\n",
    "a tag": "a: !!str b\n",
    "a key that comes twice": "a: b\na: c\n",
    "a key that comes twice in brackets": "a: {b: c, b: d}\n",
    "a key asked": "? a\n: b\n",
    "a beginning": "---\na: b\n",
    "an end": "a: b\n...\n",
    "a list": "- a\n",
    "nothing at all": "# only this\n",
    "a text alone": "a\n",
    "entries of no block": "a: b\n c: d\n",
    "items and entries in a block": "a:\n  - b\n  c: d\n",
    "two openings and a close": "a: [[b]\n",
    "two lists on a line": "a: [b], [c]\n",
    "a mark in a text": "a: [b, *c]\n",
    "deep brackets": f"a: {'[' * 19}{']' * 19}\n",
    "deep blocks": "".join(f"{' ' * n}a:\n" for n in range(12)) + " " * 12 + "b: c\n",
    "more values than any course has": "a: [b]\n" + "".join(f"k{n}: [b, c]\n" for n in range(6000)),
    "a long key": f"{'a' * 1025}: b\n",
}


@pytest.mark.parametrize("text", RICHER.values(), ids=RICHER)
def test_other_yaml_is_left_to_the_parser(text: str) -> None:
    assert plain_mapping(text) is None


@pytest.mark.parametrize("path", sorted(ROOT.glob("samples/*/timetable.yaml")), ids=str)
def test_timetables_are_plain(path: Path) -> None:
    assert plain_mapping(path.read_text(encoding="utf-8"))


SMALL = "\n".join([*PLAIN.values(), *(RICHER[key] for key in list(RICHER)[:26])])
PIECES = st.sampled_from(
    [
        *(": ", ":", "\n", "\n  ", "- ", "? ", "[", "]", "{", "}", "'", '"', ", ", ",", " ", "#"),
        *(" #", "null", "&", "*", "!", "%", "@", "|", ">", ">-\n", "=", "<<", ".", "...", "---"),
        *("\\", "~", "è", "½", "😀", "x", "a b", "\n- ", "\n\n", "\r\n", '""', "''", "[]", ": ["),
    ]
)


@settings(max_examples=400, deadline=None)
@given(data=st.data())
def test_a_changed_text_is_read_as_the_parser_reads_it(data: st.DataObject) -> None:
    lines = SMALL.split("\n")
    first = data.draw(st.integers(0, len(lines)))
    text = "\n".join(lines[first : first + data.draw(st.integers(1, 6))])
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.integers(0, len(text)))
        text = text[:place] + data.draw(PIECES) + text[place + data.draw(st.integers(0, 2)) :]
    plain = text.replace("\r\n", "\n")

    if plain.replace("\n", "").isprintable() and (found := plain_mapping(plain)) is not None:
        assert found == parse_yaml(text.encode(), "x", FASTEST).data


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_layout_has_its_values_at_their_places(data: st.DataObject) -> None:
    content = Writer(data).file(data.draw(DOCUMENTS))
    quick, parsed = parse_yaml(content, "x"), parse_yaml(content, "x", FASTEST)

    assert quick.data == parsed.data
    assert dict(quick.marks) == dict(parsed.marks)
