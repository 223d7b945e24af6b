"""The processes that make dossiers, and what happens when one of them dies."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing.context import BaseContext
from pathlib import Path

from toolkit.batch.making import failed, make
from toolkit.batch.memory import keep_memory
from toolkit.batch.order import Order, Outcome
from toolkit.errors import InTheWayError
from toolkit.text import Text


class WorkerLostError(InTheWayError):
    """The process that made a dossier ended before it was done."""

    message = Text(
        it="il processo che ne faceva il fascicolo è finito all'improvviso, forse per mancanza "
        "di memoria; ripeti, se serve con -j 1.",
        en="the process making its dossier ended suddenly, perhaps for lack of memory; "
        "try again, with -j 1 if need be.",
    )


@dataclass(frozen=True, slots=True)
class Task:
    """A course whose dossier is to be made, and why."""

    path: Path
    code: str
    why: tuple[Text, ...]

    def lost(self) -> Outcome:
        """Return the outcome of a course whose worker died."""
        return failed(self.path, self.code, WorkerLostError(str(self.path)), self.why)


def run_task(task: Task, order: Order) -> Outcome:
    """Do the work of one task; what a worker calls."""
    keep_memory()
    return make(task.path, task.code, task.why, order)


def one_after_the_other(tasks: Iterable[Task], order: Order) -> Iterator[Outcome]:
    """Yield the outcome of each task, made in this process."""
    for task in tasks:
        yield run_task(task, order)


def side_by_side(tasks: Iterable[Task], order: Order, jobs: int) -> Iterator[Outcome]:
    """Yield the outcome of each task as it is made, by as many processes as *jobs*.

    A process that dies takes its dossier with it: those that were under way are made again,
    each alone, and only one that is lost again is given up.
    """
    waiting = iter(tasks)
    while first := tuple(islice(waiting, 1)):
        suspects = yield from _until_one_dies(first, waiting, order, jobs)
        for task in suspects:
            yield _alone(task, order)


def _until_one_dies(
    first: tuple[Task, ...], waiting: Iterator[Task], order: Order, jobs: int
) -> Generator[Outcome, None, tuple[Task, ...]]:
    """Yield outcomes; return the tasks under way when a process died, none if all is done."""
    pool = _pool(jobs)
    under_way: dict[Future[Outcome], Task] = {}

    def give(tasks: Iterable[Task]) -> None:
        for task in tasks:
            under_way[pool.submit(run_task, task, order)] = task

    try:
        give(first)
        # Twice as many as there are processes: none waits, and few are under way at a stop.
        give(islice(waiting, 2 * jobs - 1))
        while under_way:
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                outcome = future.result()
                del under_way[future]
                give(islice(waiting, 1))
                yield outcome
    except BrokenProcessPool:
        return tuple(under_way.values())
    finally:
        # What is under way is finished; what only waits is not begun.
        pool.shutdown(wait=True, cancel_futures=True)
    return ()


def _alone(task: Task, order: Order) -> Outcome:
    with _pool(1) as pool:
        try:
            return pool.submit(run_task, task, order).result()
        except BrokenProcessPool:
            return task.lost()


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=_context(), initializer=_begin)


_FROM_A_SERVER = "forkserver" in multiprocessing.get_all_start_methods()


def _context() -> BaseContext:
    """Return how processes are started: none has anything of this one but its environment.

    Where the system can, one process imports what they all need and they are forked from it:
    it runs no threads and holds no files of ours. Windows starts each afresh.
    """
    if not _FROM_A_SERVER:
        return multiprocessing.get_context("spawn")
    served = multiprocessing.get_context("forkserver")
    served.set_forkserver_preload(list(_NEEDED))
    return served


_NEEDED = ("toolkit.batch.workers", "toolkit.dossier", "toolkit.dossierfolder", "toolkit.templates")
"""What every worker imports, now or for its first dossier."""


def _begin() -> None:
    """Leave stopping to the parent, and do not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
