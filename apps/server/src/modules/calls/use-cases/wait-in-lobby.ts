import type {
  CallId,
  ConversationId,
  LobbyState,
  PrincipalId,
} from "@veche/contracts";
import { serverActor } from "../../../platform/db/database.ts";
import type { CallPowers } from "../powers.ts";
import { openCallIn } from "../store/calls.ts";
import {
  leaveByLines,
  leavePlace,
  takePlace,
  waitingLines,
} from "../store/lobby.ts";
import { callsTx } from "./change-call.ts";
import { changeFloor } from "./change-floor.ts";

/** Somebody who comes to the door of a conversation's call. */
export interface Knocker {
  readonly conversationId: ConversationId;
  readonly principalId: PrincipalId;
  readonly name: string;
  /** Not of the staff. */
  readonly isGuest: boolean;
  /** The socket they wait behind: they are gone when it is. Null: they say themselves that they go. */
  readonly connectionId: string | null;
}

/**
 * Takes a place before the door, also while nobody has begun the call, and answers how it stands. Whether they may
 * stand there is the asker's to judge.
 */
export async function knock(
  powers: CallPowers,
  knocker: Knocker,
): Promise<LobbyState> {
  const { database, clock } = powers;
  const state = await database.transact(serverActor, (unit) =>
    takePlace(callsTx(unit), { ...knocker, since: clock.now() }),
  );
  await tellInside(powers, knocker.conversationId);
  return state;
}

/** They wait no longer; what was decided of them stays. */
export async function leaveLobby(
  powers: CallPowers,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<void> {
  await powers.database.transact(serverActor, (unit) =>
    leavePlace(callsTx(unit), conversationId, principalId),
  );
  await tellInside(powers, conversationId);
}

/** Sockets closed some time ago: who waited behind them and did not come back waits no longer. */
export async function leaveClosedLines(
  powers: CallPowers,
  connectionIds: readonly string[],
): Promise<void> {
  const doors = await powers.database.transact(serverActor, (unit) =>
    leaveByLines(callsTx(unit), connectionIds),
  );
  for (const conversationId of doors) await tellInside(powers, conversationId);
}

/** The sockets of a process that died, of those who wait. */
export async function orphanedLines({
  database,
  hub,
}: CallPowers): Promise<readonly string[]> {
  const lines = await waitingLines(database.db);
  return lines.filter((line) => !hub.isOpen(line));
}

/** After the commit: a call that is begun meanwhile shows the door as it stands from its beginning. */
async function tellInside(
  powers: CallPowers,
  conversationId: ConversationId,
): Promise<void> {
  const callId: CallId | undefined = await openCallIn(
    powers.database.db,
    conversationId,
  );
  if (callId === undefined) return;
  await changeFloor(powers, serverActor, {
    callId,
    step: (floor) => floor,
    beside: async () => [],
  }).catch((error: unknown) => {
    if (!isOver(error)) throw error;
  });
}

/** It ended in between: nobody is left to be told. */
const isOver = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "call.ended" || error.code === "request.not_found");
