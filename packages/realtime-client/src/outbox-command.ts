import type { OutboxCommand } from "./abilities.ts";
import type { OutboxChange, OutboxItem, OutboxMessage } from "./outbox-item.ts";

/** Absent and undefined are not the same on the wire. */
const present = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): Readonly<Partial<Record<Key, Value>>> =>
  // One key, or none.
  (value === undefined ? {} : { [key]: value }) as Partial<Record<Key, Value>>;

function sendingOf(message: OutboxMessage): OutboxCommand {
  const { conversationId, clientId, body, forwards } = message;
  const own = { conversationId, clientId };
  if (forwards !== undefined) {
    const { messageId } = forwards.message;
    const from = { conversationId: forwards.conversationId, messageId };
    return { name: "message.forward", params: { ...own, from } };
  }
  const { mentions, files, sticker, replyTo } = message;
  const attachments = files?.map(({ uploaded, isVoice }) => ({
    fileId: uploaded?.fileId,
    isVoice,
  }));
  const answered = replyTo && {
    messageId: replyTo.messageId,
    ...present("quote", replyTo.isQuote ? replyTo.excerpt : undefined),
  };
  const params = {
    ...own,
    body,
    ...present("mentions", mentions),
    ...present("attachments", attachments),
    ...present("stickerId", sticker?.stickerId),
    ...present("replyTo", answered),
  };
  return { name: "message.send", params };
}

function changingOf(item: OutboxChange): OutboxCommand {
  const { conversationId, clientId, messageId, change } = item;
  const named = { conversationId, messageId };
  switch (change.kind) {
    case "edit": {
      const { body, mentions } = change;
      const said = { body, ...present("mentions", mentions) };
      return { name: "message.edit", params: { ...named, clientId, ...said } };
    }
    case "delete":
      return { name: "message.delete", params: named };
    case "reaction": {
      const { emoji, isSet } = change;
      return { name: "reaction.set", params: { ...named, emoji, isSet } };
    }
  }
}

/** How an item of the outbox is said to the server. */
export function commandOf(item: OutboxItem): OutboxCommand {
  switch (item.kind) {
    case "message":
      return sendingOf(item);
    case "change":
      return changingOf(item);
    case "draft": {
      const { conversationId, body } = item;
      return { name: "draft.keep", params: { conversationId, body } };
    }
  }
}
