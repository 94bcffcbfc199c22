import type { ConversationId } from "@veche/contracts";
import type { Db } from "../../platform/db/database.ts";
import { createGathering } from "../../platform/gather.ts";
import type { SyncSource } from "../../platform/realtime/sync-source.ts";
import type { ListReader } from "./list-reader.ts";
import {
  conversationsOf,
  conversationView,
} from "./store/conversation-views.ts";
import type { ChatsTables } from "./store/tables.ts";
import { eventsAfterPlaces, type ReadingPlace } from "./store/timeline.ts";

/** After a restart everybody comes back in one moment; most have missed little, and few a thousand long messages. */
const crowd = { maxKeys: 500, maxReadings: 2, maxWeight: 4_000 } as const;

/** Asks no rights: the hub reads only what `listOf` gave a connection. */
export function createSyncSource(
  db: Db<ChatsTables>,
  lists: Pick<ListReader, "listOf">,
): SyncSource {
  const eventsAfter = createGathering({
    ...crowd,
    weightOf: ({ limit }: ReadingPlace) => limit,
    read: (places: readonly ReadingPlace[]) => eventsAfterPlaces(db, places),
  });
  return {
    listOf: (principalId, heldVersion) =>
      lists.listOf(principalId, heldVersion),
    conversationsOf: (principalId) => conversationsOf(db, principalId),
    eventsAfter: (conversationId, afterSeq, limit) =>
      eventsAfter({ conversationId, afterSeq, limit }),
    async conversation(conversationId, asSeenBy) {
      const view = await conversationView(db, conversationId, asSeenBy);
      return view?.isMember === true ? view.conversation : undefined;
    },
    async headsOf(conversationIds) {
      if (conversationIds.length === 0)
        return new Map<ConversationId, number>();
      const rows = await db
        .selectFrom("conversations")
        .select(["id", "headSeq"])
        .where("id", "in", conversationIds)
        .execute();
      return new Map(rows.map((row) => [row.id, row.headSeq]));
    },
  };
}
