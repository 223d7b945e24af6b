"""Templates compiled once and rendered often."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from jinja2 import Template, TemplateSyntaxError, nodes

from toolkit.errors import TemplateError
from toolkit.rendering import explaining, faults, language, package, xml
from toolkit.rendering.comments import drop_comments
from toolkit.rendering.contents import fill_contents
from toolkit.rendering.environment import TemplateEnvironment
from toolkit.rendering.identifiers import renumber
from toolkit.rendering.inspecting import inspect
from toolkit.rendering.language import Source
from toolkit.rendering.media import place_pictures
from toolkit.rendering.parts import CORE_TYPE, TEXT_TYPES, Parts
from toolkit.rendering.placeholders import has_mark, print_placeholders
from toolkit.rendering.properties import date_properties, forget_past
from toolkit.rendering.settings import forget_editing
from toolkit.rendering.tables import mend_tables
from toolkit.rendering.texts import break_lines
from toolkit.rendering.watermark import mark_as_draft
from toolkit.text import Text

MAX_TEXT = 64 << 20
_THE_RESULT = Text(it="il documento prodotto", en="the document made")


@dataclass(frozen=True, slots=True)
class PartTemplate:
    """One part of a template, ready to be rendered."""

    part: str
    source: Source
    code: Template

    def render(self, context: Mapping[str, object]) -> str:
        """Return the part's XML for *context*."""
        try:
            return self._bounded(context)
        except (TemplateError, *explaining.ForeignFault) as error:
            raise explaining.runtime_fault(error, self.source, context) from error

    def _bounded(self, context: Mapping[str, object]) -> str:
        pieces: list[str] = []
        size = 0
        for piece in self.code.generate(context):
            pieces.append(piece)
            size += len(piece)
            if size > MAX_TEXT:
                limit = f"{MAX_TEXT >> 20} MB"
                raise faults.TooLargeError(what=_THE_RESULT, limit=limit, near=faults.NOWHERE)
        return "".join(pieces)


@dataclass(frozen=True, slots=True)
class CompiledTemplate:
    """A Word template, read and compiled; rendering does not change it."""

    name: str
    members: Mapping[str, bytes]
    templates: tuple[PartTemplate, ...]

    def render(
        self,
        context: Mapping[str, object],
        *,
        media: Mapping[str, bytes] | None = None,
        draft: bool = False,
        stamp: datetime,
    ) -> bytes:
        """Return the document as the bytes of a ``.docx``; same arguments, same bytes."""
        parts = Parts(self.members, self.name)
        marked = []
        for template in self.templates:
            markup = template.render(context)
            parts.put(template.part, _tree(markup, template.source.where))
            if has_mark(markup):
                marked.append(template.part)
        print_placeholders(parts, marked)
        _finish(parts, media or {}, stamp, draft=draft)
        return package.write_members(parts.members())


def compile_template(
    source: Path | bytes,
    *,
    name: str,
    filters: Mapping[str, Callable[..., object]] | None = None,
) -> CompiledTemplate:
    """Read and compile a template; *name* is what its faults are reported under."""
    data = package.read_bytes(source, name)
    parts = Parts(package.read_members(data, name), name)
    inspect(parts)
    drop_comments(parts)
    forget_past(parts)
    forget_editing(parts)
    environment = TemplateEnvironment(filters or {})
    sources = [_source(parts, part) for part in parts.of_type(*TEXT_TYPES, CORE_TYPE)]
    templates = tuple(_compiled(environment, part, source) for part, source in sources)
    return CompiledTemplate(name, parts.members(), templates)


def _source(parts: Parts, part: str) -> tuple[str, Source]:
    read = (
        language.property_source if parts.content_type(part) == CORE_TYPE else language.text_source
    )
    return part, read(parts.tree(part), f"{parts.where}:{part}")


def _compiled(environment: TemplateEnvironment, part: str, source: Source) -> PartTemplate:
    try:
        tree = environment.parse(source.text, name=part, filename=source.where)
        _refuse_other_templates(tree)
        code = environment.compile(tree, name=part, filename=source.where)
    except explaining.UnreadableTemplate as error:
        raise explaining.syntax_fault(error, source) from error
    template = environment.template_class.from_code(environment, code, dict(environment.globals))
    return PartTemplate(part, source, template)


def _refuse_other_templates(tree: nodes.Template) -> None:
    for node in tree.find_all(_OTHER_TEMPLATES):
        block = type(node).__name__.lower()
        raise TemplateSyntaxError(f"block '{block}' is not allowed", node.lineno)


_OTHER_TEMPLATES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)


def _tree(markup: str, where: str) -> xml.Element:
    resolved = language.control_characters(markup)
    try:
        return xml.parse(language.joined(resolved))
    except xml.MarkupError:
        raise _broken(resolved, where) from None


def _broken(markup: str, where: str) -> faults.BrokenMarkupError:
    """Return the fault for *markup*, parsed once more with a line for each paragraph."""
    line = 1
    try:
        xml.parse(markup)
    except xml.MarkupError as error:
        line = error.line
    around = "".join(markup.split("\n")[max(line - 2, 0) : line])
    return faults.BrokenMarkupError(where, near=faults.near(language.plain(around)))


def _finish(parts: Parts, media: Mapping[str, bytes], stamp: datetime, *, draft: bool) -> None:
    """Do what a template cannot say.

    The table of contents wants the final headings, and identifiers are made unique when
    nothing is copied any more.
    """
    for _, root in parts.texts():
        break_lines(root)
        mend_tables(root)
    place_pictures(parts, media)
    fill_contents(parts)
    renumber(parts)
    if draft:
        mark_as_draft(parts)
    date_properties(parts, stamp)
