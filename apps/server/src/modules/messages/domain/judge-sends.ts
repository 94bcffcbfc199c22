import type { ConversationId, ErrorCode, MessageId } from "@veche/contracts";
import type { SendCommand } from "./message-command.ts";

/** What was sent already under the same author and client id. */
interface Earlier {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly body: string;
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
        "message.client_id_reused" | "conversation.not_found" | "auth.forbidden"
      >;
    };

export interface SendFacts {
  readonly earlierOf: (send: SendCommand) => Earlier | undefined;
  /** The author's role there now; undefined for whoever is not a member. */
  readonly roleOf: (send: SendCommand) => string | undefined;
}

/**
 * Decides about each send of a batch. What was sent before is answered before rights are asked: an author who has
 * left meanwhile still learns that the message arrived.
 */
export function judgeSends(
  sends: readonly SendCommand[],
  { earlierOf, roleOf }: SendFacts,
): ReadonlyMap<SendCommand, SendVerdict> {
  const firsts = new Map<string, SendCommand>();
  const verdicts = new Map<SendCommand, SendVerdict>();
  for (const send of sends) {
    const key = `${send.principalId}/${send.clientId}`;
    const earlier = earlierOf(send);
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
      const verdict = rightsOf(roleOf(send));
      verdicts.set(send, verdict);
      if (verdict.kind === "new") firsts.set(key, send);
    }
  }
  return verdicts;
}

const reused: SendVerdict = {
  kind: "refused",
  code: "message.client_id_reused",
};

function isSame(
  send: SendCommand,
  other: Pick<Earlier, "conversationId" | "body">,
): boolean {
  return (
    send.conversationId === other.conversationId && send.body === other.body
  );
}

function rightsOf(role: string | undefined): SendVerdict {
  if (role === undefined)
    return { kind: "refused", code: "conversation.not_found" };
  if (role === "read_only") return { kind: "refused", code: "auth.forbidden" };
  return { kind: "new" };
}
