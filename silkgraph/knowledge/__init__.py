"""What is known before anything is read: the countries and their names, and the authority file of bodies."""

from silkgraph.knowledge.authority import Authority
from silkgraph.knowledge.authority_files import AuthorityEntry
from silkgraph.knowledge.countries import Countries

__all__ = ["Authority", "AuthorityEntry", "Countries"]
