"""The ways to write SERVICE stand in one list, with the tests of the server."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "serve"))
