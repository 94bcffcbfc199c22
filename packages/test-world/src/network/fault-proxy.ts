import { connect, createServer, type Socket } from "node:net";

/**
 * `pass` carries everything · `blackhole` swallows what both sides send and tells neither, as a dead router does ·
 * `half-open` swallows one direction: the server's words no longer reach the client, or the client's the server ·
 * `slow` stops reading from the server, as a stalled client does.
 */
export type ProxyMode =
  "pass" | "blackhole" | "half-open-to-client" | "half-open-to-server" | "slow";

interface LineEnds {
  readonly isClientOpen: boolean;
  readonly isServerOpen: boolean;
}

/** A line between clients and the server that can be broken in ways a closed socket never shows. */
export interface FaultProxy extends AsyncDisposable {
  readonly url: string;
  /** Applies to open lines and to new ones. */
  readonly setMode: (mode: ProxyMode) => void;
  /** Tears every open line with a reset. */
  readonly reset: () => void;
  readonly openCount: () => number;
  /** Every line there ever was, in order, and which of its ends still holds it. */
  readonly lines: () => readonly LineEnds[];
  /** Bytes that were sent by either side and not passed on. */
  readonly swallowedBytes: () => number;
}

export async function startFaultProxy(targetPort: number): Promise<FaultProxy> {
  let mode: ProxyMode = "pass";
  const everyPair: (readonly [Socket, Socket])[] = [];
  let swallowed = 0;
  const pairs = new Set<readonly [Socket, Socket]>();

  const isCarried = (direction: "up" | "down"): boolean => {
    if (mode === "blackhole") return false;
    return direction === "up"
      ? mode !== "half-open-to-server"
      : mode !== "half-open-to-client";
  };
  const carry = (direction: "up" | "down", bytes: Buffer, to: Socket): void => {
    if (isCarried(direction)) to.write(bytes);
    else swallowed += bytes.length;
  };
  const apply = (server: Socket): void => {
    if (mode === "slow") server.pause();
    else server.resume();
  };
  const listener = createServer((client) => {
    const server = connect(targetPort, "127.0.0.1");
    const pair = [client, server] as const;
    pairs.add(pair);
    everyPair.push(pair);
    client.on("data", (bytes) => carry("up", bytes, server));
    server.on("data", (bytes) => carry("down", bytes, client));
    const carryEnd = (
      direction: "up" | "down",
      from: Socket,
      to: Socket,
    ): void => {
      from.on("error", () => undefined);
      from.on("close", () => {
        pairs.delete(pair);
        // Where nothing is carried, nobody learns that the other has hung up.
        if (isCarried(direction)) to.destroy();
      });
    };
    carryEnd("up", client, server);
    carryEnd("down", server, client);
    apply(server);
  });
  await new Promise<void>((resolve) =>
    listener.listen(0, "127.0.0.1", resolve),
  );
  const address = listener.address();
  if (address === null || typeof address === "string")
    throw new Error("the system gave no port");

  const reset = (): void => {
    for (const [client, server] of pairs) {
      client.resetAndDestroy();
      server.resetAndDestroy();
    }
  };
  return {
    url: `http://127.0.0.1:${address.port}`,
    setMode(next) {
      mode = next;
      for (const [, server] of pairs) apply(server);
    },
    reset,
    openCount: () => pairs.size,
    lines: () =>
      everyPair.map(([client, server]) => ({
        isClientOpen: !client.closed,
        isServerOpen: !server.closed,
      })),
    swallowedBytes: () => swallowed,
    async [Symbol.asyncDispose]() {
      reset();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
