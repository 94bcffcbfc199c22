import type { EventBus } from "../../../platform/event-bus.ts";
import {
  tellConversation,
  type TellConversationDeps,
} from "./tell-conversation.ts";

export interface TellArrangementsDeps extends TellConversationDeps {
  readonly bus: EventBus;
}

/** What a member arranged on one device shows on their others. */
export const tellArrangements = (deps: TellArrangementsDeps): Disposable =>
  deps.bus.on("member.arranged", ({ conversationId, principalId }) =>
    tellConversation(deps, conversationId, principalId),
  );
