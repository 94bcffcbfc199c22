import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** Budgets of the design (§9), bytes after gzip. */
const budgets = { loader: 10_000, chat: 45_000, call: 90_000 } as const;

interface ManifestEntry {
  readonly file: string;
  readonly src?: string;
  readonly imports?: readonly string[];
}

const folder = fileURLToPath(new URL("dist/", import.meta.url));
const read = (file: string): Buffer => readFileSync(`${folder}${file}`);
const gzippedBytes = (file: string): number =>
  gzipSync(read(file), { level: 9 }).length;

// Vite writes the manifest in this shape.
const manifest = JSON.parse(read("manifest.json").toString()) as Record<
  string,
  ManifestEntry
>;

/** A chunk with everything it imports at once. */
function filesOf(key: string): ReadonlySet<string> {
  const entry = manifest[key];
  if (entry === undefined)
    throw new Error(`the build has no ${key}: run npm run build`);
  return new Set([
    entry.file,
    ...(entry.imports ?? []).flatMap((one) => [...filesOf(one)]),
  ]);
}

const chat = filesOf("frame/main.tsx");
const call = new Set(
  [...filesOf("frame/call/main.tsx")].filter((file) => !chat.has(file)),
);
const sum = (files: ReadonlySet<string>): number =>
  [...files].reduce((bytes, file) => bytes + gzippedBytes(file), 0);
const sizes = {
  loader: gzippedBytes("loader.js"),
  chat: sum(chat),
  call: sum(call),
};

const parts = ["loader", "chat", "call"] as const;
for (const part of parts) {
  const verdict = sizes[part] <= budgets[part] ? "ok" : "OVER BUDGET";
  console.log(
    `widget ${part}: ${sizes[part]} of ${budgets[part]} bytes gzip, ${verdict}`,
  );
}
process.exitCode = parts.every((part) => sizes[part] <= budgets[part]) ? 0 : 1;
