import type {
  ClientId,
  Conversation,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { ChatPowers } from "./chat-powers.ts";
import type { AppendPowers } from "./use-cases/append-to-logs.ts";
import {
  create,
  type NewConversation,
} from "./use-cases/create-conversation.ts";
import {
  openContext,
  retitle,
  type ContextOpening,
  type Retitling,
} from "./use-cases/open-context.ts";
import {
  openConversation,
  openOnce,
  type Opening,
} from "./use-cases/open-conversation.ts";

type NewGroup = Pick<
  NewConversation,
  "actor" | "owner" | "title" | "memberIds"
>;

/** What makes it the same creation when it is asked for again, and its first members, checked by the caller. */
type GroupOpening = Required<Pick<Opening, "title" | "members" | "creation">>;

/** Conversations that other modules open: of a customer, of an application about its object, of a demo. */
export interface ChatOpenings {
  /** The customer's own conversation with the company; its only member so far is the customer. */
  createSupportConversation(
    unit: LentUnit,
    customer: { readonly id: PrincipalId; readonly name: string },
  ): Promise<ConversationId>;
  /** A closed group of users in a transaction of its own. Refuses `request.invalid` (blank title), `request.not_found`. */
  createGroup(group: NewGroup): Promise<Conversation>;
  /**
   * A closed group within the caller's transaction; undefined when the same creation is there already, committed by
   * then.
   */
  openGroup(
    unit: LentUnit,
    opening: GroupOpening,
  ): Promise<ConversationId | undefined>;
  /** The conversation about an object of an application: found, or opened with the application as its owner. */
  openContext(
    unit: LentUnit,
    opening: ContextOpening,
  ): Promise<{
    readonly conversationId: ConversationId;
    readonly isNew: boolean;
  }>;
  /** Says a conversation's title anew, with an entry in the log; the same one changes nothing. */
  retitle(unit: LentUnit, retitling: Retitling): Promise<void>;
}

export const createOpenings = (
  powers: ChatPowers & AppendPowers,
): ChatOpenings => ({
  createSupportConversation: (unit, { id, name }) =>
    openConversation(powers, unit, {
      kind: "support",
      title: null,
      members: [{ principalId: id, kind: "customer", name, role: "member" }],
    }),
  createGroup: (group) =>
    create(powers, {
      ...group,
      kind: "group",
      access: "invited",
      posting: "members",
      clientId: powers.ids.next<ClientId>(),
    }),
  async openGroup(unit, opening) {
    const conversationId = await openOnce(powers, unit, {
      ...opening,
      kind: "group",
    });
    if (conversationId !== undefined)
      unit.happened({ type: "group.created", conversationId });
    return conversationId;
  },
  openContext: (unit, opening) => openContext(powers, unit, opening),
  retitle: (unit, retitling) => retitle(powers, unit, retitling),
});
