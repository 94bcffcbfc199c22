import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, expect, it } from "vitest";
import {
  authEndpoints,
  conversationEndpoints,
  searchEndpoints,
  type ClientId,
} from "@veche/contracts";
import {
  prepareServer,
  people,
  signIn,
  type ServerProcess,
  type World,
} from "@veche/test-world";
import { sharedWorld } from "../injections/shared-world.ts";
import { expectNone, runRound, seeds } from "../round.ts";

const world = sharedWorld();
const serverFolder = join(import.meta.dirname, "../../../apps/server/src");
const parent = mkdtempSync(join(tmpdir(), "veche-backups-"));
afterAll(() => rmSync(parent, { recursive: true }));

interface Said {
  readonly code: number | null;
  readonly words: string;
}

/** `npm run backup -- …` and its like, without the installing. */
async function run(
  command: "backup" | "restore",
  { dataDir }: Pick<ServerProcess, "dataDir">,
  ...words: readonly string[]
): Promise<Said> {
  const child = spawn(
    process.execPath,
    [join(serverFolder, `${command}.ts`), ...words],
    {
      env: { ...process.env, DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const ended = new Promise<number | null>((resolve) =>
    child.once("close", resolve),
  );
  const [said, complained] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
  ]);
  return { code: await ended, words: said + complained };
}

async function backUp(server: Pick<ServerProcess, "dataDir">): Promise<string> {
  const { code, words } = await run("backup", server, parent);
  expect(code, words).toBe(0);
  return words.split("\n")[0] ?? "";
}

interface Part {
  readonly name?: string;
  readonly path?: string;
  readonly sha256: string;
}

/** Fingerprints by the name of what they are of, without what a restore changes on purpose. */
function printsOf(folder: string): readonly string[] {
  // Written by the product a moment ago, and read here as any reader would.
  const { tables, files } = JSON.parse(
    readFileSync(join(folder, "manifest.json"), "utf8"),
  ) as { tables: Part[]; files: Part[] };
  return [...tables, ...files]
    .filter(({ name }) => name !== "settings")
    .map(({ name, path, sha256 }) => `${name ?? path} ${sha256}`);
}

/** Answers with a word that only the one message holds. */
async function saySomethingOdd({ user }: World): Promise<string> {
  const word = `rutabaga${randomUUID().slice(0, 6)}`;
  using anna = await user("anna");
  using boris = await user("boris");
  const { id: borisId } = await boris.call(authEndpoints.getMe);
  const { id: conversationId } = await anna.call(
    conversationEndpoints.createGroup,
    { body: { title: "Spring shop", memberIds: [borisId] } },
  );
  await anna.line.send("message.send", {
    conversationId,
    clientId: randomUUID() as unknown as ClientId,
    body: `the price of a ${word}`,
  });
  return word;
}

async function finds(word: string, baseUrl: string): Promise<boolean> {
  using boris = await signIn({ baseUrl }, people.boris);
  const { messages } = await boris.call(searchEndpoints.search, {
    query: { text: word, limit: 10 },
  });
  return messages.length === 1;
}

it.each(seeds())(
  "F16: a backup taken under load is, restored elsewhere, the installation of that moment (seed %i)",
  async (seed) => {
    const word = await saySomethingOdd(world());
    let folder = "";
    const violations = await runRound({
      name: "f16-backup",
      seed,
      world: world(),
      nemesis: async ({ world: { server }, recorder }) => {
        recorder.write("nemesis", { act: "backup" });
        folder = await backUp(server);
        return [];
      },
    });
    expectNone(violations);

    await using other = await prepareServer({ isFirstStart: true });
    const restored = await run("restore", other, folder);
    expect(restored.words).toContain("The audit trail is intact");
    expect(restored.code).toBe(0);
    expect(printsOf(await backUp(other))).toEqual(printsOf(folder));

    const again = await run("restore", other, folder);
    expect(again.words).toContain("has people in it already");
    expect(again.code).not.toBe(0);

    await other.start();
    expect(await finds(word, other.baseUrl)).toBe(true);
    expect(await finds(word, world().baseUrl)).toBe(true);
  },
);

it("F16: a damaged backup, one of another key and one into a running server are refused, and nothing is written", async () => {
  const folder = await backUp(world().server);
  await using other = await prepareServer({ isFirstStart: true });
  const { words: inUse } = await run("restore", world().server, folder);
  expect(inUse).toContain("is in use by another Veche server");

  const own = join(other.dataDir, "secret.key");
  writeFileSync(own, `${"another key ".repeat(4)}\n`);
  const { words: otherKey } = await run("restore", other, folder);
  expect(otherKey).toContain("another SECRET_KEY");

  for (const part of ["database/messages.copy.gz", "data/secret.key"]) {
    rmSync(own);
    appendFileSync(join(folder, part), "x");
    const { words: damaged } = await run("restore", other, folder);
    expect(damaged).toContain(`damaged: ${part}`);
  }
  await other.start();
  using anna = await signIn({ baseUrl: other.baseUrl }, people.anna);
  expect((await anna.call(authEndpoints.getMe)).name).toBe("Анна Белова");
});
