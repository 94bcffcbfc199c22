import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  createTestDatabase,
  type TestDatabase,
} from "../../../tests/database.ts";
import { AppError } from "../app-error.ts";
import {
  createGroupCommit,
  groupCommitLimits,
  type Outcome,
  type RunBatch,
} from "./group-commit.ts";

interface Tables {
  entries: { position: number; word: string };
}

/** Each command is a word that may stand in the table once; "forbidden" is refused, "unwritable" breaks its batch. */
async function openWorld() {
  const world = await createTestDatabase<Tables>();
  await sql`create table entries (position serial primary key, word text unique check (word <> 'unwritable'))`.execute(
    world.database.db,
  );
  const batches: (readonly string[])[] = [];
  const run: RunBatch<Tables, string, string> = async ({ tx }, words) => {
    batches.push(words);
    const outcomes: Outcome<string>[] = [];
    for (const word of words) {
      if (word === "forbidden") {
        outcomes.push({ ok: false, error: new AppError("auth.forbidden") });
        continue;
      }
      await sql`insert into entries (word) values (${word})`.execute(tx);
      outcomes.push({ ok: true, result: `${word} is written` });
    }
    return outcomes;
  };
  return { world, batches, run, written: () => wordsOf(world) };
}

async function wordsOf({
  database,
}: TestDatabase<Tables>): Promise<readonly string[]> {
  const rows = await database.db
    .selectFrom("entries")
    .select("word")
    .orderBy("position")
    .execute();
  return rows.map((row) => row.word);
}

const submit =
  (writer: {
    submit: (s: {
      key: string;
      command: string;
      sizeBytes: number;
    }) => Promise<string>;
  }) =>
  (command: string, key = "one") =>
    writer.submit({ key, command, sizeBytes: 10 });

const codeOfRefusal = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => "settled",
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

describe("the group-commit writer", () => {
  it("writes what queued while the last commit ran with one commit, in order", async () => {
    const { world, batches, run, written } = await openWorld();
    await using _world = world;
    await using writer = createGroupCommit({
      transact: world.database.transact,
      run,
    });
    const words = Array.from({ length: 230 }, (_, index) => `word ${index}`);

    const answers = await Promise.all(
      words.map((word) => submit(writer)(word)),
    );

    expect(answers).toEqual(words.map((word) => `${word} is written`));
    expect(await written()).toEqual(words);
    expect(batches.map((batch) => batch.length)).toEqual([100, 100, 30]);
  });

  it("answers only after the commit", async () => {
    const { world, run, written } = await openWorld();
    await using _world = world;
    await using writer = createGroupCommit({
      transact: world.database.transact,
      run,
    });
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        await submit(writer)(`word ${index}`, `key ${index}`);
        return (await written()).includes(`word ${index}`);
      }),
    );
    expect(seen).not.toContain(false);
  });

  it("lets a refused command refuse for itself alone", async () => {
    const { world, run, written } = await openWorld();
    await using _world = world;
    await using writer = createGroupCommit({
      transact: world.database.transact,
      run,
    });
    const answers = await Promise.all(
      ["a", "forbidden", "b"].map((word) =>
        codeOfRefusal(submit(writer)(word)),
      ),
    );
    expect(answers).toEqual(["settled", "auth.forbidden", "settled"]);
    expect(await written()).toEqual(["a", "b"]);
  });

  it("finds the one command that breaks its batch and harms nobody else", async () => {
    const { world, run, written } = await openWorld();
    await using _world = world;
    await using writer = createGroupCommit({
      transact: world.database.transact,
      run,
    });
    const words = Array.from({ length: 50 }, (_, index) =>
      index === 17 ? "unwritable" : `word ${index}`,
    );

    const answers = await Promise.all(
      words.map((word) => codeOfRefusal(submit(writer)(word))),
    );

    expect(answers.filter((answer) => answer === "settled")).toHaveLength(49);
    expect(answers[17]).toMatchObject({ code: "23514" });
    expect(await written()).toEqual(
      words.filter((word) => word !== "unwritable"),
    );
  });

  it("refuses everybody as unavailable while the database is away, and serves again after", async () => {
    const { world, run, written } = await openWorld();
    await using _world = world;
    await using writer = createGroupCommit<Tables, string, string>({
      transact: world.database.transact,
      run: async (unit, words) => {
        if (words.includes("cut")) {
          await sql`select pg_terminate_backend(pg_backend_pid())`.execute(
            unit.tx,
          );
        }
        return run(unit, words);
      },
      limits: { ...groupCommitLimits, maxBatchSize: 2 },
    });
    const answers = await Promise.all(
      ["cut", "with it", "behind it"].map((word) =>
        codeOfRefusal(submit(writer)(word)),
      ),
    );
    expect(answers).toEqual([
      "server.unavailable",
      "server.unavailable",
      "server.unavailable",
    ]);
    expect(await written()).toEqual([]);
    await expect(submit(writer)("after")).resolves.toBe("after is written");
  });

  it("takes no more than its bounds hold", async () => {
    const { world, run } = await openWorld();
    await using _world = world;
    await using writer = createGroupCommit({
      transact: world.database.transact,
      run,
      limits: {
        ...groupCommitLimits,
        maxQueuedCommands: 3,
        maxQueuedBytes: 1000,
      },
    });
    const heavy = (word: string, sizeBytes: number) =>
      codeOfRefusal(writer.submit({ key: "one", command: word, sizeBytes }));
    expect(
      await Promise.all([
        heavy("a", 10),
        heavy("too heavy", 995),
        heavy("b", 10),
        heavy("c", 10),
        heavy("d", 10),
      ]),
    ).toEqual([
      "settled",
      "server.unavailable",
      "settled",
      "settled",
      "server.unavailable",
    ]);
    expect(await heavy("room again", 1000)).toBe("settled");
  });

  it("finishes what is in and takes nothing new once it is disposed", async () => {
    const { world, run, written } = await openWorld();
    await using _world = world;
    const writer = createGroupCommit({
      transact: world.database.transact,
      run,
    });
    const last = submit(writer)("last");
    const closing = writer[Symbol.asyncDispose]();
    expect(await codeOfRefusal(submit(writer)("late"))).toBe("server.draining");
    await closing;
    expect(await written()).toEqual(["last"]);
    await expect(last).resolves.toBe("last is written");
  });
});
