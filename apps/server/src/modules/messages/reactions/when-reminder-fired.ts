import type { PrincipalId, Reminder } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import type { EventBus } from "../../../platform/event-bus.ts";
import { createGathering } from "../../../platform/gather.ts";
import type { Hub, SnapshotSource } from "../../../platform/realtime/hub.ts";
import type { Chats, Reader } from "../../chats/index.ts";
import { messagesAt } from "../http/messages-at.ts";
import {
  firedPlacesOfEach,
  reminderPlace,
  type ReminderPlace,
} from "../store/reminders.ts";
import type { MessagesTables } from "../store/tables.ts";

export interface ReminderReadingDeps {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<Chats, "readEvents">;
}

/** Reminders with their messages, for those of them that this reader may read now. */
export async function presentReminders(
  { chats }: Pick<ReminderReadingDeps, "chats">,
  reader: Reader,
  places: readonly ReminderPlace[],
): Promise<Reminder[]> {
  const found = await messagesAt(chats, reader, places);
  return found.map(({ place, message, authorName }) => ({
    conversationId: place.conversationId,
    message,
    authorName,
    reminderId: place.reminderId,
    remindAt: place.remindAt.toISOString(),
    firedAt: place.firedAt?.toISOString() ?? null,
  }));
}

/** Tells the devices that are there. */
export const tellReminders = ({
  bus,
  hub,
  ...deps
}: ReminderReadingDeps & {
  readonly bus: EventBus;
  readonly hub: Pick<Hub, "notify">;
}): Disposable =>
  bus.on("reminder.fired", async ({ reminderId, principalId }) => {
    const place = await reminderPlace(deps.db, reminderId);
    if (place === undefined) return;
    const reader = { id: principalId, kind: "user" } as const;
    for (const reminder of await presentReminders(deps, reader, [place]))
      hub.notify([principalId], { type: "reminder.fired", reminder });
  });

/** Tells those who come of what fired while they were away and is not done with. */
export function reminderSnapshot(deps: ReminderReadingDeps): SnapshotSource {
  const firedFor = createGathering({
    read: (ids: readonly PrincipalId[]) => firedPlacesOfEach(deps.db, ids),
  });
  return async (principal) => {
    if (principal.kind !== "user") return [];
    const fired = await firedFor(principal.id);
    const reminders = await presentReminders(deps, principal, fired);
    return reminders.map((reminder) => ({ type: "reminder.fired", reminder }));
  };
}
