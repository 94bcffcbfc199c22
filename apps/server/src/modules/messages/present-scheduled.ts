import type { ScheduledMessage } from "@veche/contracts";
import type { ScheduledRow } from "./store/scheduled.ts";

/** A waiting message as its author sees it. */
export const presentScheduled = ({
  id,
  conversationId,
  body,
  mentions,
  sendAt,
  refusal,
}: ScheduledRow): ScheduledMessage => ({
  scheduledId: id,
  conversationId,
  body,
  ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
  sendAt: sendAt.toISOString(),
  refusal,
});
