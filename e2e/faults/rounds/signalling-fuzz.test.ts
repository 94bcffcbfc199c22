import { expect, it } from "vitest";
import { commandNames } from "@veche/contracts";
import { createRandom, type Random } from "../random.ts";
import { openRawSocket } from "../injections/raw-socket.ts";
import { sharedWorld } from "../injections/shared-world.ts";
import { seeds } from "../round.ts";

const world = sharedWorld();
/** Ten minutes by `FUZZ_SECONDS=600 npm run faults -- signalling`; a taste of it every day. */
const fuzzMs = Number(process.env["FUZZ_SECONDS"] ?? 5) * 1000;
const linesAtOnce = 4;
const framesPerLine = 25;
/** So many that the limit of handshakes from one address does not end the attack before its time. */
const addresses = Array.from({ length: 16 }, (_, at) => `127.0.0.${at + 1}`);

it.each(seeds())(
  "malformed signalling is refused or cut off, and the server goes on (ASVS 17.3.2, seed %i)",
  async (seed) => {
    const { baseUrl, server, user } = world();
    const processId = server.processId();
    const anna = await user("anna");
    const until = performance.now() + fuzzMs;
    let frameCount = 0;
    const fuzz = async (random: Random): Promise<void> => {
      while (performance.now() < until) {
        const { socket, closed } = await openRawSocket({
          baseUrl,
          headers: anna.headers,
          localAddress: random.oneOf(addresses),
        });
        for (let count = 0; count < framesPerLine; count += 1) {
          socket.send(malformed(random));
          frameCount += 1;
        }
        socket.close();
        await closed;
      }
    };
    await Promise.all(
      Array.from({ length: linesAtOnce }, (_, line) =>
        fuzz(createRandom(seed * linesAtOnce + line)),
      ),
    );
    console.log(`signalling fuzz seed ${seed}: ${frameCount} frames`);

    expect(frameCount).toBeGreaterThan(100);
    expect(server.isRunning()).toBe(true);
    expect(server.processId()).toBe(processId);
    expect(server.output()).not.toMatch(/uncaught|unhandled/i);
    expect((await fetch(`${baseUrl}/readyz`)).status).toBe(200);
    // Whoever keeps to the rules is served as before.
    const boris = await user("boris");
    expect(
      await boris.line.send("operator.set_state", {
        state: "available",
        breakReason: null,
      }),
    ).toMatchObject({ state: "available" });
  },
);

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const signal = { kind: "candidate", candidate: "x", sdpMid: "0" };

/** A command as it should be, with one or several things wrong in it, or bytes cut out of it. */
function malformed(random: Random): string {
  const frame: Record<string, unknown> = {
    t: "command",
    id: 1 + Math.floor(random.next() * 1e6),
    name: random.oneOf([...commandNames]),
    params: {
      callId: id,
      joinId: id,
      toJoinId: id,
      conversationId: id,
      clientId: id,
      body: "text",
      signal,
      mediaState: { microphone: true, camera: true, screen: false },
    },
  };
  for (let times = 0; times < 3; times += 1) {
    const place = random.oneOf(["t", "id", "name", "params"]);
    if (random.next() < 0.3) frame[place] = wrongValue(random);
  }
  // An object was put there above; whatever else it is by now takes no field.
  const params = frame["params"] as Record<string, unknown> | null;
  if (params !== null && typeof params === "object")
    params[random.oneOf(Object.keys(params).concat("extra", "__proto__"))] =
      wrongValue(random);
  const text = JSON.stringify(frame);
  if (random.next() < 0.8) return text;
  const from = Math.floor(random.next() * text.length);
  return text.slice(0, from) + text.slice(from + 1 + random.next() * 8);
}

const wrongValue = (random: Random): unknown =>
  random.oneOf<unknown>([
    null,
    -1,
    1e308,
    "",
    "\u0000",
    "щ".repeat(5000),
    "'; DROP TABLE messages; --",
    [],
    [[[[[[]]]]]],
    {},
    { kind: "description", type: "offer", sdp: "v=0\r\n".repeat(500) },
    { constructor: { prototype: {} } },
    true,
  ]);
