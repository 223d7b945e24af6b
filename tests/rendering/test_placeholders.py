from __future__ import annotations

import io

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from toolkit.rendering.faults import ForbiddenCharacterError


def runs(paragraph) -> list[tuple[str, str | None]]:
    return [
        (run.text, None if run._r.style is None else str(run._r.style)) for run in paragraph.runs
    ]


def test_a_placeholder_is_a_run_of_its_own_style(template, rendered, missing):
    document = rendered(template("Il {{ person }}, nato a {{ town }}."),
                        person=missing("legale"), town=missing("comune"))  # fmt: skip

    assert runs(document.paragraphs[0]) == [
        ("Il ", None),
        ("[da completare: legale]", "Segnaposto"),
        (", nato a ", None),
        ("[da completare: comune]", "Segnaposto"),
        (".", None),
    ]


def test_the_style_is_added_when_the_template_lacks_it(template, rendered, missing):
    with_one = rendered(template("{{ x }}"), x=missing("x"))
    without = rendered(template("{{ x }}"), x="y")

    assert "Segnaposto" in [style.name for style in with_one.styles]
    assert "Segnaposto" not in [style.name for style in without.styles]


def test_the_style_of_the_template_is_kept(saved, rendered, missing):
    document = docx.Document()
    style = document.styles.add_style("Segnaposto", WD_STYLE_TYPE.CHARACTER)
    style.font.italic = True
    document.add_paragraph("{{ x }}")

    done = rendered(saved(document), x=missing("x"))
    assert [s.font.italic for s in done.styles if s.name == "Segnaposto"] == [True]


def test_the_formatting_around_a_placeholder_stays(saved, rendered, missing):
    document = docx.Document()
    run = document.add_paragraph().add_run("a {{ x }} b", style="Emphasis")
    run.bold = True

    done = rendered(saved(document), x=missing("x")).paragraphs[0]
    assert [run.bold for run in done.runs] == [True, True, True]
    assert [style for _, style in runs(done)] == ["Emphasis", "Segnaposto", "Emphasis"]


def test_placeholders_work_in_tables_headers_and_footers(saved, rendered, missing):
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ x }}"
    document.sections[0].header.paragraphs[0].text = "{{ x }}"
    document.sections[0].footer.paragraphs[0].text = "{{ x }}"

    done = rendered(saved(document), x=missing("x"))

    places = (done.tables[0].cell(0, 0), done.sections[0].header, done.sections[0].footer)
    for place in places:
        assert runs(place.paragraphs[0]) == [("[da completare: x]", "Segnaposto")]


def test_placeholders_survive_filters_and_joins(texts, missing):
    line = "{{ x|long_date }} {{ ('a', x)|join_and }} {{ 'a' ~ x }} {{ x|initial_upper }}"

    assert texts(line, x=missing("x")) == [
        "[da completare: x] a e [da completare: x] a[da completare: x] [da completare: x]"
    ]


def test_a_missing_value_is_false_for_conditions(texts, missing):
    assert texts("{% if x %}sì{% else %}no{% endif %}", x=missing("x")) == ["no"]


def test_attributes_and_properties_get_plain_brackets(saved, rendered, missing, png):
    document = docx.Document()
    document.add_picture(io.BytesIO(png(10, 10)))
    document.inline_shapes[0]._inline.docPr.set("descr", "Logo di {{ x }}")
    document.core_properties.title = "Progetto di {{ x }}"

    done = rendered(saved(document), x=missing("ente"))

    assert done.inline_shapes[0]._inline.docPr.get("descr") == "Logo di [da completare: ente]"
    assert done.core_properties.title == "Progetto di [da completare: ente]"


@pytest.mark.parametrize("value", ["\ue000", "a\ue001b", "\ue000\ue000x\ue001"])
def test_a_stray_mark_in_a_value_is_refused(texts, value):
    with pytest.raises(ForbiddenCharacterError):
        texts("{{ x }}", x=value)


def test_line_breaks_around_a_placeholder_are_kept(texts, missing):
    assert texts("{{ a }}{{ x }}{{ b }}", a="1\n", x=missing("x"), b="\t2") == [
        "1\n[da completare: x]\t2"
    ]
