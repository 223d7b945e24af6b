"""Findings for people and for machines: text, JSON of a documented form, SARIF."""

from __future__ import annotations

from toolkit.reporting.jsonform import as_json
from toolkit.reporting.sarif import as_sarif
from toolkit.reporting.text import as_text, finding_line, summary

__all__ = ["as_json", "as_sarif", "as_text", "finding_line", "summary"]
