import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  authEndpoints,
  libraryEndpoints,
  reelPath,
  type RecordingId,
} from "@veche/contracts";
import {
  startWorld,
  waitUntil,
  type Person,
  type World,
} from "@veche/test-world";
import type { Figure } from "./figures.ts";
import { openStore, type Store } from "./load/open-store.ts";
import { makeSample, tracksOf } from "./recorded-call.ts";

const callMs = Number(process.env["CALL_SECONDS"] ?? 600) * 1_000;
const mostToPlayMs = 5_000;
const mostOfItsLength = 0.3;

/** A call of two that has just ended: how soon it can be watched, and how long a film of it takes. */
export async function measureRecording(): Promise<readonly Figure[]> {
  await using world = await startWorld();
  using admin = await world.user("admin");
  const recordingId = await putCall(world);
  const playedAfterMs = await untilPlayed(world, admin, recordingId);
  const composedInMs = await compose(admin, recordingId);
  const minutes = callMs / 60_000;
  return [
    {
      name: `end of a call of two, ${minutes} minutes → a stretch from its middle is given`,
      measured: `${Math.round(playedAfterMs)} ms`,
      against: "5 s",
      ratio: playedAfterMs / mostToPlayMs,
      goal: "≤ 1×",
    },
    {
      name: "composing it, side by side, H.264 and AAC, 1280 × 720",
      measured: `${(composedInMs / 1_000).toFixed(1)} s`,
      against: `${callMs / 1_000} s, its length`,
      ratio: composedInMs / callMs,
      goal: `≤ ${mostOfItsLength}×`,
    },
  ];
}

/** The tracks as the media server leaves them, and their rows; nobody has been told yet. */
async function putCall(world: World): Promise<RecordingId> {
  const recordingId = randomUUID() as RecordingId;
  const beganAtMs = Date.now() - callMs;
  const folder = join("recordings", recordingId);
  await mkdir(join(world.server.dataDir, folder), { recursive: true });
  await using store = await openStore(world.server.dataDir);
  const people: string[] = [];
  for (const name of ["anna", "boris"] as const) {
    using person = await world.user(name);
    people.push((await person.call(authEndpoints.getMe)).id);
  }
  await putRecording(store, { recordingId, beganAtMs, people });
  for (const [place, personId] of people.entries()) {
    const tracks = tracksOf(makeSample(place + 1), beganAtMs, callMs);
    for (const [source, bytes] of Object.entries(tracks)) {
      const file = join(folder, `${personId}-${source}.mjr`);
      await writeFile(join(world.server.dataDir, file), bytes);
      await store.client.query(
        `INSERT INTO recording_tracks (id, recording_id, principal_id, part_id, source, file, started_at, ended_at, end_reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'stopped')`,
        [
          ...[randomUUID(), recordingId, personId, randomUUID(), source, file],
          ...[new Date(beganAtMs), new Date(beganAtMs + callMs)],
        ],
      );
    }
  }
  return recordingId;
}

async function putRecording(
  { client }: Store,
  {
    recordingId,
    beganAtMs,
    people,
  }: {
    readonly recordingId: RecordingId;
    readonly beganAtMs: number;
    readonly people: readonly string[];
  },
): Promise<void> {
  await client.query(
    `INSERT INTO recordings (id, call_id, conversation_id, purposes, state, started_by, started_by_name, started_at,
       ended_at, end_reason, client_id, revision)
     VALUES ($1, $2, $3, '["minutes"]', 'recording', $4, 'Anna', $5, NULL, NULL, $6, 1)`,
    [
      ...[recordingId, randomUUID(), randomUUID(), people[0]],
      ...[new Date(beganAtMs), randomUUID()],
    ],
  );
  for (const [place, personId] of people.entries())
    await client.query(
      `INSERT INTO recording_people (recording_id, principal_id, kind, name, place) VALUES ($1, $2, 'user', $3, $4)`,
      [recordingId, personId, `Person ${place + 1}`, place],
    );
}

async function untilPlayed(
  world: World,
  admin: Person,
  recordingId: RecordingId,
): Promise<number> {
  {
    await using store = await openStore(world.server.dataDir);
    await store.client.query(
      `UPDATE recordings SET state = 'ended', ended_at = now(), end_reason = 'stopped' WHERE id = $1`,
      [recordingId],
    );
  }
  const endedAt = performance.now();
  // A changed rule of keeping makes the server look, as the end of a call does.
  await admin.call(libraryEndpoints.updateLibraryPolicy, {
    body: { keptDays: 3_650 },
  });
  const reel = await waitUntil(
    "a recording that can be watched",
    async () => {
      const { recording, reels } = await admin.call(
        libraryEndpoints.openRecording,
        { params: { recordingId } },
      );
      return recording.state === "playable" ? reels[0] : undefined;
    },
    { timeoutMs: 120_000, everyMs: 50 },
  );
  const from = Math.floor(reel.sizeBytes / 2);
  const answer = await fetch(world.baseUrl + reelPath(recordingId, reel.id), {
    headers: { ...admin.headers, range: `bytes=${from}-${from + 262_143}` },
  });
  if (answer.status !== 206) throw new Error(`bytes: ${answer.status}`);
  await answer.arrayBuffer();
  return performance.now() - endedAt;
}

async function compose(
  admin: Person,
  recordingId: RecordingId,
): Promise<number> {
  const params = { recordingId };
  const beganAt = performance.now();
  await admin.call(libraryEndpoints.requestComposition, {
    params,
    body: { layout: "side_by_side", format: "mp4", language: "en" },
  });
  await waitUntil(
    "a film",
    async () => {
      const { compositions } = await admin.call(
        libraryEndpoints.openRecording,
        { params },
      );
      if (compositions.some(({ state }) => state === "failed"))
        throw new Error("the film could not be made");
      return compositions.some(({ state }) => state === "ready");
    },
    { timeoutMs: 600_000, everyMs: 250 },
  );
  return performance.now() - beganAt;
}
