"""``prose``, which the tests of this folder read sentences with, can be imported."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parent))
