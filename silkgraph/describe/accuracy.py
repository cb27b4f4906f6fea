"""How accurately the documents are read, as the dataset says it of itself (W3C Data Quality Vocabulary)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from silkgraph.describe import iris
from silkgraph.describe.literals import en, number, zh
from silkgraph.locations import knowledge
from silkgraph.namespaces import LABEL, THINGS, TYPE, skos, xsd

DQV = "http://www.w3.org/ns/dqv#"

Statement = tuple[NamedNode, NamedNode, NamedNode | Literal]


def accuracy_triples(path: Path | None = None) -> Iterator[Statement]:
    """The measures and what they came to, from ``ontology/accuracy.toml``.

    ``frame F1`` on ``the three lists`` is a ``dqv:QualityMeasurement`` of the dataset.
    """
    written = tomllib.loads((path or knowledge("ontology") / "accuracy.toml").read_text("utf-8"), parse_float=Decimal)
    for identifier, metric in written["metric"].items():
        subject = _metric(identifier)
        yield subject, TYPE, _dqv("Metric")
        yield subject, LABEL, zh(metric["zh"][0])
        yield subject, LABEL, en(metric["en"][0])
        yield subject, skos("definition"), zh(metric["zh"][1])
        yield subject, skos("definition"), en(metric["en"][1])
        yield subject, _dqv("expectedDataType"), xsd("decimal")
    for identifier, group in written["group"].items():
        for name, metric in written["metric"].items():
            measurement = NamedNode(f"{THINGS}measurement/{identifier}/{name}")
            yield iris.dataset(), _dqv("hasQualityMeasurement"), measurement
            yield measurement, TYPE, _dqv("QualityMeasurement")
            yield measurement, LABEL, zh(f"{metric['zh'][0]}：{group['zh']}")
            yield measurement, LABEL, en(f"{metric['en'][0]}: {group['en']}")
            yield measurement, _dqv("computedOn"), iris.dataset()
            yield measurement, _dqv("isMeasurementOf"), _metric(name)
            yield measurement, _dqv("value"), number(group[name])


def _metric(identifier: str) -> NamedNode:
    return NamedNode(f"{THINGS}metric/{identifier}")


def _dqv(name: str) -> NamedNode:
    return NamedNode(f"{DQV}{name}")
