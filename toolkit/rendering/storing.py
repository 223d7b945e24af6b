"""A compiled template as bytes, and back."""

from __future__ import annotations

import marshal
from typing import Any

from toolkit.rendering.archive import Archive
from toolkit.rendering.blueprint import Blueprint
from toolkit.rendering.datapaths import Reading
from toolkit.rendering.drawings import Drawing, Drawings, Image
from toolkit.rendering.outline import Entry, Level, Lists, Numbered, Outline
from toolkit.rendering.programs import Program


def stored(blueprint: Blueprint) -> bytes:
    """Return *blueprint* as bytes that this version of Python reads again."""
    return marshal.dumps(
        (
            (blueprint.archive.content, blueprint.archive.directory, blueprint.archive.count),
            dict(blueprint.members),
            tuple(_of_program(each) for each in blueprint.programs),
            None if blueprint.outline is None else _of_outline(blueprint.outline),
            tuple((each.part, each.name, each.shown) for each in blueprint.drawings.drawings),
            tuple(
                (each.part, each.relationship, each.target) for each in blueprint.drawings.images
            ),
            dict(blueprint.widths),
            blueprint.styled,
        )
    )


def restored(data: bytes) -> Blueprint:
    """Return what `stored` wrote; raise ValueError, TypeError or EOFError for other bytes."""
    archive, members, programs, outline, drawings, images, widths, styled = marshal.loads(data)  # noqa: S302 - `cache` answers for where they come from
    return Blueprint(
        archive=Archive(*archive),
        members=members,
        programs=tuple(_program(*each) for each in programs),
        outline=None if outline is None else _outline(outline),
        drawings=Drawings(
            tuple(Drawing(*each) for each in drawings), tuple(Image(*each) for each in images)
        ),
        widths=widths,
        styled=styled,
    )


def _of_program(program: Program) -> tuple[Any, ...]:
    return (
        program.part,
        program.where,
        program.code,
        program.lines,
        dict(program.near),
        {line: (each.path, each.loops) for line, each in program.reads.items()},
        program.attributes,
        program.has_marks,
        program.once,
        program.largest,
    )


def _program(
    part: str, where: str, code: Any, lines: Any, near: Any, reads: Any, *rest: Any
) -> Program:
    read = {line: Reading(*each) for line, each in reads.items()}
    return Program(part, where, code, lines, near, read, *rest)


def _of_outline(outline: Outline) -> tuple[Any, ...]:
    lists = outline.lists
    levels = {
        name: {
            at: (level.start, level.form, level.text, level.is_legal) for at, level in of.items()
        }
        for name, of in lists.levels.items()
    }
    restarts = {name: dict(of) for name, of in lists.restarts.items()}
    return (
        outline.instruction,
        outline.section,
        tuple((each.level, each.instance, each.position) for each in outline.paragraphs),
        tuple((each.style, each.has_tab) for each in outline.entries),
        (levels, dict(lists.instances), restarts),
    )


def _outline(kept: tuple[Any, ...]) -> Outline:
    instruction, section, paragraphs, entries, (levels, instances, restarts) = kept
    return Outline(
        instruction,
        section,
        tuple(Numbered(*each) for each in paragraphs),
        tuple(Entry(*each) for each in entries),
        Lists(
            {name: {at: Level(*each) for at, each in of.items()} for name, of in levels.items()},
            instances,
            restarts,
        ),
    )
