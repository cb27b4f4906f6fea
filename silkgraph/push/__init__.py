"""Loading the built graph into a store elsewhere, over the SPARQL 1.1 Graph Store Protocol.

parts      the named graphs of the built graph, each with its length and checksum, read from the canonical file
addresses  where a graph is at a server: ``?graph=IRI``, ``?default``, or an address of its own
ledger     what a server is known to hold, kept at the server itself, in a graph of its own
pushing    what has to be sent, and sending it
"""
