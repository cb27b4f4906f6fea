"""What can go wrong for a user, each with the exit code that the command line ends with.

    SilkgraphError (1)
    ├── SourceError (3)      a source document or its document.toml cannot be used
    ├── KnowledgeError (4)   an ontology, authority, lexicon, shapes or queries file is broken
    ├── StoreError (5)       the store is missing, locked, of another version or cannot be written
    ├── QueryError (6)       a query is malformed or unknown, or a parameter is missing
    ├── RemoteError (7)      a server elsewhere does not answer, or answers with an error
    └── ViolationError (1)   the graph breaks a shape

Every message names the file or thing, the place, and the way out.
"""

from __future__ import annotations

from pathlib import Path


class SilkgraphError(Exception):
    """An error that a user can act on; its text is the whole message."""

    exit_code = 1

    def __init__(
        self, problem: str, *, path: Path | str | None = None, line: int | None = None, advice: str = ""
    ) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        self.advice = advice
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{place}{problem}" + (f"\n{advice}" if advice else ""))

    def _render_traceback_(self) -> list[str]:
        """What a notebook shows instead of a traceback: the message says it all."""
        return [f"{type(self).__name__}: {self}"]


class SourceError(SilkgraphError):
    """A source document or its ``document.toml`` cannot be used."""

    exit_code = 3


class KnowledgeError(SilkgraphError):
    """A data file of the project (ontology, authority file, lexicon, shape, query) is broken."""

    exit_code = 4


class StoreError(SilkgraphError):
    """The store is missing, locked, from another version, or cannot be written."""

    exit_code = 5


class QueryError(SilkgraphError):
    """A query is malformed or unknown, or a parameter is missing."""

    exit_code = 6


class RemoteError(SilkgraphError):
    """A server elsewhere that does not answer, or answers with an error.

    Args:
        status: that of HTTP, 0 where there is none.
        may_pass: whether trying again may help.
        wait: for how many seconds the server asks, if it does.
    """

    exit_code = 7

    def __init__(
        self,
        problem: str,
        *,
        url: str,
        status: int = 0,
        advice: str = "",
        may_pass: bool = False,
        wait: float | None = None,
    ) -> None:
        super().__init__(problem, path=url, advice=advice)
        self.status = status
        self.may_pass = may_pass
        self.wait = wait


class ViolationError(SilkgraphError):
    """The graph breaks a shape of severity violation."""

    exit_code = 1
