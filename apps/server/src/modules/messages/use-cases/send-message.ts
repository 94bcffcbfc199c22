import type { MessageId } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { GroupCommit } from "../../../platform/db/group-commit.ts";
import type { Ids } from "../../../platform/ids.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { tidyBody } from "../domain/message-body.ts";
import type {
  MessageAnswer,
  MessageCommand,
} from "../domain/message-command.ts";

export interface SendMessageDeps {
  readonly ids: Ids;
  readonly writer: Pick<GroupCommit<MessageCommand, MessageAnswer>, "submit">;
}

/** What a waiting command holds beside its text. */
const envelopeBytes = 500;

const refusals = {
  blank: "must hold something to read",
  too_long: "must be at most 8000 characters long",
} as const;

/**
 * Writes a text into a conversation. The same author and `clientId` again gives the same answer, whatever was cut or
 * killed in between. Refuses `request.invalid`, `conversation.not_found`, `auth.forbidden` to read-only members,
 * `message.client_id_reused` for another text under a used id.
 */
export function sendMessage({
  ids,
  writer,
}: SendMessageDeps): CommandHandler<"message.send"> {
  return async ({ principal }, { conversationId, clientId, body: typed }) => {
    const tidy = tidyBody(typed);
    if (!tidy.ok) {
      throw new AppError("request.invalid", {
        issues: [{ path: "/body", message: refusals[tidy.reason] }],
      });
    }
    const answer = await writer.submit({
      key: conversationId,
      sizeBytes: envelopeBytes + 2 * tidy.body.length,
      command: {
        kind: "send",
        conversationId,
        principalId: principal.id,
        clientId,
        messageId: ids.next<MessageId>(),
        body: tidy.body,
      },
    });
    if (answer.kind !== "sent") throw new AppError("server.failed");
    return answer.ack;
  };
}
