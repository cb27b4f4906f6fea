"""Takes the pictures of the pages that the documentation shows, from a server that runs.

pip install -e '.[test]'; apt-get install chromium fonts-noto-cjk
silkgraph build; silkgraph serve &
python docs/pictures/take.py http://127.0.0.1:7878
"""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

PARTNERS = """# With which countries were how many outcomes reached?
SELECT ?country (COUNT(DISTINCT ?outcome) AS ?outcomes) WHERE {
  ?outcome silk:partnerCountry ?country
}
GROUP BY ?country
ORDER BY DESC(?outcomes)"""


@dataclass(frozen=True)
class Shot:
    """One picture: which page, seen how, and from which element down."""

    name: str
    path: str
    language: str = "en-GB"
    theme: str = "light"
    size: tuple[int, int] = (1280, 860)
    at: str = ""


SHOTS = (
    Shot("home", "/"),
    Shot("home-zh-narrow", "/", "zh-CN", "dark", (390, 844)),
    Shot("outcome", "/id/outcome/brf1-2017-outcome-list/1.3/2.html"),
    Shot("outcome-zh-dark", "/id/outcome/brf2-2019-subforums/1/2.html", "zh-CN", "dark"),
    Shot("document", "/id/document/brf1-2017-outcome-list.html", at="#item-1\\.1"),
    Shot("document-zh-narrow", "/id/document/brf1-2017-outcome-list.html", "zh-CN", "light", (390, 844), "#item-1\\.3"),
    Shot("body", "/id/body/government-cn.html"),
    Shot("country-zh", "/id/place/LA.html", "zh-CN"),
    Shot("query-map", "/sparql?" + urlencode({"query": PARTNERS, "view": "map"}), size=(1280, 960)),
    Shot("query-dark", "/sparql", theme="dark", size=(1280, 620)),
    Shot("network", "/pictures", size=(1280, 780), at="#network"),
    Shot("flow", "/pictures", size=(1280, 900), at="#flow"),
    Shot("flow-zh-dark", "/pictures", "zh-CN", "dark", (1280, 900), "#flow"),
    Shot("vocabulary", "/ontology.html", at="#partner"),
)


def take(browser: Browser, root: str, shot: Shot) -> bytes:
    """The picture as PNG."""
    width, height = shot.size
    context = browser.new_context(
        base_url=root,
        locale=shot.language,
        color_scheme=shot.theme,  # type: ignore[arg-type]
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(shot.path, wait_until="networkidle")
    if shot.at:
        page.locator(shot.at).evaluate("element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24)")
    taken = page.screenshot()
    context.close()
    return taken


def main(root: str) -> None:
    """Take them all."""
    folder = Path(__file__).parent
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for shot in SHOTS:
            path = folder / f"{shot.name}.webp"
            Image.open(io.BytesIO(take(browser, root, shot))).convert("RGB").save(path, quality=82, method=6)
            print(f"{path.name}: {path.stat().st_size // 1024} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:7878")
