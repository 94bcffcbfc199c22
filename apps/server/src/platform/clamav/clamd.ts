import { createReadStream } from "node:fs";
import { connect, type NetConnectOpts, type Socket } from "node:net";
import { once } from "node:events";

/** What the daemon said. */
export type ClamdAnswer =
  | { readonly kind: "clean" }
  | { readonly kind: "dangerous"; readonly name: string }
  | { readonly kind: "unable"; readonly reason: string };

export type ClamdAddress =
  | { readonly kind: "socket"; readonly path: string }
  | { readonly kind: "tcp"; readonly host: string; readonly port: number };

const idleTimeoutMs = 60_000;
const maxAnswerBytes = 4_096;

/**
 * Asks a ClamAV daemon about a file, by its INSTREAM command: lengths and bytes, ended by a length of zero. Never
 * rejects: a daemon that can't be asked is `unable`.
 */
export async function askClamd(
  address: ClamdAddress,
  path: string,
): Promise<ClamdAnswer> {
  try {
    return readAnswer(await converse(address, path));
  } catch (error) {
    return { kind: "unable", reason: String(error) };
  }
}

async function converse(address: ClamdAddress, path: string): Promise<string> {
  const socket = connect(optionsOf(address));
  try {
    socket.setTimeout(idleTimeoutMs, () =>
      socket.destroy(new Error("the daemon is silent")),
    );
    await once(socket, "connect");
    const answer = readAll(socket);
    await send(socket, path);
    return await answer;
  } finally {
    socket.destroy();
  }
}

const optionsOf = (address: ClamdAddress): NetConnectOpts =>
  address.kind === "socket"
    ? { path: address.path }
    : { host: address.host, port: address.port };

async function send(socket: Socket, path: string): Promise<void> {
  socket.write("zINSTREAM\0");
  for await (const chunk of createReadStream(path)) {
    // Without an encoding a stream of a file gives buffers.
    const bytes = chunk as Buffer;
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    socket.write(length);
    // A daemon that has heard enough answers and hangs up.
    if (!socket.writable) return;
    if (!socket.write(bytes)) await once(socket, "drain");
  }
  socket.write(Buffer.alloc(4));
}

async function readAll(socket: Socket): Promise<string> {
  let text = "";
  for await (const chunk of socket) {
    text += String(chunk);
    if (text.includes("\0") || text.length > maxAnswerBytes) break;
  }
  return text;
}

function readAnswer(text: string): ClamdAnswer {
  const said = text.replace(/\0[\s\S]*$/, "").trim();
  if (said === "stream: OK") return { kind: "clean" };
  const found = /^stream: (.+) FOUND$/.exec(said);
  if (found?.[1] !== undefined) return { kind: "dangerous", name: found[1] };
  return { kind: "unable", reason: said === "" ? "no answer" : said };
}
