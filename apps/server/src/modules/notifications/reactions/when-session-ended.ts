import type { Tx } from "../../../platform/db/database.ts";
import type { OutboxEntry } from "../../../platform/db/outbox.ts";
import {
  hideWordsOfSession,
  removeDevicesOfSession,
} from "../store/devices.ts";
import { forgetPerson } from "../store/forget-person.ts";
import type { NotificationsTables } from "../store/tables.ts";

/**
 * A browser that was signed out is told nothing more. One that was merely not used for long still learns that there is
 * something, but not what: nobody has signed in there since.
 */
export async function followFacts(
  tx: Tx<NotificationsTables>,
  entries: readonly OutboxEntry[],
): Promise<void> {
  for (const { event } of entries) {
    if (event.type === "session.ended") {
      if (event.reason === "expired")
        await hideWordsOfSession(tx, event.sessionId);
      else await removeDevicesOfSession(tx, event.sessionId);
    }
    if (event.type === "user.erased") await forgetPerson(tx, event.userId);
  }
}
