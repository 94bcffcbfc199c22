import type {
  CommandParams,
  CommandResult,
  ConversationId,
  PrincipalId,
} from "@veche/contracts";
import type { Alarm } from "../../platform/alarm.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Db } from "../../platform/db/database.ts";
import {
  createGroupCommit,
  type GroupCommit,
  type GroupCommitLimits,
} from "../../platform/db/group-commit.ts";
import type { GuardedFetch } from "../../platform/guarded-fetch/guarded-fetch.ts";
import type { LentUnit } from "../../platform/db/statements.ts";
import type { EventBus } from "../../platform/event-bus.ts";
import type { Route } from "../../platform/http/route.ts";
import type { Log } from "../../platform/log.ts";
import type { Ids } from "../../platform/ids.ts";
import type { CommandHandlers } from "../../platform/realtime/command.ts";
import type { Hub, SnapshotSource } from "../../platform/realtime/hub.ts";
import type { Timers } from "../../platform/timers.ts";
import type { Chats } from "../chats/index.ts";
import type {
  MessageAnswer,
  MessageCommand,
} from "./domain/message-command.ts";
import { getMessageInfo } from "./http/get-message-info.ts";
import { listPinned } from "./http/list-pinned.ts";
import { listReminders } from "./http/list-reminders.ts";
import { listSaved } from "./http/list-saved.ts";
import { listScheduled } from "./http/list-scheduled.ts";
import { createPreviews } from "./jobs/previews.ts";
import { createDueWork } from "./jobs/due-work.ts";
import {
  reminderSnapshot,
  tellReminders,
} from "./reactions/when-reminder-fired.ts";
import type { ReminderCalls } from "./reminder-calls.port.ts";
import type { MessagesTables } from "./store/tables.ts";
import {
  deleteMessage,
  dropPreview,
  editMessage,
  pinMessage,
  setReaction,
} from "./use-cases/change-message.ts";
import { eraseNotes } from "./use-cases/erase-notes.ts";
import { expireMessages, type Expiry } from "./use-cases/expire-messages.ts";
import { forwardMessage } from "./use-cases/forward-message.ts";
import { moveAs, moveReceipts } from "./use-cases/move-receipts.ts";
import { keepMessage } from "./use-cases/save-message.ts";
import {
  rescheduleMessage,
  scheduleMessage,
  unscheduleMessage,
} from "./use-cases/schedule-message.ts";
import type { MessageFiles } from "./use-cases/carry-files.ts";
import { sendAs, sendMessage, type Author } from "./use-cases/send-message.ts";
import { cancelReminder, setReminder } from "./use-cases/set-reminder.ts";
import { tellNotes, tellWords } from "./use-cases/tell-words.ts";
import { showTyping } from "./use-cases/show-typing.ts";
import { writeBatch } from "./use-cases/write-batch.ts";

export type { MessagesTables } from "./store/tables.ts";

export interface MessagesDeps {
  readonly database: Database<MessagesTables>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly chats: Chats;
  readonly files: MessageFiles;
  readonly hub: Pick<Hub, "notify">;
  /** A port that `app/` plugs. */
  readonly reminderCalls: ReminderCalls;
  readonly bus: EventBus;
  readonly timers: Timers;
  readonly log: Log;
  /** Reads the pages that messages link to; without it there are no previews. */
  readonly fetchPage?: GuardedFetch;
  readonly limits?: GroupCommitLimits;
}

/** Messages, what is done with them, receipts and typing. Disposal refuses new commands and waits for those that are in. */
export interface Messages extends AsyncDisposable {
  readonly commands: CommandHandlers;
  readonly routes: readonly Route[];
  /** `message.send` for an author who brings no command of their own. Refuses as it does. */
  send(
    author: Author,
    message: CommandParams<"message.send">,
  ): Promise<CommandResult<"message.send">>;
  /** Everything up to here was delivered and read. Refuses `conversation.not_found`. */
  markRead(
    readerId: PrincipalId,
    read: { readonly conversationId: ConversationId; readonly readTo: number },
  ): Promise<void>;
  /** Takes everything said out of messages for their age, in the caller's transaction, which holds their conversation. */
  expire(unit: LentUnit, expiry: Expiry): Promise<void>;
  /** Takes away what a person kept for themself. */
  readonly eraseNotes: typeof eraseNotes;
  /** Everything a person wrote, for them; of confidential conversations only that they did. */
  tellWords(principalId: PrincipalId): AsyncIterable<unknown>;
  /** What they kept for themself. */
  tellNotes(principalId: PrincipalId): AsyncIterable<unknown>;
  /** What fired while they were away. */
  readonly snapshot: SnapshotSource;
  /** Begins to send and to remind at the times that were set. */
  start(): void;
  /** Settles when nothing due is being done. */
  quiet(): Promise<void>;
}

export function createMessages(deps: MessagesDeps): Messages {
  const { database, chats, files, limits } = deps;
  const { db } = database;
  const writer = createGroupCommit<
    MessagesTables,
    MessageCommand,
    MessageAnswer
  >({
    transact: database.transact,
    run: (unit, commands) => writeBatch({ chats, files }, unit, commands),
    ...(limits === undefined ? {} : { limits }),
  });
  const due = createDueWork({ ...deps, writer });
  const previews = createPreviews(deps);
  const powers = { ...deps, db, writer, due };
  const moveReader = moveAs(powers);
  const telling = tellReminders(powers);
  return {
    routes: messageRoutes(powers),
    eraseNotes,
    tellWords: (principalId) => tellWords({ db, chats }, principalId),
    tellNotes: (principalId) => tellNotes(db, principalId),
    expire: (unit, expiry) => expireMessages(powers, unit, expiry),
    snapshot: reminderSnapshot(powers),
    start: () => {
      due.ring();
      previews?.start();
    },
    async quiet() {
      await due.quiet();
      await previews?.quiet();
    },
    send: sendAs(powers),
    async markRead(readerId, { conversationId, readTo }) {
      await moveReader(readerId, {
        conversationId,
        deliveredTo: readTo,
        readTo,
      });
    },
    commands: messageCommands(powers),
    [Symbol.asyncDispose]: async () => {
      telling[Symbol.dispose]();
      await due[Symbol.asyncDispose]();
      await previews?.[Symbol.asyncDispose]();
      await writer[Symbol.asyncDispose]();
    },
  };
}

type Powers = MessagesDeps & {
  readonly db: Db<MessagesTables>;
  readonly writer: GroupCommit<MessageCommand, MessageAnswer>;
  readonly due: Alarm;
};

const messageCommands = (powers: Powers): CommandHandlers => ({
  "message.send": sendMessage(powers),
  "message.forward": forwardMessage(powers),
  "message.edit": editMessage(powers),
  "message.delete": deleteMessage(powers),
  "reaction.set": setReaction(powers),
  "message.pin": pinMessage(powers),
  "message.drop_preview": dropPreview(powers),
  "message.save": keepMessage(powers),
  "reminder.set": setReminder(powers),
  "reminder.cancel": cancelReminder(powers),
  "message.schedule": scheduleMessage(powers),
  "message.reschedule": rescheduleMessage(powers),
  "message.unschedule": unscheduleMessage(powers),
  "receipt.move": moveReceipts(powers),
  "typing.show": showTyping(powers),
});

const messageRoutes = (
  powers: Pick<Powers, "chats" | "db">,
): readonly Route[] => [
  listPinned(powers),
  listSaved(powers),
  listReminders(powers),
  listScheduled(powers),
  getMessageInfo(powers),
];
