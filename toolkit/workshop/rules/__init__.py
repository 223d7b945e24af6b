"""What `percorso template check` looks for: one rule, one small function; one file a topic.

Ids begin with X. Rules X0xx and X1xx state what a template must be to be compiled at all, X2xx which names and values it may use, X3xx what a real course makes of it, X4xx
what makes a good Word document.
"""

from __future__ import annotations

from toolkit.rules.collecting import rules_in
from toolkit.workshop.rules import blocks, layout, names, placing, quality, tags, values

TEMPLATE_RULES = rules_in(tags, placing, blocks, names, values, quality, layout)
"""The rules about a template by itself, in the order they are written."""
