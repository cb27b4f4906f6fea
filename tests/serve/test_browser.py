"""The pages in a real Chromium: what a person does, and what must not happen meanwhile."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from running import Running
from test_pages import KINDS

ROOT = Path(__file__).parents[2]
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
EDITOR = ROOT / "silkgraph/pages/static/built/editor.js"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""

pytestmark = pytest.mark.slow


@dataclass
class Watched:
    """A page, and what its browser complained of or asked elsewhere for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)

    def is_quiet(self) -> bool:
        """Whether there was nothing to complain of."""
        assert self.complaints == []
        assert self.elsewhere == []
        return True


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it."""
    if not CHROMIUM:
        if os.environ.get("SILKGRAPH_BROWSER") == "required":
            pytest.fail("there is no Chromium here, and SILKGRAPH_BROWSER wants one")
        pytest.skip("there is no Chromium here")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


def opened(browser: Browser, server: Running, **options: Any) -> tuple[BrowserContext, Watched]:
    """A new page of a new visitor."""
    context = browser.new_context(base_url=server.root, **{"locale": "en-GB", **options})
    context.set_default_timeout(30_000)
    watched = Watched(context.new_page())
    watched.page.on(
        "console", lambda said: watched.complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    watched.page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    watched.page.on(
        "request",
        lambda asked: watched.elsewhere.append(asked.url) if not asked.url.startswith(server.root + "/") else None,
    )
    return context, watched


@pytest.fixture
def visit(browser: Browser, server: Running) -> Iterator[Watched]:
    """A visitor who reads English."""
    context, watched = opened(browser, server)
    yield watched
    context.close()


def needs_the_editor() -> None:
    """Skip where the editor is not built."""
    if not EDITOR.is_file():
        if os.environ.get("SILKGRAPH_BROWSER") == "required":
            pytest.fail("the editor is not built: npm ci && npm run build in web/")
        pytest.skip("the editor is not built: npm ci && npm run build in web/")


def write(page: Page, query: str) -> None:
    """Type a query over whatever the editor holds."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.type(query)
    page.keyboard.press("Escape")


def test_a_query_is_typed_and_its_rows_are_seen(visit: Watched) -> None:
    needs_the_editor()
    visit.page.goto("/sparql")
    write(visit.page, "SELECT ?number WHERE { ?item silk:number ?number } ORDER BY ?number LIMIT 7")
    visit.page.keyboard.press("Control+Enter")

    expect(visit.page.locator("#answer tbody tr")).to_have_count(7)
    expect(visit.page.locator("#answer [role=status]")).to_have_text("7 rows")
    assert "query=SELECT" in visit.page.url
    assert visit.is_quiet()


def test_an_answer_is_shown_as_a_map_and_its_address_shows_it_again(visit: Watched) -> None:
    visit.page.goto("/questions/partner-countries?run=yes")
    visit.page.get_by_role("link", name="Map", exact=True).click()
    expect(visit.page.locator("#answer svg circle").first).to_be_visible()

    visit.page.goto(visit.page.url)

    expect(visit.page.locator("#answer svg circle").first).to_be_visible()
    assert visit.is_quiet()


def test_the_editor_completes_terms_and_names(visit: Watched) -> None:
    needs_the_editor()
    visit.page.goto("/sparql")
    write(visit.page, "SELECT * WHERE { ?o silk:partnerC")
    visit.page.keyboard.press("Control+ ")
    visit.page.locator(".cm-tooltip-autocomplete li", has_text="silk:partnerCountry").click()
    visit.page.keyboard.type(" 老挝")
    option = visit.page.locator(".cm-tooltip-autocomplete li", has_text="place:LA")
    option.click()

    expect(visit.page.locator(".cm-content")).to_contain_text("silk:partnerCountry place:LA")
    assert visit.is_quiet()


def test_a_fault_is_marked_in_the_editor(visit: Watched) -> None:
    needs_the_editor()
    visit.page.goto("/sparql")
    write(visit.page, "SELECT * WHERE { ?s ?p }")
    visit.page.get_by_role("button", name="Run").click()

    expect(visit.page.locator("#answer [role=alert]")).to_contain_text("line 1")
    expect(visit.page.locator(".cm-lintRange-error")).to_be_visible()
    assert visit.elsewhere == []


def test_the_language_is_switched_and_stays(visit: Watched) -> None:
    visit.page.goto("/id/place/LA")
    visit.page.get_by_role("link", name="中文").click()
    expect(visit.page.locator("h1")).to_have_text("老挝")

    visit.page.goto("/")

    expect(visit.page.locator("html")).to_have_attribute("lang", "zh")
    assert visit.is_quiet()


def test_the_theme_is_switched_and_stays(visit: Watched) -> None:
    visit.page.goto("/")
    light = visit.page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    visit.page.get_by_role("link", name="Dark").click()
    expect(visit.page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = visit.page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
    visit.page.reload()

    expect(visit.page.locator("html")).to_have_attribute("data-theme", "dark")
    assert light != dark
    assert visit.is_quiet()


def test_an_outcome_is_found_and_its_sentence_is_seen(visit: Watched) -> None:
    visit.page.goto("/")
    visit.page.get_by_role("searchbox").fill("匈牙利 合作规划纲要")
    visit.page.keyboard.press("Enter")
    visit.page.get_by_role("link", name="Hungary").first.click()

    expect(visit.page.locator("blockquote mark")).to_contain_text(
        "匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录"
    )
    assert visit.is_quiet()


def test_a_marked_passage_leads_to_what_was_read_from_it(visit: Watched) -> None:
    visit.page.goto("/id/document/brf1-2017-outcome-list")
    visit.page.locator("#item-1\\.3 a.read").last.click()
    visit.page.locator("ul.outcomes a").first.click()

    expect(visit.page.locator("blockquote mark")).to_contain_text("老挝、柬埔寨")
    assert visit.is_quiet()


def test_everything_works_without_javascript(browser: Browser, server: Running) -> None:
    context, plain = opened(browser, server, java_script_enabled=False)
    plain.page.goto("/sparql")
    plain.page.get_by_label("SPARQL query").fill("SELECT ?n WHERE { ?item silk:number ?n } LIMIT 3")
    plain.page.get_by_role("button", name="Run").click()

    expect(plain.page.locator("#answer tbody tr")).to_have_count(3)
    plain.page.get_by_role("link", name="中文").click()
    expect(plain.page.locator("html")).to_have_attribute("lang", "zh")
    expect(plain.page.locator("#answer tbody tr")).to_have_count(3)
    assert plain.is_quiet()
    context.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_page_keeps_anyone_out(browser: Browser, server: Running, kind: str, theme: str) -> None:
    """axe-core: no serious or critical finding, and nothing sticks out of a narrow screen."""
    if not AXE.is_file():
        if os.environ.get("SILKGRAPH_BROWSER") == "required":
            pytest.fail("axe-core is not there: npm ci in web/")
        pytest.skip("axe-core is not there: npm ci in web/")
    context, watched = opened(
        browser, server, color_scheme=theme, viewport={"width": 390, "height": 844}, reduced_motion="reduce"
    )
    watched.page.goto(KINDS[kind])
    watched.page.evaluate(AXE.read_text("utf-8"))
    found = watched.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
    serious = [
        f"{one['id']}: {node['html'][:200]}"
        for one in found["violations"]
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]

    assert serious == []
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= 390
    assert watched.elsewhere == []
    context.close()
