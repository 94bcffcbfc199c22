import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { PrincipalId, RecordingId, ReelId } from "@veche/contracts";
import { serverActor } from "../../../../platform/db/database.ts";
import { readFrames } from "../../compose/frames/read-frames.ts";
import type { Frame } from "../../compose/frames/frame.ts";
import { openMjr, type MjrFile } from "../../compose/mjr/read-mjr.ts";
import { MjrUnreadableError } from "../../compose/mjr/mjr-head.ts";
import { SpanMaker } from "../../compose/domain/span.ts";
import { writeReel } from "../../compose/reel/write-reel.ts";
import type { LibraryFolder } from "../library-folder.ts";
import type { LibraryPowers } from "../library-powers.ts";
import { makeAllAgain } from "../store/compositions.ts";
import {
  recordingsToPrepare,
  reelsOf,
  replaceStock,
  usableTracks,
  type Stock,
  type StoredReel,
  type UsableTrack,
} from "../store/stock.ts";

export type PrepareDeps = Pick<
  LibraryPowers,
  "database" | "clock" | "ids" | "log" | "dataDir" | "writeGate"
> & { readonly folder: LibraryFolder };

/**
 * Lines up the tracks of recordings that have ended, so that they can be watched; again when somebody withdrew. It goes
 * by the tables: killed anywhere, the next round begins that recording anew.
 */
export async function prepareRecordings(deps: PrepareDeps): Promise<void> {
  for (const { id } of await recordingsToPrepare(deps.database.db)) {
    deps.writeGate.assertOpen();
    await prepare(deps, id);
  }
}

async function prepare(
  deps: PrepareDeps,
  recordingId: RecordingId,
): Promise<void> {
  const { database, clock, folder, log } = deps;
  const before = await reelsOf(database.db, recordingId);
  const tracks = await usableTracks(database.db, recordingId);
  const made = await lineUp(deps, recordingId, tracks).catch(
    (error: unknown): Pick<Stock, "state" | "reels"> => {
      log.error({ error, recordingId }, "a recording can't be lined up");
      return { state: "failed", reels: [] };
    },
  );
  const durationMs = Math.max(0, ...made.reels.map((reel) => reel.durationMs));
  const isKept = await database.transact(serverActor, async (unit) => {
    const stock = { ...made, recordingId, durationMs, at: clock.now() };
    if (!(await replaceStock(unit, { ...stock, trackCount: tracks.length })))
      return false;
    await makeAllAgain(unit, recordingId);
    if (made.state === "playable")
      unit.happened({ type: "recording.playable", recordingId, durationMs });
    return true;
  });
  for (const { id } of isKept ? before : made.reels)
    await folder.remove(folder.path(recordingId, { kind: "reel", id }));
}

/** The tracks of one person that belong into one reel. */
interface Group {
  readonly principalId: PrincipalId;
  readonly kind: StoredReel["kind"];
  readonly tracks: OpenTrack[];
}

interface OpenTrack extends UsableTrack {
  readonly mjr: MjrFile;
}

async function lineUp(
  deps: PrepareDeps,
  recordingId: RecordingId,
  tracks: readonly UsableTrack[],
): Promise<Pick<Stock, "state" | "reels">> {
  await using files = new AsyncDisposableStack();
  const opened: OpenTrack[] = [];
  for (const track of tracks) {
    const mjr = await openReadable(deps, track);
    if (mjr !== undefined) opened.push({ ...track, mjr: files.use(mjr) });
  }
  const beganAtMs = Math.min(...opened.map(beginOf));
  const reels: Stock["reels"][number][] = [];
  for (const group of groupsOf(opened)) {
    const reel = await writeGroup(deps, group, { recordingId, beganAtMs });
    if (reel !== undefined) reels.push(reel);
  }
  if (reels.length > 0) return { state: "playable", reels };
  return { state: "empty", reels };
}

const beginOf = ({ mjr }: OpenTrack): number =>
  mjr.head.firstPacketAtUs / 1_000;

/** A file without a packet, or none at all, is nobody's loss; the rest is lined up without it. */
async function openReadable(
  { dataDir, log }: PrepareDeps,
  { file }: UsableTrack,
): Promise<MjrFile | undefined> {
  try {
    const mjr = await openMjr(join(dataDir, file));
    if (mjr.head.firstPacketAtUs > 0) return mjr;
    await mjr[Symbol.asyncDispose]();
  } catch (error) {
    const isMissing =
      error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isMissing && !(error instanceof MjrUnreadableError)) throw error;
    log.warn({ error, file }, "a track can't be read");
  }
  return undefined;
}

function groupsOf(tracks: readonly OpenTrack[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const track of tracks) {
    const { principalId, source } = track;
    const kind =
      source === "screen" || source === "screenSound" ? "screen" : "camera";
    const key = `${principalId} ${kind}`;
    const group = groups.get(key) ?? { principalId, kind, tracks: [] };
    group.tracks.push(track);
    groups.set(key, group);
  }
  return [...groups.values()];
}

async function writeGroup(
  { ids, folder }: PrepareDeps,
  { principalId, kind, tracks }: Group,
  {
    recordingId,
    beganAtMs,
  }: { readonly recordingId: RecordingId; readonly beganAtMs: number },
): Promise<Stock["reels"][number] | undefined> {
  const id = ids.next<ReelId>();
  const path = await folder.place(recordingId, { kind: "reel", id });
  const ordered = tracks.toSorted((a, b) => beginOf(a) - beginOf(b));
  const framesOf = (media: "sound" | "picture"): AsyncIterable<Frame>[] =>
    ordered
      .filter(({ mjr }) => mjr.head.media === media)
      .map(({ mjr }) => readFrames(mjr, beganAtMs));
  const facts = await writeReel(path, {
    pictures: framesOf("picture"),
    sound: framesOf("sound"),
  });
  if (facts === undefined) {
    await folder.remove(path);
    return undefined;
  }
  const { size: sizeBytes } = await stat(path);
  return {
    ...{ id, principalId, kind, sizeBytes },
    hasPicture: facts.picture !== null,
    hasSound: facts.hasSound,
    seen: facts.seen,
    present: presenceOf(ordered, beganAtMs),
    durationMs: facts.durationMs,
  };
}

/** A connection that was made anew within this is no leaving. */
const reconnectMs = 15_000;

function presenceOf(tracks: readonly OpenTrack[], beganAtMs: number) {
  const spans = new SpanMaker(reconnectMs);
  for (const track of tracks)
    spans.add(beginOf(track) - beganAtMs, track.endedAt.getTime() - beganAtMs);
  return spans.finish();
}
