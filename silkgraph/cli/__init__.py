"""The command ``silkgraph``. Modules here only wire; nothing heavy is imported before a command needs it."""

from silkgraph.cli.application import app, main

__all__ = ["app", "main"]
