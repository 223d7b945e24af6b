"""Rules for people: each one explained, and all of them listed with what they serve."""

from __future__ import annotations

from toolkit.explaining.listing import as_json, as_list
from toolkit.explaining.page import UnknownRuleError, explained

__all__ = ["UnknownRuleError", "as_json", "as_list", "explained"]
