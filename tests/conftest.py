"""What every test has in common."""

from __future__ import annotations

import os
import signal
import tempfile
import threading

# Neither the tests nor the commands they start keep templates among those of the user.
os.environ["PERCORSO_CACHE"] = tempfile.mkdtemp(prefix="percorso-tests-")

if threading.current_thread() is threading.main_thread():
    # A shell that runs the tests in the background has them ignore Ctrl+C, and so would every
    # command that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)
