import { existsSync, readdirSync, readFileSync } from "node:fs";
import { variables } from "../../apps/server/src/platform/config/variables.ts";
import { namesInTable } from "./tables.ts";
import { pathsOfTree } from "./tree.ts";

const complaints: string[] = [];
const read = (path: string): string => {
  if (existsSync(path)) return readFileSync(path, "utf8");
  complaints.push(`${path} is missing`);
  return "";
};

const named = pathsOfTree(read("ARCHITECTURE.md"));
for (const path of named)
  if (!existsSync(path))
    complaints.push(`ARCHITECTURE.md names ${path}, which does not exist`);
const folders = ["packages", "apps", "apps/server/src/modules"].flatMap(
  (parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => `${parent}/${name}/`),
);
for (const folder of folders)
  if (!named.includes(folder))
    complaints.push(`ARCHITECTURE.md does not name ${folder}`);

for (const folder of folders.filter((one) =>
  one.startsWith("apps/server/src/modules/"),
))
  read(`${folder}README.md`);
for (const path of ["CONTRIBUTING.md", "CHANGELOG.md", "LICENSE"]) read(path);

const documented = namesInTable(read("README.md"), /configuration/i);
const known = Object.values(variables).map(({ name }) => name);
for (const name of known)
  if (!documented.includes(name))
    complaints.push(
      `README.md does not explain ${name} in its configuration table`,
    );
for (const name of documented)
  if (!known.some((one) => one === name))
    complaints.push(
      `README.md explains ${name}, which the server does not read`,
    );

for (const complaint of complaints) console.error(complaint);
console.log(`${named.length} paths, ${complaints.length} complaints`);
process.exitCode = complaints.length === 0 ? 0 : 1;
