import type { ConversationId } from "@veche/contracts";
import type { Db } from "../../platform/db/database.ts";
import type { SyncSource } from "../../platform/realtime/sync-source.ts";
import {
  conversationsOf,
  conversationView,
} from "./store/conversation-views.ts";
import type { ChatsTables } from "./store/tables.ts";
import { firstEvents } from "./store/timeline.ts";

/** Above every position. */
const noBound = 2_147_483_647;

/** Asks no rights: the hub reads only what `conversationsOf` gave a connection. */
export function createSyncSource(db: Db<ChatsTables>): SyncSource {
  return {
    conversationsOf: (principalId) => conversationsOf(db, principalId),
    eventsAfter: (conversationId, seq, limit) =>
      firstEvents(db, conversationId, {
        afterSeq: seq,
        beforeSeq: noBound,
        limit,
      }),
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
