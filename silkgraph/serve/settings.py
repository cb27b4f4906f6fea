"""What whoever runs the server can set, each with its default and the sentence that the help shows."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

VARIABLE = "SILKGRAPH_SERVE"
"""Carries the settings from the command to the process that serves."""


MOST_WAITING_ELSEWHERE = 8
"""How many queries may take long at once where they are evaluated elsewhere: waiting for them takes no processor."""


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one server."""

    data: Path
    host: str = "127.0.0.1"
    port: int = 7878
    base_url: str = ""
    timeout_seconds: float = 30.0
    memory_megabytes: int = 1024
    workers: int = 0
    max_rows: int = 0
    max_query_bytes: int = 1_048_576
    queue_length: int = 64
    cache_megabytes: int = 64
    most_in_memory: int = 500_000
    allow_origin: str = "*"
    allow_services: tuple[str, ...] = ()
    access_log: bool = True
    upstream: str = ""
    upstream_watched_every: float = 30.0
    upstream_user: str = ""
    upstream_password_from: str = ""
    upstream_token_from: str = ""

    @property
    def long_queries(self) -> int:
        """How many queries may run long at once; as many workers again stand ready for short ones."""
        return self.workers or (MOST_WAITING_ELSEWHERE if self.upstream else processors())

    @property
    def root(self) -> str:
        """The public address of the server, without a slash at its end."""
        if self.base_url:
            return self.base_url.rstrip("/")
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def sparql(self) -> str:
        """The public address of the endpoint."""
        return f"{self.root}/sparql"

    def to_environment(self) -> str:
        """As ``$SILKGRAPH_SERVE`` holds them."""
        return json.dumps({**asdict(self), "data": str(self.data)})

    @classmethod
    def from_environment(cls) -> Self:
        """The settings that the command has left in ``$SILKGRAPH_SERVE``."""
        found: dict[str, Any] = json.loads(os.environ[VARIABLE])
        found["data"] = Path(found["data"])
        found["allow_services"] = tuple(found["allow_services"])
        return cls(**found)
