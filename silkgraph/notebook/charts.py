"""Charts of Altair that show Chinese and stand in the notebook as SVG: drawn without a server, a CDN or a browser.

``charts.setup()`` at the head of a notebook is all. The words in a picture are text in the reader's own fonts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from silkgraph.notebook.extras import required

if TYPE_CHECKING:
    import networkx
    import pandas

FONT = (
    "Noto Sans CJK SC, Noto Sans SC, Source Han Sans SC, PingFang SC, Microsoft YaHei, WenQuanYi Micro Hei, sans-serif"
)
COLOURS = ("#b3412e", "#2f6c8f", "#c99a2e", "#5b7f4b", "#7d5a86", "#8a8178", "#4f4a45")
LAYOUT_SEED = 2017


def setup(width: int = 560) -> None:
    """Give all charts of this session the fonts and colours, and show them as SVG."""
    alt = required("altair", "charts")
    required("vl_convert", "charts")

    def theme() -> Any:
        config = {
            "font": FONT,
            "view": {"stroke": None, "continuousWidth": width},
            "axis": {"labelLimit": 320, "titleFontWeight": "normal", "grid": False, "domainColor": "#bbb"},
            "legend": {"labelLimit": 320, "titleFontWeight": "normal"},
            "title": {"anchor": "start", "fontWeight": "bold", "fontSize": 13, "offset": 10},
            "mark": {"color": COLOURS[1]},
            "range": {"category": list(COLOURS), "ordinal": list(COLOURS)},
        }
        return alt.theme.ThemeConfig({"config": config})

    alt.theme.register("silkgraph", enable=True)(theme)
    alt.renderers.enable("svg")
    alt.data_transformers.disable_max_rows()


def network_tables(network: networkx.Graph[Any], **layout: Any) -> tuple[pandas.DataFrame, pandas.DataFrame]:
    """A network laid out for drawing: nodes with ``x``, ``y``, ``degree`` and their attributes, edges with both ends.

    Args:
        network: as ``kg.network()`` gives it.
        layout: options of ``networkx.spring_layout``; the layout is the same in every run.
    """
    nx, pd = required("networkx", "networks"), required("pandas", "tables")
    found = nx.spring_layout(network, **{"seed": LAYOUT_SEED, "weight": None, **layout})
    places = {name: (round(float(x), 4), round(float(y), 4)) for name, (x, y) in found.items()}
    degrees = dict(network.degree(weight="weight"))
    nodes = [
        {"node": name, "x": x, "y": y, "degree": degrees[name], **network.nodes[name]}
        for name, (x, y) in places.items()
    ]
    edges = [
        {**dict(zip(("x", "y", "x2", "y2"), places[first] + places[second], strict=True)), **attributes}
        for first, second, attributes in network.edges(data=True)
    ]
    return pd.DataFrame(nodes), pd.DataFrame(edges)
