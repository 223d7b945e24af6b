"""Puts the steps together: the only package that knows the order in which they run."""

from __future__ import annotations

from toolkit.pipeline.arranging import (
    laid_out,
    plan,
    ready_to_plan,
    scores,
    seed_of,
    write_planned,
)
from toolkit.pipeline.building import build, logo_of, read_subject, subject_of
from toolkit.pipeline.judging import check, judged, scheduled, timetable_path
from toolkit.pipeline.neighbouring import beside, standing_around, taken_of

__all__ = [
    "beside",
    "build",
    "check",
    "judged",
    "laid_out",
    "logo_of",
    "plan",
    "read_subject",
    "ready_to_plan",
    "scheduled",
    "scores",
    "seed_of",
    "standing_around",
    "subject_of",
    "taken_of",
    "timetable_path",
    "write_planned",
]
