import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { checkBoundaries, complaintsOf } from "./boundaries.ts";

const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** A small product that breaks no rule. */
const soundTree = {
  "packages/contracts/src/index.ts":
    "export interface Shape { readonly id: string }",
  "packages/contracts/package.json":
    '{ "name": "@veche/contracts", "type": "module", "exports": { ".": "./src/index.ts" } }',
  "apps/server/package.json":
    '{ "name": "@veche/server", "type": "module", "dependencies": { "pg": "1" }, "devDependencies": { "vite": "1" } }',
  "apps/server/src/main.ts": 'import { start } from "./app/start.ts"; start();',
  "apps/server/src/app/start.ts":
    'import { createChats } from "../modules/chats/index.ts"; import { tick } from "../platform/tick.ts"; export const start = () => [createChats(), tick];',
  "apps/server/src/platform/tick.ts": "export const tick = 1;",
  "apps/server/src/modules/identity/index.ts":
    "export const createIdentity = () => 1;",
  "apps/server/src/modules/chats/index.ts":
    'import { createIdentity } from "../identity/index.ts"; import { decide } from "./domain/decide.ts"; export const createChats = () => [createIdentity, decide];',
  "apps/server/src/modules/chats/domain/decide.ts":
    'import type { Shape } from "../../../../../../packages/contracts/src/index.ts"; export const decide = (shape: Shape) => shape;',
} as const;

function plant(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), "boundaries-"));
  trees.push(tree);
  for (const [path, text] of Object.entries({ ...soundTree, ...files })) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  writeFileSync(
    join(tree, "package.json"),
    '{ "name": "planted", "type": "module", "devDependencies": { "vitest": "1" } }',
  );
  for (const library of ["pg", "vite"]) {
    const folder = join(tree, "node_modules", library);
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, "package.json"),
      `{ "name": "${library}", "main": "index.js" }`,
    );
    writeFileSync(join(folder, "index.js"), "");
  }
  return tree;
}

const brokenRules = async (files: Readonly<Record<string, string>>) => {
  const { violations } = await checkBoundaries(plant(files));
  return [...new Set(violations.map((one) => one.rule.name))].sort();
};

const server = "apps/server/src";
const chats = `${server}/modules/chats`;

describe("the boundaries of the product", () => {
  it("let a sound tree pass, all of it read", async () => {
    const boundaries = await checkBoundaries(plant({}));
    expect(complaintsOf(boundaries)).toEqual([]);
    expect(boundaries.seenCount).toBe(boundaries.presentCount);
  });

  it.each<[string, string, Readonly<Record<string, string>>]>([
    [
      "a cycle made of type imports alone",
      "no-cycle",
      {
        [`${server}/platform/a.ts`]:
          'import type { B } from "./b.ts"; export type A = B;',
        [`${server}/platform/b.ts`]:
          'import type { A } from "./a.ts"; export type B = A;',
      },
    ],
    [
      "a module nobody has listed",
      "module-is-listed",
      {
        [`${server}/app/start.ts`]:
          'import "../modules/gossip/index.ts"; export const start = () => 1;',
        [`${server}/modules/gossip/index.ts`]: "export const gossip = 1;",
      },
    ],
    [
      "an arrow upwards",
      "identity-knows-its-neighbours-only",
      {
        [`${server}/modules/identity/index.ts`]:
          'import "../audit/index.ts"; export const createIdentity = () => 1;',
        [`${server}/modules/audit/index.ts`]: "export const audit = 1;",
      },
    ],
    [
      "the app reaching behind a face",
      "through-the-face",
      {
        [`${server}/app/start.ts`]:
          'import "../modules/chats/domain/decide.ts"; export const start = () => 1;',
      },
    ],
    [
      "a module reaching behind its neighbour's face",
      "through-the-neighbours-face",
      {
        [`${server}/modules/identity/store.ts`]: "export const store = 1;",
        [`${chats}/index.ts`]:
          'import "../identity/store.ts"; export const createChats = () => 1;',
      },
    ],
    [
      "a database in the domain",
      "domain-is-pure",
      {
        [`${chats}/domain/decide.ts`]:
          'import { Pool } from "pg"; export const decide = Pool;',
      },
    ],
    [
      "the platform naming a module",
      "platform-knows-no-module",
      {
        [`${server}/platform/tick.ts`]:
          'import "../modules/identity/index.ts"; export const tick = 1;',
      },
    ],
    [
      "somebody leaning on the composition root",
      "composition-root-is-the-top",
      {
        [`${chats}/index.ts`]:
          'import "../../app/other.ts"; export const createChats = () => 1;',
        [`${server}/app/other.ts`]: "export const other = 1;",
      },
    ],
    [
      "a contract importing the server",
      "contracts-import-nothing-of-ours",
      {
        "packages/contracts/src/index.ts":
          'import "../../../apps/server/src/platform/tick.ts"; export interface Shape { readonly id: string }',
      },
    ],
    [
      "one client package importing another",
      "packages-build-on-contracts",
      {
        "packages/ui/src/index.ts":
          'import "../../call-client/src/index.ts"; export const ui = 1;',
        "packages/call-client/src/index.ts": "export const call = 1;",
      },
    ],
    [
      "a client importing the server",
      "clients-see-contracts-not-the-server",
      {
        "apps/web/src/app.ts":
          'import "../../server/src/platform/tick.ts"; export const app = 1;',
      },
    ],
    [
      "the server importing a client package",
      "server-sees-no-client",
      {
        [`${server}/platform/tick.ts`]:
          'import "../../../../packages/ui/src/index.ts"; export const tick = 1;',
        "packages/ui/src/index.ts": "export const ui = 1;",
      },
    ],
    [
      "the widget importing the web app",
      "apps-do-not-import-apps",
      {
        "apps/widget/frame/main.ts":
          'import "../../web/src/app.ts"; export const main = 1;',
        "apps/web/src/app.ts": "export const app = 1;",
      },
    ],
    [
      "one feature importing another",
      "features-do-not-know-each-other",
      {
        "apps/web/src/features/desk/desk.ts":
          'import "../chats/chats.ts"; export const desk = 1;',
        "apps/web/src/features/chats/chats.ts": "export const chats = 1;",
      },
    ],
    [
      "the web platform importing a feature",
      "web-platform-is-below-features",
      {
        "apps/web/src/platform/api.ts":
          'import "../features/chats/chats.ts"; export const api = 1;',
        "apps/web/src/features/chats/chats.ts": "export const chats = 1;",
      },
    ],
    [
      "a library in the loader",
      "loader-stands-alone",
      {
        "apps/widget/loader/main.ts": 'import "pg"; export const main = 1;',
      },
    ],
    [
      "the product using its test bench",
      "test-world-is-for-tests",
      {
        [`${server}/platform/tick.ts`]:
          'import "../../../../packages/test-world/src/index.ts"; export const tick = 1;',
        "packages/test-world/src/index.ts": "export const world = 1;",
      },
    ],
    [
      "the product importing a test",
      "product-imports-no-test",
      {
        [`${server}/platform/tick.ts`]:
          'import "./tick.test.ts"; export const tick = 1;',
        [`${server}/platform/tick.test.ts`]: "export const test = 1;",
      },
    ],
    [
      "a file nobody imports",
      "no-orphan",
      { [`${server}/platform/forgotten.ts`]: "export const forgotten = 1;" },
    ],
    [
      "a development tool in the product",
      "no-dev-dependency-in-the-product",
      {
        [`${server}/platform/tick.ts`]: 'import "vite"; export const tick = 1;',
      },
    ],
    [
      "a package no manifest names",
      "is-declared-and-found",
      {
        [`${server}/platform/tick.ts`]:
          'import "nowhere-to-be-found"; export const tick = 1;',
      },
    ],
  ])("refuse %s", async (_words, rule, files) => {
    expect(await brokenRules(files)).toContain(rule);
  });

  it("are not believed when the tool has read too little", () => {
    expect(
      complaintsOf({ violations: [], seenCount: 0, presentCount: 40 }),
    ).toEqual([
      "only 0 of 40 source files were read: is a TypeScript below 7 installed?",
    ]);
  });
});
