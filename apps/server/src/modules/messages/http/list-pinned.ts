import { messageEndpoints } from "@veche/contracts";
import type { Db } from "../../../platform/db/database.ts";
import { route } from "../../../platform/http/route.ts";
import type { Chats } from "../../chats/index.ts";
import { pinnedPlaces } from "../store/pins.ts";
import type { MessagesTables } from "../store/tables.ts";
import { messagesAt } from "./messages-at.ts";

export const listPinned = ({
  db,
  chats,
}: {
  readonly db: Db<MessagesTables>;
  readonly chats: Pick<Chats, "requireMember" | "readEvents">;
}) =>
  route(messageEndpoints.listPinned, async ({ principal, params }) => {
    const { conversationId } = params;
    await chats.requireMember(conversationId, principal.id);
    const places = await pinnedPlaces(db, conversationId);
    const found = await messagesAt(chats, principal, places);
    return { items: found.map(({ message }) => message) };
  });
