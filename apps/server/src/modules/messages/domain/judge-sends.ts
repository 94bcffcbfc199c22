import type { ConversationId, ErrorCode, MessageId } from "@veche/contracts";
import type { SendCommand } from "./message-command.ts";
import { isShutOn, rights, type Seat } from "./rights.ts";

/** What was sent already under the same author and client id. */
interface Earlier {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly fingerprint: string;
  readonly seq: number;
  readonly createdAt: Date;
}

export type SendVerdict =
  | { readonly kind: "new" }
  | { readonly kind: "repeated"; readonly earlier: Earlier }
  /** The same message stands earlier in this very batch. */
  | { readonly kind: "repeated_here"; readonly first: SendCommand }
  | {
      readonly kind: "refused";
      readonly code: Extract<
        ErrorCode,
        | "message.client_id_reused"
        | "conversation.not_found"
        | "conversation.device_refused"
        | "message.not_found"
        | "auth.forbidden"
        | "file.not_found"
        | "file.not_ready"
        | "file.refused"
        | "sticker.not_found"
      >;
    };

export interface SendFacts {
  readonly earlierOf: (send: SendCommand) => Earlier | undefined;
  /** The author's seat there now; undefined for whoever is not a member. */
  readonly seatOf: (send: SendCommand) => Seat | undefined;
  /** Does the message it answers stand in the same conversation? */
  readonly isAnswerable: (send: SendCommand) => boolean;
  /** Why it can't carry what it is to carry; undefined when it can. */
  readonly cargoRefusal: (send: SendCommand) => RefusalCode | undefined;
}

/**
 * Decides about each send of a batch. What was sent before is answered before rights are asked: an author who has
 * left meanwhile still learns that the message arrived.
 */
export function judgeSends(
  sends: readonly SendCommand[],
  facts: SendFacts,
): ReadonlyMap<SendCommand, SendVerdict> {
  const firsts = new Map<string, SendCommand>();
  const verdicts = new Map<SendCommand, SendVerdict>();
  for (const send of sends) {
    const key = `${send.principalId}/${send.clientId}`;
    const earlier = facts.earlierOf(send);
    const first = firsts.get(key);
    if (earlier !== undefined) {
      verdicts.set(
        send,
        isSame(send, earlier) ? { kind: "repeated", earlier } : reused,
      );
    } else if (first !== undefined) {
      verdicts.set(
        send,
        isSame(send, first) ? { kind: "repeated_here", first } : reused,
      );
    } else {
      const verdict = judgeNew(send, facts);
      verdicts.set(send, verdict);
      if (verdict.kind === "new") firsts.set(key, send);
    }
  }
  return verdicts;
}

type RefusalCode = Extract<SendVerdict, { kind: "refused" }>["code"];

const refused = (code: RefusalCode): SendVerdict => ({ kind: "refused", code });

const reused = refused("message.client_id_reused");

function isSame(
  send: SendCommand,
  other: Pick<Earlier, "conversationId" | "fingerprint">,
): boolean {
  return (
    send.conversationId === other.conversationId &&
    send.fingerprint === other.fingerprint
  );
}

function judgeNew(
  send: SendCommand,
  { seatOf, isAnswerable, cargoRefusal }: SendFacts,
): SendVerdict {
  const seat = seatOf(send);
  if (seat === undefined) return refused("conversation.not_found");
  if (isShutOn(seat, send.device))
    return refused("conversation.device_refused");
  if (!rights.send(seat)) return refused("auth.forbidden");
  if (send.answering !== null && !isAnswerable(send))
    return refused("message.not_found");
  const refusal = cargoRefusal(send);
  return refusal === undefined ? { kind: "new" } : refused(refusal);
}
