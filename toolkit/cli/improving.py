"""How long a plan is improved: some rounds or some time, shown on a terminal, until Ctrl-C."""

from __future__ import annotations

import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from toolkit.cli.bilingual import LANG, say, text_of
from toolkit.text import Text, written

if TYPE_CHECKING:
    from rich.status import Status

    from toolkit.planning import Progress

_SHOWN = Text(
    it="giro {rounds}: al massimo il {percent}% sopra il minimo possibile; Ctrl-C tiene il migliore",
    en="round {rounds}: at most {percent}% above the least possible; Ctrl-C keeps the best",
)
_NO_DURATION = text_of(
    it="«{value}» non è una durata: scrivi per esempio 60s, 90s o 2m.",
    en="“{value}” is not a duration: write for example 60s, 90s or 2m.",
)
_BETWEEN_SIGNS = 0.25
"""Seconds: more often nobody could read it."""


class Duration(click.ParamType[Any]):
    """A time written ``60s`` or ``2m``; seconds if nothing is said."""

    name = "duration"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the seconds."""
        if isinstance(value, float):
            return value
        found = re.fullmatch(r"(\d{1,5})\s*(s|m|)", str(value).strip(), re.ASCII)
        if not found:
            self.fail(_NO_DURATION.format(value=value), param, ctx)
        return float(found[1]) * (60 if found[2] == "m" else 1)


class Improvement:
    """Says before each round of improvement whether to go on; Ctrl-C once says no."""

    def __init__(self, seconds: float | None, status: Status | None) -> None:
        self._seconds = seconds
        self._status = status
        self._end: float | None = None
        self._shown = 0.0
        self._is_stopped = False

    def __call__(self, progress: Progress) -> bool:
        """Return whether to go on after so much *progress*."""
        from toolkit.planning import a_few_rounds

        now = time.monotonic()
        if self._status and now - self._shown >= _BETWEEN_SIGNS:
            self._status.update(say(_SHOWN, rounds=progress.rounds, percent=percent(progress)))
            self._shown = now
        if self._is_stopped:
            return False
        if self._seconds is None:
            return a_few_rounds(progress)
        if self._end is None:
            self._end = now + self._seconds
        return now < self._end

    def stop(self, number: int, frame: FrameType | None) -> None:
        """End with the round under way; asked again, at once."""
        if self._is_stopped:
            signal.default_int_handler(number, frame)
        self._is_stopped = True


@contextmanager
def improving(seconds: float | None) -> Iterator[Improvement]:
    """Give what decides how long to improve; without *seconds*, a fixed number of rounds."""
    if seconds is None:
        yield Improvement(None, None)
        return
    with _status() as status:
        improvement = Improvement(seconds, status)
        before = signal.signal(signal.SIGINT, improvement.stop)
        try:
            yield improvement
        finally:
            signal.signal(signal.SIGINT, before)


@contextmanager
def _status() -> Iterator[Status | None]:
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield status


def percent(progress: Progress) -> str:
    """Return how far *progress* is from the least possible, in percent, with one decimal."""
    return written(round(progress.distance * 100, 1), LANG)
