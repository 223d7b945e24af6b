from __future__ import annotations

import pytest

from toolkit.rendering import xml
from toolkit.rendering.numbering import Numbering
from toolkit.rendering.outline import Counting
from toolkit.rendering.styles import Styles
from toolkit.rendering.xml import W

LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{extra}'
    '<w:lvlText w:val="{text}"/></w:lvl>'
)


class Counter:
    """Numbers paragraphs one after the other."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counting = Counting()

    def number(self, paragraph: xml.Element) -> str:
        place = self._numbering.place(paragraph)
        rank = self._numbering.lists.rank(*place) if place else None
        return self._counting.number(rank) if rank else ""


def numbering(*levels: str, overrides: str = "") -> Counter:
    definitions = "".join(
        LEVEL.format(level=n, form=form, text=text, extra=extra)
        for n, (form, text, extra) in enumerate(level.split("|") for level in levels)
    )
    root = xml.parse(
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">{definitions}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num></w:numbering>'
    )
    return Counter(Numbering(root, Styles(None)))


def paragraph(level: int, instance: int = 1) -> xml.Element:
    return xml.parse(
        f'<w:p xmlns:w="{W}"><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/>'
        "</w:numPr></w:pPr></w:p>"
    )


def numbers(counter: Counter, *levels: int) -> list[str]:
    return [counter.number(paragraph(level)) for level in levels]


def test_levels_count_and_start_again_below_a_higher_one():
    counter = numbering("decimal|%1.|", "decimal|%1.%2|", "decimal|%1.%2.%3|")

    assert numbers(counter, 0, 1, 1, 2, 0, 1, 2, 2) == [
        "1.", "1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1", "2.1.2",
    ]  # fmt: skip


def test_a_level_that_is_skipped_counts_as_its_start():
    assert numbers(numbering("decimal|%1|", "decimal|%1.%2|"), 1, 1) == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("form", "ninth"),
    [
        ("decimal", "9"),
        ("decimalZero", "09"),
        ("upperRoman", "IX"),
        ("lowerRoman", "ix"),
        ("upperLetter", "I"),
        ("lowerLetter", "i"),
    ],
)
def test_numbers_are_written_in_their_form(form, ninth):
    assert numbers(numbering(f"{form}|Art. %1)|"), *[0] * 9)[-1] == f"Art. {ninth})"


def test_letters_double_after_z():
    assert numbers(numbering("lowerLetter|%1|"), *[0] * 28)[-2:] == ["aa", "bb"]


def test_a_legal_level_writes_all_numbers_in_figures():
    counter = numbering("upperRoman|%1|", "decimal|%1.%2|<w:isLgl/>")

    assert numbers(counter, 0, 1) == ["I", "1.1"]


def test_bullets_and_paragraphs_without_a_list_have_no_number():
    assert numbers(numbering("bullet|•|"), 0) == [""]
    assert numbering("decimal|%1|").number(xml.parse(f'<w:p xmlns:w="{W}"/>')) == ""
    assert numbering("decimal|%1|").number(paragraph(0, instance=0)) == ""


def test_instances_share_their_count_unless_they_start_again():
    shared = numbering("decimal|%1|")
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    restarted = numbering("decimal|%1|", overrides=override)

    for counter, after in ((shared, ["3", "4"]), (restarted, ["1", "2"])):
        assert numbers(counter, 0, 0) == ["1", "2"]
        assert [counter.number(paragraph(0, instance=2)) for _ in range(2)] == after


def test_a_level_deeper_than_word_knows_is_the_deepest():
    counter = numbering(*["decimal|%1|"] * 8, "decimal|%9|")

    assert numbers(counter, 99_999_999, 8) == ["1", "2"]
