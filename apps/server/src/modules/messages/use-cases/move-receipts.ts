import type {
  CommandParams,
  CommandResult,
  PrincipalId,
} from "@veche/contracts";
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
export function moveReceipts(
  deps: MoveReceiptsDeps,
): CommandHandler<"receipt.move"> {
  const move = moveAs(deps);
  return ({ principal }, params) => move(principal.id, params);
}

export interface MoveReceiptsDeps {
  readonly writer: Pick<GroupCommit<MessageCommand, MessageAnswer>, "submit">;
}

/** The same for a reader who brings no command: a user in a page of a business application. */
export function moveAs({ writer }: MoveReceiptsDeps) {
  return async (
    principalId: PrincipalId,
    { conversationId, deliveredTo, readTo }: CommandParams<"receipt.move">,
  ): Promise<CommandResult<"receipt.move">> => {
    const answer = await writer.submit({
      key: conversationId,
      sizeBytes: commandBytes,
      command: {
        kind: "move",
        conversationId,
        principalId,
        deliveredTo,
        readTo,
      },
    });
    if (answer.kind !== "moved") throw new AppError("server.failed");
    return answer.ack;
  };
}
