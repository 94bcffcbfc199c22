import { conversationEndpoints, seenOn } from "@veche/contracts";
import { route } from "../../../platform/http/route.ts";
import { deviceOf } from "../../../platform/principal.ts";
import { readable, type ReadingDeps } from "../readable.ts";

export const getConversation = (deps: ReadingDeps) =>
  route(
    conversationEndpoints.getConversation,
    async ({ principal, params: { conversationId } }) => {
      const { conversation } = await readable(deps, conversationId, principal);
      return seenOn(conversation, deviceOf(principal));
    },
  );
