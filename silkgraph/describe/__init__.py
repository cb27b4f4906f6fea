"""From values to quads: what the graph says, in which words and under which names."""

from silkgraph.describe.dataset_graph import dataset_quads
from silkgraph.describe.document_graph import describe, describe_reading
from silkgraph.describe.labels import Glossary
from silkgraph.describe.links import link_quads
from silkgraph.describe.reference_graph import country_body_quads, load_glossary, reference_quads

__all__ = [
    "Glossary",
    "country_body_quads",
    "dataset_quads",
    "describe",
    "describe_reading",
    "link_quads",
    "load_glossary",
    "reference_quads",
]
