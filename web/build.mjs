// Puts what the pages use in a browser into silkgraph/pages/static/built/ (not kept in git): npm ci && npm run build
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const into = new URL("../silkgraph/pages/static/built/", import.meta.url).pathname;
rmSync(into, { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: [new URL("src/editor.js", import.meta.url).pathname],
  outdir: into,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  metafile: true,
  logLevel: "info",
});

// What is packed keeps its licences with it.
const packages = new Set(Object.keys(metafile.inputs).map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]));
const licences = [...packages].filter(Boolean).sort().map((name) => {
  const file = new URL(`node_modules/${name}/LICENSE`, import.meta.url);
  return `${name}\n\n${existsSync(file) ? readFileSync(file, "utf8") : "see its package"}`;
});
writeFileSync(`${into}LICENSES.txt`, licences.join("\n\n----\n\n"));
