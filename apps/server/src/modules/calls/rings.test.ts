import { describe, expect, it } from "vitest";
import {
  callEndpoints,
  MAX_RUNG_PEOPLE,
  type ConversationId,
  type UserId,
} from "@veche/contracts";
import {
  allOn,
  newClientId,
  newJoinId,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { callAt, refusal } from "../../../tests/service-scenes.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

const idOf = ({ principal }: Window): UserId => (principal as UserPrincipal).id;

/** Staff of the service world, each with a window. */
async function people<Names extends readonly string[]>(
  world: ServiceWorld,
  ...names: Names
): Promise<{ readonly [Place in keyof Names]: Window }> {
  const windows: Window[] = [];
  for (const name of names)
    windows.push(await world.open(world.operator(name)));
  return windows as unknown as { readonly [Place in keyof Names]: Window };
}

async function groupOf(
  world: ServiceWorld,
  [owner, ...others]: readonly Window[],
): Promise<ConversationId> {
  const who = owner!.principal as UserPrincipal;
  const { id } = await world.chats.createGroup({
    actor: { id: who.id, name: who.name, address: null },
    owner: who,
    title: "Works",
    memberIds: [],
  });
  for (const other of others) await world.addMember(id, other.principal);
  return id;
}

/** A conversation of two, as far as calls care. */
async function directOf(
  world: ServiceWorld,
  one: Window,
  other: Window,
): Promise<ConversationId> {
  const id = await groupOf(world, [one, other]);
  const { sql } = await import("kysely");
  await sql`UPDATE conversations SET kind = 'direct', title = NULL WHERE id = ${id}`.execute(
    world.test.database.db,
  );
  return id;
}

const call = async (who: Window, conversationId: ConversationId) => {
  const joinId = newJoinId();
  const params = {
    clientId: newClientId(),
    conversationId,
    media: "video",
    joinId,
    mediaState: allOn,
  } as const;
  const seat = await who.send("call.start", params);
  return { ...seat, joinId, params };
};

const come = (who: Window, callId: ReturnType<typeof callAt>["id"]) =>
  who.send("call.join", {
    callId,
    joinId: newJoinId(),
    mediaState: allOn,
    takeOver: false,
  });

const logOf = async (world: ServiceWorld, id: ConversationId) => {
  const { sql } = await import("kysely");
  const { rows } = await sql<{
    type: string;
    payload: Record<string, unknown>;
  }>`SELECT type, payload FROM conversation_events WHERE conversation_id = ${id}
     AND type LIKE 'call.%' ORDER BY seq`.execute(world.test.database.db);
  return rows.map(({ type, payload }) => ({ type, ...payload }));
};

const historyOf = async (world: ServiceWorld, who: Window, query = {}) => {
  const route = world.calls.routes.find(
    ({ endpoint }) => endpoint === callEndpoints.listCalls,
  );
  const answer = await route?.handle({
    principal: who.principal,
    query,
  } as never);
  return answer as {
    items: { direction: string; people: { name: string }[] }[];
    missedCount: number;
  };
};

describe("a group's call", () => {
  it("rings every member until they come, refuse, or its time is over", async () => {
    await using world = await openService();
    const all = await people(world, "Anna", "Boris", "Vera", "Gleb");
    const [anna, boris, vera, gleb] = all;
    const { call: begun } = await call(anna, await groupOf(world, all));
    await world.settle();
    const ringing = () => callAt(anna).ringing ?? [];
    expect(new Set(ringing())).toEqual(new Set([boris, vera, gleb].map(idOf)));
    await come(boris, begun.id);
    await vera.send("call.decline", { callId: begun.id });
    await world.settle();
    expect(ringing()).toEqual([idOf(gleb)]);
    await world.pass(30_000);
    expect(callAt(anna)).toMatchObject({ state: "active" });
    expect(ringing()).toEqual([]);
  });

  it("rings on for whoever connects meanwhile, and after the server died", async () => {
    await using world = await openService();
    const all = await people(world, "Anna", "Boris");
    const { call: begun } = await call(all[0], await groupOf(world, all));
    await world.kill();
    await world.start();
    const late = await world.open(all[1].principal);
    expect(late.last("call.changed")?.call).toMatchObject({
      id: begun.id,
      ringing: [idOf(all[1])],
    });
    await world.pass(30_000);
    expect(callAt(late).ringing).toBeUndefined();
  });

  it("of too many rings nobody: they are told", async () => {
    await using world = await openService();
    const [anna, boris] = await people(world, "Anna", "Boris");
    const id = await groupOf(world, [anna, boris]);
    for (let count = 0; count <= MAX_RUNG_PEOPLE; count += 1)
      await world.addMember(id, world.operator(`Person ${count}`));
    await call(anna, id);
    await world.settle();
    expect(callAt(boris).ringing).toBeUndefined();
    expect(await logOf(world, id)).toMatchObject([
      { type: "call.started", isTold: true },
    ]);
  });

  it("rings a member again whom somebody inside asks for, and nobody else", async () => {
    await using world = await openService();
    const all = await people(world, "Anna", "Boris", "Vera");
    const [anna, boris, vera] = all;
    const [eve] = await people(world, "Eve");
    const { call: begun } = await call(anna, await groupOf(world, all));
    await come(boris, begun.id);
    await world.pass(30_000);
    const invite = (who: Window, whom: Window) =>
      refusal(
        who.send("call.invite", {
          callId: begun.id,
          clientId: newClientId(),
          userIds: [idOf(whom)],
        }),
      );
    expect(await invite(boris, eve)).toBe("auth.forbidden");
    expect(await invite(vera, boris)).toBe("request.not_found");
    expect(await invite(eve, eve)).toBe("request.not_found");
    expect(await invite(boris, vera)).toBe("done");
    await world.settle();
    expect(callAt(vera).ringing).toEqual([idOf(vera)]);
  });

  it("is begun by those who may write in its conversation", async () => {
    await using world = await openService();
    const all = await people(world, "Anna", "Boris");
    const id = await groupOf(world, all);
    const { sql } = await import("kysely");
    await sql`UPDATE conversations SET kind = 'channel', posting = 'admins' WHERE id = ${id}`.execute(
      world.test.database.db,
    );
    expect(await refusal(call(all[1], id))).toBe("auth.forbidden");
    const { call: begun } = await call(all[0], id);
    expect(begun.kind).toBe("group");
    await come(all[1], begun.id);
  });
});

describe("a call of two", () => {
  it("with a third goes on in a group of its own, and the direct conversation stays theirs", async () => {
    await using world = await openService();
    const [anna, boris, vera] = await people(world, "Anna", "Boris", "Vera");
    const direct = await directOf(world, anna, boris);
    const { call: begun } = await call(anna, direct);
    await come(boris, begun.id);
    await world.pass(5_000);
    const { conversationId } = await boris.send("call.invite", {
      callId: begun.id,
      clientId: newClientId(),
      userIds: [idOf(vera)],
    });
    await world.settle();
    expect(conversationId).not.toBe(direct);
    expect(callAt(anna)).toMatchObject({
      id: begun.id,
      conversationId,
      kind: "group",
      topology: "p2p",
      participants: [{ state: "joining" }, { state: "joining" }],
      ringing: [idOf(vera)],
    });
    expect(callAt(vera)).toMatchObject({ id: begun.id, conversationId });
    // Who keeps order in it is told to those who talk already.
    expect(boris.last("floor.changed")?.floor.moderatorIds).toContain(
      idOf(anna),
    );
    expect(await logOf(world, direct)).toMatchObject([
      { type: "call.started" },
      { type: "call.ended", reason: "moved", callerId: idOf(anna) },
    ]);
    const third = await come(vera, begun.id);
    expect(third.call).toMatchObject({ topology: "sfu" });
    expect(await logOf(world, conversationId)).toMatchObject([
      { type: "call.started" },
    ]);
    expect(await refusal(world.chats.requireMember(direct, idOf(vera)))).toBe(
      "conversation.not_found",
    );
  });

  it("takes no third before it is answered, nor where no media server is, nor a customer's", async () => {
    await using world = await openService();
    const [anna, boris, vera] = await people(world, "Anna", "Boris", "Vera");
    const { call: begun } = await call(
      anna,
      await directOf(world, anna, boris),
    );
    const invite = () =>
      refusal(
        anna.send("call.invite", {
          callId: begun.id,
          clientId: newClientId(),
          userIds: [idOf(vera)],
        }),
      );
    expect(await invite()).toBe("request.conflict");
    await come(boris, begun.id);
    world.mediaServer.status = "off";
    expect(await invite()).toBe("call.for_two");
    await world.settle();
    expect(vera.all("call.changed")).toEqual([]);
  });

  it("tells a caller that the other is busy, and the other who called; said again it stays one", async () => {
    await using world = await openService();
    const [anna, boris, vera] = await people(world, "Anna", "Boris", "Vera");
    const busy = await directOf(world, anna, boris);
    await call(boris, await directOf(world, boris, vera));
    const params = {
      clientId: newClientId(),
      conversationId: busy,
      media: "audio",
      joinId: newJoinId(),
      mediaState: allOn,
    } as const;
    for (let time = 0; time < 2; time += 1)
      expect(await refusal(anna.send("call.start", params))).toBe("call.busy");
    await world.settle();
    expect(await logOf(world, busy)).toMatchObject([
      { type: "call.ended", reason: "busy", callerId: idOf(anna) },
    ]);
    const { items, missedCount } = await historyOf(world, boris, {
      direction: "missed",
    });
    expect(items).toMatchObject([
      { direction: "missed", endReason: "busy", people: [{ name: "Anna" }] },
    ]);
    expect(missedCount).toBe(1);
  });
});

describe("my calls", () => {
  it("are those I was in or called to, each as it was for me, and new only until I look", async () => {
    await using world = await openService();
    const [anna, boris, eve] = await people(world, "Anna", "Boris", "Eve");
    const id = await directOf(world, anna, boris);
    const missed = await call(anna, id);
    await world.pass(30_000);
    const declined = await call(anna, id);
    await boris.send("call.decline", { callId: declined.call.id });
    await world.pass(1_000);
    const taken = await call(boris, id);
    await come(anna, taken.call.id);
    await anna.send("call.end", { callId: taken.call.id });
    await world.settle();

    const directions = async (who: Window, query = {}) =>
      (await historyOf(world, who, query)).items.map(
        ({ direction }) => direction,
      );
    expect(await directions(boris)).toEqual(["outgoing", "declined", "missed"]);
    expect(await directions(anna)).toEqual([
      "incoming",
      "outgoing",
      "outgoing",
    ]);
    expect(await directions(eve)).toEqual([]);
    expect(await directions(boris, { direction: "missed" })).toEqual([
      "missed",
    ]);
    expect(await directions(boris, { before: missed.call.createdAt })).toEqual(
      [],
    );
    expect((await historyOf(world, boris)).missedCount).toBe(1);
    const seen = world.calls.routes.find(
      ({ endpoint }) => endpoint === callEndpoints.seeCalls,
    );
    await seen?.handle({ principal: boris.principal } as never);
    expect((await historyOf(world, boris)).missedCount).toBe(0);
  });
});
