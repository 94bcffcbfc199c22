import type {
  CallId,
  PrincipalId,
  RecordedTrackId,
  RecordingId,
  TrackEndReason,
} from "@veche/contracts";
import type { Insertable, Selectable } from "kysely";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { RecordingsTables } from "./tables.ts";

export type TrackRow = Selectable<RecordingsTables["recordingTracks"]>;

export async function insertTracks(
  tx: Tx<RecordingsTables>,
  tracks: readonly Insertable<RecordingsTables["recordingTracks"]>[],
): Promise<void> {
  if (tracks.length > 0)
    await tx.insertInto("recordingTracks").values(tracks).execute();
}

/** Told of as being written, in whatever recording of this call. */
export function openTracksOf(
  db: Db<RecordingsTables>,
  callId: CallId,
): Promise<readonly TrackRow[]> {
  return db
    .selectFrom("recordingTracks")
    .selectAll("recordingTracks")
    .innerJoin("recordings", "recordings.id", "recordingTracks.recordingId")
    .where("recordings.callId", "=", callId)
    .where("recordingTracks.endedAt", "is", null)
    .execute();
}

/** Calls with something unfinished: a recording that goes on, or a track that nobody has settled. */
export async function unsettledCalls(
  db: Db<RecordingsTables>,
): Promise<readonly CallId[]> {
  const rows = await db
    .selectFrom("recordings")
    .select("callId")
    .distinct()
    .where((is) =>
      is.or([
        is("state", "=", "recording"),
        is.exists(
          is
            .selectFrom("recordingTracks")
            .select("recordingTracks.id")
            .whereRef("recordingTracks.recordingId", "=", "recordings.id")
            .where("recordingTracks.endedAt", "is", null),
        ),
      ]),
    )
    .execute();
  return rows.map(({ callId }) => callId);
}

export interface SettledTrack {
  readonly endReason: TrackEndReason;
  readonly endedAt: Date;
  readonly firstPacketAt: Date;
  readonly lastPacketAt: Date;
  readonly byteCount: number;
}

export async function settleTrack(
  tx: Tx<RecordingsTables>,
  id: RecordedTrackId,
  settled: SettledTrack,
): Promise<void> {
  await tx
    .updateTable("recordingTracks")
    .set(settled)
    .where("id", "=", id)
    .execute();
}

/** A file without a packet is none. */
export async function dropTrack(
  tx: Tx<RecordingsTables>,
  id: RecordedTrackId,
): Promise<void> {
  await tx.deleteFrom("recordingTracks").where("id", "=", id).execute();
}

/** Whoever withdrew is absent from what was written before, too. */
export async function leaveOut(
  tx: Tx<RecordingsTables>,
  {
    recordingId,
    principalId,
  }: { readonly recordingId: RecordingId; readonly principalId: PrincipalId },
  leftOutAt: Date,
): Promise<void> {
  await tx
    .updateTable("recordingTracks")
    .set({ leftOutAt })
    .where("recordingId", "=", recordingId)
    .where("principalId", "=", principalId)
    .where("leftOutAt", "is", null)
    .execute();
}
