"""What MkDocs runs while it builds the site: pages that are made from the ontology, the questions and the graph.

The graph is the one in $SILKGRAPH_DATA or the user data folder; where there is none of this version, one is built for
the occasion.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

HERE = Path(__file__).parent
DOCS = HERE.parent
LINK = re.compile(r"\[([^\]\n]+)\]\(([^)\s:#]+)(#[^)\s]*)?\)")
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

from generated import pages  # noqa: E402

from silkgraph.build import build_store  # noqa: E402
from silkgraph.errors import StoreError  # noqa: E402
from silkgraph.locations import data_folder  # noqa: E402
from silkgraph.store import open_store  # noqa: E402


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the pages that no file in docs/ holds."""
    for path, content in _pages().items():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Links to files of the repository that are not on the site name the file instead."""

    def told(link: re.Match[str]) -> str:
        words, target, _ = link.groups()
        if (DOCS / page.file.src_uri).parent.joinpath(target).resolve().is_relative_to(DOCS):
            return link[0]
        path = (DOCS / page.file.src_uri).parent.joinpath(target).resolve().relative_to(DOCS.parent).as_posix()
        return words if path in words else f"{words} (`{path}`)"

    return LINK.sub(told, markdown)


def _pages() -> dict[str, str]:
    try:
        with open_store(data_folder()) as store:
            return pages(store)
    except StoreError:
        with tempfile.TemporaryDirectory() as folder:
            build_store(Path(folder))
            with open_store(Path(folder)) as store:
                return pages(store)
