// What the editor completes: terms of the vocabulary and the concepts with what they mean, variables of the query,
// words of SPARQL, and after three letters the things whose names hold them. All of it is asked of this server.

const WORDS = `SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION MINUS GRAPH VALUES BIND AS DISTINCT LIMIT OFFSET
ORDER BY GROUP HAVING COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT EXISTS NOT IN REGEX STR LANG LANGMATCHES CONTAINS STRSTARTS
STRLEN LCASE UCASE REPLACE YEAR DESC ASC PREFIX FROM NAMED DATATYPE IRI IF COALESCE BOUND`.split(/\s+/)
  .map((label) => ({ label, type: "keyword", boost: -2 }));

const TERMS = `SELECT ?term (SAMPLE(?name) AS ?label) (SAMPLE(?said) AS ?comment) WHERE {
  { ?term rdfs:isDefinedBy <https://w3id.org/silkgraph/ontology> } UNION { ?term skos:inScheme ?scheme }
  ?term rdfs:label|skos:prefLabel ?name FILTER(LANG(?name) = "TONGUE")
  OPTIONAL { ?term rdfs:comment|skos:definition ?said FILTER(LANG(?said) = "TONGUE") }
} GROUP BY ?term`;

const BASE = "https://w3id.org/silkgraph/";
const FOLDERS = {
  "ontology#": "silk", "id/body/": "body", "id/place/": "place", "scheme/kind/": "kind", "scheme/status/": "status",
  "scheme/pillar/": "pillar", "scheme/domain/": "domain", "scheme/body-type/": "body-type", "scheme/qualifier/": "qualifier",
  "scheme/rule/": "rule", "scheme/assumption/": "assumption", "scheme/confidence/": "confidence", "scheme/aspect/": "aspect",
  "scheme/identification/": "identification", "scheme/unread-reason/": "unread-reason",
};
const OTHERS = ["rdfs:label", "rdfs:comment", "rdf:type", "skos:prefLabel", "skos:altLabel", "skos:notation", "skos:exactMatch",
  "oa:exact", "oa:start", "oa:end", "oa:hasSource", "schema:value", "schema:currency", "dcterms:isPartOf", "dcterms:issued",
  "org:subOrganizationOf", "prov:wasDerivedFrom"].map((label) => ({ label, type: "property" }));

/** `silk:partner` for its IRI, else the IRI in angle brackets. */
function short(iri) {
  for (const [folder, prefix] of Object.entries(FOLDERS)) {
    const rest = iri.startsWith(BASE + folder) ? iri.slice(BASE.length + folder.length) : "";
    if (/^[A-Za-z0-9_-]+$/.test(rest)) return `${prefix}:${rest}`;
  }
  return `<${iri}>`;
}

async function rows(address) {
  const response = await fetch(address, { headers: { accept: "application/sparql-results+json" } });
  return response.ok ? (await response.json()).results.bindings : [];
}

export function completions({ endpoint, search, tongue }) {
  let terms = null;
  const vocabulary = () => (terms ??= rows(`${endpoint}?${new URLSearchParams({ query: TERMS.replaceAll("TONGUE", tongue) })}`)
    .then((found) => found.map((row) => ({
      label: short(row.term.value), detail: row.label.value, info: row.comment?.value, type: "property", boost: 1,
    }))));

  async function written(context) {
    const word = context.matchBefore(/[\w-]*:[\w-]*|[?$]\w*|[\w-]+/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    if (/^[?$]/.test(word.text)) {
      const names = new Set(context.state.doc.toString().match(/[?$]\w+/g));
      names.delete(word.text);
      return { from: word.from, options: [...names].map((label) => ({ label, type: "variable" })), validFor: /^[?$]\w*$/ };
    }
    const options = [...(await vocabulary()), ...OTHERS, ...WORDS];
    return { from: word.from, options, validFor: /^[\w:-]*$/ };
  }

  /** Bodies, countries and other things by name, in Chinese or English. */
  async function named(context) {
    const word = context.matchBefore(/[\p{Script=Han}]{2,}|(?<![?$:\w])[A-Za-z]{3,}/u);
    if (!word || context.matchBefore(/["'][^"'\n]*/)) return null;
    if (WORDS.some(({ label }) => label.startsWith(word.text.toUpperCase()))) return null;
    await new Promise((resolve) => setTimeout(resolve, 180));
    if (context.aborted) return null;
    const found = await rows(`${search}?${new URLSearchParams({ q: word.text, format: "json" })}`);
    const options = found.slice(0, 12).map((row) => ({
      label: row.text.value, apply: short(row.thing.value), detail: short(row.thing.value), type: "constant",
    }));
    return { from: word.from, options, filter: false };
  }
  return [written, named];
}
