import type { Actor, PrincipalId, RecordingId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { UnitOfWork } from "../../../platform/db/database.ts";
import type { RecordingRecord } from "../domain/recording-record.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { lockRecording, saveRecording } from "../store/recordings.ts";
import type { RecordingsTables } from "../store/tables.ts";

export interface Change {
  readonly recordingId: RecordingId;
  /** Who did it; null when the server did. */
  readonly actorId: PrincipalId | null;
  /** The same recording back means that nothing happened; what goes with the change is written in its transaction. */
  readonly step: (
    recording: RecordingRecord,
    unit: UnitOfWork<RecordingsTables>,
  ) => RecordingRecord | Promise<RecordingRecord>;
}

/** Applies a step to a recording, one after another with all else that happens to it, and says what it made true. */
export function changeRecording(
  { database, chats }: Pick<RecordingPowers, "database" | "chats">,
  actor: Actor,
  { recordingId, actorId, step }: Change,
): Promise<RecordingRecord> {
  return database.transact(actor, async (unit) => {
    const before = await lockRecording(unit.tx, recordingId);
    if (before === undefined) throw new AppError("recording.not_found");
    const after = await step(before, unit);
    if (after === before) return before;
    const saved = await saveRecording(unit.tx, before, after);
    unit.happened({ type: "recording.changed", recordingId });
    if (before.state === "recording" && saved.state === "ended")
      await tellEnd(chats, unit, { recording: saved, actorId });
    return saved;
  });
}

async function tellEnd(
  chats: RecordingPowers["chats"],
  unit: UnitOfWork<RecordingsTables>,
  {
    recording,
    actorId,
  }: {
    readonly recording: RecordingRecord;
    readonly actorId: PrincipalId | null;
  },
): Promise<void> {
  const { id: recordingId, callId, conversationId } = recording;
  const { startedAt, endedAt, endReason } = recording;
  if (endedAt === null || endReason === null) return;
  const durationMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
  const ended = { recordingId, callId, durationMs };
  unit.happened({
    type: "recording.ended",
    conversationId,
    reason: endReason,
    ...ended,
  });
  await chats.append(unit, conversationId, [
    { type: "recording.ended", actorId, ...ended },
  ]);
}
