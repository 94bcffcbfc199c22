import { messageEndpoints } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route } from "../../../platform/http/route.ts";
import type { Chats } from "../../chats/index.ts";
import { savedPlaces } from "../store/saved.ts";
import type { MessagesTables } from "../store/tables.ts";
import { messagesAt } from "./messages-at.ts";

export const listSaved = ({
  db,
  chats,
}: {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<Chats, "readEvents">;
}) =>
  route(messageEndpoints.listSaved, async ({ principal }) => {
    const places = await savedPlaces(db, principal.id);
    const found = await messagesAt(chats, principal, places);
    return {
      items: found.map(({ place, message, authorName }) => ({
        conversationId: place.conversationId,
        message,
        authorName,
        savedAt: place.savedAt.toISOString(),
      })),
    };
  });
