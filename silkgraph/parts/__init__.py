"""Building a graph that is too large to be held in memory: part by part, in several processes, in bounded memory.

    all documents: read → agreed on, linked      what one has to know of the others
    each part:     described → checked → counted, as sorted N-Quads on disk (``part``)
    the whole:     merged, loaded, indexed, checked across documents (``building``)

A part is some documents with what the links graph says of them. It is checked with all that its shapes may look at:
the reference graph, and of other parts what links lead to. What comes out is the same, to the byte, as if everything
had been described and checked at once, and does not depend on where parts begin and end.
"""
