import { isOpenOn, type ConversationId } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Db } from "../../platform/db/database.ts";
import { deviceOf, type Principal } from "../../platform/principal.ts";
import type { ConversationReaders } from "./conversation-readers.port.ts";
import { mayRead } from "./domain/rights.ts";
import {
  conversationView,
  type ConversationView,
} from "./store/conversation-views.ts";
import type { ChatsTables } from "./store/tables.ts";

export interface ReadingDeps {
  readonly db: Db<ChatsTables>;
  readonly readers: ConversationReaders;
}

/**
 * A conversation's card for whoever may see it: its members, users of the staff where it is open, and those whom the owner of
 * another reason lets look. Refuses `conversation.not_found`.
 */
export async function readable(
  { db, readers }: ReadingDeps,
  conversationId: ConversationId,
  principal: Principal,
): Promise<ConversationView> {
  const view = await conversationView(db, conversationId, principal.id);
  if (view === undefined) throw new AppError("conversation.not_found");
  const { conversation, isMember } = view;
  if (isMember) return view;
  const isOpenTo = principal.kind === "user" && mayRead(conversation, null).ok;
  if (isOpenTo || (await readers.mayRead(principal, conversationId)))
    return view;
  throw new AppError("conversation.not_found");
}

/** The same for whoever is to read what is said there: on this device too. Refuses `conversation.device_refused`. */
export async function openable(
  deps: ReadingDeps,
  conversationId: ConversationId,
  principal: Principal,
): Promise<ConversationView> {
  const view = await readable(deps, conversationId, principal);
  // Of what is confidential guests see nothing, whatever they look through.
  if (principal.kind === "guest" && view.conversation.confidentiality !== null)
    throw new AppError("conversation.device_refused");
  if (!isOpenOn(view.conversation.confidentiality, deviceOf(principal)))
    throw new AppError("conversation.device_refused");
  return view;
}

/**
 * What somebody may see of a conversation: `nothing` · its `card`, title and picture · `words`, which stay in its
 * pages · `everything`, to be taken along.
 */
export type ConversationSight = "nothing" | "card" | "words" | "everything";

export const createSightOf =
  (deps: ReadingDeps) =>
  async (
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<ConversationSight> => {
    try {
      const view = await readable(deps, conversationId, principal);
      const { confidentiality } = view.conversation;
      if (confidentiality === null) return "everything";
      return isOpenOn(confidentiality, deviceOf(principal)) ? "words" : "card";
    } catch (error) {
      if (error instanceof AppError && error.code === "conversation.not_found")
        return "nothing";
      throw error;
    }
  };
