"""The code lists in the shapes are those of the standards."""

from __future__ import annotations

import pycountry
import rdflib
from rdflib.collection import Collection
from rdflib.namespace import SH

from silkgraph.validate import Shapes
from silkgraph.validate.shapes import SHAPE


def listed(shape: str, shapes: Shapes) -> list[str]:
    head = shapes.graph.value(rdflib.URIRef(SHAPE + shape), SH["in"])
    assert head is not None
    return [str(code) for code in Collection(shapes.graph, head)]


def test_currencies_are_those_of_iso_4217(shapes: Shapes) -> None:
    assert listed("amount-currency", shapes) == sorted(currency.alpha_3 for currency in pycountry.currencies)


def test_countries_are_those_of_iso_3166_1(shapes: Shapes) -> None:
    assert listed("place-code", shapes) == sorted(country.alpha_2 for country in pycountry.countries)
