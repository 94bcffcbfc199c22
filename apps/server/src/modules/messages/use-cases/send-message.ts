import type {
  CommandParams,
  CommandResult,
  DeviceClass,
  MessageId,
  PrincipalId,
} from "@veche/contracts";
import { AppError } from "../../../platform/app-error.ts";
import type { GroupCommit } from "../../../platform/db/group-commit.ts";
import type { Ids } from "../../../platform/ids.ts";
import { deviceOf } from "../../../platform/principal.ts";
import type { CommandHandler } from "../../../platform/realtime/command.ts";
import { fingerprintOf } from "./fingerprint.ts";
import type {
  OwnCargo,
  MessageAnswer,
  MessageCommand,
  SendCommand,
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
 * `conversation.device_refused`, `message.not_found` when what it answers isn't there, `message.client_id_reused` for another text under a used id,
 * `file.not_found`, `file.not_ready`, `file.refused` and `sticker.not_found` for what it is to carry.
 */
export function sendMessage(
  deps: SendMessageDeps,
): CommandHandler<"message.send"> {
  const send = sendAs(deps);
  return ({ principal }, params) =>
    send({ id: principal.id, device: deviceOf(principal) }, params);
}

/** Who speaks, and through what: an application through no device. */
export interface Author {
  readonly id: PrincipalId;
  readonly device: DeviceClass | null;
}

/** The same for an author who brings no command: a business application, a user in a page of it. */
export function sendAs(deps: SendMessageDeps) {
  return async (
    { id: principalId, device }: Author,
    params: CommandParams<"message.send">,
  ): Promise<CommandResult<"message.send">> => {
    const { conversationId, clientId } = params;
    const cargo = cargoOf(params);
    const { body, mentions } = said({ ...params, cargo });
    const answering = answeringOf(params);
    return submitSend(deps, {
      kind: "send",
      conversationId,
      principalId,
      device,
      clientId,
      messageId: deps.ids.next<MessageId>(),
      body,
      mentions,
      answering,
      forwarded: null,
      cargo,
      fingerprint: fingerprintOf({ body, mentions, answering, cargo }),
    });
  };
}

/** Hands a message to its conversation's writer. */
export async function submitSend(
  { writer }: Pick<SendMessageDeps, "writer">,
  command: SendCommand,
): Promise<CommandResult<"message.send">> {
  const answer = await writer.submit({
    key: command.conversationId,
    sizeBytes: envelopeBytes + 2 * command.body.length,
    command,
  });
  if (answer.kind !== "sent") throw new AppError("server.failed");
  return answer.ack;
}

/** What its author wants it to carry; null: words alone. */
export const cargoOf = ({
  attachments: files = [],
  stickerId,
}: Pick<
  CommandParams<"message.send">,
  "attachments" | "stickerId"
>): OwnCargo | null =>
  files.length === 0 && stickerId === undefined
    ? null
    : { kind: "own", files, stickerId: stickerId ?? null };

const answeringOf = ({ replyTo }: CommandParams<"message.send">) =>
  replyTo === undefined
    ? null
    : { messageId: replyTo.messageId, quote: replyTo.quote ?? null };
