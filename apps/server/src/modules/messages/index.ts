import type { Database } from "../../platform/db/database.ts";
import {
  createGroupCommit,
  type GroupCommitLimits,
} from "../../platform/db/group-commit.ts";
import type { Ids } from "../../platform/ids.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Chats } from "../chats/index.ts";
import type {
  MessageAnswer,
  MessageCommand,
} from "./domain/message-command.ts";
import type { MessagesTables } from "./store/tables.ts";
import {
  deleteMessage,
  editMessage,
  setReaction,
} from "./use-cases/change-message.ts";
import { moveReceipts } from "./use-cases/move-receipts.ts";
import { sendMessage } from "./use-cases/send-message.ts";
import { showTyping } from "./use-cases/show-typing.ts";
import { writeBatch } from "./use-cases/write-batch.ts";

export type { MessagesTables } from "./store/tables.ts";

export interface MessagesDeps {
  readonly database: Database<MessagesTables>;
  readonly ids: Ids;
  readonly chats: Pick<Chats, "appendMany" | "batch" | "membersOf">;
  readonly hub: Pick<Hub, "notify">;
  readonly limits?: GroupCommitLimits;
}

/** Messages, what is done with them, receipts and typing. Disposal refuses new commands and waits for those that are in. */
export interface Messages extends AsyncDisposable {
  readonly commands: CommandHandlers;
}

export function createMessages({
  database,
  ids,
  chats,
  hub,
  limits,
}: MessagesDeps): Messages {
  const writer = createGroupCommit<
    MessagesTables,
    MessageCommand,
    MessageAnswer
  >({
    transact: database.transact,
    run: (unit, commands) =>
      writeBatch({ db: database.db, chats }, unit, commands),
    ...(limits === undefined ? {} : { limits }),
  });
  return {
    commands: {
      "message.send": sendMessage({ ids, writer }),
      "message.edit": editMessage({ writer }),
      "message.delete": deleteMessage({ writer }),
      "reaction.set": setReaction({ writer }),
      "receipt.move": moveReceipts({ writer }),
      "typing.show": showTyping({ chats, hub }),
    },
    [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose](),
  };
}
