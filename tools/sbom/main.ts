import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";

// The list of what is inside, for whoever has to answer for it: CycloneDX, made from the installed tree, offline.
// Development tools are in it too: npm with `--omit dev` leaves out packages that both sides use.
const text = execFileSync("npm", ["sbom", "--sbom-format", "cyclonedx"], {
  encoding: "utf8",
  maxBuffer: 64 * 1024 * 1024,
  stdio: ["ignore", "pipe", "ignore"],
});
// npm's own documented shape; an empty list fails below.
const { components = [] } = JSON.parse(text) as {
  components?: readonly { readonly name: string }[];
};
mkdirSync("dist", { recursive: true });
writeFileSync("dist/sbom.cdx.json", text);
const hasCore = ["fastify", "pg", "ws"].every((name) =>
  components.some((one) => one.name === name),
);
console.log(`dist/sbom.cdx.json names ${components.length} components`);
if (!hasCore)
  console.error("the list lacks packages the server certainly runs on");
process.exitCode = hasCore ? 0 : 1;
