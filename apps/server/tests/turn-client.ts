import { createHash, createHmac, randomBytes } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { isIPv4 } from "node:net";

/** Just enough of TURN over UDP (RFC 8656) to ask a relay what it grants. */
export interface TurnClient extends Disposable {
  /** Asks for a relayed address: `ok`, or the relay's error code. `over`: what the relay is to speak with peers. */
  allocate(over?: "tcp" | "udp"): Promise<TurnAnswer>;
  /** The same without any password: what the relay says to strangers. */
  allocateAsStranger(): Promise<TurnAnswer>;
  /** Keeps the allocation, by these credentials from now on. */
  refresh(
    login?: Pick<TurnLogin, "username" | "credential">,
  ): Promise<TurnAnswer>;
  /** Asks for a channel to a peer: the short way of sending. */
  bindChannel(peerAddress: string): Promise<TurnAnswer>;
  /** Sends to a peer without asking whether one may; a relay says nothing to that. */
  sendAnyway(peer: { readonly address: string; readonly port: number }): void;
  /** Asks to send to a peer; an allocation must stand. */
  permit(peerAddress: string): Promise<TurnAnswer>;
}

type TurnAnswer = "ok" | number;

export interface TurnLogin {
  readonly port: number;
  readonly username: string;
  readonly credential: string;
}

const magicCookie = Buffer.from("2112a442", "hex");
const requests = {
  allocate: 0x0003,
  refresh: 0x0004,
  createPermission: 0x0008,
  bindChannel: 0x0009,
  send: 0x0016,
} as const;
const attributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  channelNumber: 0x000c,
  lifetime: 0x000d,
  xorPeerAddress: 0x0012,
  data: 0x0013,
  realm: 0x0014,
  nonce: 0x0015,
  requestedTransport: 0x0019,
} as const;
const protocols = { udp: 17, tcp: 6 } as const;
const firstChannel = 0x4000;
const lifetimeS = 600;
const resendMs = 200;

export function createTurnClient(given: TurnLogin): TurnClient {
  let login = given;
  const socket = createSocket("udp4");
  let challenge: { readonly realm: Buffer; readonly nonce: Buffer } = {
    realm: Buffer.alloc(0),
    nonce: Buffer.alloc(0),
  };

  const signed = async (
    request: number,
    body: (transaction: Buffer) => Buffer,
  ): Promise<TurnAnswer> => {
    const { username, credential, port } = login;
    const key = createHash("md5")
      .update(`${username}:${challenge.realm.toString()}:${credential}`)
      .digest();
    const content = (transaction: Buffer): Buffer =>
      Buffer.concat([
        body(transaction),
        attribute(attributes.username, Buffer.from(username)),
        attribute(attributes.realm, challenge.realm),
        attribute(attributes.nonce, challenge.nonce),
      ]);
    return errorOf(await ask(socket, port, { request, content, key })) ?? "ok";
  };

  return {
    async allocateAsStranger() {
      const content = (): Buffer => transport("udp");
      const answer = await ask(socket, login.port, {
        request: requests.allocate,
        content,
      });
      return errorOf(answer) ?? "ok";
    },
    refresh(renewed) {
      login = { ...login, ...renewed };
      const lifetime = Buffer.alloc(4);
      lifetime.writeUInt32BE(lifetimeS);
      return signed(requests.refresh, () =>
        attribute(attributes.lifetime, lifetime),
      );
    },
    bindChannel(peerAddress) {
      const channel = Buffer.alloc(4);
      channel.writeUInt16BE(firstChannel);
      return signed(requests.bindChannel, (transaction) =>
        Buffer.concat([
          attribute(attributes.channelNumber, channel),
          attribute(
            attributes.xorPeerAddress,
            xorAddress(peerAddress, transaction),
          ),
        ]),
      );
    },
    sendAnyway({ address, port }) {
      const transaction = randomBytes(12);
      const body = Buffer.concat([
        attribute(
          attributes.xorPeerAddress,
          xorAddress(address, transaction, port),
        ),
        attribute(attributes.data, Buffer.from("let me in")),
      ]);
      const message = encode({
        ...{ request: requests.send, body, transaction },
        key: undefined,
      });
      socket.send(message, login.port, "127.0.0.1");
    },
    async allocate(over = "udp") {
      const body = (): Buffer => transport(over);
      const request = requests.allocate;
      const first = await ask(socket, login.port, { request, content: body });
      challenge = {
        realm: first.get(attributes.realm) ?? Buffer.alloc(0),
        nonce: first.get(attributes.nonce) ?? Buffer.alloc(0),
      };
      return signed(request, body);
    },
    permit(peerAddress) {
      return signed(requests.createPermission, (transaction) =>
        attribute(
          attributes.xorPeerAddress,
          xorAddress(peerAddress, transaction),
        ),
      );
    },
    [Symbol.dispose]() {
      socket.close();
    },
  };
}

const transport = (over: keyof typeof protocols): Buffer =>
  attribute(
    attributes.requestedTransport,
    Buffer.from([protocols[over], 0, 0, 0]),
  );

type Attributes = ReadonlyMap<number, Buffer>;

interface Request {
  readonly request: number;
  readonly content: (transaction: Buffer) => Buffer;
  readonly key?: Buffer;
}

function ask(
  socket: Socket,
  port: number,
  { request, content, key }: Request,
): Promise<Attributes> {
  const transaction = randomBytes(12);
  const body = content(transaction);
  const message = encode({ request, body, transaction, key });
  return new Promise((resolve) => {
    const send = (): void => socket.send(message, port, "127.0.0.1");
    // UDP may lose either way, a relay that is starting above all.
    const resend = setInterval(send, resendMs);
    const onMessage = (answer: Buffer): void => {
      if (!answer.subarray(8, 20).equals(transaction)) return;
      clearInterval(resend);
      socket.off("message", onMessage);
      resolve(decode(answer));
    };
    socket.on("message", onMessage);
    send();
  });
}

function encode(message: {
  readonly request: number;
  readonly body: Buffer;
  readonly transaction: Buffer;
  readonly key: Buffer | undefined;
}): Buffer {
  const { request, body, transaction, key } = message;
  const header = (length: number): Buffer => {
    const start = Buffer.alloc(4);
    start.writeUInt16BE(request, 0);
    start.writeUInt16BE(length, 2);
    return Buffer.concat([start, magicCookie, transaction]);
  };
  if (key === undefined) return Buffer.concat([header(body.length), body]);
  // The length already counts the integrity attribute (24 bytes) that is about to follow.
  const covered = Buffer.concat([header(body.length + 24), body]);
  const integrity = createHmac("sha1", key).update(covered).digest();
  return Buffer.concat([
    covered,
    attribute(attributes.messageIntegrity, integrity),
  ]);
}

function decode(message: Buffer): Attributes {
  const found = new Map<number, Buffer>();
  let offset = 20;
  while (offset + 4 <= message.length) {
    const length = message.readUInt16BE(offset + 2);
    const value = message.subarray(offset + 4, offset + 4 + length);
    found.set(message.readUInt16BE(offset), value);
    offset += 4 + Math.ceil(length / 4) * 4;
  }
  return found;
}

function errorOf(answer: Attributes): number | undefined {
  const error = answer.get(attributes.errorCode);
  return error && error.readUInt8(2) * 100 + error.readUInt8(3);
}

function attribute(type: number, value: Buffer): Buffer {
  const start = Buffer.alloc(4);
  start.writeUInt16BE(type, 0);
  start.writeUInt16BE(value.length, 2);
  const padding = Buffer.alloc(Math.ceil(value.length / 4) * 4 - value.length);
  return Buffer.concat([start, value, padding]);
}

/** An address and port (9, which nobody listens on), hidden from meddling gateways by the magic cookie and the transaction. */
function xorAddress(address: string, transaction: Buffer, port = 9): Buffer {
  const [family, bytes] = isIPv4(address)
    ? [1, Buffer.from(address.split(".").map(Number))]
    : [2, bytesOfIPv6(address)];
  const mask = Buffer.concat([magicCookie, transaction]);
  const start = Buffer.from([0, family, 0, 0]);
  start.writeUInt16BE(port ^ magicCookie.readUInt16BE(0), 2);
  const hidden = bytes.map((byte, index) => byte ^ (mask[index] ?? 0));
  return Buffer.concat([start, hidden]);
}

function bytesOfIPv6(address: string): Buffer {
  const [head = "", tail = ""] = address.split("::");
  const groups = (text: string): readonly number[] =>
    text === ""
      ? []
      : text.split(":").flatMap((group) => {
          if (!group.includes(".")) return [Number.parseInt(group, 16)];
          const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
          return [a * 256 + b, c * 256 + d];
        });
  const [before, after] = [groups(head), groups(tail)];
  const zeros = new Array<number>(8 - before.length - after.length).fill(0);
  const bytes = Buffer.alloc(16);
  [...before, ...zeros, ...after].forEach((group, index) =>
    bytes.writeUInt16BE(group, index * 2),
  );
  return bytes;
}
