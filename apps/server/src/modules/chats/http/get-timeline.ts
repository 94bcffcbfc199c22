import { conversationEndpoints } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import { openable, type ReadingDeps } from "../readable.ts";
import type { GuestPrincipal } from "../../../platform/principal.ts";
import { isForGuest } from "../../../platform/realtime/guest-sight.ts";
import { membersOfPage } from "../store/members.ts";
import { timelinePage, type TimelinePage } from "../timeline-page.ts";

/** Without what is not theirs; what was before them is not there at all. */
function pageOfGuest(
  page: TimelinePage,
  { seesAfterSeq }: GuestPrincipal,
): TimelinePage {
  const events = page.events.filter((one) => isForGuest(one, seesAfterSeq));
  return page.fromSeq > seesAfterSeq + 1
    ? { ...page, events }
    : { ...page, events, fromSeq: 1, hasMore: false };
}

export const getTimeline = (deps: ReadingDeps) =>
  route(
    conversationEndpoints.getTimeline,
    async ({ principal, params: { conversationId }, query }) => {
      const { db } = deps;
      const { conversation } = await openable(deps, conversationId, principal);
      const { headSeq } = conversation;
      const whole = await timelinePage(db, { conversationId, headSeq }, query);
      const page =
        principal.kind === "guest" ? pageOfGuest(whole, principal) : whole;
      const members = await membersOfPage(db, conversation, page.events);
      return { ...page, members, headSeq };
    },
  );
