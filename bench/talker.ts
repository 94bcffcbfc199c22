import { randomUUID } from "node:crypto";
import WebSocket from "ws";
import type { ConversationId } from "@veche/contracts";

interface Frame {
  readonly t: string;
  readonly id?: number;
  readonly code?: string;
  readonly events?: readonly { readonly clientId?: string }[];
}

/** A socket with as little client around it as can be: frames are built by hand, answers are only counted. */
export interface Talker {
  /** Sends a message; settles with its acknowledgement. */
  readonly say: (conversationId: ConversationId) => Promise<unknown>;
  /** Sends without waiting; returns the client's id of the message. */
  readonly throwIn: (conversationId: ConversationId) => string;
  readonly onHeard: (listener: (clientId: string) => void) => void;
  readonly close: () => void;
}

const body = "x".repeat(200);

export async function openTalker(
  baseUrl: string,
  cookie: string,
): Promise<Talker> {
  const socket = new WebSocket(`${baseUrl.replace("http", "ws")}/realtime`, {
    headers: { cookie, origin: baseUrl },
    perMessageDeflate: false,
  });
  const waiting = new Map<number, PromiseWithResolvers<undefined>>();
  const listeners: ((clientId: string) => void)[] = [];
  const live = Promise.withResolvers<undefined>();
  let lastId = 0;

  const tell = (events: NonNullable<Frame["events"]>): void => {
    const ids = events.flatMap(({ clientId }) => clientId ?? []);
    for (const id of ids) for (const listener of listeners) listener(id);
  };
  const handle = (frame: Frame): void => {
    if (frame.t === "live") live.resolve(undefined);
    else if (frame.t === "ack") waiting.get(frame.id ?? 0)?.resolve(undefined);
    else if (frame.t === "error")
      waiting.get(frame.id ?? 0)?.reject(new Error(frame.code));
    else if (frame.t === "events") tell(frame.events ?? []);
    if (frame.id !== undefined) waiting.delete(frame.id);
  };
  socket.on("message", (data: Buffer) => {
    // The server's frames are of this shape; the benchmark reads only these fields.
    handle(JSON.parse(data.toString()) as Frame);
  });
  socket.on("error", (error) => {
    live.reject(error);
  });
  socket.on("open", () => {
    const hello = { t: "hello", protocol: 1, deviceId: randomUUID() };
    socket.send(JSON.stringify({ ...hello, cursors: {} }));
  });
  await live.promise;

  const send = (conversationId: ConversationId): string => {
    lastId += 1;
    const clientId = randomUUID();
    socket.send(
      `{"t":"command","id":${lastId},"name":"message.send","params":{"conversationId":"${conversationId}","clientId":"${clientId}","body":"${body}"}}`,
    );
    return clientId;
  };
  return {
    say(conversationId) {
      send(conversationId);
      const answer = Promise.withResolvers<undefined>();
      waiting.set(lastId, answer);
      return answer.promise;
    },
    throwIn: send,
    onHeard: (listener) => listeners.push(listener),
    close: () => {
      socket.terminate();
    },
  };
}
