import type { ConversationId } from "@veche/contracts";
import type { Db } from "../../platform/db/database.ts";
import { createGathering } from "../../platform/gather.ts";
import type { SyncSource } from "../../platform/realtime/sync-source.ts";
import {
  conversationsOf,
  conversationView,
} from "./store/conversation-views.ts";
import { listsOfEach, type ListReader } from "./store/conversation-lists.ts";
import type { ChatsTables } from "./store/tables.ts";
import { eventsAfterPlaces, type ReadingPlace } from "./store/timeline.ts";

/**
 * After a restart everybody comes back in one moment. A person's list may be long: few are read in one statement, or
 * it would meet its time-out.
 */
const crowd = { maxKeys: 16, maxReadings: 4 } as const;

/** Asks no rights: the hub reads only what `conversationsOf` gave a connection. */
export function createSyncSource(db: Db<ChatsTables>): SyncSource {
  const eventsAfter = createGathering({
    ...crowd,
    read: (places: readonly ReadingPlace[]) => eventsAfterPlaces(db, places),
  });
  const listOf = createGathering({
    ...crowd,
    read: (readers: readonly ListReader[]) => listsOfEach(db, readers),
  });
  return {
    conversationsOf: (principalId) => conversationsOf(db, principalId),
    listOf: (principalId, heldVersion) => listOf({ principalId, heldVersion }),
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
