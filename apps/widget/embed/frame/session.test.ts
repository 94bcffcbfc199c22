import { describe, expect, it } from "vitest";
import type {
  ClientId,
  ErrorCode,
  MessageCreated,
  TimelineEvent,
} from "@veche/contracts";
import { Refusal, type Asks, type Opened } from "./ask.ts";
import { EmbedSession } from "./session.ts";

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
  events: readonly (readonly TimelineEvent[] | ErrorCode)[],
  sends: readonly (ErrorCode | "ok")[] = [],
) {
  const said: string[] = [];
  const sent: string[] = [];
  const due = [...events];
  const outcomes = [...sends];
  const idle = Promise.withResolvers();
  const asks: Asks = {
    open: async (token) => {
      said.push(`open ${token}`);
      return {
        embedToken: `embed of ${token}`,
        conversation: { headSeq: 0, members: [] },
      } as unknown as Opened;
    },
    async events(_token, afterSeq) {
      const next = due.shift();
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
  const session = new EmbedSession({
    asks,
    freshToken: async () => `t${(tokens += 1)}`,
    wait: async () => undefined,
    newClientId: () => "mine" as ClientId,
  });
  return { session, said, sent, idle: idle.promise };
}

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
    expect(world.session.state.get()).toEqual({
      kind: "refused",
      code: "conversation.not_found",
    });
  });
});
