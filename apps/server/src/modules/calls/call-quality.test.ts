import { describe, expect, it } from "vitest";
import {
  callRecordEndpoints,
  type CallId,
  type ConversationId,
  type JoinId,
  type QualitySample,
} from "@veche/contracts";
import { qualitySample } from "../../../tests/quality-sample.ts";
import {
  allOn,
  newClientId,
  newJoinId,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { refusal } from "../../../tests/service-scenes.ts";
import type { UserPrincipal } from "../../platform/principal.ts";

/** A group of so many with a window each, the first of whom owns it. */
async function openGroup(world: ServiceWorld, names: readonly string[]) {
  // Staff of the service world are users.
  const people = names.map((name) => world.operator(name) as UserPrincipal);
  const [owner, ...others] = people;
  if (owner === undefined) throw new Error("nobody is here");
  const { id } = await world.chats.createGroup({
    actor: { id: owner.id, name: owner.name, address: null },
    owner,
    title: "Works",
    memberIds: [],
  });
  for (const who of others) await world.addMember(id, who);
  return {
    id,
    windows: await Promise.all(people.map((who) => world.open(who))),
  };
}

/** All of them in the group's call, in the order of coming. */
async function talk(world: ServiceWorld, names: readonly string[]) {
  const { id, windows } = await openGroup(world, names);
  const [first, ...rest] = windows;
  const begun = await begin(first!, id);
  const seats = [{ window: first!, joinId: begun.joinId }];
  for (const window of rest)
    seats.push({ window, joinId: await come(window, begun.callId) });
  await world.settle();
  return { callId: begun.callId, seats };
}

const begin = async (who: Window, conversationId: ConversationId) => {
  const joinId = newJoinId();
  const { call } = await who.send("call.start", {
    clientId: newClientId(),
    conversationId,
    media: "video",
    joinId,
    mediaState: allOn,
  });
  return { callId: call.id, joinId };
};
const come = async (who: Window, callId: CallId): Promise<JoinId> => {
  const joinId = newJoinId();
  const seat = { callId, joinId, mediaState: allOn, takeOver: false };
  await who.send("call.join", seat);
  return joinId;
};

const sample = (
  world: ServiceWorld,
  second: number,
  change: Partial<QualitySample> = {},
): QualitySample =>
  qualitySample(world.clock.now().getTime() + second * 1000, change);
const weak = {
  level: "weak",
  reason: "loss",
  sentLossRatio: 0.12,
  sending: { level: "weak", reason: "loss" },
  receiving: { level: "excellent", reason: "none" },
} as const;
const seconds = (
  world: ServiceWorld,
  count: number,
  change: Partial<QualitySample> = {},
) =>
  Array.from({ length: count }, (_, second) => sample(world, second, change));

/** Asks an endpoint as it stands behind its rights. */
const asked = <Answer>(
  world: ServiceWorld,
  name: keyof typeof callRecordEndpoints,
  request: Readonly<Record<string, unknown>>,
): Promise<Answer> => {
  const found = world.calls.routes.find(
    ({ endpoint }) => endpoint === callRecordEndpoints[name],
  );
  const actor = { id: null, name: "Ada", address: null };
  // The route's own types need a whole request; the answer is looked at below.
  return found?.handle({ actor, ...request } as never) as Promise<Answer>;
};

describe("how everybody in a group's call is", () => {
  it("is told to the others together, only where it changed, and to who comes whole", async () => {
    await using world = await openService();
    const { callId, seats } = await talk(world, ["Anna", "Boris", "Vera"]);
    const [anna, boris, vera] = seats;
    const report = (
      { window, joinId }: (typeof seats)[number],
      change: Partial<QualitySample> = {},
    ) =>
      window.send("call.report_quality", {
        callId,
        joinId,
        samples: [sample(world, 0, change)],
      });
    await report(boris!, { ...weak, step: "low" });
    await report(vera!);
    await world.settle();
    expect(anna!.window.all("call.quality_reported")).toEqual([]);
    expect(anna!.window.all("call.qualities_reported")).toMatchObject([
      {
        qualities: [
          {
            principalId: boris!.window.principal.id,
            level: "weak",
            reason: "loss",
            sending: { level: "weak" },
            step: "low",
          },
          { principalId: vera!.window.principal.id, level: "excellent" },
        ],
      },
    ]);
    await report(vera!);
    await world.pass(5_000);
    expect(anna!.window.all("call.qualities_reported")).toHaveLength(1);

    await vera!.window.send("call.leave", { callId });
    await world.pass(5_000);
    await come(vera!.window, callId);
    await world.pass(5_000);
    expect(
      vera!.window.last("call.qualities_reported")?.qualities,
    ).toMatchObject([{ level: "weak" }]);
  });
});

describe("the flight recorder", () => {
  it("tells what happened, the equipment and the troubles of each, and that somebody looked", async () => {
    await using world = await openService();
    const { callId, seats } = await talk(world, ["Anna", "Boris", "Vera"]);
    const [anna, boris] = seats;
    for (const { window, joinId } of seats)
      await window.send("call.set_connection", {
        callId,
        joinId,
        state: "live",
      });
    const equipment = {
      browser: "Chromium 140",
      microphone: "Headset",
      camera: null,
    };
    await boris!.window.send("call.report_quality", {
      callId,
      joinId: boris!.joinId,
      samples: seconds(world, 15, weak),
      equipment,
    });
    await anna!.window.send("call.end", { callId });
    await world.settle();

    const record = await asked<{
      topology: string;
      events: { kind: string; principalId: string | null }[];
      participants: { name: string; samples: unknown[]; troubles: unknown[] }[];
    }>(world, "getFlightRecord", { params: { callId } });
    expect(record.topology).toBe("sfu");
    expect(record.events).toContainEqual(
      expect.objectContaining({
        kind: "equipment",
        principalId: boris!.window.principal.id,
        equipment,
      }),
    );
    const ofCall = record.events.filter((event) => event.principalId === null);
    expect(ofCall.map(({ kind }) => kind)).toEqual([
      "to_server",
      "began",
      "ended",
    ]);
    const ofBoris = record.events.filter(
      (event) => event.principalId === boris!.window.principal.id,
    );
    expect(ofBoris.map(({ kind }) => kind)).toEqual([
      "joined",
      "microphone_on",
      "camera_on",
      "live",
      "equipment",
      "left",
    ]);
    expect(record.participants[1]).toMatchObject({
      name: "Boris",
      troubles: [
        { level: "weak", reason: "loss", side: "sending", path: "relay_tcp" },
      ],
    });
    expect(record.participants[1]!.samples).toHaveLength(15);
    const facts = await world.test.outboxEvents();
    expect(facts).toContainEqual(
      expect.objectContaining({ type: "call.inspected", callId }),
    );
    expect(
      await refusal(
        asked(world, "getFlightRecord", { params: { callId: newJoinId() } }),
      ),
    ).toBe("request.not_found");
  });
});

describe("the view of all calls", () => {
  interface Page {
    readonly records: readonly {
      readonly level: string;
      readonly verdicts: readonly object[];
    }[];
    readonly trend: readonly object[];
    readonly nextBefore: string | null;
  }
  /** A call of two in which the second was so. */
  async function call(
    world: ServiceWorld,
    names: readonly [string, string],
    change: Partial<QualitySample> = {},
  ): Promise<void> {
    const { callId, seats } = await talk(world, names);
    for (const { window, joinId } of seats)
      await window.send("call.set_connection", {
        callId,
        joinId,
        state: "live",
      });
    const [first, second] = seats;
    await second!.window.send("call.report_quality", {
      callId,
      joinId: second!.joinId,
      samples: seconds(world, 20, change),
    });
    await world.pass(30_000);
    await first!.window.send("call.end", { callId });
    await world.settle();
  }

  it("finds calls by time, person, reason and way, and counts them by day", async () => {
    await using world = await openService();
    await call(world, ["Anna", "Boris"]);
    await call(world, ["Anna", "Vera"], weak);
    await call(world, ["Boris", "Carl"], {
      level: "bad",
      reason: "delay",
      path: "host/host udp",
    });
    const list = (query: object): Promise<Page> =>
      asked(world, "listCallRecords", { query: { limit: 10, ...query } });
    const levels = async (query: object) =>
      (await list(query)).records.map(({ level }) => level);

    const all = await list({});
    expect(all.records).toMatchObject([
      { level: "bad", durationMs: 30_000 },
      {
        level: "weak",
        verdicts: [
          { name: "Anna", level: "unknown" },
          { name: "Vera", level: "weak", reason: "loss", path: "relay_tcp" },
        ],
      },
      { level: "excellent" },
    ]);
    expect(all.trend).toMatchObject([{ calls: 3, weak: 1, bad: 1 }]);
    expect(await levels({ level: "weak" })).toEqual(["bad", "weak"]);
    expect(await levels({ level: "bad" })).toEqual(["bad"]);
    expect(await levels({ person: "anna" })).toEqual(["weak", "excellent"]);
    expect(await levels({ person: "an%a" })).toEqual([]);
    expect(await levels({ reason: "delay" })).toEqual(["bad"]);
    expect(await levels({ path: "relay_tcp" })).toEqual(["weak", "excellent"]);
    await world.pass(1_000);
    const later = world.clock.now().toISOString();
    expect(await levels({ fromAt: later })).toEqual([]);
    const first = await list({ limit: 2 });
    expect(first.nextBefore).not.toBeNull();
    expect(await levels({ before: first.nextBefore })).toEqual(["excellent"]);
  });

  it("has also the calls whose end the process did not live to judge", async () => {
    await using world = await openService();
    await call(world, ["Anna", "Boris"], weak);
    await world.test.database.transact(
      { id: null, name: null, address: null },
      async ({ tx }) => {
        await tx.updateTable("calls").set({ quality: null }).execute();
        await tx.deleteFrom("callVerdicts").execute();
      },
    );
    await world.kill();
    await world.start();
    await world.settle();
    const { records } = await asked<Page>(world, "listCallRecords", {
      query: { limit: 10 },
    });
    expect(records).toMatchObject([{ level: "weak" }]);
  });
});

describe("who tries their line before a call", () => {
  const published = {
    sdp: "offer",
    lines: [{ mid: "0", source: "microphone" as const }],
  };

  it("sits twice in a room of their own, and hears there from nobody else", async () => {
    await using world = await openService();
    const anna = await world.open(world.operator("Anna"));
    const boris = await world.open(world.operator("Boris"));
    const { callId, roomId } = await anna.send("probe.open", {});
    const place = { callId, roomId: roomId!, joinId: newJoinId() };
    const publish = (who: Window, joinId = place.joinId) =>
      who.send("call.publish", { ...place, joinId, ...published });
    expect(await publish(anna)).toEqual({ sdp: "answer to offer" });
    expect(await publish(anna, newJoinId())).toEqual({
      sdp: "answer to offer",
    });
    expect(await refusal(publish(anna, newJoinId()))).toBe("request.not_found");
    expect(await refusal(publish(boris))).toBe("request.not_found");
    world.mediaServer.server.offer(place, { sdp: "its offer", lines: [] });
    expect(anna.last("call.offered")).toMatchObject({ sdp: "its offer" });
    expect(boris.all("call.offered")).toEqual([]);

    await anna.send("probe.close", { callId });
    expect(world.mediaServer.server.said.at(-1)).toBe("close");
    expect(await refusal(publish(anna))).toBe("request.not_found");
  });

  it("has a minute, and one room at a time; eight may try at once", async () => {
    await using world = await openService();
    const anna = await world.open(world.operator("Anna"));
    const rooms = () =>
      world.mediaServer.server.said.filter((words) => words === "close").length;
    const open = async (who: Window) => {
      const { callId, roomId } = await who.send("probe.open", {});
      const place = { callId, roomId: roomId!, joinId: newJoinId() };
      await who.send("call.publish", { ...place, ...published });
    };
    await open(anna);
    await open(anna);
    expect(rooms()).toBe(1);
    for (let count = 0; count < 7; count += 1)
      await open(await world.open(world.operator(`Other ${count}`)));
    const ninth = await world.open(world.operator("Ninth"));
    expect(await refusal(ninth.send("probe.open", {}))).toBe(
      "request.rate_limited",
    );
    await world.pass(60_000);
    expect(rooms()).toBe(9);
    await open(ninth);
  });

  it("is told that there is no media server; customers have no such room", async () => {
    await using world = await openService();
    world.mediaServer.status = "off";
    const anna = await world.open(world.operator("Anna"));
    expect(await anna.send("probe.open", {})).toMatchObject({ roomId: null });
    const carl = await world.visitor("Carl");
    expect(await refusal(carl.send("probe.open", {}))).toBe("auth.forbidden");
  });

  it("whose media server dies is out, and no call is moved for it", async () => {
    await using world = await openService();
    const anna = await world.open(world.operator("Anna"));
    const { callId, roomId } = await anna.send("probe.open", {});
    const place = { callId, roomId: roomId!, joinId: newJoinId() };
    await anna.send("call.publish", { ...place, ...published });
    world.mediaServer.server.die();
    await world.settle();
    expect(
      await refusal(anna.send("call.publish", { ...place, ...published })),
    ).toBe("request.not_found");
  });
});
