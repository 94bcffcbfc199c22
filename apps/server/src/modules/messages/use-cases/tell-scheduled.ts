import {
  isOpenOn,
  type ConversationId,
  type PrincipalId,
} from "@veche/contracts";
import type { Database } from "../../../platform/db/database.ts";
import type { Hub } from "../../../platform/realtime/hub.ts";
import type { Chats } from "../../chats/index.ts";
import { presentScheduled } from "../present-scheduled.ts";
import { scheduledIn } from "../store/scheduled.ts";
import type { MessagesTables } from "../store/tables.ts";

export interface TellScheduledDeps {
  readonly database: Database<MessagesTables>;
  readonly hub: Pick<Hub, "notify">;
  readonly chats: Pick<Chats, "profile">;
}

/** Tells an author's devices what waits there, those on which the conversation opens (C10). */
export async function tellScheduled(
  { database, hub, chats }: TellScheduledDeps,
  conversationId: ConversationId,
  authorId: PrincipalId,
): Promise<void> {
  const [rows, profile] = await Promise.all([
    scheduledIn(database.db, conversationId, authorId),
    chats.profile(conversationId),
  ]);
  const rules = profile?.confidentiality ?? null;
  hub.notify(
    [authorId],
    {
      type: "scheduled.changed",
      conversationId,
      scheduled: rows.map(presentScheduled),
    },
    (device) => isOpenOn(rules, device),
  );
}
