import type {
  ForwardOrigin,
  MessageCreated,
  MessageId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import { deviceOf, type Principal } from "../../../platform/principal.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type { Cargo } from "../domain/message-command.ts";
import { findSent, sendKey } from "../store/messages.ts";
import { fingerprintOf } from "./fingerprint.ts";
import {
  requireMessage,
  type NamedMessage,
  type RequireMessageDeps,
} from "./require-message.ts";
import { submitSend, type SendMessageDeps } from "./send-message.ts";

export interface ForwardMessageDeps
  extends SendMessageDeps, RequireMessageDeps {}

/**
 * Sends a message on with its origin; the mentions in it name nobody a second time. Refuses beside what sending
 * refuses: `message.not_found` when the sender may not read it, `message.deleted`, `conversation.confidential`.
 */
export function forwardMessage(
  deps: ForwardMessageDeps,
): CommandHandler<"message.forward"> {
  return async ({ principal }, { conversationId, clientId, from }) => {
    const fingerprint = fingerprintOf({ forwards: from.messageId });
    const key = { authorId: principal.id, clientId };
    const earlier = (await findSent(deps.db, [key])).get(sendKey(key));
    // Sent already: what became of the source since does not matter any more.
    const source =
      earlier?.fingerprint === fingerprint
        ? { body: "", forwarded: null, cargo: null }
        : await readSource(deps, principal, from);
    return submitSend(deps, {
      kind: "send",
      conversationId,
      principalId: principal.id,
      device: deviceOf(principal),
      clientId,
      messageId: deps.ids.next<MessageId>(),
      mentions: [],
      answering: null,
      fingerprint,
      ...source,
    });
  };
}

async function readSource(
  deps: ForwardMessageDeps,
  principal: Principal,
  from: NamedMessage,
) {
  const { message, authorName, profile } = await requireMessage(
    deps,
    principal,
    from,
  );
  if (message.deletedAt !== undefined) throw new AppError("message.deleted");
  if (profile.confidentiality !== null)
    throw new AppError("conversation.confidential");
  const place =
    profile.access === "open"
      ? { ...from, conversationTitle: profile.title }
      : nowhere;
  const { actorId: authorId, at: sentAt } = message;
  return {
    body: message.body,
    forwarded: message.forwarded ?? { authorId, authorName, sentAt, ...place },
    cargo: cargoOf(message),
  };
}

const cargoOf = ({
  attachments = [],
  sticker,
}: MessageCreated): Cargo | null =>
  attachments.length === 0 && sticker === undefined
    ? null
    : { kind: "sent_on", attachments, sticker: sticker ?? null };

/** The place is told to all who read the forwarded message: only where any of them may go there. */
const nowhere = {
  conversationId: null,
  conversationTitle: null,
  messageId: null,
} as const satisfies Partial<ForwardOrigin>;
