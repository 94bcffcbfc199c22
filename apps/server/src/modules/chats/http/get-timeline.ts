import { conversationEndpoints } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import { readable, type ReadingDeps } from "../readable.ts";
import { membersOfPage } from "../store/members.ts";
import { firstEntries, lastEntries } from "../store/timeline.ts";

export const getTimeline = (deps: ReadingDeps) =>
  route(
    conversationEndpoints.getTimeline,
    async ({ principal, params: { conversationId }, query }) => {
      const { db } = deps;
      const { conversation } = await readable(deps, conversationId, principal);
      // Nothing beyond the head that is told: a page and its head are of one moment.
      const { headSeq } = conversation;
      const stretch = {
        afterSeq: query.afterSeq ?? 0,
        beforeSeq: Math.min(query.beforeSeq ?? headSeq + 1, headSeq + 1),
        // One more than asked for tells whether there are more.
        limit: query.limit + 1,
      };
      const isForward = query.afterSeq !== undefined;
      const found = await (isForward ? firstEntries : lastEntries)(
        db,
        conversationId,
        stretch,
      );
      const hasMore = found.length > query.limit;
      const events = isForward
        ? found.slice(0, query.limit)
        : found.slice(hasMore ? 1 : 0);
      return {
        events,
        members: await membersOfPage(db, conversation, events),
        headSeq,
        hasMore,
      };
    },
  );
