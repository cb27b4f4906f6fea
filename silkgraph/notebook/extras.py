"""Libraries that only the extra ``notebook`` installs, imported when something asks for them."""

from __future__ import annotations

import importlib
from types import ModuleType

from silkgraph.errors import SilkgraphError


class MissingLibrary(SilkgraphError):
    """A library of the extra ``notebook`` is not installed."""


def required(module: str, wanted_for: str) -> ModuleType:
    """The module of that name.

    Args:
        module: ``pandas``, say.
        wanted_for: what needs it, for the message: "tables".

    Raises:
        MissingLibrary: it is not installed; the message says how to install it.
    """
    try:
        return importlib.import_module(module)
    except ModuleNotFoundError as error:
        if error.name != module.partition(".")[0]:
            raise  # the library is there and itself lacks something: its own message says what
        raise MissingLibrary(
            f"{wanted_for} need {module}, which is not installed", advice="Run: pip install 'silkgraph[notebook]'"
        ) from error
