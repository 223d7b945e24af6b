"""Invented courses, to try percorso on many: valid, all different, plainly nobody's."""

from __future__ import annotations

from toolkit.invention.collection import InventedCourse, invented_courses
from toolkit.invention.writing import INDEX, NotEmptyError, write_courses

__all__ = ["INDEX", "InventedCourse", "NotEmptyError", "invented_courses", "write_courses"]
