"""What is different between two builds or releases: outcomes, figures and bodies gained, lost, changed, moved.

    with opened(Path("release-1")) as old, opened(Path("release-2")) as new:
        for change in compare(old, new).changes:
            …

A thing keeps its place in the comparison when its IRI changes: an outcome that is item 3.2 now and was item 3.1 is told
as moved, not as one lost and one gained. Nothing but what differs is held in memory.
"""

from silkgraph.compare.changes import Change, Comparison, FieldChange, compare
from silkgraph.compare.side import Side, opened

__all__ = ["Change", "Comparison", "FieldChange", "Side", "compare", "opened"]
