import type { ConversationId } from "@veche/contracts";
import { CacheKeeper } from "./cache/cache-keeper.ts";
import { ClientCore } from "./client-core.ts";
import type { RealtimeClientOptions } from "./client-options.ts";
import { faceOf } from "./create-chat-client.ts";
import { messengerAbilities } from "./messenger-abilities.ts";
import type { OutboxMessage } from "./outbox-item.ts";
import type { RealtimeClient } from "./realtime-client.ts";
import { sameItems, select, type Readable } from "./store.ts";

type Writing = Pick<
  RealtimeClient,
  "sendMessage" | "changeMessage" | "keepDraft"
>;

/** How each thing one writes goes into the outbox. */
const createWriting = (core: ClientCore): Writing => ({
  sendMessage: (conversationId, body, content = {}) =>
    core.put(conversationId, (outgoing) => ({
      ...content,
      ...outgoing,
      kind: "message",
      body,
    })),
  changeMessage: (conversationId, { messageId, seq: messageSeq }, change) =>
    core.put(conversationId, (outgoing) => ({
      ...outgoing,
      kind: "change",
      messageId,
      messageSeq,
      change,
    })),
  keepDraft: (conversationId, body) => {
    core.put(conversationId, (outgoing) => ({
      ...outgoing,
      kind: "draft",
      body,
    }));
  },
});

/** The client of the whole messenger. */
export function createRealtimeClient(
  options: RealtimeClientOptions,
): RealtimeClient {
  const core = new ClientCore(options, {
    ...messengerAbilities,
    ...options.abilities,
  });
  const face = faceOf(core);
  const { cache, powers } = options;
  const keeper = cache && new CacheKeeper({ core, cache, powers });
  void keeper?.recall();
  const byConversation = new Map<
    ConversationId,
    Readable<readonly OutboxMessage[]>
  >();
  return {
    ...face,
    ...createWriting(core),
    unsentIn: (id) => {
      const known = byConversation.get(id);
      if (known !== undefined) return known;
      const made = select(
        face.unsent,
        (all) => all.filter(({ conversationId }) => conversationId === id),
        sameItems,
      );
      byConversation.set(id, made);
      return made;
    },
    unsentChanges: select(
      core.outbox.items,
      (all) => all.filter((item) => item.kind === "change"),
      sameItems,
    ),
    fileUploaded: (uploadId, file) => core.outbox.uploaded(uploadId, file),
    forgetDevice: async () => {
      core.close();
      await keeper?.wipe();
    },
    close: () => {
      keeper?.close();
      core.close();
    },
    uploadFailed: (uploadId, code) => core.outbox.uploadFailed(uploadId, code),
  };
}
