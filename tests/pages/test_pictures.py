"""Pictures: numbers in, places and sizes out."""

from __future__ import annotations

from math import hypot

import pytest
from pycountry import countries

from silkgraph.pages.pictures.labels import labels
from silkgraph.pages.pictures.network import network
from silkgraph.pages.pictures.sankey import regions, sankey
from silkgraph.pages.pictures.world import country_map, world
from silkgraph.pages.terms import Text


def test_dots_are_as_large_as_their_values_by_area() -> None:
    (one, other) = country_map([("https://w3id.org/silkgraph/id/place/LA", 1), ("CN", 4)]).dots

    assert (one.country, other.country) == ("CN", "https://w3id.org/silkgraph/id/place/LA")
    assert one.radius == 2 * other.radius


def test_a_country_without_a_place_on_the_map_is_told() -> None:
    picture = country_map([("ZZ", 1), ("FR", 1)])

    assert picture.missing == ("ZZ",)
    assert [dot.country for dot in picture.dots] == ["FR"]


def test_the_points_of_the_map_lie_on_it() -> None:
    for code, (x, y) in world()["points"].items():
        assert countries.get(alpha_2=code)
        assert 0 <= x <= world()["width"] and -5 <= y <= world()["height"] + 120, code


def test_every_country_is_in_one_region() -> None:
    listed = {country.alpha_2 for country in countries} - {"AQ"}

    assert set(regions()) == listed


def test_a_flow_is_as_thick_at_its_end_as_at_its_beginning() -> None:
    picture = sankey(
        [(("2017", "energy", "Asia"), 3), (("2017", "energy", "Europe"), 1), (("2019", "trade", "Asia"), 4)]
    )
    heights = {node.name: node.height for node in picture.nodes}

    assert heights["Asia"] == pytest.approx(0.75 * heights["2017"] + heights["2019"], abs=0.1)
    assert [(band.source, band.target, band.value) for band in picture.bands[:2]] == [
        ("2017", "energy", 4),
        ("2019", "trade", 4),
    ]


def test_nodes_of_a_flow_do_not_overlap() -> None:
    picture = sankey([((f"f{n % 3}", f"d{n % 7}", f"r{n % 4}"), n) for n in range(1, 40)])

    for column in range(3):
        nodes = [node for node in picture.nodes if node.column == column]
        assert all(one.y + one.height <= other.y for one, other in zip(nodes, nodes[1:], strict=False))


def test_a_network_is_the_same_every_time_and_keeps_nodes_apart() -> None:
    links = [(f"a{n}", f"a{(n * 7 + 1) % 20}", 1.0) for n in range(20)] + [("a1", f"leaf{n}", 1.0) for n in range(9)]
    picture = network(links)
    inner = [node for node in picture.nodes if not node.is_leaf]

    assert picture == network(list(reversed(links)))
    assert {node.name for node in picture.nodes if node.is_leaf} >= {f"leaf{n}" for n in range(9)}
    assert min(hypot(a.x - b.x, a.y - b.y) for a in inner for b in inner if a.name < b.name) > 8
    assert all(0 <= node.x <= picture.width and 0 <= node.y <= picture.height for node in picture.nodes)


def test_names_do_not_lie_on_each_other() -> None:
    spots = [("a", 100.0, 100.0, 5.0), ("b", 104.0, 100.0, 5.0), ("c", 300.0, 100.0, 5.0)]
    found = labels([(spot, Text("World Health Organization")) for spot in spots], spots, 400, 200)

    assert len(found) == 3
    assert len({(label.x, label.y) for label in found}) == 3


def test_a_name_for_which_there_is_no_room_is_left_out() -> None:
    spot = ("a", 10.0, 10.0, 5.0)

    assert labels([(spot, Text("World Health Organization"))], [spot], 40, 20) == []
