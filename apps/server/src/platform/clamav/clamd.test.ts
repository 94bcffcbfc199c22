import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { askClamd } from "./clamd.ts";

/** A daemon that speaks INSTREAM and answers by what it was shown. */
async function openDaemon(answer: (shown: Buffer) => string) {
  const folder = await mkdtemp(join(tmpdir(), "clamd-"));
  const path = join(folder, "clamd.ctl");
  const server = createServer((socket) => {
    // Whoever asks may hang up in the middle.
    converse(socket, answer).catch(() => socket.destroy());
  });
  server.listen(path);
  await once(server, "listening");
  const file = join(folder, "file");
  return {
    address: { kind: "socket", path } as const,
    file,
    show: (bytes: Buffer) => writeFile(file, bytes),
    async [Symbol.asyncDispose]() {
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

async function converse(
  socket: Socket,
  answer: (shown: Buffer) => string,
): Promise<void> {
  let all = Buffer.alloc(0);
  for await (const chunk of socket) {
    all = Buffer.concat([all, chunk as Buffer]);
    const shown = readStream(all);
    if (shown === undefined) continue;
    socket.end(`${answer(shown)}\0`);
    return;
  }
}

/** What was shown, once the length of zero has come. */
function readStream(all: Buffer): Buffer | undefined {
  const command = "zINSTREAM\0";
  if (!all.toString("latin1").startsWith(command)) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= all.length;) {
    const length = all.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(all.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

describe("a ClamAV daemon", () => {
  it("is shown the whole file and says what it found", async () => {
    const bytes = Buffer.alloc(300_000, "veche");
    await using daemon = await openDaemon((shown) =>
      shown.equals(bytes) ? "stream: OK" : "stream: Eicar-Test FOUND",
    );
    await daemon.show(bytes);
    expect(await askClamd(daemon.address, daemon.file)).toEqual({
      kind: "clean",
    });
    await daemon.show(Buffer.from("other"));
    expect(await askClamd(daemon.address, daemon.file)).toEqual({
      kind: "dangerous",
      name: "Eicar-Test",
    });
  });

  it("that does not understand, or is not there, found nothing out", async () => {
    await using daemon = await openDaemon(
      () => "INSTREAM size limit exceeded. ERROR",
    );
    await daemon.show(Buffer.from("x"));
    expect(await askClamd(daemon.address, daemon.file)).toMatchObject({
      kind: "unable",
    });
    const nowhere = { kind: "socket", path: "/nowhere/clamd.ctl" } as const;
    expect(await askClamd(nowhere, daemon.file)).toMatchObject({
      kind: "unable",
    });
  });
});
