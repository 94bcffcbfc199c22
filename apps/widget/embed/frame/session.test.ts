import { describe, expect, it, vi } from "vitest";
import type {
  ClientId,
  ErrorCode,
  MessageCreated,
  TimelineEvent,
} from "@veche/contracts";
import { Refusal, type Asks, type Opened } from "./ask.ts";
import { EmbedSession } from "./session.ts";

/** As long as a crowded machine needs. */
const patience = { timeout: 120_000 };

const message = (seq: number, body: string, clientId = `c${seq}`) =>
  ({
    type: "message.created",
    seq,
    at: "2026-11-21T09:00:00.000Z",
    actorId: "someone",
    messageId: `m${seq}`,
    clientId,
    body,
  }) as unknown as MessageCreated;

/** A server that answers as it is told, and then lets the last question wait for good. */
function server(
  events: readonly (
    readonly TimelineEvent[] | ErrorCode | Promise<ErrorCode>
  )[],
  sends: readonly (ErrorCode | "ok")[] = [],
) {
  const said: string[] = [];
  const sent: string[] = [];
  const due = [...events];
  const outcomes = [...sends];
  const opens: (ErrorCode | "ok")[] = [];
  const idle = Promise.withResolvers();
  const asks: Asks = {
    open: async (token) => {
      said.push(`open ${token}`);
      const outcome = opens.shift() ?? "ok";
      if (outcome !== "ok") throw new Refusal(outcome);
      return {
        embedToken: `embed of ${token}`,
        me: { id: "me" },
        conversation: { headSeq: 0, unreadCount: 0, members: [] },
      } as unknown as Opened;
    },
    async events(_token, afterSeq) {
      const next = await due.shift();
      said.push(`after ${afterSeq}`);
      if (next === undefined) {
        idle.resolve(undefined);
        return new Promise(() => undefined);
      }
      if (typeof next === "string") throw new Refusal(next);
      return { items: [...next] };
    },
    card: async () => null,
    async send(_token, { body }) {
      const outcome = outcomes.shift() ?? "ok";
      sent.push(`${body} ${outcome}`);
      if (outcome !== "ok") throw new Refusal(outcome);
    },
    read: async () => undefined,
  };
  let tokens = 0;
  let messages = 0;
  const session = new EmbedSession({
    asks,
    freshToken: async () => `t${(tokens += 1)}`,
    wait: async () => undefined,
    newClientId: () => `mine-${(messages += 1)}` as ClientId,
  });
  return { session, said, sent, opens, idle: idle.promise };
}

const outgoingOf = ({ session }: ReturnType<typeof server>) => {
  const state = session.state.get();
  return state.kind === "open"
    ? state.outgoing.map(({ body, refused }) => `${body} ${refused ?? ""}`)
    : state;
};

const bodiesOf = ({ session }: ReturnType<typeof server>) => {
  const state = session.state.get();
  return state.kind === "open"
    ? state.log.entries.map((entry) =>
        entry.type === "message.created" ? entry.body : entry.type,
      )
    : state;
};

describe("a conversation in a page of an application", () => {
  it("follows its log, edits included, and never shows one event twice", async () => {
    const edited = {
      type: "message.edited",
      seq: 3,
      at: "2026-11-21T09:01:00.000Z",
      actorId: "someone",
      messageId: "m1",
      messageSeq: 1,
      body: "One, corrected",
    } as unknown as TimelineEvent;
    const world = server([
      [message(1, "One"), message(2, "Two")],
      [message(2, "Two"), edited],
    ]);
    void world.session.run();
    await world.idle;
    expect(bodiesOf(world)).toEqual(["One, corrected", "Two"]);
    expect(world.said).toEqual(["open t1", "after 0", "after 2", "after 3"]);
  });

  it("asks its page for a fresh token when the old one is over, and goes on where it was", async () => {
    const world = server([
      [message(1, "One")],
      "application.token_expired",
      [message(2, "Two")],
    ]);
    void world.session.run();
    await world.idle;
    expect(world.said).toContain("open t2");
    expect(bodiesOf(world)).toEqual(["One", "Two"]);
  });

  it("keeps what was written while the server is away, and sends it when it is back (E16)", async () => {
    const world = server(
      [[], "server.unavailable", []],
      ["server.unavailable", "ok"],
    );
    const running = world.session.run();
    const opened = Promise.withResolvers();
    world.session.state.subscribe(() => opened.resolve(undefined));
    await opened.promise;
    world.session.send("Hello");
    await world.idle;
    expect(world.sent).toEqual(["Hello server.unavailable", "Hello ok"]);
    expect(running).toBeInstanceOf(Promise);
  });

  it("ends when the user is shown out", async () => {
    const world = server([[message(1, "One")], "conversation.not_found"]);
    await world.session.run();
    expect(world.session.state.get()).toMatchObject({
      kind: "refused",
      code: "conversation.not_found",
    });
  });

  it("shows a message that is refused with the reason, and goes on with the others", async () => {
    const world = server([[], [], []], ["conversation.closed", "ok"]);
    void world.session.run();
    await world.idle;
    world.session.send("Too late");
    world.session.send("Next");
    await vi.waitFor(() => expect(world.sent).toHaveLength(2), patience);
    expect(world.sent).toEqual(["Too late conversation.closed", "Next ok"]);
    expect(outgoingOf(world)).toEqual(["Too late conversation.closed"]);
    world.session.sendAgain("mine-1" as ClientId);
    await vi.waitFor(
      () => expect(world.sent.at(-1)).toBe("Too late ok"),
      patience,
    );
    await vi.waitFor(() => expect(outgoingOf(world)).toEqual([]), patience);
  });

  it("lets go of a refused message that is not wanted any more", async () => {
    const world = server([[]], ["conversation.closed"]);
    void world.session.run();
    await world.idle;
    world.session.send("Too late");
    await vi.waitFor(
      () => expect(outgoingOf(world)).toEqual(["Too late conversation.closed"]),
      patience,
    );
    world.session.giveUp("mine-1" as ClientId);
    expect(outgoingOf(world)).toEqual([]);
  });

  it("ends when a fresh token is refused for good, and goes on with what was unsent when tried again", async () => {
    const over = Promise.withResolvers<ErrorCode>();
    const world = server(
      [[message(1, "One")], over.promise, []],
      ["server.unavailable", "server.unavailable", "ok"],
    );
    world.opens.push("ok", "application.refused");
    const running = world.session.run();
    await vi.waitFor(() => expect(bodiesOf(world)).toEqual(["One"]), patience);
    world.session.send("Not yet sent");
    over.resolve("application.token_expired");
    await running;
    expect(world.session.state.get()).toMatchObject({
      kind: "refused",
      code: "application.refused",
    });
    void world.session.retry();
    await world.idle;
    expect(bodiesOf(world)).toEqual(["One"]);
    await vi.waitFor(
      () => expect(world.sent.at(-1)).toBe("Not yet sent ok"),
      patience,
    );
  });

  it("does not ask for ever where the page's tokens are over when they come", async () => {
    const world = server([]);
    const over = "application.token_expired";
    world.opens.push(over, over, over);
    await world.session.run();
    expect(world.said).toEqual(["open t1", "open t2", "open t3"]);
    expect(world.session.state.get()).toMatchObject({
      code: "application.token_expired",
    });
  });

  it("counts what others wrote until it is read", async () => {
    const world = server([[message(1, "One"), message(2, "Two")], []]);
    void world.session.run();
    await world.idle;
    const unread = () => {
      const state = world.session.state.get();
      return state.kind === "open" ? state.unreadCount : state.kind;
    };
    expect(unread()).toBe(2);
    world.session.markRead();
    expect(unread()).toBe(0);
  });
});
