import { randomBytes } from "node:crypto";
import { connect } from "node:net";

export interface WireOptions {
  readonly port: number;
  /** Path and query of the upgrade request. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** One of 127.0.0.0/8: a server may count what comes from one address. */
  readonly localAddress?: string;
  /** A whole text frame; the bytes are valid during the call only. */
  readonly onText: (payload: Buffer) => void;
  /** Called once, unless we closed it ourselves. */
  readonly onLost: (why: string) => void;
}

/**
 * A WebSocket over bare TCP that does as little as can be: the load shares the machine with what it measures. Frames
 * go out under a mask of zeros, which is the text itself; what comes in is only cut into frames.
 */
export interface Wire {
  send(text: string): void;
  close(): void;
}

const textFrame = 0x81;
const pongFrame = 0x8a;
const endOfHead = Buffer.from("\r\n\r\n");

export function openWire(options: WireOptions): Wire {
  const { port, path, headers, localAddress, onText, onLost } = options;
  const socket = connect({
    port,
    host: "127.0.0.1",
    noDelay: true,
    ...(localAddress === undefined ? {} : { localAddress }),
  });
  let isOver = false;
  let isOpen = false;
  const early: Buffer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  const end = (why: string): void => {
    if (isOver) return;
    isOver = true;
    socket.destroy();
    onLost(why);
  };
  const send = (head: number, payload: Buffer): void => {
    const frame = masked(head, payload);
    if (!isOpen) early.push(frame);
    else if (!isOver) socket.write(frame);
  };
  socket.on("error", (error) => end(error.message));
  socket.on("close", () => end("closed"));
  socket.on("connect", () => {
    const lines = Object.entries(headers).map(
      ([name, value]) => `${name}: ${value}\r\n`,
    );
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString("base64")}\r\n${lines.join("")}\r\n`,
    );
  });
  socket.on("data", (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    if (!isOpen) {
      const at = rest.indexOf(endOfHead);
      if (at === -1) return;
      const status = rest.toString("latin1", 9, 12);
      if (status !== "101") {
        end(`refused with ${status}`);
        return;
      }
      isOpen = true;
      for (const frame of early) socket.write(frame);
      rest = rest.subarray(at + endOfHead.length);
    }
    rest = takeFrames(rest, (opcode, payload) => {
      if (opcode === 1) onText(payload);
      else if (opcode === 8) end(`closed: ${payload.toString("utf8", 2)}`);
      else if (opcode === 9) send(pongFrame, Buffer.from(payload));
    });
  });
  return {
    send: (text) => {
      send(textFrame, Buffer.from(text));
    },
    close: () => {
      isOver = true;
      socket.destroy();
    },
  };
}

function masked(head: number, payload: Buffer): Buffer {
  const isLong = payload.length > 125;
  const frame = Buffer.allocUnsafe((isLong ? 8 : 6) + payload.length);
  frame[0] = head;
  frame[1] = 0x80 | (isLong ? 126 : payload.length);
  if (isLong) frame.writeUInt16BE(payload.length, 2);
  frame.writeUInt32BE(0, isLong ? 4 : 2);
  payload.copy(frame, isLong ? 8 : 6);
  return frame;
}

/** Hands over whole frames; answers with what is left. */
function takeFrames(
  bytes: Buffer,
  take: (opcode: number, payload: Buffer) => void,
): Buffer {
  let at = 0;
  for (;;) {
    const left = bytes.length - at;
    if (left < 2) break;
    const short = bytes[at + 1] ?? 0;
    const headBytes = short === 126 ? 4 : short === 127 ? 10 : 2;
    if (left < headBytes) break;
    const length =
      short === 126
        ? bytes.readUInt16BE(at + 2)
        : short === 127
          ? Number(bytes.readBigUInt64BE(at + 2))
          : short;
    if (left < headBytes + length) break;
    const start = at + headBytes;
    take((bytes[at] ?? 0) & 0x0f, bytes.subarray(start, start + length));
    at = start + length;
  }
  return at === 0 ? bytes : bytes.subarray(at);
}
