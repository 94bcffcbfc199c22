import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { WebSocket } from "ws";
import { openRawSocket } from "./raw-socket.ts";

/*
 * A program of its own, so that its work is not counted as the server's: `node attacker.ts <order as JSON>`. Says in the
 * end with which code each attack was cut off, as JSON.
 */

export interface AttackOrder {
  readonly baseUrl: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly conversationId: string;
  readonly waves: number;
  /** A target that knows nothing of our protocol is not greeted. */
  readonly greets: boolean;
}

export type AttackReport = Readonly<Record<string, readonly (number | null)[]>>;

type Attack = (socket: WebSocket, order: AttackOrder) => void;

const attacks: Readonly<Record<string, Attack>> = {
  "10,000 messages at once": (socket, { conversationId }) => {
    for (let id = 1; id <= 10_000; id += 1)
      socket.send(
        JSON.stringify({
          t: "command",
          id,
          name: "typing.show",
          params: { conversationId },
        }),
      );
  },
  "a frame of one megabyte": (socket) =>
    socket.send(
      JSON.stringify({
        t: "command",
        id: 1,
        name: "typing.show",
        params: { text: "x".repeat(1_048_576) },
      }),
    ),
  "JSON that is none": (socket) => socket.send('{"t":"command",'),
  "JSON 20,000 deep": (socket) =>
    socket.send(
      `{"t":"command","id":1,"name":"typing.show","params":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
    ),
  "bytes that are not UTF-8": (socket) =>
    socket.send(Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]), { binary: false }),
  "a binary frame": (socket) =>
    socket.send(Buffer.alloc(1000, 1), { binary: true }),
};

const waveMs = 2_000;
/** Deep JSON within the frame limit is an invalid command and no reason to cut: nothing more is waited for. */
const harmless = "JSON 20,000 deep";
const patienceMs = { harmless: 900, others: 20_000 };
const halfOpenCount = 500;

function openHalfHandshakes(baseUrl: string): readonly Socket[] {
  const { port, hostname } = new URL(baseUrl);
  return Array.from({ length: halfOpenCount }, () => {
    const socket = connect(Number(port), hostname);
    socket.on("error", () => undefined);
    socket.write(
      "GET /realtime HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n",
    );
    return socket;
  });
}

async function attackWith(
  [name, run]: readonly [string, Attack],
  order: AttackOrder,
) {
  const { socket, closed } = await openRawSocket(order);
  run(socket, order);
  const code = await Promise.race([
    closed,
    pause(patienceMs[name === harmless ? "harmless" : "others"], null),
  ]);
  socket.terminate();
  return code;
}

/** The code of a connection that was not even let in. */
const notLetIn = 0;

async function attackInWaves(order: AttackOrder): Promise<AttackReport> {
  const idlers = openHalfHandshakes(order.baseUrl);
  const codes: Record<string, (number | null)[]> = {};
  for (let wave = 0; wave < order.waves; wave += 1) {
    const [, ...met] = await Promise.all([
      pause(waveMs),
      ...Object.entries(attacks).map(
        async (attack) =>
          [
            attack[0],
            await attackWith(attack, order).catch(() => notLetIn),
          ] as const,
      ),
    ]);
    for (const [name, code] of met) (codes[name] ??= []).push(code);
  }
  for (const idler of idlers) idler.destroy();
  return codes;
}

// The order is written by `order-attack.ts`.
const order = JSON.parse(process.argv[2] ?? "") as AttackOrder;
process.stdout.write(JSON.stringify(await attackInWaves(order)));
process.exit(0);
