import { once } from "node:events";
import { connect } from "node:net";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  closeReasons,
  MAX_FRAME_BYTES,
  type ConversationId,
  type ServerFrame,
} from "@veche/contracts";
import { anna, ownPage } from "../../../tests/http.ts";
import {
  createRealtimeWorld,
  testDeviceId,
  type TestClient,
} from "../../../tests/realtime.ts";
import { readClientFrame } from "./client-frames.ts";

const room = "0190a000-0000-7000-8000-000000000001" as ConversationId; // Of a fixed shape, to be read in failures.
const codesOf = (client: TestClient): readonly string[] =>
  client.frames.flatMap((frame: ServerFrame) =>
    frame.t === "error" ? [frame.code] : [],
  );
const typing = (id: number) => ({
  t: "command",
  id,
  name: "typing.show",
  params: { conversationId: room },
});
const commands = {
  "typing.show": async () => ({}),
  "call.signal": async () => ({}),
};

describe("a client that asks too much (ASVS 17.3)", () => {
  it("is told to wait, goes on when it has waited, and starves nobody", async () => {
    await using world = await createRealtimeWorld({ commands });
    const greedy = await world.greet();
    await greedy.live();
    for (let id = 1; id <= 35; id += 1) greedy.send(typing(id));
    await greedy.until(({ frames }) => frames.length >= 37);
    expect(codesOf(greedy)).toEqual(Array(5).fill("request.rate_limited"));
    expect(greedy.frames).toContainEqual({
      t: "error",
      id: 35,
      code: "request.rate_limited",
      retryAfterMs: 500,
    });
    world.clock.advance(100);
    greedy.send(typing(36));
    await greedy.until(({ frames }) => frames.length >= 38);
    expect(greedy.frames.at(-1)).toMatchObject({ t: "ack", id: 36 });
  });

  it("that comes back when it was told to gets everything through and is never cut", async () => {
    await using world = await createRealtimeWorld({ commands });
    const client = await world.greet();
    await client.live();
    for (let id = 1; id <= 100; id += 1) client.send(typing(id));
    await client.until(({ frames }) => frames.length >= 102);
    const waits = client.frames
      .flatMap((frame) =>
        frame.t === "error"
          ? [{ id: frame.id, ms: frame.retryAfterMs ?? 0 }]
          : [],
      )
      .sort((a, b) => a.ms - b.ms);
    expect(waits).toHaveLength(70);
    let passedMs = 0;
    for (const { id, ms } of waits) {
      world.clock.advance(ms - passedMs);
      passedMs = ms;
      client.send(typing(id));
      await client.until(({ frames }) =>
        frames.some((frame) => frame.t === "ack" && frame.id === id),
      );
    }
    expect(passedMs).toBe(7_000);
  });

  it("has a wider measure for signalling, and one does not use up the other", async () => {
    await using world = await createRealtimeWorld({ commands });
    const client = await world.greet();
    await client.live();
    const signal = {
      kind: "candidate",
      candidate: "",
      sdpMid: null,
      sdpMLineIndex: null,
      usernameFragment: null,
    };
    const params = { callId: room, joinId: room, toJoinId: room, signal };
    // Fewer than may be waiting for their answers at once, which is another measure.
    for (let id = 1; id <= 150; id += 1)
      client.send({ t: "command", id, name: "call.signal", params });
    client.send(typing(151));
    await client.until(({ frames }) => frames.length >= 153);
    expect(codesOf(client)).toEqual([]);
  });

  it("is counted over all its sockets", async () => {
    await using world = await createRealtimeWorld({ commands });
    const clients = [
      await world.greet(),
      await world.greet(),
      await world.greet(),
    ];
    for (const client of clients) {
      await client.live();
      for (let id = 1; id <= 30; id += 1) client.send(typing(id));
      await client.until(({ frames }) => frames.length >= 32);
    }
    expect(clients.map((client) => codesOf(client).length)).toEqual([0, 0, 30]);
  });

  it("is cut when it does not stop", async () => {
    await using world = await createRealtimeWorld({ commands });
    const flood = await world.greet();
    await flood.live();
    for (let id = 1; id <= 1000; id += 1) flood.send(typing(id));
    expect(await flood.closed()).toBe(closeReasons.flood);
    expect(codesOf(flood).length).toBeLessThanOrEqual(150);
    const pings = await world.greet();
    await pings.live();
    for (let i = 0; i < 1000; i += 1) pings.send({ t: "ping" });
    expect(await pings.closed()).toBe(closeReasons.flood);
  });
});

describe("a client that reads too slowly (F4)", () => {
  it("is cut when a thousand frames or a megabyte wait for it, and others are not held up", async () => {
    await using world = await createRealtimeWorld({
      limits: {
        sendBudget: { maxQueuedBytes: 1_048_576, maxQueuedFrames: 1_000 },
      },
    });
    world.book.open(room, [anna.id]);
    const healthy = await world.greet();
    const slow = await world.greet();
    await healthy.live();
    await slow.live();
    slow.line.pause();
    const body = "x".repeat(8000);
    let sent = 0;
    while (world.connections.index.size > 1 && sent < 20_000) {
      world.say(room, [body]);
      sent += 1;
      await healthy.until(({ seqs }) => seqs.length >= sent);
      // The slow line's close is answered by nobody: it is cut two seconds later.
      world.clock.advance(2_000);
      healthy.send({ t: "ping" });
    }
    expect(world.connections.index.size).toBe(1);
    expect(healthy.seqs).toHaveLength(sent);
    // The kernel's own buffers take a few megabytes before ours begin to fill.
    expect(sent * body.length).toBeLessThan(40_000_000);
  });

  it("is not cut for catching up, however long the messages it missed", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id]);
    world.book.write(room, Array<string>(900).fill("щ".repeat(8000)));
    const client = await world.greet({ cursors: { [room]: 0 } });
    await client.live();
    expect(client.seqs).toHaveLength(900);
  });
});

describe("a client that speaks nonsense (F12)", () => {
  it.each([
    ["no JSON", "{", closeReasons.frame_invalid],
    ["not an object", "1", closeReasons.frame_invalid],
    ["an unknown frame", '{"t":"shout"}', closeReasons.frame_invalid],
    [
      "a frame with a field too many",
      '{"t":"ping","x":1}',
      closeReasons.frame_invalid,
    ],
    [
      "a second hello",
      { t: "hello", protocol: 1, deviceId: testDeviceId, cursors: {} },
      closeReasons.frame_invalid,
    ],
    ["a frame too large", "x".repeat(MAX_FRAME_BYTES + 1), 1009],
    [
      "brackets without end",
      "[".repeat(MAX_FRAME_BYTES - 1),
      closeReasons.frame_invalid,
    ],
  ])("is cut: %s", async (_what, frame, code) => {
    await using world = await createRealtimeWorld({ commands });
    const client = await world.greet();
    await client.live();
    client.send(frame);
    expect(await client.closed()).toBe(code);
  });

  it("is cut for bytes that are no text", async () => {
    await using world = await createRealtimeWorld();
    const binary = await world.greet();
    await binary.live();
    binary.line.send(Buffer.from([1, 2, 3]), { binary: true });
    expect(await binary.closed()).toBe(closeReasons.frame_invalid);
    const broken = await world.greet();
    await broken.live();
    broken.line.send(Buffer.from([0xc3, 0x28]), { binary: false });
    expect(await broken.closed()).toBe(1007);
  });

  it("is answered where its command can be told, with the place that is wrong", async () => {
    await using world = await createRealtimeWorld({ commands });
    const client = await world.greet();
    await client.live();
    client.send({ ...typing(1), extra: 1 });
    client.send({
      ...typing(2),
      params: { conversationId: room, admin: true },
    });
    client.send({ ...typing(3), params: null });
    client.send(
      '{"t":"command","id":4,"name":"typing.show","params":{"conversationId":"' +
        room +
        '","__proto__":{}}}',
    );
    await client.until(({ frames }) => frames.length >= 6);
    expect(client.frames.slice(2)).toMatchObject([
      {
        id: 1,
        code: "request.invalid",
        issues: expect.arrayContaining([
          expect.objectContaining({ path: "/extra" }),
        ]) as unknown,
      },
      {
        id: 2,
        code: "request.invalid",
        issues: expect.arrayContaining([
          expect.objectContaining({ path: "/admin" }),
        ]) as unknown,
      },
      { id: 3, code: "request.invalid" },
      { id: 4, code: "request.invalid" },
    ]);
  });

  it("cannot make the reader of frames throw, whatever JSON it sends", () => {
    const nearly = fc.record(
      {
        t: fc.oneof(
          fc.constantFrom("hello", "command", "ping"),
          fc.jsonValue(),
        ),
        id: fc.oneof(fc.integer(), fc.jsonValue()),
        name: fc.oneof(
          fc.constantFrom("message.send", "__proto__", "toString"),
          fc.jsonValue(),
        ),
        params: fc.jsonValue(),
        protocol: fc.jsonValue(),
        deviceId: fc.oneof(fc.constant(testDeviceId), fc.jsonValue()),
        cursors: fc.oneof(
          fc.dictionary(fc.string(), fc.jsonValue()),
          fc.jsonValue(),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(nearly, fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        const read = readClientFrame(text);
        // What is taken as a frame is the very thing that was sent.
        if (read.kind === "frame") expect(read.frame).toEqual(JSON.parse(text));
      }),
      { seed: 17, numRuns: 3000 },
    );
  });

  /** The same bytes for the same round in every run. */
  const nonsense = (round: number): Buffer =>
    createHash("shake256", { outputLength: 2 + round * 7 })
      .update(`round ${round}`)
      .digest();

  it("cannot take the server down with broken frames of the protocol below", async () => {
    await using world = await createRealtimeWorld({ commands });
    world.book.open(room, [anna.id]);
    const healthy = await world.greet();
    await healthy.live();
    for (let round = 0; round < 60; round += 1) {
      const attacker = await world.connect();
      // A frame is built by hand below `ws`: its stream is reached by a name that its types hide.
      const stream = (
        attacker.line as unknown as { _socket: NodeJS.WritableStream }
      )._socket;
      // An end as well: bytes that happen to begin a frame would be waited for.
      stream.end(nonsense(round));
      await attacker.closed();
    }
    world.say(room, ["still here"]);
    await healthy.until(({ seqs }) => seqs.includes(1));
  });

  it("cannot take the server down with half a handshake", async () => {
    await using world = await createRealtimeWorld();
    const healthy = await world.connect();
    const address = new URL(healthy.line.url);
    const handshakes = [
      "GET /realtime HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      `GET /realtime HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nOrigin: ${ownPage.origin}\r\nCookie: ${ownPage.cookie}\r\nSec-WebSocket-Version: 12\r\nSec-WebSocket-Key: x\r\n\r\n`,
      "GET // HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      "GET /realtime?ticket=%zz HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
      "GET http://[ HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
    ];
    for (const handshake of handshakes) {
      const stream = connect(Number(address.port), address.hostname);
      stream.on("error", () => undefined);
      stream.write(handshake);
      const [answer] = (await once(stream, "data")) as [Buffer]; // A socket's data are bytes.
      expect(answer.toString()).toMatch(/^HTTP\/1\.1 4\d\d/);
      const gone = connect(Number(address.port), address.hostname);
      gone.on("error", () => undefined);
      gone.write(handshake);
      gone.destroy();
    }
    await world.connect();
  });
});
