import { conversationEndpoints, seenOn } from "@veche/contracts";
import { route, type Route } from "../../../platform/http/route.ts";
import { deviceOf } from "../../../platform/principal.ts";
import type { ChatPowers } from "../chat-powers.ts";
import type { ConversationReaders } from "../conversation-readers.port.ts";
import type { ChatOpenings } from "../openings.ts";
import { conversationsOf } from "../store/conversation-views.ts";
import { foldersOf } from "../store/folders.ts";
import { getConversation } from "./get-conversation.ts";
import { getTimeline } from "./get-timeline.ts";
import { getInvitation, listInvitations } from "./invitations.ts";
import { listMembers } from "./list-members.ts";
import { listOpenConversations } from "./list-open-conversations.ts";

interface ChatRoutesDeps extends Pick<ChatPowers, "clock" | "database"> {
  readonly readers: ConversationReaders;
}

export function chatRoutes(
  { clock, readers, database: { db } }: ChatRoutesDeps,
  { createGroup }: Pick<ChatOpenings, "createGroup">,
): readonly Route[] {
  return [
    route(conversationEndpoints.listConversations, async ({ principal }) => {
      const list = await conversationsOf(db, principal.id);
      const device = deviceOf(principal);
      return { conversations: list.map((one) => seenOn(one, device)) };
    }),
    route(conversationEndpoints.createGroup, ({ principal, actor, body }) =>
      createGroup({ actor, owner: principal, ...body }),
    ),
    route(conversationEndpoints.listFolders, async ({ principal }) => ({
      items: [...(await foldersOf(db, principal.id))],
    })),
    listOpenConversations({ db }),
    listInvitations({ db, clock }),
    getInvitation({ db, clock }),
    listMembers({ db, readers }),
    getConversation({ db, readers }),
    getTimeline({ db, readers }),
  ];
}
