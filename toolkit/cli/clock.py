"""What day it is, and days on the command line."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

import click

from toolkit.cli.bilingual import LANG
from toolkit.model.moments import read_date
from toolkit.model.record import ValueRefusedError


def today() -> date:
    """Return the day of SOURCE_DATE_EPOCH where it is set, for builds that repeat; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now().astimezone().date()


class ADay(click.ParamType[date]):
    """A day, written as in the configuration: ``2027-03-08`` or ``08/03/2027``."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day."""
        try:
            day = read_date(value)
        except ValueRefusedError as error:
            self.fail(error.text.say(LANG), param, ctx)
        assert isinstance(day, date)
        return day
