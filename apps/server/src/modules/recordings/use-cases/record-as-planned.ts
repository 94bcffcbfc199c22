import type { Call, CallId, ClientId, User, UserId } from "@veche/contracts";
import { codeOf } from "../../../platform/db/failures.ts";
import { mayRecord } from "../domain/may-record.ts";
import { presentIn } from "../domain/present-in.ts";
import type { RecordingPowers } from "../recording-powers.ts";
import { readPolicy } from "../store/policy.ts";
import { wasRecorded } from "../store/recordings.ts";
import { beginRecording } from "./start-recording.ts";

const uniqueViolation = "23505";

/** `settled` nothing more comes of this call · `waiting` something of it may be another yet. */
type Outcome = "settled" | "waiting";

/**
 * Begins the recording of a conference that is planned to be recorded, in the name of the first in its call who may
 * record; their consent is asked for like everybody's. A call that was recorded once is left as its people left it.
 */
export async function recordAsPlanned(
  powers: RecordingPowers,
  callId: CallId,
): Promise<Outcome> {
  const { calls, plans, media, database } = powers;
  const call = await calls.find(callId);
  const isOpen = call?.state === "active" && call.kind === "group";
  if (!isOpen || !(await plans.isRecorded(call.conversationId)))
    return "settled";
  if (await wasRecorded(database.db, callId)) return "settled";
  const server = media.serverStatus();
  if (server !== "up") return server === "off" ? "settled" : "waiting";
  const starter = await starterIn(powers, call);
  if (starter === undefined) return "waiting";
  const { id, name } = starter;
  await beginRecording(
    powers,
    { principal: starter, actor: { id, name, address: null } },
    {
      call,
      params: {
        callId,
        clientId: powers.ids.next<ClientId>(),
        purposes: ["minutes"],
      },
      starter: "is_asked",
    },
  ).catch((error: unknown) => {
    // Somebody pressed the button meanwhile.
    if (codeOf(error) !== uniqueViolation) throw error;
  });
  return "settled";
}

async function starterIn(
  { users, database }: Pick<RecordingPowers, "users" | "database">,
  call: Call,
): Promise<User | undefined> {
  const ids = presentIn(call).flatMap(({ kind, principalId }) =>
    // A seat of this kind is a user's.
    kind === "user" ? [principalId as UserId] : [],
  );
  const [present, policy] = await Promise.all([
    users.many(ids),
    readPolicy(database.db),
  ]);
  return ids
    .map((id) => present.find((user) => user.id === id))
    .find((user) => user !== undefined && mayRecord(user.roles, policy));
}
