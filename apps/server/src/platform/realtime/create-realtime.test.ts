import { describe, expect, it, vi } from "vitest";
import {
  closeReasons,
  type ConversationId,
  type Notice,
} from "@veche/contracts";
import { anna } from "../../../tests/http.ts";
import { createRealtimeWorld, testEpoch } from "../../../tests/realtime.ts";
import { AppError } from "../app-error.ts";

/** As long as a crowded machine needs. */
const patience = { timeout: 120_000 };

// Ids of a fixed shape, so that the test reads what it wrote.
const room = "0190a000-0000-7000-8000-000000000001" as ConversationId;
const other = "0190a000-0000-7000-8000-000000000002" as ConversationId;
const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i);
const typing: Notice = {
  type: "typing.shown",
  conversationId: room,
  principalId: anna.id,
};

describe("a new connection", () => {
  it("is welcomed with its conversations, then live, then told what happens", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 3);
    const client = await world.greet();
    await client.live();
    world.say(room, ["hello"]);
    await client.until(({ seqs }) => seqs.includes(4));
    expect(client.kinds).toEqual(["welcome", "live", "events"]);
    expect(client.frames[0]).toMatchObject({
      t: "welcome",
      epoch: testEpoch,
      me: { kind: "user", id: anna.id },
      conversations: [{ id: room, headSeq: 3 }],
    });
    expect(client.seqs).toEqual([4]);
  });

  it("is told the present state after the gaps and before what happens next", async () => {
    let release = (): void => undefined;
    const asked: PromiseWithResolvers<void> = Promise.withResolvers();
    await using world = await createRealtimeWorld({
      snapshots: [
        () => {
          asked.resolve();
          return new Promise((resolve) => {
            release = () => resolve([{ ...typing, conversationId: other }]);
          });
        },
      ],
    });
    world.book.open(room, [anna.id], 2);
    const client = await world.greet({ cursors: { [room]: 0 } });
    await asked.promise;
    // Said while the snapshot was being read: it is newer than the snapshot.
    world.connections.hub.notify([anna.id], typing);
    release();
    await client.live();
    expect(client.kinds).toEqual([
      "welcome",
      "events",
      "typing.shown",
      "typing.shown",
      "live",
    ]);
    expect(client.frames.at(-2)).toEqual({ t: "notice", notice: typing });
  });

  it("must say hello first, in this protocol, and within ten seconds", async () => {
    await using world = await createRealtimeWorld();
    const rude = await world.connect();
    rude.send({ t: "ping" });
    expect(await rude.closed()).toBe(closeReasons.frame_invalid);
    const old = await world.greet({ protocol: 999 });
    expect(await old.closed()).toBe(closeReasons.protocol_unsupported);
    const silent = await world.connect();
    world.clock.advance(11_000);
    expect(await silent.closed()).toBe(closeReasons.dead);
  });
});

describe("resuming", () => {
  it("sends exactly the gap, in pages, also while more is committed at every page", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 350);
    let pages = 0;
    world.book.beforeEvents = () => {
      pages += 1;
      if (pages <= 3) world.say(room, [`during page ${pages}`]);
    };
    const client = await world.greet({ cursors: { [room]: 5 } });
    await client.live();
    world.say(room, ["after"]);
    await client.until(({ seqs }) =>
      seqs.includes(350 + Math.min(pages, 3) + 1),
    );
    expect(client.seqs).toEqual(upTo(350 + Math.min(pages, 3) + 1, 6));
  });

  it("misses nothing that is committed between reading the list and following the logs", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 1);
    world.book.beforeList = () => {
      world.book.beforeList = () => undefined;
      world.say(room, ["in between"]);
    };
    const client = await world.greet();
    await client.live();
    world.say(room, ["after"]);
    await client.until(({ seqs }) => seqs.includes(3));
    expect(client.seqs).toEqual([2, 3]);
  });

  it("costs the tables nothing when the newest events are still in memory", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 0);
    const first = await world.greet();
    await first.live();
    world.say(room, ["a", "b", "c"]);
    await first.until(({ seqs }) => seqs.includes(3));
    const storm = await Promise.all(
      Array.from({ length: 10 }, () => world.greet({ cursors: { [room]: 1 } })),
    );
    for (const client of storm) {
      await client.live();
      expect(client.seqs).toEqual([2, 3]);
    }
    expect(world.book.asked.eventsAfter).toBe(0);
  });

  it("starts a log anew when the gap is too long, the position unknown to it, or the history another one", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 1200);
    const reset = { t: "reset", conversationId: room, headSeq: 1200 };
    const far = await world.greet({ cursors: { [room]: 100 } });
    const ahead = await world.greet({ cursors: { [room]: 1300 } });
    const restored = await world.greet({
      epoch: "another",
      cursors: { [room]: 1199 },
    });
    for (const client of [far, ahead, restored]) {
      await client.live();
      expect(client.frames[1]).toEqual(reset);
    }
    world.say(room, ["next"]);
    for (const client of [far, ahead, restored]) {
      await client.until(({ seqs }) => seqs.length > 0);
      expect(client.seqs).toEqual([1201]);
    }
  });

  it("asks the client to come back when the tables cannot be read, rather than telling half", async () => {
    await using world = await createRealtimeWorld();
    world.book.isDown = true;
    const client = await world.greet();
    expect(await client.closed()).toBe(closeReasons.restart);
  });
});

describe("a live connection", () => {
  it("gets what no hint told it within five seconds, and everything in order", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 0);
    const client = await world.greet();
    await client.live();
    world.book.write(room, ["unheard 1", "unheard 2"]);
    world.clock.advance(5_000);
    await client.until(({ seqs }) => seqs.includes(2));
    world.book.write(room, ["unheard 3"]);
    world.say(room, ["heard 4"]);
    await client.until(({ seqs }) => seqs.includes(4));
    expect(client.seqs).toEqual(upTo(4));
  });

  it("gets nothing twice when a hint comes twice or late", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 0);
    const client = await world.greet();
    await client.live();
    const first = world.book.write(room, ["1"]);
    const second = world.book.write(room, ["2"]);
    for (const events of [second, first, second, first])
      world.bus.dispatch([
        { type: "timeline.appended", conversationId: room, events },
      ]);
    world.say(room, ["3"]);
    await client.until(({ seqs }) => seqs.includes(3));
    expect(client.seqs).toEqual([1, 2, 3]);
  });

  it("recovers by itself after the tables could not be read for a while", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [anna.id], 0);
    const client = await world.greet();
    await client.live();
    world.book.isDown = true;
    world.book.write(room, ["unheard"]);
    world.say(room, ["heard"]);
    world.clock.advance(5_000);
    world.book.isDown = false;
    world.clock.advance(5_000);
    await client.until(({ seqs }) => seqs.includes(2));
    expect(client.seqs).toEqual([1, 2]);
  });

  it("is told a conversation it joins from its first event, and nothing more of one it left", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [], 2);
    world.book.open(other, [anna.id], 0);
    const client = await world.greet();
    await client.live();
    world.book.admit(room, anna.id);
    world.bus.dispatch([
      {
        type: "members.changed",
        conversationId: room,
        joined: [anna.id],
        left: [],
      },
    ]);
    await client.until(({ seqs }) => seqs.includes(2));
    expect(client.kinds.slice(2)).toEqual(["conversation.changed", "events"]);
    world.book.dismiss(room, anna.id);
    world.bus.dispatch([
      {
        type: "members.changed",
        conversationId: room,
        joined: [],
        left: [anna.id],
      },
    ]);
    world.say(room, ["secret"]);
    world.say(other, ["for her"]);
    await client.until(({ frames }) => frames.length >= 6);
    expect(client.kinds.slice(4)).toEqual(["conversation.gone", "events"]);
    expect(client.frames.at(-1)).toMatchObject({ conversationId: other });
  });

  it("learns of a conversation joined while its list was being read", async () => {
    await using world = await createRealtimeWorld();
    world.book.open(room, [], 1);
    world.book.beforeList = () => {
      world.book.admit(room, anna.id);
      world.bus.dispatch([
        {
          type: "members.changed",
          conversationId: room,
          joined: [anna.id],
          left: [],
        },
      ]);
    };
    const client = await world.greet();
    await client.until(
      ({ kinds, seqs }) => kinds.includes("live") && seqs.includes(1),
    );
    expect(client.kinds).toContain("conversation.changed");
  });

  it("is given up when it answers no ping, and kept while it does", async () => {
    await using world = await createRealtimeWorld();
    const answering = await world.greet();
    const dead = await world.connect();
    dead.line.pong = () => undefined;
    await answering.live();
    // A line that reads nothing answers no ping.
    dead.line.pause();
    for (let i = 0; i < 8; i += 1) {
      world.clock.advance(5_000);
      answering.send({ t: "ping" });
      await answering.until(
        ({ kinds }) => kinds.filter((kind) => kind === "pong").length > i,
      );
    }
    expect(world.connections.index.size).toBe(1);
    dead.line.terminate();
  });

  it("is given up ten seconds after a sign of life was wanted of it, and kept when it gives one", async () => {
    await using world = await createRealtimeWorld();
    const answering = await world.greet();
    const dead = await world.greet();
    await answering.live();
    await dead.live();
    world.clock.advance(1_000);
    dead.line.pause();
    const { hub, index } = world.connections;
    for (const { id } of index.all()) hub.ask(id);
    answering.send({ t: "ping" });
    await answering.until(({ kinds }) => kinds.includes("pong"));
    for (let i = 0; i < 5; i += 1) world.clock.advance(5_000);
    await vi.waitUntil(() => index.size === 1, patience);
    dead.line.terminate();
  });

  it("tells when a principal comes and goes, the first and the last of its sockets", async () => {
    await using world = await createRealtimeWorld();
    const told: string[] = [];
    world.bus.on("principal.connected", ({ type }) => void told.push(type));
    world.bus.on("principal.disconnected", ({ type }) => void told.push(type));
    world.connections.onConnectionClosed(
      ({ wasLast }) => void told.push(`closed ${String(wasLast)}`),
    );
    const one = await world.greet();
    const two = await world.greet();
    await one.live();
    await two.live();
    expect(world.connections.hub.isConnected(anna.id)).toBe(true);
    one.line.close();
    await one.closed();
    two.line.close();
    await two.closed();
    // The server may hear of the end of a line after its client.
    await vi.waitUntil(() => told.includes("principal.disconnected"), patience);
    expect(told).toEqual([
      "principal.connected",
      "closed false",
      "closed true",
      "principal.disconnected",
    ]);
    expect(world.connections.hub.isConnected(anna.id)).toBe(false);
  });
});

describe("a command", () => {
  const send = { conversationId: room, clientId: room, body: "hi" };

  it("is acknowledged with its result after its handler, or refused with its code", async () => {
    await using world = await createRealtimeWorld({
      commands: {
        "typing.show": async () => ({}),
        "call.decline": async () => {
          throw new AppError("call.ended");
        },
        "call.end": async () => {
          throw new Error("password of the database is hunter2");
        },
      },
    });
    const client = await world.greet();
    await client.live();
    const command = (id: number, name: string, params: unknown) =>
      client.send({ t: "command", id, name, params });
    command(1, "typing.show", { conversationId: room });
    command(2, "call.decline", { callId: room });
    command(3, "call.end", { callId: room });
    command(4, "typing.show", { conversationId: "x" });
    command(5, "no.such", {});
    command(6, "constructor", {});
    command(7, "message.send", send);
    await client.until(({ frames }) => frames.length >= 9);
    const answers = client.frames.slice(2);
    expect(answers.find((frame) => "id" in frame && frame.id === 1)).toEqual({
      t: "ack",
      id: 1,
      result: {},
    });
    const codeOf = (id: number) =>
      answers.flatMap((frame) =>
        frame.t === "error" && frame.id === id ? [frame.code] : [],
      )[0];
    expect([2, 3, 4, 5, 6, 7].map(codeOf)).toEqual([
      "call.ended",
      "server.failed",
      "request.invalid",
      "request.unknown_command",
      "request.unknown_command",
      "request.unknown_command",
    ]);
    expect(JSON.stringify(answers)).not.toMatch("hunter2");
  });

  it("reaches its handler in the order it was sent", async () => {
    const begun: string[] = [];
    await using world = await createRealtimeWorld({
      commands: {
        "message.send": async (_context, { body }) => {
          begun.push(body);
          return { messageId: room as never, seq: 1, at: "" };
        },
      },
    });
    const client = await world.greet();
    await client.live();
    for (const id of upTo(20))
      client.send({
        t: "command",
        id,
        name: "message.send",
        params: { ...send, body: String(id) },
      });
    await client.until(({ frames }) => frames.length >= 22);
    expect(begun).toEqual(upTo(20).map(String));
  });
});

describe("going down", () => {
  it("answers what runs, refuses what is new, and asks everybody to come back", async () => {
    const work = Promise.withResolvers<Record<string, never>>();
    await using world = await createRealtimeWorld({
      commands: { "typing.show": () => work.promise },
    });
    const client = await world.greet();
    await client.live();
    client.send({
      t: "command",
      id: 1,
      name: "typing.show",
      params: { conversationId: room },
    });
    client.send({ t: "ping" });
    await client.until(({ kinds }) => kinds.includes("pong"));
    const drained = world.realtime.drain();
    work.resolve({});
    expect(await client.closed()).toBe(closeReasons.restart);
    await drained;
    expect(client.frames.at(-1)).toEqual({ t: "ack", id: 1, result: {} });
    await expect(world.connect()).rejects.toThrow("503");
  });
});
