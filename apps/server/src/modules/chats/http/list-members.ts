import { conversationEndpoints } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import { readable, type ReadingDeps } from "../readable.ts";
import { membersNamed } from "../store/member-search.ts";

export const listMembers = (deps: ReadingDeps) =>
  route(
    conversationEndpoints.listMembers,
    async ({ principal, params: { conversationId }, query }) => {
      await readable(deps, conversationId, principal);
      return membersNamed(deps.db, conversationId, query);
    },
  );
