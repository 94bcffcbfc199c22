import { isOpenOn, messageEndpoints } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route } from "../../../platform/http/route.ts";
import { deviceOf } from "../../../platform/principal.ts";
import type { Chats } from "../../chats/index.ts";
import { presentScheduled } from "../present-scheduled.ts";
import { scheduledIn } from "../store/scheduled.ts";
import type { MessagesTables } from "../store/tables.ts";

/** One's own words: they are shown to their author also after leaving, where the conversation opens on the device. */
export const listScheduled = ({
  db,
  chats,
}: {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<Chats, "profile">;
}) =>
  route(
    messageEndpoints.listScheduled,
    async ({ principal, params: { conversationId } }) => {
      const profile = await chats.profile(conversationId);
      const isOpen = isOpenOn(
        profile?.confidentiality ?? null,
        deviceOf(principal),
      );
      const rows = isOpen
        ? await scheduledIn(db, conversationId, principal.id)
        : [];
      return { items: rows.map(presentScheduled) };
    },
  );
