import type {
  CommandParams,
  CommandResult,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db/database.ts";
import {
  createGroupCommit,
  type GroupCommitLimits,
} from "../../platform/db/group-commit.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Ids } from "../../platform/ids.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { Hub } from "../../platform/realtime/hub.ts";
import type { Chats } from "../chats/index.ts";
import type {
  MessageAnswer,
  MessageCommand,
} from "./domain/message-command.ts";
import { getMessageInfo } from "./http/get-message-info.ts";
import { listPinned } from "./http/list-pinned.ts";
import { listSaved } from "./http/list-saved.ts";
import type { MessagesTables } from "./store/tables.ts";
import {
  deleteMessage,
  editMessage,
  pinMessage,
  setReaction,
} from "./use-cases/change-message.ts";
import { forwardMessage } from "./use-cases/forward-message.ts";
import { moveAs, moveReceipts } from "./use-cases/move-receipts.ts";
import { keepMessage } from "./use-cases/save-message.ts";
import { sendAs, sendMessage } from "./use-cases/send-message.ts";
import { showTyping } from "./use-cases/show-typing.ts";
import { writeBatch } from "./use-cases/write-batch.ts";

export type { MessagesTables } from "./store/tables.ts";

export interface MessagesDeps {
  readonly database: Database<MessagesTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly chats: Chats;
  readonly hub: Pick<Hub, "notify">;
  readonly limits?: GroupCommitLimits;
}

/** Messages, what is done with them, receipts and typing. Disposal refuses new commands and waits for those that are in. */
export interface Messages extends AsyncDisposable {
  readonly commands: CommandHandlers;
  readonly routes: readonly Route[];
  /** `message.send` for an author who brings no command of their own. Refuses as it does. */
  send(
    authorId: PrincipalId,
    message: CommandParams<"message.send">,
  ): Promise<CommandResult<"message.send">>;
  /** Everything up to here was delivered and read. Refuses `conversation.not_found`. */
  markRead(
    readerId: PrincipalId,
    read: { readonly conversationId: ConversationId; readonly readTo: number },
  ): Promise<void>;
}

export function createMessages(deps: MessagesDeps): Messages {
  const { database, chats, limits } = deps;
  const { db } = database;
  const writer = createGroupCommit<
    MessagesTables,
    MessageCommand,
    MessageAnswer
  >({
    transact: database.transact,
    run: (unit, commands) => writeBatch({ db, chats }, unit, commands),
    ...(limits === undefined ? {} : { limits }),
  });
  const powers = { ...deps, db, writer };
  const moveReader = moveAs(powers);
  return {
    routes: [listPinned(powers), listSaved(powers), getMessageInfo(powers)],
    send: sendAs(powers),
    async markRead(readerId, { conversationId, readTo }) {
      await moveReader(readerId, {
        conversationId,
        deliveredTo: readTo,
        readTo,
      });
    },
    commands: {
      "message.send": sendMessage(powers),
      "message.forward": forwardMessage(powers),
      "message.edit": editMessage(powers),
      "message.delete": deleteMessage(powers),
      "reaction.set": setReaction(powers),
      "message.pin": pinMessage(powers),
      "message.save": keepMessage(powers),
      "receipt.move": moveReceipts(powers),
      "typing.show": showTyping(powers),
    },
    [Symbol.asyncDispose]: () => writer[Symbol.asyncDispose](),
  };
}
