import { WebSocket } from "ws";
import type { Timers } from "../../../platform/timers.ts";

/** What Janus says: an answer, or news of a handle. Members differ by kind and are looked at before they are believed. */
export interface JanusMessage {
  readonly janus: string;
  readonly transaction?: string;
  /** The handle that news are of. */
  readonly sender?: number;
  readonly data?: { readonly id?: number };
  readonly plugindata?: { readonly data: Readonly<Record<string, unknown>> };
  readonly jsep?: { readonly type: string; readonly sdp: string };
  readonly error?: { readonly code: number; readonly reason: string };
  readonly [more: string]: unknown;
}

/** A request: `janus` names it, the rest belongs to it. */
type JanusRequest = Readonly<Record<string, unknown>> & {
  readonly janus: string;
};

/** Janus refused, was silent for too long, or is gone. */
class JanusError extends Error {
  override readonly name = "JanusError";
  readonly code: number | undefined;

  constructor(message: string, code?: number) {
    super(message);
    this.code = code;
  }
}

/** Did Janus understand the request and refuse it? */
export const isJanusRefusal = (error: unknown): boolean =>
  error instanceof JanusError && error.code !== undefined;

/** Candidates are heard and never answered. */
const isOnlyHeard = ({ janus }: JanusRequest): boolean => janus === "trickle";

/** The one WebSocket to a Janus. */
export interface JanusLine extends Disposable {
  /**
   * The answer to one request: the first message of its transaction that is not a mere "heard". A candidate is answered
   * at once. Rejects with JanusError.
   */
  ask(request: JanusRequest): Promise<JanusMessage>;
  /** News of this handle go to `listener` until the answer is disposed. */
  listen(
    handleId: number,
    listener: (message: JanusMessage) => void,
  ): Disposable;
  /** Settles when the line is gone; it never comes back. */
  readonly closed: Promise<void>;
}

export interface LineOptions {
  /** Of its WebSocket. */
  readonly url: string;
  readonly apiSecret: string;
  readonly timers: Timers;
}

const answerLimitMs = 5_000;
const largestMessageBytes = 1024 * 1024;

/** Opens the line; rejects where nobody listens yet. */
export async function openJanusLine(options: LineOptions): Promise<JanusLine> {
  const socket = new WebSocket(options.url, "janus-protocol", {
    maxPayload: largestMessageBytes,
    perMessageDeflate: false,
    handshakeTimeout: answerLimitMs,
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return createLine(socket, options);
}

interface Waiting {
  readonly resolve: (message: JanusMessage) => void;
  readonly reject: (error: JanusError) => void;
  readonly limit: Disposable;
}

/** Questions on their way, by transaction. */
function createQuestions(timers: Timers) {
  const waiting = new Map<string, Waiting>();
  const take = (transaction: string): Waiting | undefined => {
    const found = waiting.get(transaction);
    waiting.delete(transaction);
    found?.limit[Symbol.dispose]();
    return found;
  };
  return {
    open(transaction: string): Promise<JanusMessage> {
      const { promise, resolve, reject } =
        Promise.withResolvers<JanusMessage>();
      const limit = timers.after(answerLimitMs, () =>
        take(transaction)?.reject(new JanusError("Janus does not answer")),
      );
      waiting.set(transaction, { resolve, reject, limit });
      return promise;
    },
    /** False when nobody asked this. */
    answer(message: JanusMessage): boolean {
      const asker = take(message.transaction ?? "");
      const refusal = refusalIn(message);
      if (refusal === undefined) asker?.resolve(message);
      else asker?.reject(refusal);
      return asker !== undefined;
    },
    refuseAll(error: JanusError): void {
      for (const transaction of [...waiting.keys()])
        take(transaction)?.reject(error);
    },
  };
}

const gone = (): JanusError => new JanusError("Janus is gone");

function createLine(
  socket: WebSocket,
  { apiSecret: apisecret, timers }: LineOptions,
): JanusLine {
  const questions = createQuestions(timers);
  const listeners = new Map<number, (message: JanusMessage) => void>();
  let asked = 0;
  socket.on("message", (data) => {
    // Its own JSON, by its own protocol.
    const message = JSON.parse(
      (data as Buffer).toString("utf8"),
    ) as JanusMessage;
    if (message.janus === "ack" || questions.answer(message)) return;
    if (message.sender !== undefined) listeners.get(message.sender)?.(message);
  });
  // The close that follows says it all.
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      questions.refuseAll(gone());
      listeners.clear();
      resolve();
    });
  });
  return {
    closed,
    ask(request) {
      if (socket.readyState !== WebSocket.OPEN) return Promise.reject(gone());
      const transaction = String((asked += 1));
      const asks = JSON.stringify({ ...request, transaction, apisecret });
      if (isOnlyHeard(request)) {
        socket.send(asks);
        return Promise.resolve({ janus: "ack" });
      }
      const answer = questions.open(transaction);
      socket.send(asks);
      return answer;
    },
    listen(handleId, listener) {
      listeners.set(handleId, listener);
      return {
        [Symbol.dispose]: () => void listeners.delete(handleId),
      };
    },
    [Symbol.dispose]: () => socket.terminate(),
  };
}

/** Its own refusal, or a plugin's inside an answer. */
function refusalIn({
  error,
  plugindata,
}: JanusMessage): JanusError | undefined {
  if (error !== undefined) return new JanusError(error.reason, error.code);
  const { error: reason, error_code: code } = plugindata?.data ?? {};
  return typeof code === "number"
    ? new JanusError(typeof reason === "string" ? reason : "refused", code)
    : undefined;
}
