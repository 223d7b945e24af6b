"""The standard as the documents cite it: the published words and nothing else."""

from __future__ import annotations

import functools

from toolkit.context.labels import DASH
from toolkit.context.subjects import CompetenceRowContext, StandardContext
from toolkit.model.published import Paragraph, Section
from toolkit.model.standard import Standard


# A process makes the dossiers of few standards.
@functools.lru_cache(maxsize=16)
def standard_context(standard: Standard) -> StandardContext:
    """Return what the documents print of the standard itself."""
    access = _sections_with(standard, "access-")
    return StandardContext(
        id=standard.id,
        version=standard.version,
        region=standard.region,
        qualification=standard.qualification,
        eqf_level=standard.eqf_level,
        act=standard.act.words,
        act_kind=standard.act.kind,
        act_number=standard.act.number,
        act_date=standard.act.date,
        is_fictitious=standard.fictitious,
        access=_paragraphs(access, "access-"),
        access_citation=", ".join(f"§{section.number}" for section in access),
        competence_rows=_competence_rows(standard),
        methodology=_paragraphs(_sections_with(standard, "methodology"), ""),
        min_hours=standard.totals.hours,
        max_distance_hours=standard.totals.distance_hours,
        prerequisites=_paragraphs(_sections_with(standard, "prerequisites"), "prerequisites"),
        transcription_notes=tuple(
            f"{note.at}: «{note.published}» — lettura proposta: «{note.suggested}»"
            for note in standard.transcription_notes
        ),
    )


def _sections_with(standard: Standard, prefix: str) -> tuple[Section, ...]:
    return tuple(
        section
        for section in standard.sections
        if any(
            passage.clause.startswith(prefix)
            for block in section.content
            if isinstance(block, Paragraph)
            for passage in block.paragraph
        )
    )


def _paragraphs(sections: tuple[Section, ...], prefix: str) -> tuple[str, ...]:
    return tuple(
        " ".join(passage.words for passage in block.paragraph)
        for section in sections
        for block in section.content
        if isinstance(block, Paragraph)
        and any(passage.clause.startswith(prefix) for passage in block.paragraph)
    )


def _competence_rows(standard: Standard) -> tuple[CompetenceRowContext, ...]:
    titles = {unit.number: (unit.code, unit.title) for unit in standard.units}
    return tuple(
        CompetenceRowContext(
            competence_unit=row.title or DASH,
            is_first=n == 0,
            unit_code=titles[number][0],
            unit_number=number,
            unit_title=titles[number][1],
        )
        for row in standard.competence_units
        for n, number in enumerate(row.units)
    )
