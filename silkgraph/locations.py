"""Where the project's data files and the user's built graph are.

``extract/``, ``ontology/``, ``shapes/`` and ``queries/`` lie beside the package in a checkout and
inside it in an installed wheel; both are looked for, the checkout first.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from silkgraph.errors import KnowledgeError

PACKAGE = Path(__file__).resolve().parent
DATA_VARIABLE = "SILKGRAPH_DATA"


def knowledge(folder: str) -> Path:
    """The folder ``extract``, ``ontology``, ``shapes`` or ``queries``.

    Raises:
        KnowledgeError: the folder is in neither place.
    """
    for parent in (PACKAGE.parent, PACKAGE / "data"):
        if (parent / "ontology" / "silkgraph.ttl").is_file() and (parent / folder).is_dir():
            return parent / folder
    raise KnowledgeError(
        f"the folder {folder}/ of Silkgraph is missing",
        path=PACKAGE,
        advice="Install Silkgraph again, or run it from a complete checkout.",
    )


def project_file(name: str) -> Path:
    """``CHANGELOG.md``, ``CITATION.cff`` or ``LICENSE-DATA``, which go with everything that is published.

    Raises:
        KnowledgeError: it is in neither place.
    """
    beside = PACKAGE.parent / name if (PACKAGE.parent / "ontology" / "silkgraph.ttl").is_file() else None
    for path in (beside, PACKAGE / "data" / "project" / name):
        if path is not None and path.is_file():
            return path
    raise KnowledgeError(f"the file {name} of Silkgraph is missing", path=PACKAGE, advice="Install Silkgraph again.")


def data_folder(given: Path | None = None) -> Path:
    """Where the built graph lives: ``given``, else ``$SILKGRAPH_DATA``, else the user data folder."""
    if given is not None:
        return given
    from_environment = os.environ.get(DATA_VARIABLE)
    return Path(from_environment) if from_environment else Path(platformdirs.user_data_dir("silkgraph"))
