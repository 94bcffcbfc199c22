import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

export interface PageSize {
  readonly files: readonly string[];
  readonly gzipBytes: number;
}

/** What a browser must fetch before the page of `htmlPath` draws anything: its scripts, preloads and styles. */
export function firstLoadOf(htmlPath: string): PageSize {
  const html = readFileSync(htmlPath, "utf8");
  const links = [
    ...html.matchAll(
      /<(?:script|link)\b[^>]*?(?:src|href)="([^"]+\.(?:js|css))"/g,
    ),
  ];
  const files = links.map(([, path = ""]) =>
    path.replace(/^\/(?:assets\/)?|^\.\//, (prefix) =>
      prefix.includes("assets") ? "assets/" : "",
    ),
  );
  const folder = dirname(htmlPath);
  const gzipBytes = files.reduce(
    (sum, file) =>
      sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
    gzipSync(html).length,
  );
  return { files, gzipBytes };
}
