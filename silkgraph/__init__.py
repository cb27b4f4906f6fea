"""Silkgraph: the outcome documents of the Belt and Road Forum as a knowledge graph with evidence."""

__version__ = "0.1.0"
