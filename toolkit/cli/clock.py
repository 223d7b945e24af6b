"""What day it is."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime


def today() -> date:
    """Return the day of SOURCE_DATE_EPOCH where it is set, for builds that repeat; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()
