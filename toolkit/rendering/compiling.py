"""From the file of a template to what can be rendered again and again."""

from __future__ import annotations

from jinja2 import TemplateSyntaxError, nodes

from toolkit.rendering import explaining, faults, language, marks, package
from toolkit.rendering.archive import archive
from toolkit.rendering.blueprint import Blueprint
from toolkit.rendering.datapaths import readings
from toolkit.rendering.environment import TemplateEnvironment
from toolkit.rendering.generating import Generator
from toolkit.rendering.inspecting import inspect
from toolkit.rendering.language import Source
from toolkit.rendering.parts import CORE_TYPE, TEXT_TYPES, Parts
from toolkit.rendering.preparing import prepare
from toolkit.rendering.programs import Program
from toolkit.rendering.proving import UnbalancedError, prove
from toolkit.rendering.styles import with_placeholder_style
from toolkit.rendering.watermark import mark_as_draft
from toolkit.rendering.widths import fit_grids, text_widths
from toolkit.text import Text

MAX_TAGS = 20_000


def blueprint(
    data: bytes,
    name: str,
    environment: TemplateEnvironment,
    *,
    allowed: frozenset[str],
    constants: frozenset[str],
    is_draft: bool,
) -> Blueprint:
    """Compile the bytes of a template; the values of *constants* stay for many documents."""
    parts = Parts(package.read_members(data, name), name)
    inspect(parts, allowed)
    if is_draft:
        mark_as_draft(parts)
    outline, drawings = prepare(parts)
    widths = {part: text_widths(root) for part, root in parts.texts()}
    for _, root in parts.texts():
        fit_grids(root)
    sources = _sources(parts)
    programs = tuple(
        _compiled(environment, part, source, constants) for part, source in sources.items()
    )
    members = parts.members()
    fixed = {part: content for part, content in members.items() if part not in sources}
    return Blueprint(
        archive=archive(fixed),
        members=fixed,
        programs=programs,
        outline=outline,
        drawings=drawings,
        widths={part: found for part, found in widths.items() if found},
        styled=with_placeholder_style(parts),
    )


def _sources(parts: Parts) -> dict[str, Source]:
    """Return the source of every part that prints something, the main document first."""
    found = {}
    for part in parts.of_type(*TEXT_TYPES):
        found[part] = language.text_source(parts.tree(part), f"{parts.where}:{part}")
    for part in parts.of_type(CORE_TYPE):
        found[part] = language.property_source(parts.tree(part), f"{parts.where}:{part}")
    tags = sum(source.text.count("{{") + source.text.count("{%") for source in found.values())
    if tags > MAX_TAGS:
        limit = str(MAX_TAGS)
        raise faults.TooLargeError(parts.where, what=_TAGS, limit=limit, near=faults.NOWHERE)
    return found


_TAGS = Text(it="il numero dei tag", en="the number of tags")


def _compiled(
    environment: TemplateEnvironment, part: str, source: Source, constants: frozenset[str]
) -> Program:
    near = source.near()
    try:
        tree = environment.parse(source.text, name=part, filename=source.where)
        _refuse_other_templates(tree)
        generator = Generator(environment, part, source.where, constants)
        generator.settings = prove(tree)
        code = compile(generator.python(tree), source.where, "exec")
    except UnbalancedError as error:
        around = faults.near(near.get(error.line, ""))
        raise faults.BrokenMarkupError(source.where, near=around) from error
    except explaining.UnreadableTemplate as error:
        raise explaining.syntax_fault(error, source.where, source.text, near) from error
    return Program(
        part,
        source.where,
        code,
        tuple(generator.debug_info),
        near,
        readings(tree),
        tuple(sorted(generator.attributes)),
        any(marks.START in each.data for each in tree.find_all(nodes.TemplateData)),
        generator.once,
        generator.largest,
    )


def _refuse_other_templates(tree: nodes.Template) -> None:
    for node in tree.find_all(_OTHER_TEMPLATES):
        block = type(node).__name__.lower()
        raise TemplateSyntaxError(f"block '{block}' is not allowed", node.lineno)


_OTHER_TEMPLATES = (nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block)
