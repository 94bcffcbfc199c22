import { conversationEndpoints } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import type { ReadingDeps } from "../readable.ts";
import { openConversationsNamed } from "../store/conversation-views.ts";

export const listOpenConversations = ({ db }: Pick<ReadingDeps, "db">) =>
  route(
    conversationEndpoints.listOpenConversations,
    async ({ principal, query }) => ({
      items: [...(await openConversationsNamed(db, principal.id, query))],
    }),
  );
