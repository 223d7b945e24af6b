"""What `percorso template check` looks for: one rule, one small function; one file a topic.

Ids begin with W, for Word. Rules W0xx and W1xx state what a template must be to be compiled
at all, W2xx which names and values it may use, W3xx what a real course makes of it, W4xx
what makes a good Word document.
"""

from __future__ import annotations

from toolkit.rules.collecting import rules_in
from toolkit.workshop.rules import blocks, layout, names, placing, quality, tags, values

TEMPLATE_RULES = rules_in(tags, placing, blocks, names, values, quality, layout)
"""The rules about a template by itself, in the order they are written."""
