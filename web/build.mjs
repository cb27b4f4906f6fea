// Puts what the pages use in a browser into silkgraph/pages/static/built/ (not kept in git): npm ci && npm run build
import { rmSync } from "node:fs";
import { build } from "esbuild";

const into = new URL("../silkgraph/pages/static/built/", import.meta.url).pathname;
rmSync(into, { recursive: true, force: true });
await build({
  entryPoints: [new URL("src/editor.js", import.meta.url).pathname],
  outdir: into,
  bundle: true,
  minify: true,
  format: "esm",
  target: ["es2022"],
  legalComments: "linked",
  logLevel: "info",
});
