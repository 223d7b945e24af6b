"""A Dask cluster of two processes on this machine; ends when its input does.

Prints, as JSON, the address of the scheduler and the numbers of the worker processes.
"""

from __future__ import annotations

import json
import os
import sys

from distributed import Client, LocalCluster


def main() -> None:
    with (
        LocalCluster(
            n_workers=2,
            threads_per_worker=1,
            processes=True,
            host="127.0.0.1",
            dashboard_address=None,
        ) as cluster,
        Client(cluster) as client,
    ):
        processes = list(client.run(os.getpid).values())
        told = {"address": cluster.scheduler_address, "processes": processes}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    main()
