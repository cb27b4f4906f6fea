"""Builds what the pages use in a browser when a wheel is made, or the checkout installed, where there is npm.

Without npm, or without a network to fetch with, everything works all the same: queries are written in a text area.
``SILKGRAPH_WEB=no`` leaves it out, ``SILKGRAPH_WEB=required`` makes it an error when it cannot be done.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SECONDS = 300
VARIABLE = "SILKGRAPH_WEB"


class WebBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """``npm ci && npm run build`` in ``web/``, unless what it makes is there and newer."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called before a wheel is packed."""
        wanted, root = os.environ.get(VARIABLE, ""), Path(self.root)
        web, built = root / "web", root / "silkgraph/pages/static/built/editor.js"
        if wanted == "no" or not (web / "package.json").is_file():
            return
        sources = [web / "package-lock.json", web / "build.mjs", *(web / "src").glob("*.js")]
        if _is_newer(built, sources):
            return
        npm = shutil.which("npm")
        try:
            if npm is None:
                raise OSError("there is no npm")
            if not _is_newer(web / "node_modules/.package-lock.json", [web / "package-lock.json"]):
                _run([npm, "ci", "--no-audit", "--no-fund"], web)
            _run([npm, "run", "build"], web)
        except (OSError, subprocess.SubprocessError) as error:
            if wanted == "required":
                raise
            self.app.display_warning(f"the editor of queries is left out, a plain one stands in: {error}")


def _is_newer(made: Path, sources: list[Path]) -> bool:
    return made.is_file() and all(made.stat().st_mtime >= source.stat().st_mtime for source in sources)


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True, timeout=SECONDS, stdin=subprocess.DEVNULL, capture_output=True)
