import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { firstLoadOf } from "./sizes.ts";

const folder = mkdtempSync(join(tmpdir(), "sizes-"));
afterEach(() => rmSync(folder, { recursive: true }));

it("the first load is the page, its scripts, preloads and styles, compressed", () => {
  mkdirSync(join(folder, "assets"));
  writeFileSync(
    join(folder, "index.html"),
    '<script type="module" src="/assets/main.js"></script><link rel="modulepreload" href="/assets/shared.js"><link rel="stylesheet" href="/assets/main.css">',
  );
  for (const name of ["main.js", "shared.js", "main.css", "later.js"])
    writeFileSync(
      join(folder, "assets", name),
      randomBytes(1000).toString("base64"),
    );
  const { files, gzipBytes } = firstLoadOf(join(folder, "index.html"));
  expect(files).toEqual([
    "assets/main.js",
    "assets/shared.js",
    "assets/main.css",
  ]);
  expect(gzipBytes).toBeGreaterThan(3000);
  expect(gzipBytes).toBeLessThan(3600);
});
