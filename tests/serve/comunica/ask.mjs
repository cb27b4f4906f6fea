// node ask.mjs ENDPOINT: asks a few questions and prints what was answered as JSON.
import { QueryEngine } from "@comunica/query-sparql";

const sources = [process.argv[2]];
const engine = new QueryEngine();
const silk = "https://w3id.org/silkgraph/";

async function rows(query) {
  return await (await engine.queryBindings(query, { sources })).toArray();
}

const kinds = await rows(`SELECT DISTINCT ?kind { ?outcome <${silk}ontology#kind> ?kind }`);
const labels = await rows(
  `SELECT ?label { <${silk}id/body/ndrc> <http://www.w3.org/2000/01/rdf-schema#label> ?label }`,
);
console.log(JSON.stringify({ kinds: kinds.length, labels: labels.map((row) => row.get("label").value).sort() }));
