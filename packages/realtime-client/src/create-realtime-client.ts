import type {
  ClientId,
  ConversationId,
  Notice,
  NoticeOf,
  NoticeType,
} from "@veche/contracts";
import { ClientCore } from "./client-core.ts";
import type { RealtimeClientOptions } from "./client-options.ts";
import type { OutboxItem, OutboxMessage } from "./outbox-item.ts";
import type { RealtimeClient } from "./realtime-client.ts";
import { sameItems, select, type Readable } from "./store.ts";

type Writing = Pick<
  RealtimeClient,
  "sendMessage" | "changeMessage" | "keepDraft"
>;

/** How each thing one writes goes into the outbox. */
function createWriting(
  { outbox }: ClientCore,
  { powers }: RealtimeClientOptions,
): Writing {
  const add = (
    conversationId: ConversationId,
    complete: (
      outgoing: Pick<
        OutboxItem,
        "clientId" | "conversationId" | "writtenAt" | "state"
      >,
    ) => OutboxItem,
  ): ClientId => {
    const clientId = powers.newId<ClientId>();
    const writtenAt = powers.nowMs();
    const state = { kind: "waiting" } as const;
    outbox.add(complete({ clientId, conversationId, writtenAt, state }));
    return clientId;
  };
  return {
    sendMessage: (conversationId, body, content = {}) =>
      add(conversationId, (outgoing) => ({
        ...content,
        ...outgoing,
        kind: "message",
        body,
      })),
    changeMessage: (conversationId, { messageId, seq }, change) =>
      add(conversationId, (outgoing) => ({
        ...outgoing,
        kind: "change",
        messageId,
        messageSeq: seq,
        change,
      })),
    keepDraft: (conversationId, body) => {
      add(conversationId, (outgoing) => ({ ...outgoing, kind: "draft", body }));
    },
  };
}

function createUnsent({ outbox: { items } }: ClientCore) {
  const unsent = select(
    items,
    (all) => all.filter((item) => item.kind === "message"),
    sameItems,
  );
  const unsentChanges = select(
    items,
    (all) => all.filter((item) => item.kind === "change"),
    sameItems,
  );
  const byConversation = new Map<
    ConversationId,
    Readable<readonly OutboxMessage[]>
  >();
  const unsentIn = (id: ConversationId): Readable<readonly OutboxMessage[]> => {
    const known = byConversation.get(id);
    if (known !== undefined) return known;
    const made = select(
      unsent,
      (all) => all.filter(({ conversationId }) => conversationId === id),
      sameItems,
    );
    byConversation.set(id, made);
    return made;
  };
  return { unsent, unsentChanges, unsentIn };
}

export const createRealtimeClient = (
  options: RealtimeClientOptions,
): RealtimeClient => {
  const core = new ClientCore(options);
  const onNotice = (listener: (notice: Notice) => void): (() => void) =>
    core.onNotice(listener);
  return {
    state: core.line.state,
    me: core.me,
    clockOffsetMs: core.clockOffsetMs,
    conversations: core.conversations,
    ...createUnsent(core),
    ...createWriting(core, options),
    start: () => core.line.start(),
    stop: () => core.line.stop(),
    send: core.send,
    onNotice,
    on: <Kind extends NoticeType>(
      kind: Kind,
      listener: (notice: NoticeOf<Kind>) => void,
    ) =>
      onNotice((notice) => {
        // The tag was compared: the notice is of that kind.
        if (notice.type === kind) listener(notice as NoticeOf<Kind>);
      }),
    log: (conversationId) => core.log(conversationId),
    markRead: (conversationId, seq) => core.markRead(conversationId, seq),
    fileUploaded: (uploadId, file) => core.outbox.uploaded(uploadId, file),
    uploadFailed: (uploadId, code) => core.outbox.uploadFailed(uploadId, code),
    retryMessage: (clientId) => core.outbox.retry(clientId),
    discardMessage: (clientId) => core.outbox.discard(clientId),
    close: () => core.close(),
  };
};
