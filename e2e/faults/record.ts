import { createWriteStream, mkdirSync } from "node:fs";
import { once } from "node:events";
import { dirname } from "node:path";
import type {
  ClientId,
  ConversationId,
  FileId,
  MessageId,
  PrincipalId,
} from "@veche/contracts";

/** What is known of one send when the round is over. */
export interface Sent {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly authorId: PrincipalId;
  readonly body: string;
  /** How it left: as a command whose answer we saw, or through the product's own outbox. */
  readonly by: "command" | "outbox";
  outcome:
    | { readonly kind: "pending" }
    /** Acknowledged, with the place the server named. */
    | { readonly kind: "acked"; readonly seq: number }
    /** Refused for good: it must not be in the history. */
    | { readonly kind: "refused"; readonly code: string }
    /** No answer that says either: it may stand in the history once, or not at all. */
    | { readonly kind: "unknown" };
}

interface Named {
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly actorId: PrincipalId;
}

/** What somebody did besides speaking, as far as the server said that it is done. */
export type Deed =
  | (Named & {
      readonly kind: "edited";
      readonly body: string;
      readonly seq: number;
    })
  | (Named & { readonly kind: "deleted" })
  | (Named & {
      readonly kind: "reacted";
      readonly emoji: string;
      readonly isSet: boolean;
    })
  | {
      readonly kind: "uploaded";
      readonly fileId: FileId;
      readonly sha256: string;
    }
  /** Makes one's own cursor go back, which no event tells. */
  | {
      readonly kind: "marked_unread";
      readonly conversationId: ConversationId;
      readonly actorId: PrincipalId;
    };

/** A message to be sent later. */
export interface Scheduled {
  readonly clientId: ClientId;
  readonly conversationId: ConversationId;
  readonly authorId: PrincipalId;
  /** Every body it was given; the one it is sent with is among them. */
  readonly bodies: string[];
  state:
    | { readonly kind: "waits"; readonly scheduledId: MessageId }
    | { readonly kind: "taken_back"; readonly scheduledId: MessageId }
    | { readonly kind: "unknown" }
    | { readonly kind: "refused" };
}

/** One line of the recording, in the order things were seen. */
type RecordLine = {
  /** Monotonic, milliseconds since the round began. */
  readonly atMs: number;
  readonly kind: "invoke" | "ok" | "fail" | "unknown" | "nemesis";
} & Readonly<Record<string, string | number>>;

export interface Recorder extends AsyncDisposable {
  readonly write: (
    kind: RecordLine["kind"],
    fields: Readonly<Record<string, string | number>>,
  ) => void;
  readonly elapsedMs: () => number;
}

/** Writes what happens to a JSONL file as it happens, so that a broken round can be read afterwards. */
export function createRecorder(path: string): Recorder {
  mkdirSync(dirname(path), { recursive: true });
  const stream = createWriteStream(path);
  const begunMs = performance.now();
  const elapsedMs = (): number => performance.now() - begunMs;
  return {
    elapsedMs,
    write: (kind, fields) => {
      // A send that is given up after the round has nobody to tell.
      if (stream.writableEnded) return;
      const atMs = Math.round(elapsedMs() * 1000) / 1000;
      stream.write(`${JSON.stringify({ atMs, kind, ...fields })}\n`);
    },
    async [Symbol.asyncDispose]() {
      stream.end();
      await once(stream, "finish");
    },
  };
}
