import { AppError } from "../../../platform/app-error.ts";
import type { Clock } from "../../../platform/clock.ts";
import type { Database } from "../../../platform/db/database.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Chats } from "../../chats/index.ts";
import { countSaved, letGo, saveMessage } from "../store/saved.ts";
import type { MessagesTables } from "../store/tables.ts";
import { requireMessage } from "./require-message.ts";

export interface SaveMessageDeps {
  readonly database: Database<MessagesTables>;
  readonly clock: Clock;
  readonly chats: Pick<Chats, "readEvents" | "profile">;
}

/** One's own list is for what one comes back to, not an archive of everything. */
const savedLimit = 1_000;

/**
 * Keeps a message in one's own list. Refuses `message.not_found` for what one may not read, `message.deleted`,
 * `conversation.confidential`, `request.conflict` when the list is full.
 */
export function keepMessage({
  database,
  clock,
  chats,
}: SaveMessageDeps): CommandHandler<"message.save"> {
  return async ({ principal, actor }, { isSaved, ...named }) => {
    const saving = { principalId: principal.id, messageId: named.messageId };
    if (isSaved) {
      const { message, profile } = await requireMessage(
        { db: database.db, chats },
        principal,
        named,
      );
      if (message.deletedAt !== undefined)
        throw new AppError("message.deleted");
      if (profile.confidentiality !== null)
        throw new AppError("conversation.confidential");
      if ((await countSaved(database.db, principal.id)) >= savedLimit)
        throw new AppError("request.conflict");
    }
    await database.transact(actor, (unit) =>
      isSaved
        ? saveMessage(unit, { ...saving, at: clock.now() })
        : letGo(unit, saving),
    );
    return {};
  };
}
