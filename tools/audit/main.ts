import { spawnSync } from "node:child_process";
import { verdictOf } from "./audit.ts";

const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
  encoding: "utf8",
  timeout: 30_000,
});
const verdict = verdictOf(stdout);
switch (verdict.kind) {
  case "clean":
    console.log(`no high or critical advisory; ${verdict.low} lower ones`);
    break;
  case "unanswered":
    console.log(
      `NOT CHECKED: the registry gave no advisories (${verdict.reason.slice(0, 80)})`,
    );
    break;
  case "vulnerable":
    console.error(`high or critical advisories: ${verdict.names.join(", ")}`);
    process.exitCode = 1;
    break;
}
