"""What every test has in common."""

from __future__ import annotations

import os
import signal
import tempfile
import threading

from hypothesis import settings

# Neither the tests nor the commands they start keep templates among those of the user.
os.environ["PERCORSO_CACHE"] = tempfile.mkdtemp(prefix="percorso-tests-")

# The same cases at every run, so that a change is judged and not luck; PERCORSO_EXPLORE=1 looks
# for others.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
settings.load_profile("explore" if os.environ.get("PERCORSO_EXPLORE") else "same")

if threading.current_thread() is threading.main_thread():
    # A shell that runs the tests in the background has them ignore Ctrl+C, and so would every
    # command that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
