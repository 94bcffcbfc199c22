import { describe, expect, it } from "vitest";
import type { Call, ConversationId, UserId } from "@veche/contracts";
import {
  allOn,
  newClientId,
  newId,
  newJoinId,
  openService,
  type ServiceWorld,
  type Window,
} from "../../../tests/contact-centre.ts";
import { callAt, refusal } from "../../../tests/service-scenes.ts";
import type { UserPrincipal } from "../../platform/principal.ts";
import type { ConferenceRules } from "./index.ts";

const begin = async (who: Window, conversationId: ConversationId) =>
  (
    await who.send("call.start", {
      clientId: newClientId(),
      conversationId,
      media: "video",
      joinId: newJoinId(),
      mediaState: allOn,
    })
  ).call;
const come = (who: Window, { id: callId }: Pick<Call, "id">) =>
  who.send("call.join", {
    callId,
    joinId: newJoinId(),
    mediaState: allOn,
    takeOver: false,
  });
const floorAt = (who: Window) => {
  const floor = who.last("floor.changed")?.floor;
  if (floor === undefined) throw new Error("nothing was told of the order");
  return floor;
};
const handsAt = (who: Window) =>
  floorAt(who).hands.map(({ principalId }) => principalId);
const lobbyAt = (who: Window) =>
  floorAt(who).lobby.map(({ name, state }) => `${name} ${state}`);
const wordAt = (who: Window) => who.last("lobby.changed");

/** Of a conference without rules of its own. */
const rules: ConferenceRules = {
  organiserIds: [],
  hasLobby: false,
  presenters: "everybody",
};

/** A group that Anna keeps; Boris and Vera are its members. */
async function openGroup(world: ServiceWorld) {
  // Staff of the service world are users.
  const person = (name: string) => world.operator(name) as UserPrincipal;
  const owner = person("Anna");
  const { id } = await world.chats.createGroup({
    actor: { id: owner.id, name: owner.name, address: null },
    owner,
    title: "Works",
    memberIds: [],
  });
  const others = [person("Boris"), person("Vera")] as const;
  for (const one of others) await world.addMember(id, one);
  return {
    id,
    anna: await world.open(owner),
    boris: await world.open(others[0]),
    vera: await world.open(others[1]),
  };
}

/** All three in a call that Anna began. */
async function talk(world: ServiceWorld) {
  const group = await openGroup(world);
  const call = await begin(group.anna, group.id);
  await come(group.boris, call);
  await come(group.vera, call);
  await world.settle();
  return { ...group, callId: call.id, call };
}

describe("the order of a call", () => {
  it("is told to whoever sits down, and outlives a cut line and the death of the server", async () => {
    await using world = await openService();
    const { anna, boris, vera, callId } = await talk(world);
    expect(floorAt(boris)).toMatchObject({
      callId,
      isLocked: false,
      moderatorIds: [anna.principal.id],
    });
    await vera.send("floor.raise_hand", { callId, isRaised: true });
    await boris.send("floor.raise_hand", { callId, isRaised: true });
    await vera.send("floor.raise_hand", { callId, isRaised: true });
    await anna.send("floor.set_rules", { callId, isLocked: true });
    await world.settle();
    const order = [vera.principal.id, boris.principal.id];
    expect(handsAt(anna)).toEqual(order);
    await world.kill();
    await world.start();
    const back = await world.open(boris.principal, boris.deviceId);
    expect(handsAt(back)).toEqual(order);
    expect(floorAt(back).isLocked).toBe(true);
  });

  it("loses the hand of whoever leaves, and all of it with the call", async () => {
    await using world = await openService();
    const { anna, boris, vera, callId, id } = await talk(world);
    await vera.send("floor.raise_hand", { callId, isRaised: true });
    await boris.send("floor.raise_hand", { callId, isRaised: true });
    await world.settle();
    await vera.send("call.leave", { callId });
    await world.settle();
    expect(handsAt(anna)).toEqual([boris.principal.id]);
    await anna.send("call.end", { callId });
    await world.settle();
    await begin(anna, id);
    await world.settle();
    expect(floorAt(anna).hands).toEqual([]);
  });

  it("is kept by who began the call, who keeps the conversation and who organises its conference; by nobody else", async () => {
    await using world = await openService();
    const { id, anna, boris, vera } = await openGroup(world);
    const { id: callId } = await begin(boris, id);
    await come(anna, { id: callId });
    await come(vera, { id: callId });
    world.plans.set(id, {
      ...rules,
      organiserIds: [newId<UserId>()],
    });
    const lock = (who: Window) =>
      refusal(who.send("floor.set_rules", { callId, isLocked: true }));
    expect(await lock(vera)).toBe("auth.forbidden");
    expect(await lock(boris)).toBe("done");
    expect(await lock(anna)).toBe("done");
    world.plans.set(id, { ...rules, organiserIds: [vera.principal.id] });
    expect(await lock(vera)).toBe("done");
  });

  it.each([
    ["floor.lower_hand", { principalId: null }],
    ["floor.silence", { principalId: null, sources: ["microphone"] }],
    ["floor.spotlight", { principalId: null }],
    ["lobby.admit", { principalId: null }],
  ] as const)(
    "refuses %s to those who do not keep it",
    async (name, params) => {
      await using world = await openService();
      const { boris, callId } = await talk(world);
      expect(await refusal(boris.send(name, { callId, ...params }))).toBe(
        "auth.forbidden",
      );
    },
  );
});

describe("somebody told to be silent", () => {
  it("stays told, over a new line and a new server, until they say that they are", async () => {
    await using world = await openService();
    const { anna, boris, vera, callId } = await talk(world);
    await anna.send("floor.silence", {
      callId,
      principalId: null,
      sources: ["microphone"],
    });
    await world.settle();
    const told = (who: Window) =>
      floorAt(who).silences.map(({ principalId }) => principalId);
    expect(told(boris)).toEqual([boris.principal.id, vera.principal.id]);
    await vera.send("floor.silenced", { callId, sources: ["microphone"] });
    await world.kill();
    await world.start();
    const back = await world.open(boris.principal, boris.deviceId);
    expect(told(back)).toEqual([boris.principal.id]);
    await back.send("floor.silenced", { callId, sources: ["microphone"] });
    await world.settle();
    expect(told(back)).toEqual([]);
  });

  it("is asked to speak again, and nobody speaks in their place", async () => {
    await using world = await openService();
    const { anna, boris, vera, callId } = await talk(world);
    const asked = {
      callId,
      principalId: boris.principal.id,
      source: "microphone",
    } as const;
    expect(await refusal(vera.send("floor.ask", asked))).toBe("auth.forbidden");
    await anna.send("floor.ask", asked);
    expect(boris.all("floor.asked")).toMatchObject([{ byName: "Anna" }]);
    expect(vera.all("floor.asked")).toEqual([]);
  });
});

describe("somebody shown out", () => {
  it("is out at once and comes back only when they are admitted", async () => {
    await using world = await openService();
    const { anna, boris, vera, call, callId } = await talk(world);
    const borises = { callId, principalId: boris.principal.id };
    expect(
      await refusal(
        vera.send("floor.remove", { callId, principalId: anna.principal.id }),
      ),
    ).toBe("auth.forbidden");
    await anna.send("floor.remove", borises);
    await world.settle();
    expect(wordAt(boris)).toMatchObject({ callId, state: "refused" });
    expect(
      callAt(vera).participants.find(({ name }) => name === "Boris"),
    ).toMatchObject({ state: "left" });
    expect(await refusal(come(boris, call))).toBe("call.refused");
    expect(lobbyAt(anna)).toEqual(["Boris refused"]);
    expect(lobbyAt(vera)).toEqual([]);
    await anna.send("lobby.admit", borises);
    await world.settle();
    expect(wordAt(boris)).toMatchObject({ state: "admitted" });
    expect(await refusal(come(boris, call))).toBe("done");
  });

  it("is never one of those who keep order", async () => {
    await using world = await openService();
    const { id, anna, boris } = await openGroup(world);
    const { id: callId } = await begin(boris, id);
    await come(anna, { id: callId });
    const annas = { callId, principalId: anna.principal.id };
    expect(await refusal(boris.send("floor.remove", annas))).toBe(
      "auth.forbidden",
    );
  });
});

describe("the door", () => {
  it("is closed by a lock to all who are new, and to nobody who comes back", async () => {
    await using world = await openService();
    const { id, anna, boris, vera } = await openGroup(world);
    const call = await begin(anna, id);
    await come(boris, call);
    await anna.send("floor.set_rules", { callId: call.id, isLocked: true });
    expect(await refusal(come(vera, call))).toBe("call.locked");
    boris.close();
    await world.settle();
    const back = await world.open(boris.principal, boris.deviceId);
    expect(await refusal(come(back, call))).toBe("done");
  });

  it("has people waiting before it whom those inside admit, one or all, or refuse", async () => {
    await using world = await openService();
    const { id, anna, boris, vera } = await openGroup(world);
    const call = await begin(anna, id);
    const callId = call.id;
    await anna.send("floor.set_rules", { callId, hasLobby: true });
    expect(await refusal(come(boris, call))).toBe("call.lobby");
    const knock = (who: Window) =>
      who.send("lobby.knock", { conversationId: id });
    expect(await knock(boris)).toEqual({ state: "waiting" });
    await knock(vera);
    await world.settle();
    expect(lobbyAt(anna)).toEqual(["Boris waiting", "Vera waiting"]);
    await anna.send("lobby.refuse", {
      callId,
      principalId: vera.principal.id,
    });
    await anna.send("lobby.admit", { callId, principalId: null });
    await world.settle();
    expect(wordAt(boris)).toMatchObject({ state: "admitted" });
    expect(wordAt(vera)).toMatchObject({ state: "refused" });
    expect(await knock(vera)).toEqual({ state: "refused" });
    expect(await refusal(come(vera, call))).toBe("call.refused");
    expect(await refusal(come(boris, call))).toBe("done");
  });

  it("of a conference with a waiting room is opened by those who keep order; who came early waits", async () => {
    await using world = await openService();
    const { id, anna, boris } = await openGroup(world);
    world.plans.set(id, { ...rules, hasLobby: true });
    expect(await refusal(begin(boris, id))).toBe("call.lobby");
    await boris.send("lobby.knock", { conversationId: id });
    const call = await begin(anna, id);
    await world.settle();
    expect(floorAt(anna).hasLobby).toBe(true);
    expect(lobbyAt(anna)).toEqual(["Boris waiting"]);
    expect(await refusal(come(boris, call))).toBe("call.lobby");
  });

  it("lets in by a word who is no member, and nobody else", async () => {
    await using world = await openService();
    const { id, anna } = await openGroup(world);
    const eve = await world.open(world.operator("Eve"));
    const call = await begin(anna, id);
    expect(await refusal(come(eve, call))).toBe("conversation.not_found");
    expect(await refusal(eve.send("lobby.knock", { conversationId: id }))).toBe(
      "conversation.not_found",
    );
    await world.calls.lobby.knock({
      conversationId: id,
      principalId: eve.principal.id,
      name: "Eve",
      isGuest: true,
      connectionId: null,
    });
    expect(await refusal(come(eve, call))).toBe("call.lobby");
    await anna.send("lobby.admit", {
      callId: call.id,
      principalId: eve.principal.id,
    });
    expect(await refusal(come(eve, call))).toBe("done");
  });

  it("is left by who goes, by who closes the page and by all when the call ends", async () => {
    await using world = await openService();
    const { id, anna, boris, vera } = await openGroup(world);
    const call = await begin(anna, id);
    await anna.send("floor.set_rules", { callId: call.id, hasLobby: true });
    for (const one of [boris, vera])
      await one.send("lobby.knock", { conversationId: id });
    boris.close();
    await world.settle();
    expect(lobbyAt(anna)).toEqual(["Vera waiting"]);
    await vera.send("lobby.leave", { conversationId: id });
    await world.settle();
    expect(lobbyAt(anna)).toEqual([]);
    await vera.send("lobby.knock", { conversationId: id });
    await anna.send("call.end", { callId: call.id });
    await world.settle();
    expect(wordAt(vera)).toMatchObject({ callId: null, state: null });
  });
});

describe("what passes quickly", () => {
  it("goes to those in the call: a reaction, words, a pointer over a screen that is shown", async () => {
    await using world = await openService();
    const { id, anna, boris, vera, callId, call } = await talk(world);
    const outside = await world.open(world.operator("Oleg"));
    await world.addMember(id, outside.principal);
    await boris.send("floor.react", { callId, reaction: "👏" });
    const caption = { captionId: 1, text: "Good morning", isFinal: true };
    await boris.send("floor.caption", { callId, caption });
    expect(vera.last("floor.reacted")).toMatchObject({ reaction: "👏" });
    expect(vera.last("floor.captioned")).toMatchObject({ caption });
    expect(outside.all("floor.reacted")).toEqual([]);
    expect(
      await refusal(outside.send("floor.react", { callId, reaction: "👏" })),
    ).toBe("request.not_found");
    const pointing = { kind: "at", point: [0.5, 0.25] } as const;
    const at = (who: Window) =>
      refusal(
        who.send("floor.point", {
          callId,
          ownerId: boris.principal.id,
          pointing: { kind: pointing.kind, point: [0.5, 0.25] },
        }),
      );
    expect(await at(vera)).toBe("request.conflict");
    const joinId = callAt(boris).participants.find(
      ({ name }) => name === "Boris",
    )?.joinId;
    await boris.send("call.set_media", {
      callId: call.id,
      joinId: joinId!,
      mediaState: { ...allOn, screen: true },
    });
    await world.settle();
    expect(await at(vera)).toBe("done");
    expect(anna.last("floor.pointed")).toMatchObject({ pointing });
    expect(outside.all("floor.pointed")).toEqual([]);
    await anna.send("floor.set_rules", { callId, drawing: "moderators" });
    await world.settle();
    expect(await at(vera)).toBe("auth.forbidden");
    expect(await at(boris)).toBe("done");
    expect(await at(anna)).toBe("done");
  });

  it("of a conference may keep screens to its organisers: others are refused, however they tell of one", async () => {
    await using world = await openService();
    const { id, anna, boris, vera } = await openGroup(world);
    const call = await begin(boris, id);
    const { id: callId } = call;
    await come(vera, call);
    await world.settle();
    const show = (who: Window) => {
      const { participants } = callAt(who);
      const seat = participants.find(
        ({ principalId }) => principalId === who.principal.id,
      );
      return refusal(
        who.send("call.set_media", {
          callId,
          joinId: seat!.joinId!,
          mediaState: { ...allOn, screen: true },
        }),
      );
    };
    expect(floorAt(vera).presenterIds).toBeNull();
    expect(await show(vera)).toBe("done");
    const organiserIds = [vera.principal.id];
    world.plans.set(id, { ...rules, organiserIds, presenters: "organisers" });
    expect(await show(vera)).toBe("done");
    // Whoever began the call has no right by that; the owner of the conversation has.
    expect(await show(boris)).toBe("call.not_presenter");
    const withScreen = {
      joinId: newJoinId(),
      mediaState: { ...allOn, screen: true },
    };
    const { call: joined } = await boris.send("call.join", {
      callId,
      ...withScreen,
      takeOver: true,
    });
    const isShowing = ({ name, media }: Call["participants"][number]) =>
      name === "Boris" && media.screen;
    expect(joined.participants.some(isShowing)).toBe(false);
    await come(anna, call);
    await world.settle();
    expect(await show(anna)).toBe("done");
    expect(new Set(floorAt(anna).presenterIds)).toEqual(
      new Set([anna.principal.id, vera.principal.id]),
    );
  });

  it("is shown large to all only while they are there", async () => {
    await using world = await openService();
    const { anna, boris, vera, callId } = await talk(world);
    const principalId = boris.principal.id;
    await anna.send("floor.spotlight", { callId, principalId });
    await world.settle();
    expect(floorAt(vera).spotlightId).toBe(principalId);
    await boris.send("call.leave", { callId });
    await world.settle();
    expect(floorAt(vera).spotlightId).toBeNull();
    expect(
      await refusal(anna.send("floor.spotlight", { callId, principalId })),
    ).toBe("request.not_found");
  });
});
