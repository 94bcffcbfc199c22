import type { ConversationId, TimelineEvent } from "@veche/contracts";
import { type LentUnit, sendOff } from "../../../platform/db/statements.ts";
import { shownOf, type Shown } from "../domain/last-message.ts";
import type { LoggedEvent } from "./append-entries.ts";

/** A message that was edited or deleted shows so in the lists, where it is the newest of its conversation. */
export async function amendLastMessages(
  unit: LentUnit,
  events: readonly LoggedEvent[],
): Promise<void> {
  const amended = new Map<string, Amended>();
  for (const { conversationId, event } of events) {
    const shown = shownAfter(event);
    if (shown === undefined) continue;
    const { messageSeq, ...rest } = shown;
    amended.set(`${conversationId}/${messageSeq}`, {
      c: conversationId,
      s: messageSeq,
      shown: rest,
    });
  }
  if (amended.size === 0) return;
  await sendOff(
    unit,
    `UPDATE conversations v SET last_message = v.last_message || i.shown
       || CASE WHEN v.confidentiality IS NULL THEN '{}' ELSE '{"excerpt": ""}'::jsonb END
     FROM json_to_recordset($1::json) AS i (c uuid, s integer, shown jsonb)
     WHERE v.id = i.c AND (v.last_message->>'seq')::integer = i.s`,
    [JSON.stringify([...amended.values()])],
  );
}

interface Amended {
  readonly c: ConversationId;
  readonly s: number;
  readonly shown: Partial<Shown>;
}

function shownAfter(
  event: TimelineEvent,
): (Partial<Shown> & { readonly messageSeq: number }) | undefined {
  switch (event.type) {
    case "message.edited": {
      const { excerpt } = shownOf(event);
      return { messageSeq: event.messageSeq, excerpt };
    }
    case "message.deleted":
      return { messageSeq: event.messageSeq, excerpt: "", hint: "deleted" };
    default:
      return undefined;
  }
}
