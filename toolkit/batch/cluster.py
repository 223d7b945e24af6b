"""The same work on a Dask cluster: courses and dossiers are in folders that all machines share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from toolkit.batch.order import Order, Outcome
from toolkit.batch.workers import Task, run_task
from toolkit.errors import InTheWayError, PercorsoError
from toolkit.text import Text

_PATIENCE = "30s"
_TASKS_A_THREAD = 4
"""Enough that no thread waits for the next, few enough that little is under way at a stop."""


class NoDaskError(PercorsoError):
    """The library for clusters is not installed."""

    exit_code = 2
    message = Text(
        it="per --scheduler serve Dask: installa percorso[cluster].",
        en="--scheduler needs Dask: install percorso[cluster].",
    )


class NoSchedulerError(InTheWayError):
    """No scheduler answers at the address, or it stopped answering."""

    message = Text(
        it="lo scheduler non risponde ({reason}); controlla l'indirizzo e la rete. Ciò che è "
        "fatto è fatto: ripeti il comando per il resto.",
        en="the scheduler does not answer ({reason}); check the address and the network. What is "
        "done is done: run the command again for the rest.",
    )


def on_cluster(tasks: Iterable[Task], order: Order, address: str) -> Iterator[Outcome]:
    """Yield the outcome of each task as the workers of the scheduler at *address* make it.

    A worker that is lost costs nothing: its tasks go to others. A task that takes several
    workers with it is given up.
    """
    try:
        from distributed import Client
    except ImportError:
        raise NoDaskError from None
    try:
        with Client(address, timeout=_PATIENCE) as client:
            yield from _through(client, tasks, order)
    except (OSError, TimeoutError) as error:
        raise NoSchedulerError(address, reason=error) from error


def _through(client: Any, tasks: Iterable[Task], order: Order) -> Iterator[Outcome]:
    from distributed import KilledWorker, as_completed

    # Elsewhere the folder of this process means nothing.
    there = replace(order, out=order.out.resolve(), resources=order.resources.resolved())
    waiting = iter(tasks)
    under_way: dict[str, Task] = {}

    def given(count: int) -> Iterator[Any]:
        for task in islice(waiting, count):
            remote = replace(task, path=task.path.resolve())
            future = client.submit(run_task, remote, there, pure=False)
            under_way[future.key] = task
            yield future

    threads = sum(client.nthreads().values()) or 1
    done = as_completed(list(given(threads * _TASKS_A_THREAD)))
    for future in done:
        task = under_way.pop(future.key)
        try:
            outcome: Outcome = future.result()
        except KilledWorker:
            outcome = task.lost()
        for each in given(1):
            done.add(each)
        yield replace(outcome, path=task.path)
