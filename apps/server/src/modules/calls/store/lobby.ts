import { sql, type Selectable } from "kysely";
import type { ConversationId, LobbyState, PrincipalId } from "@veche/contracts";
import type { Db, Tx } from "../../../platform/db/database.ts";
import type { CallsTables, LobbyPlacesTable } from "./tables.ts";

export type StoredPlace = Selectable<LobbyPlacesTable>;

/** Everybody who stands or stood before this door, the first to come first. */
export function placesBefore(
  db: Db<CallsTables>,
  conversationId: ConversationId,
): Promise<StoredPlace[]> {
  return db
    .selectFrom("lobbyPlaces")
    .selectAll()
    .where("conversationId", "=", conversationId)
    .orderBy("since")
    .orderBy("principalId")
    .execute();
}

export async function placeOf(
  db: Db<CallsTables>,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<LobbyState | null> {
  const row = await db
    .selectFrom("lobbyPlaces")
    .select("state")
    .where("conversationId", "=", conversationId)
    .where("principalId", "=", principalId)
    .executeTakeFirst();
  return row?.state ?? null;
}

/** Takes a place, or speaks for it from another socket; what was decided of it stays. */
export async function takePlace(
  tx: Tx<CallsTables>,
  place: Omit<StoredPlace, "state">,
): Promise<LobbyState> {
  const { connectionId, name } = place;
  const { state } = await tx
    .insertInto("lobbyPlaces")
    .values({ ...place, state: "waiting" })
    .onConflict((conflict) =>
      conflict
        .columns(["conversationId", "principalId"])
        .doUpdateSet({ connectionId, name }),
    )
    .returning("state")
    .executeTakeFirstOrThrow();
  return state;
}

/** Says what becomes of somebody; who did not stand there stands there with it. */
export async function decidePlace(
  tx: Tx<CallsTables>,
  place: Omit<StoredPlace, "connectionId">,
): Promise<void> {
  await tx
    .insertInto("lobbyPlaces")
    .values({ ...place, connectionId: null })
    .onConflict((conflict) =>
      conflict
        .columns(["conversationId", "principalId"])
        .doUpdateSet({ state: place.state }),
    )
    .execute();
}

/** Lets everybody in who waits: whom. */
export async function admitWaiting(
  tx: Tx<CallsTables>,
  conversationId: ConversationId,
): Promise<readonly PrincipalId[]> {
  const rows = await tx
    .updateTable("lobbyPlaces")
    .set({ state: "admitted" })
    .where("conversationId", "=", conversationId)
    .where("state", "=", "waiting")
    .returning("principalId")
    .execute();
  return rows.map(({ principalId }) => principalId);
}

/** One who waits goes; what was decided of others stays. */
export async function leavePlace(
  tx: Tx<CallsTables>,
  conversationId: ConversationId,
  principalId: PrincipalId,
): Promise<void> {
  await tx
    .deleteFrom("lobbyPlaces")
    .where("conversationId", "=", conversationId)
    .where("principalId", "=", principalId)
    .where("state", "=", "waiting")
    .execute();
}

/** Those waiting behind sockets that closed are gone: before which doors. */
export async function leaveByLines(
  tx: Tx<CallsTables>,
  connectionIds: readonly string[],
): Promise<readonly ConversationId[]> {
  const rows = await tx
    .deleteFrom("lobbyPlaces")
    .where("connectionId", "=", sql<string>`any(${connectionIds}::text[])`)
    .where("state", "=", "waiting")
    .returning("conversationId")
    .execute();
  return [...new Set(rows.map(({ conversationId }) => conversationId))];
}

/** The sockets that speak for those who wait. */
export async function waitingLines(
  db: Db<CallsTables>,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("lobbyPlaces")
    .select("connectionId")
    .where("state", "=", "waiting")
    .execute();
  return rows.flatMap(({ connectionId }) => connectionId ?? []);
}

/** The call is over: nothing of its door is left. Who stood there. */
export async function clearLobby(
  tx: Tx<CallsTables>,
  conversationId: ConversationId,
): Promise<readonly PrincipalId[]> {
  const rows = await tx
    .deleteFrom("lobbyPlaces")
    .where("conversationId", "=", conversationId)
    .returning(["principalId", "state"])
    .execute();
  return rows.flatMap(({ principalId, state }) =>
    state === "waiting" ? [principalId] : [],
  );
}
