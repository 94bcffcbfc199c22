import type { ConversationId } from "@veche/contracts";
import { AppError } from "../../platform/app-error.ts";
import type { Db } from "../../platform/db/database.ts";
import type { Principal } from "../../platform/principal.ts";
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
 * A conversation for whoever may read it: its members, users of the staff where it is open, and those whom the owner of
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

/** The same question, answered by yes or no. */
export const isReadable =
  (deps: ReadingDeps) =>
  async (
    principal: Principal,
    conversationId: ConversationId,
  ): Promise<boolean> => {
    try {
      await readable(deps, conversationId, principal);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === "conversation.not_found")
        return false;
      throw error;
    }
  };
