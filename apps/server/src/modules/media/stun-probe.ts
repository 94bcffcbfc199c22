import { createSocket } from "node:dgram";
import { randomBytes } from "node:crypto";
import type { Timers } from "../../platform/timers.ts";
import type { UdpPlace } from "./free-port.ts";

const magicCookie = 0x21_12_a4_42;
const bindingRequest = 0x0001;
const bindingSuccess = 0x0101;
const askEveryMs = 50;

/** Settles when something answers a STUN binding request there (RFC 8489); asks until the signal is aborted. */
export async function waitForStunAnswer(
  { address, port }: UdpPlace,
  { timers, signal }: { readonly timers: Timers; readonly signal: AbortSignal },
): Promise<void> {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(bindingRequest, 0);
  request.writeUInt32BE(magicCookie, 4);
  randomBytes(12).copy(request, 8);
  const socket = createSocket("udp4");
  using stack = new DisposableStack();
  stack.defer(() => socket.close());
  await new Promise<void>((resolve, reject) => {
    const refuse = (): void => reject(new Error("no answer to STUN"));
    socket.on("message", (answer) => {
      const isOurs = answer.subarray(8, 20).equals(request.subarray(8, 20));
      if (isOurs && answer.readUInt16BE(0) === bindingSuccess) resolve();
    });
    // Nobody listens there yet: the next request may find somebody.
    socket.on("error", () => undefined);
    const ask = (): void =>
      socket.send(request, port, address, () => undefined);
    signal.addEventListener("abort", refuse, { once: true });
    stack.defer(() => {
      signal.removeEventListener("abort", refuse);
    });
    stack.use(timers.every(askEveryMs, ask));
    if (signal.aborted) refuse();
    else ask();
  });
}
