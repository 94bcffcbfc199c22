import { isDeepStrictEqual } from "node:util";
import type { Selectable } from "kysely";
import type {
  CallId,
  ClientId,
  PrincipalId,
  RecordingId,
} from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type {
  PersonRecord,
  RecordingRecord,
} from "../domain/recording-record.ts";
import type { RecordingsTables } from "./tables.ts";

type Row = Selectable<RecordingsTables["recordings"]>;

export async function findRecording(
  db: Db<RecordingsTables>,
  id: RecordingId,
): Promise<RecordingRecord | undefined> {
  const rows = await db
    .selectFrom("recordings")
    .selectAll()
    .where("id", "=", id)
    .execute();
  return (await withPeople(db, rows))[0];
}

/** Holds its row until the commit: what happens to a recording happens one after another. */
export async function lockRecording(
  tx: Tx<RecordingsTables>,
  id: RecordingId,
): Promise<RecordingRecord | undefined> {
  await tx
    .selectFrom("recordings")
    .select("id")
    .where("id", "=", id)
    .forUpdate()
    .execute();
  return findRecording(tx, id);
}

/** All that go on now. */
export async function standingRecordings(
  db: Db<RecordingsTables>,
): Promise<readonly RecordingRecord[]> {
  const rows = await db
    .selectFrom("recordings")
    .selectAll()
    .where("state", "=", "recording")
    .execute();
  return withPeople(db, rows);
}

/** The one that goes on now; of one call there is one at most. */
export async function standingRecordingOf(
  db: Db<RecordingsTables>,
  callId: CallId,
): Promise<RecordingRecord | undefined> {
  const rows = await db
    .selectFrom("recordings")
    .selectAll()
    .where("state", "=", "recording")
    .where("callId", "=", callId)
    .execute();
  return (await withPeople(db, rows))[0];
}

/** Now or before. */
export async function wasRecorded(
  db: Db<RecordingsTables>,
  callId: CallId,
): Promise<boolean> {
  const row = await db
    .selectFrom("recordings")
    .select("id")
    .where("callId", "=", callId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What the same command made before. */
export async function recordingByClient(
  db: Db<RecordingsTables>,
  startedBy: PrincipalId,
  clientId: ClientId,
): Promise<RecordingRecord | undefined> {
  const rows = await db
    .selectFrom("recordings")
    .selectAll()
    .where("startedBy", "=", startedBy)
    .where("clientId", "=", clientId)
    .execute();
  return (await withPeople(db, rows))[0];
}

export async function insertRecording(
  tx: Tx<RecordingsTables>,
  { people, purposes, ...recording }: RecordingRecord,
  clientId: ClientId,
): Promise<void> {
  await tx
    .insertInto("recordings")
    .values({ ...recording, clientId, purposes: JSON.stringify(purposes) })
    .execute();
  await writePeople(tx, recording.id, { before: [], after: people });
}

/** Writes what differs and moves the revision; the caller holds the row. */
export async function saveRecording(
  tx: Tx<RecordingsTables>,
  before: RecordingRecord,
  after: RecordingRecord,
): Promise<RecordingRecord> {
  const saved = { ...after, revision: before.revision + 1 };
  const { id, state, endedAt, endReason, revision } = saved;
  await tx
    .updateTable("recordings")
    .set({ state, endedAt, endReason, revision })
    .where("id", "=", id)
    .execute();
  await writePeople(tx, id, { before: before.people, after: after.people });
  return saved;
}

async function writePeople(
  tx: Tx<RecordingsTables>,
  recordingId: RecordingId,
  {
    before,
    after,
  }: Readonly<Record<"before" | "after", readonly PersonRecord[]>>,
): Promise<void> {
  for (const [place, { consents, ...person }] of after.entries()) {
    const known = before[place];
    if (isDeepStrictEqual(known?.consents, consents)) continue;
    const { principalId } = person;
    if (known === undefined)
      await tx
        .insertInto("recordingPeople")
        .values({ recordingId, place, ...person })
        .execute();
    for (const consent of consents) {
      const row = { recordingId, principalId, ...consent };
      await tx
        .insertInto("recordingConsents")
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(["recordingId", "principalId", "purpose"])
            .doUpdateSet(row),
        )
        .execute();
    }
  }
}

async function withPeople(
  db: Db<RecordingsTables>,
  rows: readonly Row[],
): Promise<readonly RecordingRecord[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const people = await db
    .selectFrom("recordingPeople")
    .selectAll()
    .where("recordingId", "in", ids)
    .orderBy("place")
    .execute();
  const consents = await db
    .selectFrom("recordingConsents")
    .selectAll()
    .where("recordingId", "in", ids)
    .execute();
  return rows.map(({ clientId: _, ...recording }) => ({
    ...recording,
    people: people
      .filter(({ recordingId }) => recordingId === recording.id)
      .map(({ principalId, kind, name }) => ({
        principalId,
        kind,
        name,
        consents: recording.purposes.flatMap((purpose) =>
          consents.flatMap(({ recordingId, principalId: of, ...consent }) =>
            recordingId === recording.id &&
            of === principalId &&
            consent.purpose === purpose
              ? [consent]
              : [],
          ),
        ),
      })),
  }));
}
