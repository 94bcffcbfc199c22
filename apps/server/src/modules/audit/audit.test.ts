import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import type { Actor, UserId } from "@veche/contracts";
import { createTestDatabase } from "../../../tests/database.ts";
import type { OutboxTables } from "../../platform/db/outbox.ts";
import { systemIds } from "../../platform/ids.ts";
import { systemTimers } from "../../platform/timers.ts";
import { createAudit, type AuditTables } from "./index.ts";

const sealKey = "a key of the server that nobody else has";

/** A trail of five facts. */
async function openTrail() {
  const world = await createTestDatabase<AuditTables & OutboxTables>();
  const { database, log } = world;
  const open = (key = sealKey) =>
    createAudit({ database, log, timers: systemTimers, sealKey: key });
  const audit = open();
  const anna: Actor = {
    id: systemIds.next<UserId>(),
    name: "Anna",
    address: "192.0.2.7",
  };
  for (const fields of ["name", "roles", "name", "name roles", "roles"])
    await database.transact(anna, ({ happened }) => {
      happened({ type: "user.changed", userId: systemIds.next(), fields });
      return Promise.resolve();
    });
  await audit.catchUp();
  return { world, database, audit, open, anna };
}

describe("the audit trail (B29)", () => {
  it("holds every fact with who, when, from where, and proves itself", async () => {
    const { world, database, audit, anna } = await openTrail();
    await using _world = world;
    expect(await audit.verify()).toEqual({ isIntact: true, entryCount: 5 });
    const first = await database.db
      .selectFrom("auditEntries")
      .selectAll()
      .where("position", "=", 1)
      .executeTakeFirstOrThrow();
    expect(first).toMatchObject({
      type: "user.changed",
      actorId: anna.id,
      actorName: "Anna",
      address: "192.0.2.7",
      details: { fields: "name" },
    });
  });

  it("is intact when it is empty", async () => {
    await using world = await createTestDatabase<AuditTables & OutboxTables>();
    const audit = createAudit({ ...world, timers: systemTimers, sealKey });
    expect(await audit.verify()).toEqual({ isIntact: true, entryCount: 0 });
  });

  it("goes on where it was after a restart, each fact once", async () => {
    const { world, database, open, anna } = await openTrail();
    await using _world = world;
    const again = open();
    const other = open();
    await database.transact(anna, ({ happened }) => {
      happened({ type: "user.disabled", userId: systemIds.next() });
      return Promise.resolve();
    });
    await Promise.all([again.catchUp(), other.catchUp()]);
    expect(await again.verify()).toEqual({ isIntact: true, entryCount: 6 });
  });

  it("lets a name be erased without breaking the proof (B31)", async () => {
    const { world, database, audit } = await openTrail();
    await using _world = world;
    await database.db
      .updateTable("auditEntries")
      .set({ actorName: null })
      .execute();
    expect(await audit.verify()).toMatchObject({ isIntact: true });
  });

  it.each([
    [
      "an edited entry",
      sql`UPDATE audit_entries SET details = '{"fields":"x"}' WHERE position = 3`,
      3,
    ],
    [
      "an edited time",
      sql`UPDATE audit_entries SET at = at + interval '1 ms' WHERE position = 2`,
      2,
    ],
    ["a deleted entry", sql`DELETE FROM audit_entries WHERE position = 2`, 2],
    [
      "a trail cut at its end",
      sql`DELETE FROM audit_entries WHERE position = 5`,
      5,
    ],
    [
      "a trail cut together with its head",
      sql`
      WITH cut AS (DELETE FROM audit_entries WHERE position = 5)
      UPDATE audit_head SET position = 4, hash = (SELECT hash FROM audit_entries WHERE position = 4)`,
      4,
    ],
    [
      "an emptied trail",
      sql`WITH cut AS (DELETE FROM audit_entries) SELECT 1`,
      1,
    ],
    [
      "two entries in each other's place",
      sql`
      UPDATE audit_entries AS one SET type = other.type, details = other.details, hash = other.hash
      FROM audit_entries AS other
      WHERE (one.position, other.position) IN ((1, 2), (2, 1))`,
      1,
    ],
  ])("tells %s", async (_what, tampering, firstBadPosition) => {
    const { world, database, audit } = await openTrail();
    await using _world = world;
    await tampering.execute(database.db);
    expect(await audit.verify()).toEqual({ isIntact: false, firstBadPosition });
  });

  it("does not verify under another server's key", async () => {
    const { world, open } = await openTrail();
    await using _world = world;
    expect(await open("another key").verify()).toEqual({
      isIntact: false,
      firstBadPosition: 5,
    });
  });
});
