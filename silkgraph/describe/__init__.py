"""From values to quads: what the graph says, in which words and under which names.

``document_graph`` describes a reading, ``links`` what several have to do with each other, ``reference_graph`` what they
speak of and ``whole`` the data set. They are imported by name: who needs the names of the vocabulary (``namespaces``)
should not wait for a dictionary of pinyin.
"""
