"""Who is meant: names in a text resolved to countries and to bodies of the authority file."""

from silkgraph.resolve.authority import Authority, AuthorityEntry
from silkgraph.resolve.countries import Countries

__all__ = ["Authority", "AuthorityEntry", "Countries"]
