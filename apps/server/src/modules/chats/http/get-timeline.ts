import { conversationEndpoints } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import { openable, type ReadingDeps } from "../readable.ts";
import { membersOfPage } from "../store/members.ts";
import { timelinePage } from "../timeline-page.ts";

export const getTimeline = (deps: ReadingDeps) =>
  route(
    conversationEndpoints.getTimeline,
    async ({ principal, params: { conversationId }, query }) => {
      const { db } = deps;
      const { conversation } = await openable(deps, conversationId, principal);
      const { headSeq } = conversation;
      const page = await timelinePage(db, { conversationId, headSeq }, query);
      const members = await membersOfPage(db, conversation, page.events);
      return { ...page, members, headSeq };
    },
  );
