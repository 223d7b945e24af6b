"""How the dossiers of a folder stand, without making any."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from toolkit import __version__, pipeline
from toolkit.batch.order import Order
from toolkit.batch.running import standings
from toolkit.batch.staleness import Standing, orphans
from toolkit.errors import InTheWayError, PercorsoError
from toolkit.text import Text

FORMAT = 1


class State(Enum):
    """How a dossier stands."""

    CURRENT = "up-to-date"
    STALE = "stale"
    EDITED = "edited"
    FAILING = "failing"
    ORPHANED = "orphaned"


_EXIT_CODES = {State.CURRENT: 0, State.EDITED: InTheWayError.exit_code}


@dataclass(frozen=True, slots=True)
class Status:
    """How one dossier stands; *path* is its course, or its folder where no course is left."""

    path: Path
    code: str
    state: State
    why: tuple[Text, ...] = ()
    edited: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 where there is nothing to do, 6 where somebody's work only stands in the way."""
        return _EXIT_CODES.get(self.state, 1)


def statuses(paths: Sequence[Path], order: Order) -> Iterator[Status]:
    """Yield how the dossier of each course stands, then the dossiers without a course."""
    codes = set()
    for each in standings(paths, order):
        if each.code:
            codes.add(each.code.lower())
        yield _status(each, order)
    for folder in orphans(order.out, codes):
        yield Status(folder, folder.name, State.ORPHANED)


def _status(each: Standing, order: Order) -> Status:
    code = each.code or ""
    if each.stale:
        if told := _failing(each.path, order):
            return Status(each.path, code, State.FAILING, told, each.edited)
        return Status(each.path, code, State.STALE, each.stale, each.edited)
    state = State.EDITED if each.edited else State.CURRENT
    return Status(each.path, code, state, (), each.edited)


def _failing(path: Path, order: Order) -> tuple[Text, ...]:
    """Return why the dossier could not be made, as far as checking the course tells."""
    try:
        report = pipeline.check(path, order.resources)
    except PercorsoError as error:
        return (_brief(error),)
    return (_ERRORS.filled(errors=report.errors),) if report.errors and not order.draft else ()


_ERRORS = Text(it="errori da correggere: {errors}", en="errors to mend: {errors}")


def _brief(error: PercorsoError) -> Text:
    """Return the first line of what an error says; `check` tells all of it."""
    return Text(it=error.say("it").splitlines()[0], en=error.say("en").splitlines()[0])


def as_json(found: Sequence[Status]) -> str:
    """Return the statuses as JSON; ``docs/batch.md`` describes the form."""
    content = {
        "format": FORMAT,
        "percorso": __version__,
        "dossiers": [
            {
                "file": each.path.as_posix(),
                "course": each.code,
                "state": each.state.value,
                "why": [{"it": text.it, "en": text.en} for text in each.why],
                "edited": list(each.edited),
            }
            for each in found
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
