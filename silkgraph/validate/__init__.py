"""Checking a graph against the shapes in ``shapes/``.

    report = validate_quads(quads)
    print(report.to_text("en"))

The data of one check is the union of all its graphs: what a document's graph says of a body is
completed by the reference graph. Shapes are evaluated by pySHACL.
"""

from silkgraph.validate.check import validate_file, validate_quads, validate_store
from silkgraph.validate.report import Report, Result, Severity
from silkgraph.validate.shapes import Shapes, load_shapes

__all__ = [
    "Report",
    "Result",
    "Severity",
    "Shapes",
    "load_shapes",
    "validate_file",
    "validate_quads",
    "validate_store",
]
