import { AppError } from "../../../platform/app-error.ts";
import type { GroupCommit } from "../../../platform/db/group-commit.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import type {
  MessageAnswer,
  MessageCommand,
} from "../domain/message-command.ts";

/** What a waiting command holds. */
const commandBytes = 300;

/** Moves the sender's receipts forward and answers where they stand. Refuses `conversation.not_found`. */
export function moveReceipts({
  writer,
}: {
  readonly writer: Pick<GroupCommit<MessageCommand, MessageAnswer>, "submit">;
}): CommandHandler<"receipt.move"> {
  return async ({ principal }, { conversationId, deliveredTo, readTo }) => {
    const answer = await writer.submit({
      key: conversationId,
      sizeBytes: commandBytes,
      command: {
        kind: "move",
        conversationId,
        principalId: principal.id,
        deliveredTo,
        readTo,
      },
    });
    if (answer.kind !== "moved") throw new AppError("server.failed");
    return answer.ack;
  };
}
