import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { ClientId, PrincipalId, RecordingId } from "@veche/contracts";
import { serverActor } from "../src/platform/db/database.ts";
import { systemIds } from "../src/platform/ids.ts";
import type { RecordingsTables } from "../src/modules/recordings/index.ts";
import type { TestDatabase } from "./database.ts";
import { movingTrack, silentTrack } from "./recorded-track.ts";

/** When the recordings of tests began. */
export const beganAtMs = Date.parse("2026-05-04T10:00:00.000Z");
const lastedMs = 3_000;

interface Person {
  readonly id: PrincipalId;
  readonly name: string;
}

interface Place {
  readonly database: TestDatabase<RecordingsTables>["database"];
  readonly dataDir: string;
}

interface Cast {
  readonly people: readonly [first: Person, second: Person];
  /** The first one's camera was on. */
  readonly hasPicture: boolean;
}

/** A recording of two that has ended after three seconds; the second came a second later. */
export async function recordedCall(
  place: Place,
  { people, hasPicture }: Cast,
): Promise<RecordingId> {
  const recordingId = await insertRecording(place, people);
  const [first, second] = people;
  await insertTrack(place, {
    ...{ recordingId, person: first, source: "microphone" },
    bytes: silentTrack(beganAtMs, lastedMs),
  });
  await insertTrack(place, {
    ...{ recordingId, person: second, source: "microphone" },
    bytes: silentTrack(beganAtMs + 1_000, lastedMs - 1_000),
  });
  if (hasPicture)
    await insertTrack(place, {
      ...{ recordingId, person: first, source: "camera" },
      bytes: movingTrack(beganAtMs, lastedMs),
    });
  return recordingId;
}

async function insertRecording(
  { database }: Place,
  people: Cast["people"],
): Promise<RecordingId> {
  const id = systemIds.next<RecordingId>();
  const [{ id: startedBy, name: startedByName }] = people;
  await database.transact(serverActor, async (unit) => {
    await unit.tx
      .insertInto("recordings")
      .values({
        ...{ id, callId: systemIds.next(), conversationId: systemIds.next() },
        ...{ requestId: null, purposes: JSON.stringify(["minutes"]) },
        ...{ state: "ended", startedBy, startedByName },
        startedAt: new Date(beganAtMs),
        clientId: systemIds.next<ClientId>(),
        endedAt: new Date(beganAtMs + lastedMs),
        ...{ endReason: "stopped", revision: 2 },
      })
      .execute();
    for (const [place, { id: principalId, name }] of people.entries())
      await unit.tx
        .insertInto("recordingPeople")
        .values({ recordingId: id, principalId, kind: "user", name, place })
        .execute();
  });
  return id;
}

interface TestTrack {
  readonly recordingId: RecordingId;
  readonly person: Person;
  readonly source: "microphone" | "camera";
  readonly bytes: Buffer;
}

async function insertTrack(
  { database, dataDir }: Place,
  { recordingId, person: { id: principalId }, source, bytes }: TestTrack,
): Promise<void> {
  const file = `recordings/${recordingId}/${principalId}-${source}.mjr`;
  await mkdir(join(dataDir, "recordings", recordingId), { recursive: true });
  await writeFile(join(dataDir, file), bytes);
  await database.transact(serverActor, (unit) =>
    unit.tx
      .insertInto("recordingTracks")
      .values({
        ...{ id: systemIds.next(), recordingId, principalId, source, file },
        ...{ partId: systemIds.next(), startedAt: new Date(beganAtMs) },
        endedAt: new Date(beganAtMs + lastedMs),
        endReason: "stopped",
        ...{ firstPacketAt: null, lastPacketAt: null, byteCount: null },
        leftOutAt: null,
      })
      .execute(),
  );
}
