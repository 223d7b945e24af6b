"""BOZZA across every page of a draft."""

from __future__ import annotations

from collections.abc import Iterator

from toolkit.rendering import xml
from toolkit.rendering.parts import HEADER_TYPE, MAIN_TYPE, Parts
from toolkit.rendering.settings import has_even_pages, is_on
from toolkit.rendering.xml import Element, R, w

WORD = "BOZZA"
_HEADER = R + "/header"
# The text effect that Word itself inserts as a watermark, so that Word's own
# «Rimuovi filigrana» finds it and LibreOffice draws it.
_RUN = (
    '<w:r xmlns:w="{w}" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"><w:rPr><w:noProof/></w:rPr><w:pict>'
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800"'
    ' path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/>'
    '<v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/>'
    '<v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/>'
    '<v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>'
    '<v:f eqn="sum @6 0 @5"/></v:formulas><v:path textpathok="t" o:connecttype="custom"'
    ' o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>'
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight"'
    ' xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>'
    '</v:shapetype><v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{number}"'
    ' type="#_x0000_t136" alt="{word}" style="position:absolute;margin-left:0;margin-top:0;'
    "width:430pt;height:145pt;rotation:315;z-index:-251658752;"
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
    'mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f"'
    ' fillcolor="silver" stroked="f"><v:fill opacity=".5"/><v:textpath'
    ' style="font-family:&quot;Calibri&quot;;font-size:1pt" string="{word}"/></v:shape>'
    "</w:pict></w:r>"
)


def mark_as_draft(parts: Parts) -> None:
    """Put the watermark into every header, so that no page goes without it."""
    _complete_headers(parts)
    for number, name in enumerate(parts.of_type(HEADER_TYPE), 4097):
        header = parts.tree(name)
        paragraph = header.find(w("p"))
        if paragraph is None:
            paragraph = xml.element("p")
            header.insert(0, paragraph)
        properties = paragraph.find(w("pPr"))
        run = xml.parse(_RUN.format(w=xml.W, number=number, word=WORD))
        paragraph.insert(0 if properties is None else 1, run)


def _complete_headers(parts: Parts) -> None:
    """Give the first section every kind of header in use; later sections inherit them."""
    sections = list(parts.main().iter(w("sectPr")))
    if not sections:
        return
    first = sections[0]
    known = {item.get(w("type"), "default") for item in first.findall(w("headerReference"))}
    for kind in _kinds_in_use(parts, sections):
        if kind not in known:
            reference = xml.element("headerReference", type=kind)
            reference.set(f"{{{R}}}id", _new_header(parts))
            first.insert(0, reference)


def _kinds_in_use(parts: Parts, sections: list[Element]) -> Iterator[str]:
    yield "default"
    if any(is_on(section.find(w("titlePg"))) for section in sections):
        yield "first"
    if has_even_pages(parts):
        yield "even"


def _new_header(parts: Parts) -> str:
    number = 1
    while f"word/header{number}.xml" in parts:
        number += 1
    name = f"word/header{number}.xml"
    root = xml.element("hdr")
    xml.child(root, "p")
    parts.add(name, root, HEADER_TYPE)
    return parts.relate(parts.of_type(MAIN_TYPE)[0], _HEADER, name)
