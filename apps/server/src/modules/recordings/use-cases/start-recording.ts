import {
  CONSENT_TEXT_VERSION,
  type Actor,
  type Call,
  type CommandParams,
  type PrincipalId,
  type RecordingId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { codeOf } from "../../../platform/db/failures.ts";
import type { CommandContext } from "../../../platform/realtime/command.ts";
import { presentIn } from "../domain/present-in.ts";
import {
  answer,
  askAll,
  personIn,
  type RecordingRecord,
} from "../domain/recording-record.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import {
  insertRecording,
  recordingByClient,
  standingRecordingOf,
} from "../store/recordings.ts";
import { requireRight } from "./require-right.ts";

const uniqueViolation = "23505";

/**
 * Begins to record a call: it moves to the media server, everybody in it is asked, and whoever begins agrees by that to
 * the purposes they name. Where the call is recorded already, that recording is the answer. Refuses what `requireRight`
 * refuses, `recording.impossible` and `server.unavailable` where there is no media server, now or at all, and
 * `request.conflict` while the call rings.
 */
export async function startRecording(
  powers: RecordingPowers,
  context: CommandContext,
  params: CommandParams<"recording.start">,
): Promise<RecordingRecord> {
  const { principal } = context;
  const { db } = powers.database;
  const call = await requireRight(powers, principal, params.callId);
  requirePossible(powers, call);
  const find = async (): Promise<RecordingRecord | undefined> =>
    (await recordingByClient(db, principal.id, params.clientId)) ??
    (await standingRecordingOf(db, call.id));
  const known = await find();
  if (known !== undefined) return known;
  try {
    return await beginRecording(powers, context, {
      ...{ call, params },
      starter: "agrees",
    });
  } catch (error) {
    // Two pressed at once, or one twice.
    const winner = codeOf(error) === uniqueViolation ? await find() : undefined;
    if (winner === undefined) throw error;
    return winner;
  }
}

function requirePossible(
  { media }: Pick<RecordingPowers, "media">,
  { state }: Call,
): void {
  const server = media.serverStatus();
  if (server === "off") throw new AppError("recording.impossible");
  if (server === "down") throw new AppError("server.unavailable");
  if (state === "ringing") throw new AppError("request.conflict");
}

interface Beginning {
  readonly call: Call;
  readonly params: CommandParams<"recording.start">;
  /** Whoever asked for it agrees by that; in whose name it began by itself is asked like everybody. */
  readonly starter: "agrees" | "is_asked";
}

interface Starter {
  readonly principal: { readonly id: PrincipalId; readonly name: string };
  readonly actor: Actor;
}

/** Begins it, once it is known that it may. Rejects where the call has one already. */
export function beginRecording(
  powers: RecordingPowers,
  { principal, actor }: Starter,
  { call, params, starter }: Beginning,
): Promise<RecordingRecord> {
  const { database, calls, chats } = powers;
  const { id: callId, conversationId } = call;
  const asked = askAll(
    newRecording(powers, { call, params }, principal),
    presentIn(call),
    CONSENT_TEXT_VERSION,
  );
  const { recording, facts } =
    starter === "agrees"
      ? agreedByStarter(asked, powers.clock.now())
      : { recording: asked, facts: [] };
  const { id: recordingId } = recording;
  return database.transact(actor, async (unit) => {
    await insertRecording(unit.tx, recording, params.clientId);
    await calls.moveToServer(unit, { callId, actorId: principal.id });
    unit.happened({
      type: "recording.started",
      recordingId,
      callId,
      conversationId,
      purposes: recording.purposes.join(","),
    });
    for (const fact of facts)
      unit.happened({
        ...fact,
        recordingId,
        principalId: principal.id,
        textVersion: CONSENT_TEXT_VERSION,
      });
    unit.happened({ type: "recording.changed", recordingId });
    await chats.append(unit, conversationId, [
      {
        type: "recording.started",
        actorId: principal.id,
        recordingId,
        callId,
      },
    ]);
    return recording;
  });
}

function newRecording(
  { ids, clock }: Pick<RecordingPowers, "ids" | "clock">,
  { call, params }: Pick<Beginning, "call" | "params">,
  { id, name }: Starter["principal"],
): RecordingRecord {
  return {
    id: ids.next<RecordingId>(),
    callId: call.id,
    conversationId: call.conversationId,
    requestId: call.requestId,
    purposes: params.purposes,
    state: "recording",
    startedBy: id,
    startedByName: name,
    startedAt: clock.now(),
    endedAt: null,
    endReason: null,
    revision: 1,
    people: [],
  };
}

function agreedByStarter(
  recording: RecordingRecord,
  now: Date,
): Pick<ReturnType<typeof answer>, "recording" | "facts"> {
  const { startedBy, purposes } = recording;
  const starter = personIn(recording, startedBy);
  return starter === undefined
    ? { recording, facts: [] }
    : answer(recording, starter, {
        purposes,
        textVersion: CONSENT_TEXT_VERSION,
        now,
      });
}
