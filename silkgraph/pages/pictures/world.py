"""A map with a dot for each country, larger where there is more; the land has an outline and no borders.

``world.json`` holds the outline and the points, made by ``web/world.mjs`` of Natural Earth's data (public domain).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path
from typing import Any

from silkgraph.pages.pictures.labels import Label, labels
from silkgraph.pages.terms import Text

LARGEST, SMALLEST = 16.0, 2.6
"""Radii of dots."""
MOST_NAMES = 30
"""Dots that are named."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A country on the map."""

    country: str
    x: float
    y: float
    radius: float
    value: float


@dataclass(frozen=True, slots=True)
class CountryMap:
    """A map; ``missing`` are the countries without a point on it."""

    width: int
    height: int
    land: str
    dots: tuple[Dot, ...]
    missing: tuple[str, ...]
    most: float

    def labels(self, name: Callable[[str], Text]) -> list[Label]:
        """The names of the countries with the largest dots, where there is room."""
        spots = [(dot.country, dot.x, dot.y, dot.radius) for dot in self.dots]
        wanted = [(spot, name(spot[0])) for spot in spots[:MOST_NAMES]]
        return labels(wanted, spots, self.width, self.height, 22)


@cache
def world() -> dict[str, Any]:
    """The outline of the land and a point for each country."""
    found: dict[str, Any] = json.loads(Path(__file__).with_name("world.json").read_text("utf-8"))
    return found


def code_of(country: str) -> str:
    """``LA`` for ``https://w3id.org/silkgraph/id/place/LA`` or ``LA``."""
    return country.rstrip("/").rpartition("/")[2].upper()


def country_map(values: Iterable[tuple[str, float]]) -> CountryMap:
    """A map of countries with a value each; the greatest are drawn first, so that small dots lie above."""
    points = world()["points"]
    held = sorted(values, key=lambda one: (-one[1], one[0]))
    most = max((value for _, value in held), default=1) or 1
    dots = tuple(
        Dot(
            country,
            points[code_of(country)][0],
            points[code_of(country)][1],
            round(max(SMALLEST, LARGEST * sqrt(max(value, 0) / most)), 1),
            value,
        )
        for country, value in held
        if code_of(country) in points
    )
    missing = tuple(country for country, _ in held if code_of(country) not in points)
    return CountryMap(world()["width"], world()["height"], world()["land"], dots, missing, most)
