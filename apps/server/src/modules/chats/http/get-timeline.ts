import { conversationEndpoints } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { Db } from "../../../platform/db/database.ts";
import { route } from "../../../platform/http/route.ts";
import type { ConversationReaders } from "../conversation-readers.port.ts";
import { conversationView } from "../store/conversation-views.ts";
import { everyMember } from "../store/members.ts";
import type { ChatsTables } from "../store/tables.ts";
import { firstEvents, lastEvents } from "../store/timeline.ts";

export const getTimeline = ({
  db,
  readers,
}: {
  readonly db: Db<ChatsTables>;
  readonly readers: ConversationReaders;
}) =>
  route(
    conversationEndpoints.getTimeline,
    async ({ principal, params, query }) => {
      const { conversationId } = params;
      const view = await conversationView(db, conversationId, principal.id);
      if (view === undefined) throw new AppError("conversation.not_found");
      if (
        !view.isMember &&
        !(await readers.mayRead(principal, conversationId))
      ) {
        throw new AppError("conversation.not_found");
      }
      // Nothing beyond the head that is told: a page and its head are of one moment.
      const { headSeq } = view.conversation;
      const stretch = {
        afterSeq: query.afterSeq ?? 0,
        beforeSeq: Math.min(query.beforeSeq ?? headSeq + 1, headSeq + 1),
        // One more than asked for tells whether there are more.
        limit: query.limit + 1,
      };
      const isForward = query.afterSeq !== undefined;
      const found = await (isForward ? firstEvents : lastEvents)(
        db,
        conversationId,
        stretch,
      );
      const hasMore = found.length > query.limit;
      const excess = hasMore ? 1 : 0;
      return {
        events: isForward ? found.slice(0, query.limit) : found.slice(excess),
        members: await everyMember(db, conversationId),
        headSeq,
        hasMore,
      };
    },
  );
