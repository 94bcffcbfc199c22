import { WebSocket } from "ws";
import {
  PROTOCOL_VERSION,
  REALTIME_PATH,
  type DeviceId,
  type ServerFrame,
} from "@veche/contracts";
import { randomUUID } from "node:crypto";
import type { Person } from "@veche/test-world";

/** A socket without the manners of our own client, for whoever does not keep to the rules. */
export interface RawSocket {
  readonly socket: WebSocket;
  /** Settles with the close code. */
  readonly closed: Promise<number>;
}

export interface RawSocketOptions {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Says hello and waits for `live`. */
  readonly greets?: boolean;
  /** The loopback address it comes from: handshakes are counted by address. */
  readonly localAddress?: string;
}

export async function openRawSocket({
  baseUrl,
  headers,
  greets = true,
  localAddress = "127.0.0.1",
}: RawSocketOptions): Promise<RawSocket> {
  const socket = new WebSocket(
    new URL(REALTIME_PATH, baseUrl.replace(/^http/, "ws")),
    { headers, localAddress, perMessageDeflate: false },
  );
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("error", () => undefined);
  const live = new Promise<void>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      const { t } = JSON.parse(data.toString("utf8")) as ServerFrame;
      if (t !== "live") return;
      // What follows is read from the wire and dropped.
      socket.off("message", listen);
      resolve();
    };
    socket.on("message", listen);
    void closed.then((code) =>
      reject(new Error(`closed with ${code} before it was live`)),
    );
  });
  live.catch(() => undefined);
  await new Promise<void>((resolve, reject) => {
    socket.on("open", resolve);
    void closed.then((code) =>
      reject(new Error(`closed with ${code} before it opened`)),
    );
  });
  if (greets) {
    socket.send(
      JSON.stringify({
        t: "hello",
        protocol: PROTOCOL_VERSION,
        deviceId: randomUUID() as unknown as DeviceId,
        cursors: {},
      }),
    );
    await live;
  }
  return { socket, closed };
}

/** A raw socket of somebody who is signed in already. */
export const rawSocketOf = (
  person: Person,
  baseUrl: string,
): Promise<RawSocket> => openRawSocket({ baseUrl, headers: person.headers });
