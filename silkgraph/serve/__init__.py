"""Serving the built graph over HTTP: a SPARQL 1.1 endpoint that no query can hang, and the data behind every IRI.

application   routes, and what every answer carries
endpoint      the SPARQL 1.1 Protocol: protocol (what is asked), negotiation and media (in what form)
express       the short way for what can be answered at once; look_ups: what is answered without a worker
pool          which worker process takes which query, for how long; admission: who waits, and who is refused
crew          the worker processes, each replaced when it ends; connection: one from outside; answer: what it says
nursery       the process that has loaded the graph and splits off workers; splitting: the same from outside
worker        one from inside: confinement (its walls), evaluation (its work), sender; frames: between both
caching       ETags and answers kept
dereference   the data behind an IRI of the graph
description   what the service says of itself
upstream      the graph behind another endpoint, served like the built one; upstream_evaluation: inside its workers
"""
