import react from "@vitejs/plugin-react";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build, defineConfig, type Plugin } from "vite";

const at = (path: string): string =>
  fileURLToPath(new URL(path, import.meta.url));

const notServed = /\.(?:br|gz|map)$/u;

/** Lists what was built: its names carry their contents' hashes, the page names the first of them. */
async function readBuild(outDir: string) {
  const names = await readdir(outDir, { recursive: true, withFileTypes: true });
  const files = names
    .filter((one) => one.isFile() && !notServed.test(one.name))
    .map((one) => `${one.parentPath}/${one.name}`.slice(outDir.length))
    .filter((path) => path !== "/index.html" && path !== "/sw.js")
    .sort();
  const page = await readFile(`${outDir}/index.html`, "utf8");
  const entry = /src="(?<entry>\/assets\/[^"]+\.js)"/u.exec(page)?.groups?.[
    "entry"
  ];
  if (entry === undefined) throw new Error("index.html names no script");
  const hash = createHash("sha256").update(page);
  for (const path of files)
    hash.update(path).update(await readFile(`${outDir}${path}`));
  return { version: hash.digest("hex").slice(0, 16), entry, files };
}

/** Builds the service worker, which must know every other file. */
function serviceWorker(): Plugin {
  const outDir = at("dist");
  return {
    name: "service-worker",
    apply: "build",
    async closeBundle() {
      await build({
        configFile: false,
        logLevel: "warn",
        publicDir: false,
        define: { __SHELL__: JSON.stringify(await readBuild(outDir)) },
        build: {
          outDir,
          emptyOutDir: false,
          target: "es2023",
          lib: {
            entry: at("src/offline/service-worker.ts"),
            formats: ["iife"],
            name: "vecheWorker",
            fileName: () => "sw.js",
          },
        },
      });
    },
  };
}

const serverOrigin = "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), serviceWorker()],
  build: {
    target: "es2023",
    // The strict content policy allows no inline code; current browsers preload modules themselves.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
  },
  server: {
    proxy: {
      "/api": serverOrigin,
      "/branding": serverOrigin,
      "/realtime": { target: serverOrigin, ws: true },
    },
  },
});
