import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { forbiddenWordsIn } from "./words.ts";

const paths = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard"],
  { encoding: "utf8" },
).split("\n");
const readable = paths.filter(
  (path) =>
    existsSync(path) &&
    /\.(tsx?|[cm]?js|json|md|html|css|ya?ml|sh|conf|php)$|^\.ci\/run$/.test(
      path,
    ),
);
const complaints = readable.flatMap((path) =>
  forbiddenWordsIn(path, readFileSync(path, "utf8")),
);
for (const complaint of complaints) console.error(complaint);
console.log(`${readable.length} files read, ${complaints.length} complaints`);
process.exitCode = complaints.length === 0 && readable.length > 50 ? 0 : 1;
