import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { good, problem } from "./finding.js";
import { isInstalled } from "./install.js";
import { ownNode } from "./paths.js";

const oldestNode = 20;

/** What must be there before anything of the server can be asked. @returns {import("./finding.js").Finding[]} */
export function checkRuntime() {
  const { node } = process.versions;
  return [
    Number.parseInt(node, 10) >= oldestNode
      ? good("Node", node)
      : problem(
          "Node",
          `${node} is too old`,
          "apt-get install nodejs (20 or newer), or https://nodejs.org",
        ),
    checkNpm(),
    checkPlatform(),
    checkPackages(),
  ];
}

function checkNpm() {
  const { stdout, status } = spawnSync("npm", ["--version"], {
    encoding: "utf8",
  });
  return status === 0
    ? good("npm", stdout.trim())
    : problem("npm", "is not installed", "apt-get install npm");
}

function checkPlatform() {
  const { platform, arch } = process;
  const isKnown = platform === "linux" && (arch === "x64" || arch === "arm64");
  return isKnown
    ? good("System", `${platform}-${arch}`)
    : problem(
        "System",
        `${platform}-${arch} is not one that Veche runs on`,
        "use Linux on x64 or arm64, for example Debian 12",
      );
}

function checkPackages() {
  if (existsSync(ownNode) && isInstalled())
    return good("Packages", "installed");
  return problem(
    "Packages",
    "are missing or older than package-lock.json",
    "npm ci",
  );
}
