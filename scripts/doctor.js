// `npm run doctor`: what works on this machine, what does not, and the one line that fixes it. Exit code 1 on problems.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { checkRuntime } from "./lib/check-runtime.js";
import { ownNode } from "./lib/paths.js";

const runtimeMajor = 24;
const isOwnNode = Number.parseInt(process.versions.node, 10) >= runtimeMajor;
const findings = checkRuntime();

if (findings.every(({ kind }) => kind !== "problem") && !isOwnNode) {
  // The rest reads the server's own TypeScript, which the system's Node may be too old for.
  const self = fileURLToPath(import.meta.url);
  const { status } = spawnSync(ownNode, [self], { stdio: "inherit" });
  process.exit(status ?? 1);
}

if (isOwnNode && findings.every(({ kind }) => kind !== "problem")) {
  const { checkServer } = await import("./lib/check-server.js");
  findings.push(...(await checkServer()));
}

const marks = { good: "ok     ", notice: "notice ", problem: "PROBLEM" };
for (const { kind, about, says, fix } of findings) {
  process.stdout.write(`${marks[kind]}  ${about}: ${says}\n`);
  if (fix !== undefined) process.stdout.write(`         → ${fix}\n`);
}
process.exit(findings.some(({ kind }) => kind === "problem") ? 1 : 0);
