import { randomUUID } from "node:crypto";
import { deviceClasses, type DeviceClass } from "@veche/contracts";
import type {
  ClientId,
  CommandName,
  CommandParams,
  CommandResult,
  ConversationId,
  DeviceId,
  DomainEvent,
  MessageId,
  Notice,
  PrincipalId,
  SessionId,
  TagId,
  UserId,
} from "@veche/contracts";
import {
  createChats,
  type Chats,
  type ChatsTables,
  type UserDirectory,
} from "../src/modules/chats/index.ts";
import type { Files } from "../src/modules/files/index.ts";
import {
  createMessages,
  type Messages,
  type MessagesDeps,
  type MessagesTables,
} from "../src/modules/messages/index.ts";
import { systemIds } from "../src/platform/ids.ts";
import { createLog } from "../src/platform/log.ts";
import type { Principal, UserPrincipal } from "../src/platform/principal.ts";
import type {
  CommandContext,
  CommandHandlers,
} from "../src/platform/realtime/command.ts";
import type { Hub } from "../src/platform/realtime/hub.ts";
import { createTestClock, type TestClock } from "./clock.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { createTestFiles } from "./files.ts";

type ConversationTables = ChatsTables & MessagesTables;

/** A notice, and on which of their devices it is heard. */
interface Told {
  readonly to: readonly PrincipalId[];
  readonly notice: Notice;
  readonly on: readonly DeviceClass[];
}

/** Chats and messages on a database of their own, with whatever users a test invents. */
export interface ConversationsWorld extends AsyncDisposable {
  readonly test: TestDatabase<ConversationTables>;
  readonly clock: TestClock;
  readonly chats: Chats;
  readonly messages: Messages;
  readonly files: Files;
  readonly notices: readonly Told[];
  /** Settles when so many notices were told. */
  told(count: number): Promise<void>;
  readonly hub: Pick<Hub, "notify" | "isConnected">;
  readonly mayRead: Set<PrincipalId>;
  /** Who carries which tag. */
  readonly tags: Map<TagId, ReadonlySet<PrincipalId>>;
  user(name: string): UserPrincipal;
  rename(user: UserPrincipal, name: string): void;
  /** Who reaches devices that are away when a reminder fires; nobody at first. */
  plug(calls: MessagesDeps["reminderCalls"]): void;
  group(
    owner: UserPrincipal,
    ...others: readonly UserPrincipal[]
  ): Promise<ConversationId>;
  /** Runs a command as the socket and REST do. */
  ask<Name extends CommandName>(
    principal: Principal,
    name: Name,
    params: CommandParams<Name>,
  ): Promise<CommandResult<Name>>;
  send(
    author: UserPrincipal,
    conversationId: ConversationId,
    message: Sending,
  ): Promise<SendAck>;
  move(
    reader: UserPrincipal,
    conversationId: ConversationId,
    to: Receipts,
  ): Promise<Receipts>;
}

interface Sending {
  readonly body: string;
  readonly clientId?: ClientId;
}

interface Receipts {
  readonly deliveredTo: number;
  readonly readTo: number;
}

interface SendAck {
  readonly messageId: MessageId;
  readonly seq: number;
  readonly at: string;
}

export const nobodyCalls: MessagesDeps["reminderCalls"] = {
  remind: async () => undefined,
};

export const newClientId = (): ClientId => randomUUID() as ClientId;

export async function openConversations(): Promise<ConversationsWorld> {
  const test = await createTestDatabase<ConversationTables>();
  const clock = createTestClock();
  const people = createPeople();
  const mayRead = new Set<PrincipalId>();
  const tags = new Map<TagId, ReadonlySet<PrincipalId>>();
  const notices: Told[] = [];
  const waiting: (() => void)[] = [];
  let reminderCalls: MessagesDeps["reminderCalls"] = nobodyCalls;
  const hub: Pick<Hub, "notify" | "isConnected"> = {
    notify: (to, notice, isFor = () => true) => {
      notices.push({ to: [...to], notice, on: deviceClasses.filter(isFor) });
      for (const wake of waiting.splice(0)) wake();
    },
    isConnected: () => true,
  };
  const chats = createChats({
    pictures: {
      show: (unit, { conversationId: id, ...picture }) =>
        files.show(unit, { subject: { kind: "conversation", id }, ...picture }),
    },
    database: test.database.narrow<ChatsTables>(),
    clock,
    ids: systemIds,
    bus: test.bus,
    users: people.directory,
    readers: { mayRead: async (principal) => mayRead.has(principal.id) },
    tags: { of: async () => tags },
    hub,
    timers: clock,
    log: createLog({ level: "silent", isPretty: false }),
  });
  const { files, emptyFolder } = createTestFiles(
    { test, clock },
    chats.sightOf,
  );
  const messages = createMessages({
    files,
    database: test.database.narrow<MessagesTables>(),
    clock,
    timers: clock,
    log: test.log,
    bus: test.bus,
    ids: systemIds,
    chats,
    hub,
    reminderCalls: {
      remind: (unit, fired) => reminderCalls.remind(unit, fired),
    },
  });
  return {
    test,
    clock,
    chats,
    messages,
    files,
    hub,
    notices,
    told: async (count) => {
      while (notices.length < count)
        await new Promise<void>((resolve) => void waiting.push(resolve));
    },
    mayRead,
    tags,
    user: people.user,
    rename: people.rename,
    plug: (calls) => void (reminderCalls = calls),
    group: async (owner, ...others) => {
      const { id } = await chats.createGroup({
        actor: { id: owner.id, name: owner.name, address: null },
        owner,
        title: "A group",
        memberIds: others.map((other) => other.id),
      });
      return id;
    },
    async ask(principal, name, params) {
      const handlers: CommandHandlers = {
        ...chats.commands,
        ...messages.commands,
      };
      const handler = handlers[name];
      if (handler === undefined) throw new Error(`nobody answers ${name}`);
      return handler(contextOf(principal), params);
    },
    ...speakers(messages),
    async [Symbol.asyncDispose]() {
      await messages[Symbol.asyncDispose]();
      await files[Symbol.asyncDispose]();
      await emptyFolder();
      await chats[Symbol.asyncDispose]();
      await test[Symbol.asyncDispose]();
    },
  };
}

/** Facts of one kind, as they are told after commits. */
export function listen<Kind extends DomainEvent["type"]>(
  { test }: ConversationsWorld,
  type: Kind,
): readonly Extract<DomainEvent, { type: Kind }>[] {
  const told: Extract<DomainEvent, { type: Kind }>[] = [];
  test.bus.on(type, (event) => void told.push(event));
  return told;
}

export function contextOf(principal: Principal): CommandContext {
  return {
    principal,
    deviceId: randomUUID() as DeviceId,
    connectionId: randomUUID(),
    actor: { id: principal.id, name: principal.name, address: null },
  };
}

function createPeople() {
  const names = new Map<UserId, string>();
  const directory: UserDirectory = {
    many: async (ids) =>
      ids.flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [{ id, name, disabledAt: null }];
      }),
  };
  return {
    directory,
    rename: (user: UserPrincipal, name: string) =>
      void names.set(user.id, name),
    user(name: string): UserPrincipal {
      const id = systemIds.next<UserId>();
      names.set(id, name);
      return {
        kind: "user",
        id,
        name,
        roles: ["employee"],
        language: "en",
        sessionId: systemIds.next<SessionId>(),
        device: "desktop_browser",
      };
    },
  };
}

function speakers(
  messages: Messages,
): Pick<ConversationsWorld, "send" | "move"> {
  const { "message.send": send, "receipt.move": move } = messages.commands;
  if (send === undefined || move === undefined)
    throw new Error("messages answers its commands");
  return {
    send: (author, conversationId, { body, clientId = newClientId() }) =>
      send(contextOf(author), { conversationId, clientId, body }),
    move: (reader, conversationId, to) =>
      move(contextOf(reader), { conversationId, ...to }),
  };
}
