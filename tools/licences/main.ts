import { execFileSync } from "node:child_process";
import { refusedLicences } from "./licences.ts";

const text = execFileSync(
  "license-checker-rseidelsohn",
  ["--json", "--excludePrivatePackages"],
  { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 },
);
// The tool's own documented shape; a field that is missing shows as a refused licence below.
const installed = JSON.parse(text) as Record<
  string,
  { licenses?: string | string[] }
>;
const packages = Object.fromEntries(
  Object.entries(installed).map(([name, { licenses }]) => [
    name,
    licenses ?? "UNKNOWN",
  ]),
);
const refused = refusedLicences(packages);
for (const one of refused) console.error(`licence not on the list: ${one}`);
console.log(
  `${Object.keys(packages).length} packages, ${refused.length} refused`,
);
process.exitCode =
  refused.length === 0 && Object.keys(packages).length > 100 ? 0 : 1;
