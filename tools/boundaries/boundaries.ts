import { createRequire } from "node:module";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  cruise,
  type IConfiguration,
  type ICruiseResult,
  type IViolation,
} from "dependency-cruiser";

// The configuration is a CommonJS file because its own tool loads it that way too; its shape is the tool's.
const configuration = createRequire(import.meta.url)(
  "../../.dependency-cruiser.cjs",
) as IConfiguration;

const roots = ["apps", "packages", "e2e", "bench", "tools", "scripts"];
const ignoredFolders = new Set([
  "node_modules",
  "dist",
  "data",
  "artifacts",
  "results",
]);

export interface Boundaries {
  readonly violations: readonly IViolation[];
  /** Source files the tool has read. */
  readonly seenCount: number;
  /** Source files there are on the disk. */
  readonly presentCount: number;
}

function countSources(folder: string): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !ignoredFolders.has(entry.name))
      count += countSources(join(folder, entry.name));
    if (entry.isFile() && /\.(tsx?|[cm]?js)$/.test(entry.name)) count += 1;
  }
  return count;
}

/** Reads every source file below `baseDir` and says which imports break a rule. */
export async function checkBoundaries(baseDir: string): Promise<Boundaries> {
  const present = roots.filter((root) => readdirSync(baseDir).includes(root));
  const { output } = await cruise(present, {
    ...configuration.options,
    baseDir,
    ruleSet: { forbidden: configuration.forbidden ?? [] },
    validate: true,
  });
  // Without an output type the tool answers with its result object and not with text.
  const result = output as ICruiseResult;
  return {
    violations: result.summary.violations,
    seenCount: result.modules.filter((one) =>
      present.some((root) => one.source.startsWith(`${root}/`)),
    ).length,
    presentCount: present.reduce(
      (sum, root) => sum + countSources(join(baseDir, root)),
      0,
    ),
  };
}

/** A sentence for each broken rule, or for a tool that has seen too little to be believed. */
export function complaintsOf({
  violations,
  seenCount,
  presentCount,
}: Boundaries): readonly string[] {
  const blind =
    seenCount < presentCount * 0.95
      ? [
          `only ${seenCount} of ${presentCount} source files were read: is a TypeScript below 7 installed?`,
        ]
      : [];
  return [
    ...blind,
    ...violations.map((one) => `${one.rule.name}: ${one.from} -> ${one.to}`),
  ];
}
