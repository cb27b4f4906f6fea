"""The data set as schema.org describes data sets, which search engines read from the first page."""

from __future__ import annotations

from typing import Any

from silkgraph.namespaces import BASE, DCAT, DCTERMS, OWL
from silkgraph.pages.statements import Statements
from silkgraph.pages.terms import Names, Row, Rows

MEASURED = ("outcome", "body", "country", "domain", "amount", "figure", "passage")
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def described(rows: Rows, tongue: str, root: str) -> dict[str, Any]:
    """The description as JSON-LD.

    Args:
        rows: the answer to ``queries/dataset.rq``.
        tongue: the language of the page.
        root: the public address of the server, where the files are.
    """
    said = Statements(rows)
    by_value = {row["value"].value: row for row in rows}
    names = Names([Row({"thing": row["value"], "name": row["name"]}) for row in rows if "name" in row], tongue)

    def named(term: str, kind: str) -> list[dict[str, str]]:
        return [{"@type": kind, "@id": one.value, "name": names(one.value).words} for one in _once(said.all(term))]

    def words(term: str) -> str:
        return str(said.said(term, tongue) or "")

    period = next((by_value[term.value] for term in said.all(f"{DCTERMS}temporal")), Row())
    files = [by_value[term.value] for term in _once(said.all(f"{DCAT}distribution"))]
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": words(f"{DCTERMS}identifier"),
        "url": f"{root}/",
        "name": words(f"{DCTERMS}title"),
        "description": words(f"{DCTERMS}description"),
        "identifier": words(f"{DCTERMS}identifier"),
        "license": words(f"{DCTERMS}license"),
        "creator": named(f"{DCTERMS}creator", "Organization"),
        "version": words(f"{OWL}versionInfo"),
        "datePublished": words(f"{DCTERMS}issued"),
        "dateModified": words(f"{DCTERMS}modified"),
        "inLanguage": sorted({term.value for term in said.all(f"{DCTERMS}language")}),
        "keywords": sorted({t.value for t in said.all(f"{DCAT}keyword") if t.language in ("", tongue)}),
        "spatialCoverage": named(f"{DCTERMS}spatial", "Place"),
        "temporalCoverage": f"{period['from']}/{period['to']}",
        "isAccessibleForFree": True,
        "variableMeasured": list(MEASURED),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": f"{root}/dump/{row['value'].value.rpartition('/')[2]}",
                "encodingFormat": row["type"].value.removeprefix(_MEDIA_TYPES),
            }
            for row in files
        ],
        "sameAs": f"{BASE}graph/dataset",
    }


def _once(terms: list[Any]) -> list[Any]:
    """Each value once, where several names multiplied the rows."""
    return list({term.value: term for term in terms}.values())
