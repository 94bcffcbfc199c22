import type { ScheduledMessage } from "@veche/contracts";
import type { ScheduledRow } from "./store/scheduled.ts";
import { shownCargo } from "./use-cases/carry-files.ts";

/** A waiting message as its author sees it. */
export const presentScheduled = ({
  id,
  conversationId,
  body,
  mentions,
  carried,
  sendAt,
  refusal,
}: ScheduledRow): ScheduledMessage => ({
  scheduledId: id,
  conversationId,
  body,
  ...(mentions.length === 0 ? {} : { mentions: [...mentions] }),
  ...(carried === null ? {} : shownCargo(carried)),
  sendAt: sendAt.toISOString(),
  refusal,
});
