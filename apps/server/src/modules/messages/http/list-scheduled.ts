import { messageEndpoints } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route } from "../../../platform/http/route.ts";
import { presentScheduled } from "../present-scheduled.ts";
import { scheduledIn } from "../store/scheduled.ts";
import type { MessagesTables } from "../store/tables.ts";

/** One's own words: they are shown to their author also after leaving. */
export const listScheduled = ({ db }: { readonly db: Db<MessagesTables> }) =>
  route(messageEndpoints.listScheduled, async ({ principal, params }) => {
    const rows = await scheduledIn(db, params.conversationId, principal.id);
    return { items: rows.map(presentScheduled) };
  });
