"""Making one dossier of a batch: whatever happens to it becomes an `Outcome`."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from pathlib import Path

from toolkit import pipeline, reporting
from toolkit.batch.order import Kind, Order, Outcome
from toolkit.errors import InTheWayError, PercorsoError
from toolkit.results import Built, RefusedError, Report
from toolkit.revision.wording import conflict_line
from toolkit.temporary import sweep
from toolkit.text import Text

_BUG = Text(
    it="errore interno di percorso: {error}. Per favore segnalalo, con il corso che lo provoca.",
    en="internal error of percorso: {error}. Please report it, with the course that causes it.",
)
_BESIDE = Text(
    it="{edited}: modificato a mano, quindi resta; la nuova versione è accanto: {new}",
    en="{edited}: edited by hand, so it stays; the new version is beside it: {new}",
)
_CARRIED = Text(
    it="{file}: modifiche riportate: {n}",
    en="{file}: edits carried over: {n}",
)


def make(path: Path, code: str, why: tuple[Text, ...], order: Order) -> Outcome:
    """Make the dossier of the course at *path* and tell what became of it."""
    try:
        sweep(path.parent)
        built = pipeline.build(
            path,
            order.out,
            order.resources,
            order.day,
            draft=order.draft,
            pdf=order.pdf,
            edited=order.edited,
        )
    except PercorsoError as error:
        return failed(path, code, error, why)
    except Exception as error:  # noqa: BLE001 — a bug in one course must not cost the others
        return _bug(path, code, error, why)
    return _made(path, built, why, order)


def failed(path: Path, code: str, error: PercorsoError, why: tuple[Text, ...] = ()) -> Outcome:
    """Return the outcome of a course for which nothing can be made."""
    told = [Text(it=error.say("it"), en=error.say("en"))]
    if isinstance(error, RefusedError):
        # The findings first, so that the refusal is read below its reasons.
        told.insert(0, _findings(error.report))
    return Outcome(path, code, Kind.FAILED, error.exit_code, why, tuple(told))


def _bug(path: Path, code: str, error: Exception, why: tuple[Text, ...]) -> Outcome:
    described = "".join(traceback.format_exception_only(error)).strip()
    told = Text(it=f"{path}: {_BUG.it}", en=f"{path}: {_BUG.en}").filled(error=described)
    return Outcome(path, code, Kind.FAILED, 70, why, (told,))


def _findings(report: Report) -> Text:
    """Return errors and warnings; notes are counted, and `check` lists them."""
    return Text(
        it=reporting.as_text(report, "it", notes=False),
        en=reporting.as_text(report, "en", notes=False),
    )


def _merges(built: Built) -> Iterator[Text]:
    """Yield what was carried over into each document, and what was not."""
    for path, merged in built.merged:
        yield _CARRIED.filled(file=path, n=len(merged.carried))
        for conflict in merged.conflicts:
            told = conflict_line(conflict, "it"), conflict_line(conflict, "en")
            yield Text(*(f"{path}: {line}" for line in told))


def _made(path: Path, built: Built, why: tuple[Text, ...], order: Order) -> Outcome:
    code = InTheWayError.exit_code if built.beside else 0
    beside = (_BESIDE.filled(edited=old, new=new.name) for old, new in built.beside)
    return Outcome(
        path=path,
        code=built.report.course.edition.code,
        kind=Kind.BUILT,
        exit_code=max(code, 0 if order.draft else built.report.exit_code),
        why=why,
        told=(*beside, *_merges(built), _findings(built.report)),
        files=built.files,
        planned=built.planned,
        backups=built.backups,
        beside=built.beside,
        edited=tuple(old.name for old, _ in built.beside),
    )
