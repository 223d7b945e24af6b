"""What every test has in common."""

from __future__ import annotations

import os
import tempfile

# Neither the tests nor the commands they start keep templates among those of the user.
os.environ["PERCORSO_CACHE"] = tempfile.mkdtemp(prefix="percorso-tests-")
