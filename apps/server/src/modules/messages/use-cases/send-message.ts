import type { CommandParams, MessageId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { GroupCommit } from "../../../platform/db/group-commit.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type {
  MessageAnswer,
  MessageCommand,
} from "../domain/message-command.ts";
import { said } from "./said.ts";

export interface SendMessageDeps {
  readonly ids: Ids;
  readonly writer: Pick<GroupCommit<MessageCommand, MessageAnswer>, "submit">;
}

/** What a waiting command holds beside its text. */
const envelopeBytes = 500;

/**
 * Writes a text into a conversation. The same author and `clientId` again gives the same answer, whatever was cut or
 * killed in between. Refuses `request.invalid`, `conversation.not_found`, `auth.forbidden` to whoever may not write,
 * `message.not_found` when what it answers isn't there, `message.client_id_reused` for another text under a used id.
 */
export function sendMessage({
  ids,
  writer,
}: SendMessageDeps): CommandHandler<"message.send"> {
  return async ({ principal }, params) => {
    const { conversationId, clientId } = params;
    const { body, mentions } = said(params);
    const answering = answeringOf(params);
    const answer = await writer.submit({
      key: conversationId,
      sizeBytes: envelopeBytes + 2 * body.length,
      command: {
        kind: "send",
        conversationId,
        principalId: principal.id,
        clientId,
        messageId: ids.next<MessageId>(),
        body,
        mentions,
        answering,
        fingerprint: fingerprintOf({ body, mentions, answering }),
      },
    });
    if (answer.kind !== "sent") throw new AppError("server.failed");
    return answer.ack;
  };
}

const answeringOf = ({ replyTo }: CommandParams<"message.send">) =>
  replyTo === undefined
    ? null
    : { messageId: replyTo.messageId, quote: replyTo.quote ?? null };
