"""The fields of templates with the values of the sample course."""

from __future__ import annotations

from datetime import date

from toolkit import pipeline
from toolkit.context import build_context
from toolkit.resources import Resources
from toolkit.workshop.fields import Field, fields_of
from toolkit.workshop.filterfields import filter_fields
from toolkit.workshop.previewing import sample_course


def sample_fields(resources: Resources, today: date) -> tuple[Field, ...]:
    """Return every field, with an example from the sample that gives every value; then filters."""
    subject = pipeline.read_subject(sample_course(resources), resources, today)
    context = build_context(subject.course, subject.timetable, subject.findings, today)
    return (*fields_of(context), *filter_fields())
