"""Pages as a browser gets them: well-formed, in the right language, with links that lead somewhere, and harmless."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode, urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest
from pyoxigraph import Literal, NamedNode, Quad
from running import Reply, Running, running

from silkgraph.namespaces import BASE, OA, RDF, RDFS, SCHEMA, SILK, SKOS
from silkgraph.store import new_store

H = "{http://www.w3.org/1999/xhtml}"
KINDS = {
    "home": "/",
    "pictures": "/pictures",
    "query": "/sparql",
    "search": f"/search?q={quote('绿色金融')}",
    "question": "/questions/partners-of-body",
    "forum": "/id/forum/2017.html",
    "subforum": "/id/forum/2019/clean-silk-road.html",
    "document": "/id/document/brf1-2017-outcome-list.html",
    "item": "/id/item/brf1-2017-outcome-list/1.3.html",
    "outcome": "/id/outcome/brf1-2017-outcome-list/1.3/2.html",
    "linked outcome": "/id/outcome/brf2-2019-subforums/1/2.html",
    "body": "/id/body/ndrc.html",
    "country": "/id/place/LA.html",
    "figure": "/id/figure/brf1-2017-outcome-list/0/1.html",
    "passage": "/id/passage/brf1-2017-outcome-list/715-743.html",
    "participation": "/id/document/brf3-2023-chair-statement/participation/10.html",
    "domain": "/scheme/domain/energy.html",
    "rule": "/scheme/rule/transitive.html",
    "scheme": "/scheme/domain.html",
    "vocabulary": "/ontology.html",
    "graph": "/graph/links.html",
    "link": "/id/outcome/brf2-2019-subforums/1/2/link/1.html",
    "answer": "/sparql?" + urlencode({"query": "SELECT ?s ?n { ?s silk:number ?n } LIMIT 5"}),
    "wrong query": "/sparql?" + urlencode({"query": "SELECT * {\n ?s ?p }"}),
    "nothing there": "/id/body/nobody",
}


def parsed(reply: Reply) -> Element:
    """The page, read by a parser that forgives nothing."""
    return html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True).parse(reply.text)


def text(element: Element) -> str:
    """What a person reads of an element."""
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("tongue", ["en", "zh"])
@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_every_kind_of_page_is_well_formed_and_says_its_language(server: Running, path: str, tongue: str) -> None:
    reply = server.get(path, "text/html", Accept_Language=tongue)
    page = parsed(reply)

    assert reply.type == "text/html"
    assert page.get("lang") == tongue
    assert reply.headers["content-language"] == tongue
    assert "Accept-Language" in reply.headers["vary"] and "Cookie" in reply.headers["vary"]
    assert text(page.find(f".//{H}title")) != ""  # type: ignore[arg-type]
    assert len(page.findall(f".//{H}h1")) == 1
    identifiers = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_no_page_has_a_script_or_a_style_inside(server: Running, path: str) -> None:
    page = parsed(server.get(path, "text/html"))

    for element in page.iter():
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if str(name).startswith("on")]
    scripts = [script for script in page.iter(f"{H}script") if script.get("type") != "application/ld+json"]
    assert all(script.get("src", "").startswith("/static/") and not script.text for script in scripts)
    assert not list(page.iter(f"{H}style"))


@pytest.mark.parametrize(
    "path", [KINDS[name] for name in ("home", "outcome", "body", "country", "forum", "passage", "vocabulary", "query")]
)
def test_links_lead_somewhere(server: Running, path: str) -> None:
    page = parsed(server.get(path, "text/html"))
    found = {urljoin(path, link.get("href", "")) for link in page.iter(f"{H}a")}
    local = sorted(address.partition("#")[0] for address in found if not urlsplit(address).netloc)

    assert local
    for address in local[:40]:
        assert server.get(address, "text/html").status in (200, 303), address


def test_an_outcome_shows_its_sentence_marked_in_its_paragraph(server: Running) -> None:
    page = parsed(server.get(KINDS["outcome"], "text/html"))
    (mark,) = page.iter(f"{H}mark")
    quotation = page.find(f".//{H}blockquote")

    assert text(mark) == "与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划"
    assert quotation is not None
    assert "中国政府与匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录" in text(quotation)
    assert quotation[0].get("lang") == "zh"


def test_the_first_page_describes_the_data_set_for_search_engines(server: Running) -> None:
    page = parsed(server.get("/", "text/html", Accept_Language="en"))
    (script,) = (one for one in page.iter(f"{H}script") if one.get("type") == "application/ld+json")
    told = json.loads(script.text or "")

    assert (told["@type"], told["license"]) == ("Dataset", "https://creativecommons.org/licenses/by/4.0/")
    assert 50 <= len(told["description"]) <= 5000
    assert {one["encodingFormat"] for one in told["distribution"]} >= {"text/turtle", "application/n-quads", "text/csv"}
    for one in told["distribution"]:  # all the files there are, those still being written told so
        assert server.request("HEAD", urlsplit(one["contentUrl"]).path).status in (200, 503)
    for name in ("name", "creator", "identifier", "url", "version", "datePublished", "keywords", "inLanguage"):
        assert told[name], name
    assert told["temporalCoverage"].startswith("2017-05-16/") and told["spatialCoverage"][0]["name"] == "China"


def test_a_page_names_its_other_forms(server: Running) -> None:
    page = parsed(server.get(KINDS["body"], "text/html"))
    others = {link.get("type") or link.get("hreflang"): link.get("href", "") for link in page.iter(f"{H}link")}

    assert others["text/turtle"] == "/id/body/ndrc.ttl"
    assert server.get(others["application/ld+json"]).type == "application/ld+json"
    assert parsed(server.get(others["zh"], "text/html")).get("lang") == "zh"


def test_an_outcome_tells_how_it_was_read(server: Running) -> None:
    page = text(parsed(server.get(KINDS["outcome"], "text/html", Accept_Language="en")))

    for words in ("Verb with object", "Government of Laos", "老挝政府", "Country or government"):
        assert words in page


def test_a_document_shows_its_whole_text(server: Running) -> None:
    page = parsed(server.get(KINDS["document"], "text/html"))
    shown = re.sub(r"\s", "", "".join(page.itertext()))
    source = (Path(__file__).parents[2] / "extract/brf1-2017-outcome-list/source.txt").read_text("utf-8")

    for line in source.splitlines():
        assert re.sub(r"\s", "", line) in shown


def test_a_document_shows_the_clauses_that_were_not_read(server: Running) -> None:
    count = (
        "SELECT ?d (COUNT(*) AS ?n) { ?clause a silk:UnreadClause ; silk:document ?d } GROUP BY ?d ORDER BY DESC(?n)"
    )
    most = server.rows(count)[0]
    page = parsed(server.get(urlsplit(most["d"]).path.removeprefix("/silkgraph") + ".html", "text/html"))
    marked = {link.get("href") for link in page.iter(f"{H}a") if "k-unread" in link.get("class", "").split()}

    assert len([address for address in marked if "/id/unread/" in (address or "")]) == int(most["n"])
    assert any("/id/passage/" in (address or "") for address in marked)


def test_a_body_tells_its_names_and_what_it_did_with_whom(server: Running) -> None:
    page = text(parsed(server.get(KINDS["body"], "text/html", Accept_Language="en")))
    (row,) = server.rows("SELECT (COUNT(DISTINCT ?o) AS ?n) { ?o silk:involves body:ndrc }")

    for words in ("发展改革委", "中国国家发展和改革委员会", "Strategy and planning", f"{row['n']} outcomes"):
        assert words in page


def test_what_has_no_name_goes_by_what_is_known_of_it(server: Running) -> None:
    party = parsed(server.get("/id/outcome/brf1-2017-outcome-list/1.3/2/party/2.html", "text/html"))
    partition = parsed(server.get("/id/partition/silk-Outcome.html", "text/html"))

    assert text(party.find(f".//{H}h1")) == "老挝政府"  # type: ignore[arg-type]
    assert text(partition.find(f".//{H}h1")) == "partition/silk-Outcome"  # type: ignore[arg-type]


def test_language_and_theme_are_switched_by_links_and_kept(server: Running) -> None:
    switched = server.get("/id/place/LA.html?lang=zh&theme=dark", "text/html", Accept_Language="en")
    kept = server.get("/id/place/LA.html", "text/html", Accept_Language="en", Cookie="lang=zh; theme=dark")

    for reply in (switched, kept):
        page = parsed(reply)
        assert (page.get("lang"), page.get("data-theme")) == ("zh", "dark")
        assert "老挝" in text(page.find(f".//{H}h1"))  # type: ignore[arg-type]
    assert "SameSite=Lax" in switched.headers["set-cookie"]
    assert server.get("/?lang=xx&theme=pink", "text/html").headers.get("set-cookie") is None


def test_the_switch_keeps_the_query(server: Running) -> None:
    page = parsed(server.get(KINDS["answer"], "text/html"))
    (switch,) = (link for link in page.iter(f"{H}a") if link.get("data-switch") == "lang")

    again = parsed(server.get(switch.get("href", ""), "text/html"))

    assert again.get("lang") == "zh"
    assert "silk:number" in text(again.find(f".//{H}textarea"))  # type: ignore[arg-type]


def test_a_wrong_query_stands_in_the_editor_with_its_fault_marked(server: Running) -> None:
    page = parsed(server.get(KINDS["wrong query"], "text/html"))
    area = page.find(f".//{H}textarea")

    assert area is not None
    assert (area.text or "").strip().splitlines() == ["SELECT * {", " ?s ?p }"]
    assert area.get("data-line") == "2"
    assert list(page.iter(f"{H}mark"))


@pytest.mark.parametrize(
    ("view", "query", "shape"),
    [
        ("chart", "SELECT ?l (COUNT(*) AS ?n) { ?o silk:kind/rdfs:label ?l } GROUP BY ?l", "rect"),
        ("map", "SELECT ?c (COUNT(*) AS ?n) { ?o silk:partnerCountry ?c } GROUP BY ?c", "circle"),
        ("network", "SELECT ?a ?b { ?o silk:initiator ?a ; silk:partner ?b } LIMIT 50", "line"),
    ],
)
def test_an_answer_is_drawn_where_its_columns_suit(server: Running, view: str, query: str, shape: str) -> None:
    page = parsed(server.get("/sparql?" + urlencode({"query": query, "view": view}), "text/html"))

    assert list(page.iter("{http://www.w3.org/2000/svg}" + shape))


def test_a_query_that_was_stopped_stands_in_the_editor_again(server: Running) -> None:
    query = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"

    reply = server.get("/sparql?lang=zh&timeout=0.5&" + urlencode({"query": query}), "text/html")

    assert reply.status == 503
    page = parsed(reply)
    assert (page.find(f".//{H}textarea").text or "").strip() == query  # type: ignore[union-attr]
    assert "<strong>超过时限：</strong> 查询未能在 0.5 秒内完成" in reply.text


def test_a_chinese_page_tells_a_problem_in_chinese(server: Running) -> None:
    wrong = server.get("/sparql?lang=zh&query=" + quote("SELECT * {\n ?s ?p }"), "text/html")
    missing = server.get("/id/place/XX?lang=zh", "text/html")

    assert (wrong.status, missing.status) == (400, 404)
    assert "第 2 行第 8 列不符合 SPARQL 语法。" in wrong.text
    assert "<h1>没有找到</h1>" in missing.text


def test_pictures_have_titles_and_their_numbers_as_tables(server: Running) -> None:
    page = parsed(server.get(KINDS["pictures"], "text/html"))
    svg = "{http://www.w3.org/2000/svg}"
    drawn = [picture for picture in page.iter(f"{svg}svg") if picture.get("role") == "group"]

    assert len(drawn) == 3
    assert all(text(picture.find(f"{svg}title")) and text(picture.find(f"{svg}desc")) for picture in drawn)  # type: ignore[arg-type]
    assert len(list(page.iter(f"{H}table"))) == 4


def test_a_question_is_asked_with_a_name(server: Running) -> None:
    reply = server.get(f"/questions/partners-of-body?run=yes&body={quote('国家发展改革委')}", "text/html")
    unknown = server.get("/questions/partners-of-body?run=yes&body=nobody%20at%20all", "text/html")

    assert reply.status == 303 and "body%2Fndrc" in reply.headers["location"]
    assert unknown.status == 200 and "nobody at all" in unknown.text


def test_a_name_that_looks_like_an_identifier_is_a_name(server: Running) -> None:
    reply = server.get("/questions/agreements-with-country?run=yes&country=Laos", "text/html")

    assert reply.status == 303 and "place%2FLA%3E" in reply.headers["location"]


@pytest.mark.parametrize("written", ["无此机构", "nobody", "http://[", "https://example.org/nobody"])
def test_what_the_graph_does_not_have_is_told_in_the_language_of_the_page(written: str, server: Running) -> None:
    path = f"/questions/partners-of-body?run=yes&body={quote(written)}"
    english, chinese = (parsed(server.get(path, "text/html", Accept_Language=tongue)) for tongue in ("en", "zh"))
    told, in_chinese = (next(p for p in page.iter(f"{H}p") if p.get("role") == "alert") for page in (english, chinese))

    assert text(told) == f"the graph has no body {written!r}"
    assert text(in_chinese).startswith(f"图谱中没有“{written}”。")
    assert [(part.get("lang"), text(part)) for part in in_chinese] == [("en", text(told))]


def test_a_number_that_is_none_is_told_in_the_language_of_the_page(server: Running) -> None:
    page = parsed(server.get("/questions/joint-outcomes?run=yes&least=many", "text/html", Accept_Language="zh"))

    assert "填写的内容不符合问题的要求。" in text(page)


def test_a_page_that_the_browser_has_is_not_sent_again(server: Running) -> None:
    first = server.get(KINDS["body"], "text/html")
    again = server.get(KINDS["body"], "text/html", If_None_Match=first.headers["etag"])
    chinese = server.get(KINDS["body"], "text/html", If_None_Match=first.headers["etag"], Accept_Language="zh")

    assert (again.status, again.body) == (304, b"")
    assert chinese.status == 200


HOSTILE = '<script>alert("1")</script>\n\'"><img src=x onerror=alert(2)>{{7*7}}'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server on a graph in which every name is an attack."""
    folder = tmp_path_factory.mktemp("hostile")
    graph = NamedNode(f"{BASE}graph/attack")
    classes = {
        "outcome/a/1/1": f"{SILK}Outcome", "body/a": f"{SILK}Body", "place/XX": f"{SCHEMA}Country",
        "document/a": f"{SILK}SourceDocument", "item/a/1": f"{SILK}Item", "forum/1": f"{SILK}Forum",
        "figure/a/1": f"{SILK}Figure", "passage/a/0-5": f"{SILK}Passage", "concept/a": f"{SKOS}Concept",
    }  # fmt: skip
    things = {f"{BASE}id/{name}": NamedNode(f"{BASE}id/{name}") for name in classes}
    quads = []
    for name, of in classes.items():
        thing = NamedNode(f"{BASE}id/{name}")
        said = [(f"{RDF}type", NamedNode(of)), (f"{OA}exact", Literal(HOSTILE)), (f"{SILK}number", Literal(HOSTILE))]
        said += [
            (f"{RDFS}{what}", Literal(HOSTILE, language=tongue))
            for what in ("label", "comment")
            for tongue in ("en", "zh")
        ]
        said += [(f"{SKOS}{what}", Literal(HOSTILE, language="en")) for what in ("altLabel", "definition")]
        said += [(f"{SILK}{what}", things[f"{BASE}id/{to}"]) for what, to in (
            ("kind", "concept/a"), ("domain", "concept/a"), ("status", "concept/a"), ("initiator", "body/a"),
            ("document", "document/a"), ("item", "item/a/1"), ("passage", "passage/a/0-5"), ("forum", "forum/1"),
        )]  # fmt: skip
        said += [(f"{SILK}year", Literal(HOSTILE)), (f"{RDFS}seeAlso", NamedNode("javascript:alert(3)"))]
        said += [
            (f"{OA}start", Literal(0)),
            (f"{OA}end", Literal(5)),
            (f"{OA}hasSource", things[f"{BASE}id/document/a"]),
        ]
        quads += [Quad(thing, NamedNode(name), value, graph) for name, value in said]
    with new_store(folder) as writer:
        writer.write(quads, (), {})
    with running(folder, folder) as found:
        yield found


@pytest.mark.parametrize(
    "path",
    [
        "/", "/pictures", "/search?q=script", "/id/outcome/a/1/1.html", "/id/body/a.html", "/id/place/XX.html",
        "/id/document/a.html", "/id/item/a/1.html", "/id/forum/1.html", "/id/figure/a/1.html", "/id/passage/a/0-5.html",
        "/id/concept/a.html", "/sparql?query=SELECT+*+%7B?s+?p+?o%7D", "/sparql?query=%3Cscript%3Ea(1)%3C/script%3E",
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/id/%3Cscript%3E", "/questions/%3Cscript%3E",
        "/?x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    ],
)  # fmt: skip
def test_names_that_attack_do_nothing(hostile: Running, path: str) -> None:
    reply = hostile.get(path, "text/html")
    page = html5lib.HTMLParser(html5lib.getTreeBuilder("etree")).parse(reply.text)

    assert reply.status in (200, 400, 404)
    scripts = [script for script in page.iter(f"{H}script") if script.get("type") != "application/ld+json"]
    assert all(script.get("src", "").startswith("/static/") for script in scripts)
    assert not list(page.iter(f"{H}img"))
    assert "49" not in re.findall(r"alert\(2\)&gt;(\d+)", reply.text)
    assert not [link for link in page.iter(f"{H}a") if link.get("href", "").strip().lower().startswith("javascript")]
