import type { CommandResult } from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { GroupCommit } from "../../../platform/db/group-commit.ts";
import { deviceOf } from "../../../platform/principal.ts";
import type {
  CommandContext,
  CommandHandler,
} from "../../../platform/realtime/command.ts";
import { emojiOf } from "../domain/emoji.ts";
import type {
  ChangeCommand,
  MessageAnswer,
  MessageCommand,
} from "../domain/message-command.ts";
import { said } from "./said.ts";

export interface ChangeMessageDeps {
  readonly writer: Pick<GroupCommit<MessageCommand, MessageAnswer>, "submit">;
}

/** What a waiting command holds beside its text. */
const envelopeBytes = 400;

type Unseated<Command> = Command extends ChangeCommand
  ? Omit<Command, "principalId" | "device">
  : never;

async function change(
  { writer }: ChangeMessageDeps,
  { principal }: CommandContext,
  wish: Unseated<ChangeCommand>,
): Promise<CommandResult<"message.edit">> {
  const command: ChangeCommand = {
    ...wish,
    principalId: principal.id,
    device: deviceOf(principal),
  };
  const bodyLength = command.kind === "edit" ? command.body.length : 0;
  const answer = await writer.submit({
    key: command.conversationId,
    sizeBytes: envelopeBytes + 2 * bodyLength,
    command,
  });
  if (answer.kind !== "changed") throw new AppError("server.failed");
  return answer.ack;
}

/**
 * Says it otherwise. Refuses `request.invalid`, `conversation.not_found`, `message.not_found`, `auth.forbidden` to
 * all but the author, `message.deleted`, `message.not_editable`, `message.client_id_reused`.
 */
export const editMessage =
  (deps: ChangeMessageDeps): CommandHandler<"message.edit"> =>
  async (context, { conversationId, messageId, clientId, ...text }) =>
    change(deps, context, {
      kind: "edit",
      conversationId,
      messageId,
      clientId,
      ...said(text),
    });

/** Takes everything said out of a message. Refuses as editing does, but finds the deleted deleted. */
export const deleteMessage =
  (deps: ChangeMessageDeps): CommandHandler<"message.delete"> =>
  async (context, named) => {
    await change(deps, context, { kind: "delete", ...named });
    return {};
  };

/** Sets or takes away an emoji. Refuses further `message.too_many_reactions`. */
export const setReaction =
  (deps: ChangeMessageDeps): CommandHandler<"reaction.set"> =>
  async (context, { emoji: typed, ...wish }) => {
    const emoji = emojiOf(typed);
    if (emoji === undefined)
      throw new AppError("request.invalid", {
        issues: [{ path: "/emoji", message: "must be one emoji" }],
      });
    await change(deps, context, { kind: "react", emoji, ...wish });
    return {};
  };

/** Puts a message at the top of the conversation, or takes it from there. Refuses further `message.too_many_pins`. */
export const pinMessage =
  (deps: ChangeMessageDeps): CommandHandler<"message.pin"> =>
  async (context, wish) => {
    await change(deps, context, { kind: "pin", ...wish });
    return {};
  };

/** Takes the preview of a link from one's own message. */
export const dropPreview =
  (deps: ChangeMessageDeps): CommandHandler<"message.drop_preview"> =>
  async (context, named) => {
    await change(deps, context, { kind: "drop_preview", ...named });
    return {};
  };
