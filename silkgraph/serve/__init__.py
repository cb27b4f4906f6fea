"""Serving the built graph over HTTP: a SPARQL 1.1 endpoint that no query can hang, and the data behind every IRI.

application   routes, and what every answer carries
endpoint      the SPARQL 1.1 Protocol: protocol (what is asked), negotiation and media (in what form)
pool          worker processes that can be ended: worker (inside), connection (outside), frames (between)
admission     who waits, and who is refused
caching       ETags and answers kept
dereference   the data behind an IRI of the graph
description   what the service says of itself
"""
