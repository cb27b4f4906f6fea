// Writes silkgraph/pages/pictures/world.json: the outline of the land without any border, and a point for each country,
// both in the Equal Earth projection. Natural Earth (public domain) through the package world-atlas.
//   npm run world      (needs Python with pycountry beside it for the two-letter codes: python3 is asked)
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const atlas = (name) => JSON.parse(readFileSync(new URL(`node_modules/world-atlas/${name}.json`, import.meta.url)));
const width = 960;
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(width, { type: "Sphere" });
const round = (n) => Math.round(n * 10) / 10;

const land = feature(atlas("land-110m"), atlas("land-110m").objects.land);
land.features ??= [land];
for (const one of land.features) { // Antarctica takes room and tells nothing
  if (one.geometry.type === "MultiPolygon") {
    one.geometry.coordinates = one.geometry.coordinates.filter((rings) => rings[0].some(([, lat]) => lat > -60));
  }
}
const path = geoPath(projection).digits(1)({ type: "FeatureCollection", features: land.features });

const codes = JSON.parse(execFileSync("python3", ["-c",
  "import json,pycountry;print(json.dumps({c.numeric:c.alpha_2 for c in pycountry.countries}))"], { encoding: "utf8" }));
const points = {};
const countries = atlas("countries-50m");
for (const country of feature(countries, countries.objects.countries).features) {
  const code = codes[String(country.id).padStart(3, "0")];
  if (!code || code in points) continue;
  const polygons = country.geometry.type === "Polygon" ? [country.geometry.coordinates] : country.geometry.coordinates;
  const parts = polygons.map((coordinates) => ({ type: "Polygon", coordinates }));
  const largest = parts.reduce((best, part) => (geoArea(part) > geoArea(best) ? part : best));
  points[code] = projection(geoCentroid(largest)).map(round);
}
const bottom = Math.max(...path.match(/-?[\d.]+,(-?[\d.]+)/g).map((pair) => Number(pair.split(",")[1])));
const sorted = Object.fromEntries(Object.entries(points).sort());
writeFileSync(new URL("../silkgraph/pages/pictures/world.json", import.meta.url),
  JSON.stringify({ width, height: Math.ceil(bottom + 6), land: path, points: sorted }, null, 0).replaceAll('],"', '],\n"') + "\n");
