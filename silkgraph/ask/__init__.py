"""Asking the built graph: SPARQL, the library of questions, rows and traces."""
