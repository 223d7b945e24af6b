"""Templates that ask for years of work, for gigabytes, or for the interpreter itself."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from toolkit.errors import TemplateError
from toolkit.rendering import budget, compile_template, faults


class Room:
    """A value of a program, with something that templates have no business with."""

    name = "Aula"
    _secret = "no"

    def method(self) -> str:
        return "sì"


CONTEXT = {"x": "abc", "n": 3, "room": Room(), "rows": [{"a": 1}] * 50, "f": len}

GROWING = r"""
{{ 9**(9**9) }}
{{ 9.5**9**9**9 }}
{% set ns = namespace(v=2) %}{% for i in range(64) %}{% set ns.v = ns.v * ns.v %}{% endfor %}
{% set ns = namespace(v='x') %}{% for i in range(64) %}{% set ns.v = ns.v + ns.v %}{% endfor %}
{% set ns = namespace(v='x') %}{% for i in range(64) %}{% set ns.v = ns.v ~ ns.v %}{% endfor %}
{% set ns = namespace(v=[1]) %}{% for i in range(64) %}{% set ns.v = ns.v + ns.v %}{% endfor %}
{% set ns = namespace(v=[1]) %}{% for i in range(64) %}{% set ns.v = [ns.v, ns.v] %}{% endfor %}{{ ns.v == [] }}
{% set ns = namespace(v=(1,)) %}{% for i in range(64) %}{% set ns.v = (ns.v, ns.v) %}{% endfor %}
{% set ns = namespace(v={}) %}{% for i in range(64) %}{% set ns.v = {'a': ns.v, 'b': ns.v} %}{% endfor %}
{% set ns = namespace(v='x') %}{% for i in range(64) %}{% set ns.v = [ns.v, ns.v]|join %}{% endfor %}
{% set ns = namespace(v='x') %}{% for i in range(64) %}{% set ns.v = ns.v|replace('x', 'xx') %}{% endfor %}
{% set ns = namespace(v='x') %}{% for i in range(64) %}{% set ns.v = ns.v.replace('x', 'xx') %}{% endfor %}
{% set ns = namespace(v='x') %}{% for i in range(64) %}{% set ns.v = ns.v.join(['aaa', 'bbb', 'c']) %}{% endfor %}
{{ 'x' * 10**9 }}
{{ 10**9 * 'x' }}
{{ (1,) * 10**9 }}
{{ 'x'|center(10**9) }}
{{ 'x'|indent(10**9, true) }}
{{ ('x\n' * 9000)|indent('y' * 9000, true) }}
{{ ('x ' * 5000)|wordwrap(1, true, 'y' * 9000) }}
{{ '%999999999d'|format(1) }}
{{ '%*d'|format(999999999, 1) }}
{{ ('%s' * 4000)|format('x' * 9000) }}
{{ ['x']|batch(10**9, 'y')|list }}
{{ ['x']|slice(10**9)|list }}
{{ range(100000)|batch(1)|sum(start=[]) }}
{{ range(10**9)|list }}
{{ range(100001)|join }}
{{ ('x' * 9000).center(10**9) }}
{{ 'x'.ljust(10**9) }}
{{ 'x'.zfill(10**9) }}
{{ '\t'.expandtabs(10**9) }}
{{ '{:999999999}'.format(1) }}
{{ '%999999999d' % 1 }}
{{ (1).to_bytes(10**9, 'big') }}
{{ lipsum(10**6) }}
{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}
{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}
{% set y %}{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}{% endset %}
{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}
{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}
{% for a in rows recursive %}{{ loop(rows) }}{% endfor %}
{% set big = 'x' * 9000 %}{% for a in range(99999) %}{{ big ~ a }}{% endfor %}
{% set ns = namespace(v=[]) %}{% for a in range(99999) %}{% set ns.v = ns.v + [('x' * 9000) ~ a] %}{% endfor %}
{% set ns = namespace(v=range(90000)|list) %}{% for a in range(99999) %}{% set ns.w = ns.v[1:] %}{% endfor %}
{% for a in range(99999) %}{% set z = range(99999)|sort|list|length %}{% endfor %}
""".strip().splitlines()
GROWING.append("{% for a in range(9999) %}{{ '" + "x" * 20_000 + "' }}{% endfor %}")


@pytest.mark.parametrize("line", GROWING, ids=lambda line: line[:70])
def test_what_grows_without_end_is_stopped(texts, line, monkeypatch):
    # The same limits, so much lower that all of them are met in a moment.
    monkeypatch.setattr(budget, "MAX_SECONDS", 0.5)
    monkeypatch.setattr(budget, "MAX_STEPS", 200_000)
    monkeypatch.setattr(budget, "MAX_TEXT", 8 << 20)
    with pytest.raises(TemplateError) as raised:
        texts(line, **CONTEXT)

    assert raised.value.exit_code == 4
    assert raised.value.say("it") != raised.value.say("en")


REACHING = """
{{ room._secret }}
{{ room.__class__ }}
{{ room['__class__'] }}
{{ room|attr('__class__') }}
{{ room.method.__func__ }}
{{ room.method.__globals__ }}
{{ f.__self__ }}
{{ x.__class__.__mro__[1].__subclasses__() }}
{{ ''.__class__ }}
{{ [].__class__ }}
{{ {}.__class__ }}
{{ rows|map(attribute='__class__')|list|first }}
{{ rows|map('attr', '__class__')|list|first }}
{{ rows|groupby('__class__')|list|first }}
{{ self.__init__ }}
{{ loop.__class__ }}
{{ (x|string).__class__ }}
{{ cycler.__init__.__globals__ }}
{{ namespace.__init__ }}
{{ range.__class__ }}
{{ x.format.__self__ }}
{{ '{0.__class__}'.format(x) }}
{{ '{0.__class__}'|format(x).__class__ }}
{{ rows.append(1) }}
{{ rows[0].update(a=2) }}
{% for a in rows %}{{ loop._iterator }}{% endfor %}
{% macro m() %}{% endmacro %}{{ m.__call__ }}
{% include 'altro' %}
{% import 'altro' as a %}
{% extends 'altro' %}
{% from 'altro' import a %}
{% block a %}{% endblock %}
{{ x|safe }}
{{ {'a': x}|xmlattr }}
{{ x|urlize }}
{{ x|random }}
""".strip().splitlines()


@pytest.mark.parametrize("line", REACHING)
def test_what_reaches_out_of_the_template_is_refused(texts, line):
    with pytest.raises(TemplateError):
        texts(line, **CONTEXT)
    assert CONTEXT["rows"][0] == {"a": 1}


class Named(dict):
    """A container of a program's own."""


class Listed(list):
    """Another."""


@pytest.mark.parametrize(
    "line", ["{{ d.update(b=2) }}", "{{ d.clear() }}", "{{ l.append(1) }}", "{{ l.sort() }}"]
)
def test_containers_of_a_program_are_not_changed(texts, line):
    named, listed = Named(a=1), Listed([3, 2])

    with pytest.raises(TemplateError):
        texts(line, d=named, l=listed)
    assert (named, listed) == ({"a": 1}, [3, 2])


def test_methods_of_a_program_that_are_harmless_can_be_called(texts):
    assert texts("{{ room.method() }} {{ f(rows) }} {{ x.upper() }}", **CONTEXT) == ["sì 50 ABC"]


@pytest.mark.parametrize(
    "text", ["{{" * 30_000, "{%" * 30_000, "{{ (" + "(" * 5000, "{# " * 20_000, "{{ n }}" * 25_000]
)
def test_a_text_that_takes_for_ever_to_read_is_refused(template, text):
    with pytest.raises(TemplateError):
        compile_template(template(text))


def field(instruction: str, *, simple: bool = False) -> bytes:
    document = docx.Document()
    paragraph = document.add_paragraph()._p
    if simple:
        paragraph.append(
            parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{instruction}"><w:r/></w:fldSimple>')
        )
    else:
        begin, *pieces, end = "begin", *instruction.split("|"), "end"
        for piece in (begin, *pieces, end):
            inner = (
                f'<w:fldChar w:fldCharType="{piece}"/>'
                if piece in (begin, end)
                else f"<w:instrText>{piece}</w:instrText>"
            )
            paragraph.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("simple", [False, True])
@pytest.mark.parametrize(
    ("instruction", "name"),
    [
        ("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe /k", "dde"),
        ("dde excel x", "dde"),
        ("INCLUDETEXT http://example.org/x", "linked-text"),
        ("INCLUDEPICTURE http://example.org/x.png", "linked-images"),
        ("LINK Excel.Sheet.8 x.xls", "ole"),
        ("MACROBUTTON x y", "macros"),
    ],
)
def test_fields_that_run_or_fetch_are_faults_unless_they_are_allowed(simple, instruction, name):
    source = field(instruction, simple=simple)

    with pytest.raises(faults.DangerError) as raised:
        compile_template(source)
    assert raised.value.exit_code == 4
    assert compile_template(source, allow=frozenset({name})).render({})


def test_a_field_torn_into_runs_is_still_seen():
    with pytest.raises(faults.DangerError):
        compile_template(field(" D|DEAU|TO x"))


def test_what_a_field_does_is_not_for_a_value_to_say():
    assert compile_template(field(' HYPERLINK "{{ x }}"')).render({"x": "http://example.org"})
    with pytest.raises(faults.TagError):
        compile_template(field("{{ x }}"))
    for value in ('a" \\o "b', "{ DDE }", "a\\b"):
        with pytest.raises(faults.UnprintableValueError):
            compile_template(field(' HYPERLINK "{{ x }}"')).render({"x": value})
